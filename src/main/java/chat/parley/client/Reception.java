package chat.parley.client;

import chat.parley.config.Config;
import chat.parley.config.Limits;
import chat.parley.log.Committer;
import chat.parley.log.Draft;
import chat.parley.log.Outcome;
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
import chat.parley.room.NotStored;
import chat.parley.room.Room;
import chat.parley.room.Rooms;
import chat.parley.room.Sequel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes what clients say, and puts it where it belongs: messages into the committer's inbox,
 * comings and goings into the rooms' passes. What can't be is refused in the sender's terms. Never
 * waits. Thread-safe.
 */
public final class Reception {
  private static final FromServer PONG = new FromServer.Pong();

  private final Limits limits;
  private final ClientManager clients;
  private final Presence presence;
  private final Rooms rooms;
  private final Switchboard switchboard;
  private final Directory directory;
  private final Committer committer;

  /** Connects these. */
  public Reception(
      Config config,
      ClientManager clients,
      Presence presence,
      Rooms rooms,
      Switchboard switchboard,
      Directory directory,
      Committer committer) {
    this.limits = config.limits();
    this.clients = clients;
    this.presence = presence;
    this.rooms = rooms;
    this.switchboard = switchboard;
    this.directory = directory;
    this.committer = committer;
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
    if (message instanceof FromClient.Say say) {
      return say.ref();
    }
    if (message instanceof FromClient.Join join) {
      return join.ref();
    }
    if (message instanceof FromClient.Leave leave) {
      return leave.ref();
    }
    return message instanceof Unreadable unreadable ? unreadable.ref() : null;
  }

  private void take(Client client, Message message) {
    if (message instanceof FromClient.Say say) {
      requireResumed(client);
      say(client, say.ref(), say.recipient(), say.content());
    } else if (message instanceof Plain plain) {
      say(
          client,
          null,
          plain.recipient() == null ? lobby() : Address.of(plain.recipient()),
          plain.content());
    } else if (message instanceof FromClient.Resume resume) {
      client.request();
      resume(client, resume.positions());
    } else if (message instanceof FromClient.Join join) {
      client.request();
      requireResumed(client);
      join(client, join.ref(), join.recipient());
    } else if (message instanceof FromClient.Leave leave) {
      client.request();
      requireResumed(client);
      leave(client, leave.ref(), leave.recipient());
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

  private Address lobby() {
    return new Address.OfRoom(rooms.lobby().id());
  }

  private static void requireResumed(Client client) {
    if (!client.isResumed()) {
      throw new Refusal(
          Code.NOT_RESUMED,
          "Send a resume frame first: it says from where on you hear your rooms.");
    }
  }

  private void say(Client client, Ref ref, Address recipient, String content) {
    Content.check(content, limits.content());
    slowDown(client.person());
    Room room = switchboard.toWrite(recipient, client.person());
    directory.said(client.person());
    if (!committer.append(
        new Draft(room, client.person(), ref, content, outcome -> answer(client, outcome)))) {
      throw NotStored.busy();
    }
  }

  private void slowDown(PersonId person) {
    long wait =
        presence.allowance(person).map(allowance -> allowance.take(System.nanoTime())).orElse(0L);
    if (wait > 0) {
      long millis = wait / 1_000_000 + 1;
      throw new Refusal(
          Code.SLOW_DOWN,
          "You are sending faster than "
              + plain(limits.rate())
              + " messages a second. Try again in "
              + plain(Math.ceil(millis / 100.0) / 10)
              + " seconds.",
          millis);
    }
  }

  /** 5, not 5.0. */
  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static void answer(Client client, Outcome outcome) {
    Ref ref = outcome.draft().ref();
    if (outcome instanceof Outcome.Repeated repeated) {
      client.hear(
          new FromServer.Stored(
              ref, repeated.entry().room(), repeated.entry().seq(), repeated.entry().at()));
    } else if (outcome instanceof Outcome.Refused refused) {
      client.refuse(new Refusal(refused.code(), refused.text()).frame(ref));
    }
  }

  /**
   * The first one is answered for all rooms of the person; a later one, which mends a gap, for
   * those that it names.
   */
  private void resume(Client client, List<Position> positions) {
    boolean mends = client.isResumed();
    Map<RoomId, Position> held =
        positions.stream()
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
  }

  private void join(Client client, Ref ref, Address recipient) {
    PersonId person = client.person();
    Sequel entering = sequel(client, ref, room -> clients.enterAll(person, room));
    if (recipient instanceof Address.OfRoomName named) {
      join(person, named.name(), entering);
    } else if (recipient instanceof Address.OfRoom) {
      Room room = switchboard.existing(recipient, person);
      room.name()
          .ifPresentOrElse(
              name -> join(person, name, entering), () -> rooms.reopen(person, room, entering));
    } else {
      throw new Refusal(Code.BAD_NAME, "A room is joined by its #name or its id.");
    }
  }

  /** The client alone is told of a failure. */
  private static Sequel sequel(Client client, Ref ref, Consumer<Room> stored) {
    return new Sequel(stored, () -> client.refuse(NotStored.failed().frame(ref)));
  }

  private void join(PersonId person, Name name, Sequel entering) {
    directory.settled(person);
    if (rooms.join(person, name, limits.rooms(), entering).isEmpty()) {
      throw new Refusal(
          Code.TOO_MANY_ROOMS, "You are in " + limits.rooms() + " rooms. Leave one first.");
    }
  }

  private void leave(Client client, Ref ref, Address recipient) {
    PersonId person = client.person();
    Room room = switchboard.existing(recipient, person);
    if (room == rooms.lobby()) {
      throw new Refusal(Code.LOBBY, "Everyone is in #lobby: it can't be left.");
    }
    if (!rooms.leave(person, room, sequel(client, ref, left -> left.leave(person)))) {
      throw new Refusal(Code.NOT_JOINED, "You are not in " + recipient.text() + ".");
    }
  }

  private void watch(Client client, RoomId id, Set<PersonId> people) {
    rooms
        .find(id, client.person())
        .filter(room -> room.admits(client.person()))
        .orElseThrow(() -> new Refusal(Code.NO_SUCH_ROOM, "You are in no room with this id."))
        .watch(client, people);
  }

  private void ask(Client client, List<PersonId> people) {
    for (PersonId id : people) {
      directory.person(id).map(FromServer.Named::new).ifPresent(client::hear);
    }
  }
}
