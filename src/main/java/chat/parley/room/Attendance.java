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
import java.util.stream.Stream;

/**
 * Which people are here, and what is said of it: nothing at once, but everything of a second in one
 * frame. In a crowd nobody hears of each coming and going; they hear the number, and who is here of
 * those on their screen.
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

  /** Whether it was a crowd at any time since the last telling, so that somebody knows no names. */
  private boolean wasCrowd;

  Attendance(RoomId room, Directory directory) {
    this.room = room;
    this.directory = directory;
  }

  void come(PersonId person) {
    if (here.add(person)) {
      stirred = true;
      wasCrowd |= isCrowd();
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

  /**
   * Those that everyone is told of by name: who is here, and who has gone but is not told of yet.
   */
  Stream<PersonId> shown() {
    return isCrowd() ? Stream.empty() : Stream.concat(here.stream(), went.stream());
  }

  /** Who is here, for somebody who names nobody as being on their screen. */
  FromServer.Presence state() {
    return new FromServer.Presence(room, here.size(), isCrowd() ? List.of() : List.copyOf(here));
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

  /**
   * Everyone is told everything, but for one's own coming. Encoded once, however many have come.
   */
  private void tellEachName(Set<Member> members) {
    List<News> news = news();
    List<Frame> shared = Frame.joined(news.stream().map(News::frame).toList());
    for (Member member : members) {
      List<Frame> frames = came.contains(member.person()) ? without(member.person(), news) : shared;
      frames.forEach(member::hear);
    }
  }

  private static List<Frame> without(PersonId self, List<News> news) {
    return Frame.joined(
        news.stream().filter(one -> !self.equals(one.newcomer())).map(News::frame).toList());
  }

  /** Of whom nobody was told, as they were in a crowd, nobody hears that they came or went. */
  private List<News> news() {
    List<News> news = new ArrayList<>();
    Set<PersonId> unnamed = wasCrowd ? here : came;
    unnamed.forEach(
        id ->
            directory
                .person(id)
                .ifPresent(person -> news.add(News.of(new FromServer.Named(person)))));
    if (!wasCrowd) {
      came.forEach(id -> news.add(new News(id, Frame.of(new FromServer.Joined(room, id)))));
      went.forEach(id -> news.add(News.of(new FromServer.Left(room, id))));
    }
    news.add(News.of(state()));
    return news;
  }

  /**
   * One object of what is told.
   *
   * @param newcomer who does not have to be told of it, since it is their own coming; else null
   */
  private record News(PersonId newcomer, Frame frame) {
    static News of(Message message) {
      return new News(null, Frame.of(message));
    }
  }

  private void tellCrowd(Set<Member> members) {
    Frame shared = Frame.of(state());
    for (Member member : members) {
      Set<PersonId> screen = watched.get(member);
      member.hear(screen == null ? shared : Frame.of(stateOf(screen)));
    }
  }

  private FromServer.Presence stateOf(Set<PersonId> screen) {
    return new FromServer.Presence(
        room, here.size(), screen.stream().filter(here::contains).toList());
  }
}
