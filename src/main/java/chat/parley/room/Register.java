package chat.parley.room;

import chat.parley.message.Code;
import chat.parley.message.FromServer;
import chat.parley.message.Message;
import chat.parley.message.PersonId;
import chat.parley.message.Refusal;
import chat.parley.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells who is in a room, to whoever may read it: part by part, by id. Not thread-safe: only the
 * room's pass touches it, so that nobody is told after they have left.
 */
final class Register {
  /** People of one answer, at most. */
  static final int MOST = 200;

  private final Room room;
  private final Directory directory;

  Register(Room room, Directory directory) {
    this.room = room;
    this.directory = directory;
  }

  void tell(RoomEvent.Muster asked) {
    Member member = asked.member();
    if (room.isReadableBy(member.person())) {
      FromServer.Members part = room.kind().isFixed() ? conversation(asked) : part(asked);
      Stream<Message> names =
          Stream.concat(part.members().stream(), part.invited().stream())
              .flatMap(id -> directory.person(id).stream())
              .map(FromServer.Named::new);
      Frame.of(Stream.concat(names, Stream.of(part)).toList()).forEach(member::hear);
    } else {
      Refusal refusal = new Refusal(Code.NO_SUCH_ROOM, "There is no such room.");
      member.hear(Frame.of(refusal.frame(asked.ref())));
    }
    member.entered(room);
  }

  private FromServer.Members conversation(RoomEvent.Muster asked) {
    List<PersonId> people = List.copyOf(room.people());
    return new FromServer.Members(asked.ref(), room.id(), people.size(), people, List.of(), null);
  }

  private FromServer.Members part(RoomEvent.Muster asked) {
    List<PersonId> members = new ArrayList<>();
    List<PersonId> invited = new ArrayList<>();
    PersonId last = null;
    for (Map.Entry<PersonId, Place> place : room.placesAfter(asked.after()).entrySet()) {
      if (members.size() + invited.size() == MOST) {
        return members(asked, members, invited, last);
      }
      last = place.getKey();
      (place.getValue().isMember() ? members : invited).add(last);
    }
    return members(asked, members, invited, null);
  }

  private FromServer.Members members(
      RoomEvent.Muster asked, List<PersonId> members, List<PersonId> invited, PersonId after) {
    return new FromServer.Members(asked.ref(), room.id(), room.members(), members, invited, after);
  }
}
