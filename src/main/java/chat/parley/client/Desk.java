package chat.parley.client;

import chat.parley.config.Config;
import chat.parley.config.Limits;
import chat.parley.log.Act;
import chat.parley.log.Draft;
import chat.parley.log.Entry;
import chat.parley.log.Inbox;
import chat.parley.log.Outcome;
import chat.parley.message.Address;
import chat.parley.message.Code;
import chat.parley.message.FromClient;
import chat.parley.message.FromServer;
import chat.parley.message.Membership;
import chat.parley.message.PersonId;
import chat.parley.message.Plain;
import chat.parley.message.Ref;
import chat.parley.message.Refusal;
import chat.parley.room.Directory;
import chat.parley.room.NotStored;
import chat.parley.room.Room;
import chat.parley.room.Rooms;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes drafts of what clients want to happen in rooms, and puts them into the committer's inbox.
 * Whether it may happen is judged by the room, in its order. Never waits. Thread-safe.
 */
public final class Desk {
  private final Limits limits;
  private final Presence presence;
  private final Rooms rooms;
  private final Switchboard switchboard;
  private final Founder founder;
  private final Directory directory;
  private final Inbox inbox;

  /** Connects these. */
  public Desk(Config config, Presence presence, Rooms rooms, Directory directory, Inbox inbox) {
    this.limits = config.limits();
    this.presence = presence;
    this.rooms = rooms;
    this.switchboard = new Switchboard(rooms, directory);
    this.founder = new Founder(rooms, switchboard, directory);
    this.directory = directory;
    this.inbox = inbox;
  }

  /** Takes what a client without subprotocol says. */
  void take(Client client, Plain plain) {
    Content.check(plain.content(), limits.content());
    slowDown(client.person());
    Room room =
        plain.recipient() == null
            ? rooms.lobby()
            : switchboard.room(Address.of(plain.recipient()), client.person());
    append(client, room, null, new Act.Say(Mentions.in(plain.content(), directory), null));
  }

  /** Takes what a client asks for. */
  void take(Client client, FromClient.Asked asked) {
    if (asked instanceof FromClient.Say say) {
      Content.check(say.content(), limits.content());
      slowDown(client.person());
      append(
          client,
          switchboard.room(say.recipient(), client.person()),
          say.ref(),
          new Act.Say(Mentions.in(say.content(), directory), say.thread()));
    } else if (asked instanceof FromClient.Edit edit) {
      Content.check(edit.content(), limits.content());
      slowDown(client.person());
      append(
          client,
          switchboard.room(edit.recipient(), client.person()),
          edit.ref(),
          new Act.Edit(edit.target(), Mentions.in(edit.content(), directory)));
    } else {
      client.request();
      request(client, asked);
    }
  }

  private void request(Client client, FromClient.Asked asked) {
    PersonId person = client.person();
    if (asked instanceof FromClient.Delete delete) {
      append(client, delete.recipient(), delete.ref(), new Act.Delete(delete.target()));
    } else if (asked instanceof FromClient.React react) {
      append(
          client,
          react.recipient(),
          react.ref(),
          new Act.React(react.target(), react.emoji(), react.on()));
    } else if (asked instanceof FromClient.Pin pin) {
      append(client, pin.recipient(), pin.ref(), new Act.Pin(pin.target(), pin.on()));
    } else if (asked instanceof FromClient.Settle settle) {
      append(
          client,
          settle.recipient(),
          settle.ref(),
          new Act.Settle(settle.title(), settle.topic(), settle.archived()));
    } else if (asked instanceof FromClient.Create create) {
      create(client, create);
    } else if (asked instanceof FromClient.Join join) {
      join(client, join);
    } else if (asked instanceof FromClient.Leave leave) {
      append(client, leave.recipient(), leave.ref(), new Act.Belong(person, Membership.LEFT));
    } else if (asked instanceof FromClient.Decline decline) {
      append(
          client, decline.recipient(), decline.ref(), new Act.Belong(person, Membership.DECLINED));
    } else if (asked instanceof FromClient.Invite invite) {
      append(client, invite.recipient(), invite.ref(), invite.person(), Membership.INVITED);
    } else if (asked instanceof FromClient.Remove remove) {
      append(client, remove.recipient(), remove.ref(), remove.person(), Membership.REMOVED);
    } else if (asked instanceof FromClient.HandOn handOn) {
      append(client, handOn.recipient(), handOn.ref(), handOn.person(), Membership.OWNER);
    }
  }

  private void create(Client client, FromClient.Create create) {
    founder
        .create(
            client.person(),
            create,
            room -> draft(client, room, create.ref(), joined(client.person())))
        .ifPresent(room -> client.enter(room, Optional.empty()));
  }

  private static Act joined(PersonId person) {
    return new Act.Belong(person, Membership.JOINED);
  }

  /** Who is in the room already hears it afresh. */
  private void join(Client client, FromClient.Join join) {
    PersonId person = client.person();
    directory.settled(person);
    if (join.recipient() instanceof Address.OfRoomName named) {
      rooms.joinOrFound(person, named.name(), room -> joining(client, room, join.ref()));
    } else if (join.recipient() instanceof Address.OfRoom) {
      append(joining(client, switchboard.room(join.recipient(), person), join.ref()));
    } else {
      throw new Refusal(Code.BAD_NAME, "A room is joined by its #name or its id.");
    }
  }

  private Draft joining(Client client, Room room, Ref ref) {
    return new Draft(
        room,
        client.person(),
        ref,
        joined(client.person()),
        outcome -> {
          if (outcome instanceof Outcome.Refused refused && refused.code() == Code.ALREADY_IN) {
            client.enter(room, Optional.empty());
          } else {
            answer(client, outcome);
          }
        });
  }

  private void append(
      Client client, Address recipient, Ref ref, Address person, Membership change) {
    PersonId whom = switchboard.person(person).id();
    directory.settled(whom);
    append(client, recipient, ref, new Act.Belong(whom, change));
  }

  private void append(Client client, Address recipient, Ref ref, Act act) {
    append(client, switchboard.existing(recipient, client.person()), ref, act);
  }

  private void append(Client client, Room room, Ref ref, Act act) {
    directory.said(client.person());
    append(draft(client, room, ref, act));
  }

  private Draft draft(Client client, Room room, Ref ref, Act act) {
    return new Draft(room, client.person(), ref, act, answerTo(client));
  }

  private void append(Draft draft) {
    if (!inbox.append(draft)) {
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

  private static Consumer<Outcome> answerTo(Client client) {
    return outcome -> answer(client, outcome);
  }

  private static FromServer stored(Ref ref, Entry entry) {
    return new FromServer.Stored(ref, entry.room(), entry.seq(), entry.at());
  }

  private static void answer(Client client, Outcome outcome) {
    Ref ref = outcome.draft().ref();
    if (outcome instanceof Outcome.Repeated repeated) {
      client.hear(stored(ref, repeated.entry()));
    } else if (outcome instanceof Outcome.Stored stored) {
      client.hear(stored(ref, stored.entry()));
    } else if (outcome instanceof Outcome.Refused refused) {
      client.refuse(new Refusal(refused.code(), refused.text(), refused.retryAfter()).frame(ref));
    }
  }
}
