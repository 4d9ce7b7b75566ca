package chat.parley.room;

import chat.parley.message.FromServer;
import chat.parley.message.Message;
import chat.parley.message.PersonId;
import chat.parley.message.RoomId;
import chat.parley.wire.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which people are here, and what is said of it: nothing at once, but everything of a second in one frame. In a crowd nobody hears of each coming
 * and going; they hear the number, and who is here of those on their screen.
 *
 * <p>Not thread-safe: only the room's pass touches it.
 */
public final class Attendance {
  /** People up to which everyone in a room is named. */
  public static final int CROWD = 200;

  private final RoomId room;
  private final Directory directory;
  private final Set<PersonId> here = new LinkedHashSet<>();
  private final Set<PersonId> came = new LinkedHashSet<>();
  private final Set<PersonId> went = new LinkedHashSet<>();
  private final Map<Member, Set<PersonId>> watched = new HashMap<>();
  private boolean stirred;
  private boolean wasCrowd;

  Attendance(RoomId room, Directory directory) {
    this.room = room;
    this.directory = directory;
  }

  void come(PersonId person) {
    if (here.add(person)) {
      stirred = true;
      if (!went.remove(person)) {
        came.add(person);
      }
    }
  }

  void go(PersonId person) {
    if (here.remove(person)) {
      stirred = true;
      if (!came.remove(person)) {
        went.add(person);
      }
    }
  }

  void watch(Member member, Set<PersonId> people) {
    watched.put(member, people);
    stirred = true;
  }

  void forget(Member member) {
    watched.remove(member);
  }

  /** Whether not everyone has been told this person's name. */
  boolean isNews(PersonId person) {
    return isCrowd() || wasCrowd || !here.contains(person) || came.contains(person);
  }

  /** Those that everyone is told of by name. */
  Set<PersonId> shown() {
    return isCrowd() ? Set.of() : here;
  }

  /** Who is here, for somebody who names nobody as being on their screen. */
  FromServer.Presence state() {
    return new FromServer.Presence(room, here.size(), isCrowd() ? null : List.copyOf(here));
  }

  /** Says who came and went since this was last called, if anyone did. */
  void tell(Set<Member> members) {
    if (!stirred) {
      return;
    }
    if (isCrowd()) {
      tellCrowd(members);
    } else {
      tellEachName(members);
    }
    wasCrowd = isCrowd();
    came.clear();
    went.clear();
    stirred = false;
  }

  private boolean isCrowd() {
    return here.size() > CROWD;
  }

  private void tellEachName(Set<Member> members) {
    List<Frame> shared = Frame.of(news(null));
    for (Member member : members) {
      List<Frame> frames = came.contains(member.person()) ? Frame.of(news(member.person())) : shared;
      frames.forEach(member::hear);
    }
  }

  /** All the news, but for that of one person's own coming. */
  private List<Message> news(PersonId self) {
    List<Message> news = new ArrayList<>();
    Set<PersonId> unnamed = wasCrowd ? here : came;
    unnamed.forEach(id -> directory.person(id).map(FromServer.Named::new).ifPresent(news::add));
    came.stream().filter(id -> !id.equals(self)).forEach(id -> news.add(new FromServer.Joined(room, id)));
    went.forEach(person -> news.add(new FromServer.Left(room, person)));
    news.add(state());
    return news;
  }

  private void tellCrowd(Set<Member> members) {
    Frame shared = Frame.of(state());
    for (Member member : members) {
      Set<PersonId> screen = watched.get(member);
      member.hear(screen == null ? shared : Frame.of(stateOf(screen)));
    }
  }

  private FromServer.Presence stateOf(Set<PersonId> screen) {
    return new FromServer.Presence(room, here.size(), screen.stream().filter(here::contains).toList());
  }
}
