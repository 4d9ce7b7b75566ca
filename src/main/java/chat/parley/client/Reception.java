package chat.parley.client;

import chat.parley.log.Leaf;
import chat.parley.log.Store;
import chat.parley.message.Address;
import chat.parley.message.Code;
import chat.parley.message.FromClient;
import chat.parley.message.FromServer;
import chat.parley.message.Message;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.Plain;
import chat.parley.message.Position;
import chat.parley.message.Ref;
import chat.parley.message.Refusal;
import chat.parley.message.RoomId;
import chat.parley.message.Unreadable;
import chat.parley.room.Directory;
import chat.parley.room.Porter;
import chat.parley.room.Room;
import chat.parley.room.Rooms;
import chat.parley.state.Notebooks;
import chat.parley.state.ReadStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes what clients say, and puts it where it belongs: what is to happen in a room on the {@link
 * Desk}, who wants to hear one into the rooms' passes. What can't be is refused in the sender's
 * terms. Never waits. Thread-safe.
 */
public final class Reception {
  private static final FromServer PONG = new FromServer.Pong();

  /** UTF-16 characters of a note: the longest message that is allowed by default, twice. */
  private static final int MAX_NOTE = 16_000;

  private final Desk desk;
  private final Rooms rooms;
  private final Porter porter;
  private final Switchboard switchboard;
  private final Directory directory;
  private final ReadStates states;
  private final Notebooks notebooks;

  /**
   * @param desk where all is handed in that is to happen in a room
   * @param states keeps what people have read
   * @param notebooks keeps what their clients have noted
   */
  public Reception(
      Desk desk, Rooms rooms, Directory directory, ReadStates states, Notebooks notebooks) {
    this.desk = desk;
    this.rooms = rooms;
    this.porter = rooms.porter();
    this.states = states;
    this.notebooks = notebooks;
    this.switchboard = new Switchboard(rooms, directory);
    this.directory = directory;
  }

  /** Does what a client asks for, or refuses it. */
  public void receive(Client client, Message message) {
    try {
      take(client, message);
    } catch (Refusal refusal) {
      client.refuse(refusal.frame(ref(message)));
    }
  }

  private static Ref ref(Message message) {
    if (message instanceof FromClient.Asked asked) {
      return asked.ref();
    }
    if (message instanceof FromClient.Turn turn) {
      return turn.ref();
    }
    if (message instanceof FromClient.Browse browse) {
      return browse.ref();
    }
    if (message instanceof FromClient.Muster muster) {
      return muster.ref();
    }
    if (message instanceof FromClient.Recall recall) {
      return recall.ref();
    }
    return message instanceof Unreadable unreadable ? unreadable.ref() : null;
  }

  private void take(Client client, Message message) {
    if (message instanceof FromClient.Asked asked) {
      requireResumed(client);
      desk.take(client, asked);
    } else if (message instanceof Plain plain) {
      desk.take(client, plain);
    } else if (message instanceof FromClient.Resume resume) {
      client.request();
      resume(client, resume);
    } else if (message instanceof FromClient.Turn turn) {
      requireResumed(client);
      client.request();
      turn(client, turn);
    } else if (message instanceof FromClient.Browse
        || message instanceof FromClient.Muster
        || message instanceof FromClient.Recall) {
      requireResumed(client);
      client.request();
      lookUp(client, message);
    } else if (message instanceof FromClient.Typing typing) {
      requireResumed(client);
      client.request();
      type(client.person(), typing.recipient());
    } else if (message instanceof FromClient.Read || message instanceof FromClient.Unread) {
      requireResumed(client);
      client.request();
      mark(client, message);
    } else if (message instanceof FromClient.Note note) {
      requireResumed(client);
      client.request();
      keep(client, note);
    } else if (message instanceof FromClient.Watch watch) {
      client.request();
      watch(client, watch.recipient(), Set.copyOf(watch.people()));
    } else if (message instanceof FromClient.Ask ask) {
      client.request();
      ask(client, ask.people());
    } else if (message instanceof FromClient.Ping) {
      client.hear(PONG);
    } else if (message instanceof Unreadable unreadable) {
      throw new Refusal(unreadable.code(), unreadable.reason());
    }
  }

  private static void requireResumed(Client client) {
    if (!client.isResumed()) {
      throw new Refusal(
          Code.NOT_RESUMED,
          "Send a resume frame first: it says from where on you hear your rooms.");
    }
  }

