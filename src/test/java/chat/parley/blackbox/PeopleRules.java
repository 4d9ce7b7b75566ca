package chat.parley.blackbox;

import static chat.parley.blackbox.ParleyClient.by;
import static chat.parley.blackbox.ParleyClient.of;
import static chat.parley.blackbox.ParleyClient.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.Slow;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Who is here, and what they are called. */
interface PeopleRules extends Host {
  /** How long somebody still counts as here, and then some. */
  Duration GRACE = Duration.ofSeconds(10);

  @Test
  default void twoTabsAreOnePersonWhoComesOnce() {
    Guest guest = Guest.called(open(), "bob");
    try (ParleyClient ann = ParleyClient.in(open())) {
      String lobby = lobby(ann);
      try (ParleyClient tab = ParleyClient.in(open(), guest)) {
        ann.heard().await("joined", type("joined").and(of(lobby)).and(by(guest.id())));
        try (ParleyClient second = ParleyClient.in(open(), guest)) {
          assertEquals(tab.id(), second.id());
          String words = Fresh.words("both here");
          second.store("#lobby", words);
          ann.await(words);
          tab.await(words);
        }
        String words = Fresh.words("one gone");
        tab.store("#lobby", words);
        ann.await(words);
      }
      ann.sync();
      assertEquals(
          1,
          ann.heard().all().stream()
              .filter(type("joined").and(of(lobby)).and(by(guest.id())))
              .count());
      assertFalse(ann.heard().any(type("left").and(by(guest.id()))));
    }
  }

  @Slow
  @Test
  default void somebodyIsGoneTenSecondsAfterTheirLastConnection() {
    Guest leaves = Guest.called(open(), "leaves");
    Guest returns = Guest.called(open(), "returns");
    try (ParleyClient ann = ParleyClient.in(open())) {
      ParleyClient.in(open(), leaves).close();
      long closed = System.nanoTime();
      ParleyClient.in(open(), returns).close();
      try (ParleyClient back = ParleyClient.in(open(), returns)) {
        Predicate<JsonObject> left = type("left").and(of(lobby(ann)));
        ann.heard().await("left", Deadline.in(GRACE.plusSeconds(5)), left.and(by(leaves.id())));
        double seconds = (System.nanoTime() - closed) / 1e9;
        assertTrue(seconds > 9, "gone after " + seconds + " s");
        ann.heard().poll(Deadline.in(Duration.ofSeconds(2)), left.and(by(returns.id())));
        assertFalse(
            ann.heard().any(left.and(by(returns.id()))),
            "somebody who came back is said to have left");
        back.sync();
      }
    }
  }

  @Test
  default void membersHearOfThoseWhoJoinAndLeave() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.join(name);
      bob.join(name);
      ann.heard().await("joined", type("joined").and(of(room)).and(by(bob.id())));
      ann.heard().await("both here", here(room, ann.id(), bob.id()));
      bob.leave(room);
      ann.heard().await("left", type("left").and(of(room)).and(by(bob.id())));
      ann.heard().await("one here", here(room, ann.id()));
    }
  }

  @Test
  default void presenceIsSentAtMostOnceASecond() {
    String name = Fresh.room("tea");
    List<ParleyClient> crowd = new ArrayList<>();
    try (ParleyClient ann = ParleyClient.in(open())) {
      String room = ann.join(name);
      long start = System.nanoTime();
      for (int i = 0; i < 20; i++) {
        ParleyClient client = ParleyClient.in(open());
        client.join(name);
        crowd.add(client);
      }
      Predicate<JsonObject> presence = type("presence").and(of(room));
      ann.heard().await("21 here", presence.and(frame -> frame.getInt("count") == 21));
      double seconds = (System.nanoTime() - start) / 1e9;
      long frames = ann.heard().all().stream().filter(presence).count();
      assertTrue(frames <= seconds + 3, frames + " frames in " + seconds + " s");
    } finally {
      crowd.forEach(ParleyClient::close);
    }
  }

  @Slow
  @Test
  default void aLargeRoomIsCountedAndOnlyThoseOnScreenAreNamed() {
    String name = Fresh.room("hall");
    try (Crowd crowd = new Crowd(open());
        ParleyClient ann = ParleyClient.in(open())) {
      String room = ann.join(name);
      int bound = ann.welcome().getJsonObject("limits").getInt("presence");
      ParleyClient first = crowd.add();
      first.join(name);
      while (crowd.size() < bound) {
        crowd.add().join(name);
      }
      ParleyClient last = crowd.add();
      last.join(name);
      Predicate<JsonObject> whole =
          type("presence").and(of(room)).and(frame -> frame.getInt("count") == crowd.size() + 1);
      ann.heard().await("the whole number", whole);
      ann.send(Ask.person(List.of(first.id())));
      ann.heard().await("the name", named(first.id()));
      ann.send(Ask.presence(room, List.of(first.id())));
      ann.heard().await("only those named", here(room, first.id()).and(whole));
      assertFalse(
          ann.heard().any(type("joined").and(of(room)).and(by(last.id()))),
          "joined in a large room");
    }
  }

  @Test
  default void aPersonCanBeLookedUp() {
    Guest ann = Guest.called(open(), "ann");
    Guest bob = Guest.called(open(), "bob");
    try (ParleyClient carl = ParleyClient.in(open())) {
      carl.send(Ask.person(List.of(ann.id(), "p_0000000000000000", bob.id())));
      for (Guest guest : List.of(ann, bob)) {
        JsonObject person = carl.heard().await("the name of " + guest, named(guest.id()));
        assertEquals(guest.name(), person.getString("name"));
        assertTrue(person.getBoolean("guest"));
      }
      carl.sync();
    }
  }

  @Test
  default void aNewNameIsToldToThoseWhoShareARoom() {
    Guest bob = Guest.called(open(), "bob");
    String other = Fresh.name("robert");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient tab = ParleyClient.in(open(), bob)) {
      tab.store("#lobby", Fresh.words("before"));
      Guest renamed = bob.rename(open(), other);
      ann.heard()
          .await(
              "the new name", named(bob.id()).and(frame -> frame.getString("name").equals(other)));
      tab.heard()
          .await(
              "the new name", named(bob.id()).and(frame -> frame.getString("name").equals(other)));
      try (ParleyClient again = ParleyClient.in(open(), renamed)) {
        assertEquals(bob.id(), again.id());
        assertEquals(other, again.name());
      }
    }
  }

  private static String lobby(ParleyClient client) {
    return Json.objects(client.welcome(), "rooms").get(0).getString("id");
  }

  private static Predicate<JsonObject> named(String person) {
    return type("person").and(frame -> frame.getString("id").equals(person));
  }

  private static Predicate<JsonObject> here(String room, String... people) {
    return type("presence")
        .and(of(room))
        .and(frame -> Set.copyOf(Json.strings(frame, "here")).equals(Set.of(people)));
  }
}
