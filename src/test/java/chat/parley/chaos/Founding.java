package chat.parley.chaos;

import chat.parley.blackbox.Guest;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Brings people in and makes their rooms, before anything is broken. Used once. */
final class Founding {
  private static final String LOBBY = "#lobby";

  private final URI url;
  private final Recorder recorder;
  private final Random random;
  private final List<Talker> talkers;

  /**
   * @param talkers takes the clients
   */
  Founding(URI url, Recorder recorder, Random random, List<Talker> talkers) {
    this.url = url;
    this.recorder = recorder;
    this.random = random;
    this.talkers = talkers;
  }

  Town found() {
    Talker ann = come("ann", Guest.called(url, "ann"));
    Talker bob = come("bob", Guest.called(url, "bob"));
    come("bob-2", bob.guest());
    Talker cem = come("cem", Guest.called(url, "cem"));
    Talker dee = come("dee", Guest.called(url, "dee"));
    Talker eve = come("eve", Guest.called(url, "eve"));
    String lobby = ann.notes().called(LOBBY).orElseThrow();
    List<String> open = new ArrayList<>();
    for (String name : List.of("#tea", "#cake")) {
      ask(ann, Request.membership("join", ref(), name, ann.guest().id()));
      open.add(ann.notes().called(name).orElseThrow());
    }
    ask(ann, Request.create(ref(), "hidden", ann.guest().id()));
    String hidden = ann.notes().called("hidden").orElseThrow();
    for (Talker member : List.of(bob, cem, dee)) {
      ask(ann, Request.membership("invite", ref(), hidden, member.guest().id()));
      await(member, "invited", () -> member.notes().invitations().contains(hidden));
      ask(member, Request.membership("join", ref(), hidden, member.guest().id()));
    }
    List<String> before = ann.notes().rooms();
    ask(ann, Request.message(ref(), "@" + bob.guest().name(), 0, "between us", Set.of()));
    String direct =
        ann.notes().rooms().stream()
            .filter(room -> !before.contains(room))
            .findFirst()
            .orElseThrow();
    return new Town(
        lobby,
        open,
        hidden,
        direct,
        ann.guest(),
        dee.guest(),
        Set.of(ann.guest().id(), bob.guest().id()),
        List.of(ann.guest(), bob.guest(), cem.guest(), dee.guest(), eve.guest()));
  }

  /** Somebody comes in and says something, from when on they are remembered. */
  private Talker come(String name, Guest guest) {
    Duration patience = Duration.ofSeconds(2 + random.nextInt(10));
    Talker talker = new Talker(name, guest, url, recorder, patience);
    talkers.add(talker);
    await(talker, "in the lobby", () -> talker.notes().called(LOBBY).isPresent());
    ask(talker, Request.message(ref(), LOBBY, 0, name + " is here", Set.of()));
    return talker;
  }

  private void ask(Talker talker, Request request) {
    talker.ask(request);
    await(talker, "answered", () -> talker.waiting() == 0);
  }

  private static void await(Talker talker, String what, BooleanSupplier holds) {
    talker.until(what, holds);
  }

  private String ref() {
    return new BigInteger(96, random).toString(36);
  }
}
