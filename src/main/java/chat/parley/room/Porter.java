package chat.parley.room;

import chat.parley.log.Mention;
import chat.parley.message.Code;
import chat.parley.message.FromServer;
import chat.parley.message.Message;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.Ref;
import chat.parley.message.Refusal;
import chat.parley.message.RoomId;
import chat.parley.wire.Frame;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers what is asked about more than one room: which public ones there are, and where somebody
 * was named. It looks on threads of its own, and tells a place, never what was said there: that is
 * for the room's {@link Library}. Thread-safe.
 */
public final class Porter {
  /** Rooms or mentions of one answer, at most. */
  static final int MOST = 50;

  private static final System.Logger LOG = System.getLogger(Porter.class.getName());

  private final Rooms rooms;
  private final Equipment equipment;

  Porter(Rooms rooms, Equipment equipment) {
    this.rooms = rooms;
    this.equipment = equipment;
  }

  /**
   * Tells which public rooms there are, by name; of the archived ones those that somebody is in.
   * Counts as answered by the lobby.
   *
   * @param query what the name, title or topic holds; null for all
   * @param after those after this one; null for the first
   */
  public void browse(Member member, Ref ref, String query, Name after) {
    answer(member, ref, () -> Stream.of(listed(member.person(), ref, query, after)));
  }

  private FromServer listed(PersonId person, Ref ref, String query, Name after) {
    List<Room> found =
        rooms
            .named(after)
            .filter(room -> !room.traits().archived() || room.isIn(person))
            .filter(matching(query))
            .limit(MOST + 1L)
            .toList();
    return new FromServer.Rooms(
        ref,
        found.stream().limit(MOST).map(Room::listed).toList(),
        found.size() > MOST ? true : null);
  }

  private static Predicate<Room> matching(String query) {
    String wanted = query == null ? "" : folded(query.strip());
    return room ->
        Stream.of(
                room.name().map(Name::text).orElseThrow(),
                room.traits().title().text(),
                room.traits().topic().text())
            .anyMatch(text -> folded(text).contains(wanted));
  }

  private static String folded(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /** Tells where somebody was named last, in the rooms that they are in. */
  public void mentions(Member member, Ref ref) {
    answer(member, ref, () -> mentions(member.person(), ref));
  }

  private Stream<Message> mentions(PersonId person, Ref ref) {
    Map<RoomId, Room> own =
        rooms.of(person).stream().collect(Collectors.toMap(Room::id, room -> room));
    Map<RoomId, Long> since =
        own.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().since(person)));
    List<Mention> found = equipment.store().mentions(person, since, MOST + 1);
    List<Mention> told =
        found.stream().limit(MOST).filter(it -> own.get(it.room()).isIn(person)).toList();
    Stream<Message> names =
        told.stream()
            .map(Mention::sender)
            .distinct()
            .flatMap(id -> equipment.directory().person(id).stream())
            .map(FromServer.Named::new);
    List<FromServer.Mention> mentions =
        told.stream()
            .map(
                it ->
                    new FromServer.Mention(it.room(), it.seq(), it.thread(), it.sender(), it.at()))
            .toList();
    return Stream.concat(
        names,
        Stream.of(new FromServer.Mentions(ref, mentions, found.size() > MOST ? true : null)));
  }

  /** What is looked for on a thread of its own. */
  private interface Search {
    Stream<? extends Message> run();
  }

  private void answer(Member member, Ref ref, Search search) {
    try {
      equipment.readers().execute(() -> answerNow(member, ref, search));
    } catch (RejectedExecutionException e) {
      // the server stops: every connection is closed with a code that says to come back
      LOG.log(System.Logger.Level.DEBUG, "not looked for any more: {0}", e.getMessage());
    }
  }

  private void answerNow(Member member, Ref ref, Search search) {
    try {
      Frame.of(search.run().toList()).forEach(member::hear);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "What somebody asked for can't be looked for.", e);
      Refusal refusal = new Refusal(Code.FAILED, "The server could not look. Ask again.");
      member.hear(Frame.of(refusal.frame(ref)));
    }
    member.entered(rooms.lobby());
  }
}