  /**
   * The first one is answered for all rooms of the person, and their notes; a later one, which
   * mends a gap, for the rooms that it names.
   */
  private void resume(Client client, FromClient.Resume resume) {
    boolean mends = client.isResumed();
    Map<RoomId, Position> held =
        resume.positions().stream()
            .collect(
                Collectors.toMap(Position::room, Function.identity(), (first, second) -> second));
    client.resume();
    List<CatchUp.Step> steps = new ArrayList<>();
    for (Room room : rooms.of(client.person())) {
      Optional<Position> position = Optional.ofNullable(held.get(room.id()));
      if (mends && position.isEmpty()) {
        continue;
      }
      steps.add(new CatchUp.Step(room, () -> client.enter(room, position)));
    }
    client.enter(steps);
    if (!mends) {
      states.come(client.person(), held.keySet());
      notebooks.come(client, resume.notes());
    }
  }

  private void turn(Client client, FromClient.Turn turn) {
    client.turn(readable(turn.recipient(), client.person()), turn.ref(), leaf(turn));
  }

  private Room readable(Address address, PersonId person) {
    Room room = switchboard.existing(address, person);
    if (!room.isReadableBy(person)) {
      throw new Refusal(
          Code.NOT_JOINED, "You are invited to this room: join it, and you can read it.");
    }
    return room;
  }

  private void lookUp(Client client, Message message) {
    Room lobby = rooms.lobby();
    if (message instanceof FromClient.Browse browse) {
      Name after = browse.after() instanceof Address.OfRoomName named ? named.name() : null;
      client.ask(lobby, () -> porter.browse(client, browse.ref(), browse.query(), after));
    } else if (message instanceof FromClient.Recall recall) {
      client.ask(lobby, () -> porter.mentions(client, recall.ref()));
    } else if (message instanceof FromClient.Muster muster) {
      muster(client, muster);
    }
  }

  private void muster(Client client, FromClient.Muster muster) {
    Room room = readable(muster.recipient(), client.person());
    if (room.isForEveryone()) {
      throw new Refusal(Code.LOBBY, "Everyone is in #lobby.");
    }
    client.ask(room, () -> room.muster(client, muster.ref(), muster.after()));
  }

  /** Nobody waits for an answer: where one may not write, nothing comes of it. */
  private void type(PersonId person, Address address) {
    Optional<Room> room =
        address instanceof Address.OfRoomName named
            ? rooms.find(named.name())
            : address instanceof Address.OfRoom it ? rooms.find(it.id(), person) : Optional.empty();
    room.ifPresent(it -> it.type(person));
  }

  private void mark(Client client, Message message) {
    PersonId person = client.person();
    if (message instanceof FromClient.Unread unread) {
      states.takeBack(person, own(unread.recipient(), person), unread.seq());
    } else if (message instanceof FromClient.Read read) {
      Room room = own(read.recipient(), person);
      if (read.thread() == null) {
        states.read(person, room, read.seq(), read.turn());
      } else {
        states.readThread(person, room, read.thread(), read.seq());
      }
    }
  }

  private void keep(Client client, FromClient.Note note) {
    String value = note.value();
    if (value != null && value.length() > MAX_NOTE) {
      throw new Refusal(Code.TOO_LONG, "A note has at most " + MAX_NOTE + " characters.");
    }
    if (value != null) {
      Content.checkUnicode("A note", value);
    }
    notebooks.keep(
        client.person(), note.key(), value, refusal -> client.refuse(refusal.frame(null)));
  }

  private Room own(Address address, PersonId person) {
    Room room = switchboard.existing(address, person);
    if (!room.isIn(person)) {
      throw new Refusal(Code.NOT_JOINED, "You are not in this room. Join it first.");
    }
    return room;
  }

  private static Leaf leaf(FromClient.Turn turn) {
    int limit = turn.limit() == null ? Store.TAIL : turn.limit().intValue();
    return new Leaf(place(turn), scope(turn), limit);
  }

  private static Leaf.Scope scope(FromClient.Turn turn) {
    if (turn.thread() != null) {
      return new Leaf.OfThread(turn.thread());
    }
    return Boolean.TRUE.equals(turn.pinned()) ? new Leaf.Pinned() : new Leaf.InRoom();
  }

  private static Leaf.Place place(FromClient.Turn turn) {
    if (turn.before() != null) {
      return new Leaf.Before(turn.before());
    }
    if (turn.after() != null) {
      return new Leaf.After(turn.after());
    }
    if (turn.around() != null) {
      return new Leaf.Around(turn.around());
    }
    return turn.date() == null ? new Leaf.Newest() : new Leaf.Since(turn.date());
  }

  private void watch(Client client, RoomId id, Set<PersonId> people) {
    rooms
        .find(id, client.person())
        .filter(room -> room.isIn(client.person()))
        .orElseThrow(() -> new Refusal(Code.NO_SUCH_ROOM, "You are in no room with this id."))
        .watch(client, people);
  }

  private void ask(Client client, List<PersonId> people) {
    for (PersonId id : people) {
      directory.person(id).map(FromServer.Named::new).ifPresent(client::hear);
    }
  }
}
