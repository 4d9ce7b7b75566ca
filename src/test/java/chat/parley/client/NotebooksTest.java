package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.log.Engine;
import chat.parley.log.OnEachEngine;
import chat.parley.message.FromClient;
import chat.parley.message.Mark;
import chat.parley.message.NoteKey;
import chat.parley.message.NotesPosition;
import chat.parley.state.StateClock;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class NotebooksTest {
  private static final int BEATS_TO_STORE = 6;

  @Parameter Engine engine;
  @TempDir Path folder;

  private House house;
  private House.Guest ann;

  @BeforeEach
  void open() {
    house = new House(new Conditions(), engine.open(folder));
    ann = come(null);
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** A connection of ann's, which holds this. */
  private House.Guest come(NotesPosition held) {
    House.Guest guest = house.welcome(house.ann);
    guest.connection.forget();
    guest.send(new FromClient.Resume(List.of(), held));
    return guest;
  }

  private void beat() {
    for (int i = 0; i < BEATS_TO_STORE; i++) {
      house.notebooks.beat();
    }
  }

  private static void note(House.Guest guest, String key, String value) {
    guest.send(new FromClient.Note(new NoteKey(key), value));
  }

  /** What a client holds, as the protocol has it do. */
  private static Map<String, String> held(House.Guest guest) {
    Map<String, String> held = new LinkedHashMap<>();
    for (JsonObject frame : guest.connection.objects("notes")) {
      if (!frame.containsKey("after")) {
        held.clear();
      }
      for (JsonObject note : frame.getJsonArray("notes").getValuesAs(JsonObject.class)) {
        held.put(note.getString("key"), note.getString("value", null));
      }
    }
    return held;
  }

  private static NotesPosition position(House.Guest guest) {
    List<JsonObject> frames = guest.connection.objects("notes");
    JsonObject last = frames.get(frames.size() - 1);
    return new NotesPosition(
        last.getJsonNumber("version").longValue(), new Mark(last.getString("mark")));
  }

  private static List<String> refusals(House.Guest guest) {
    return guest.connection.objects("refused").stream().map(it -> it.getString("code")).toList();
  }

  @Test
  void aNoteIsToldToAllConnectionsOfItsPersonOnceItIsStored() {
    House.Guest other = come(null);
    House.Guest bob = house.parley(house.bob);
    house.inbox.hold();
    note(ann, "draft", "hel");
    note(ann, "draft", "hello");
    beat();
    assertEquals(Map.of(), held(other));
    house.inbox.letGo();
    beat();
    assertEquals(Map.of("draft", "hello"), held(ann));
    assertEquals(Map.of("draft", "hello"), held(other));
    assertEquals(Map.of(), held(bob));
  }

  @Test
  void whoResumesIsToldWhatIsNewerThanWhatTheyHold() {
    note(ann, "a", "1");
    note(ann, "b", "1");
    beat();
    NotesPosition before = position(ann);
    note(ann, "b", "2");
    note(ann, "c", "2");
    beat();
    House.Guest again = come(before);
    beat();
    assertEquals(Map.of("b", "2", "c", "2"), held(again));
    JsonObject told = again.connection.objects("notes").get(0);
    assertEquals(before.version(), told.getJsonNumber("after").longValue());
    House.Guest fresh = come(null);
    beat();
    assertEquals(Map.of("a", "1", "b", "2", "c", "2"), held(fresh));
    assertFalse(fresh.connection.objects("notes").get(0).containsKey("after"));
  }

  @Test
  void whoHoldsEverythingIsToldNothing() {
    note(ann, "a", "1");
    beat();
    House.Guest again = come(position(ann));
    beat();
    assertEquals(Map.of(), held(again));
    assertEquals(position(ann), position(again));
  }

  @Test
  void aNoteThatIsGoneIsToldToWhoHeldIt() {
    note(ann, "a", "1");
    note(ann, "b", "1");
    beat();
    House.Guest other = come(position(ann));
    note(ann, "a", null);
    beat();
    Map<String, String> gone = new LinkedHashMap<>();
    gone.put("a", null);
    assertEquals(gone, held(other));
    House.Guest fresh = come(null);
    beat();
    assertEquals(Map.of("b", "1"), held(fresh));
  }

  @Test
  void whatIsSaidAgainChangesNothing() {
    note(ann, "a", "1");
    beat();
    NotesPosition before = position(ann);
    note(ann, "a", "1");
    note(ann, "none", null);
    beat();
    assertEquals(before, position(ann));
  }

  @Test
  void eachMessageFollowsOnTheOneBefore() {
    String value = "x".repeat(9000);
    for (int i = 0; i < 8; i++) {
      note(ann, "n" + i, value);
    }
    beat();
    House.Guest fresh = come(null);
    beat();
    List<JsonObject> told = fresh.connection.objects("notes");
    assertTrue(told.size() > 1);
    for (int i = 1; i < told.size(); i++) {
      assertEquals(told.get(i - 1).getJsonNumber("version"), told.get(i).getJsonNumber("after"));
    }
    assertEquals(8, held(fresh).size());
  }

  @Test
  void moreThanSomebodyMayKeepIsRefusedAndNothingElse() {
    for (int i = 0; i < 500; i++) {
      house.clock.pass(Duration.ofSeconds(1));
      note(ann, "n" + i, "x");
    }
    beat();
    note(ann, "onemore", "x");
    note(ann, "n7", "y");
    beat();
    assertEquals(List.of("too_many_notes"), refusals(ann));
    House.Guest fresh = come(null);
    beat();
    assertEquals(500, held(fresh).size());
    assertEquals("y", held(fresh).get("n7"));
  }

  @Test
  void whoMissedThatTracesWereThrownAwayIsToldAfresh() {
    note(ann, "stays", "x");
    note(ann, "goes", "x");
    beat();
    NotesPosition before = position(ann);
    List<String> keys = new ArrayList<>(List.of("goes"));
    for (int i = 0; i < 510; i++) {
      house.clock.pass(Duration.ofSeconds(1));
      keys.add("n" + i);
      note(ann, "n" + i, "x");
      if (i % 100 == 0) {
        beat();
        keys.forEach(key -> note(ann, key, null));
        keys.clear();
      }
    }
    keys.forEach(key -> note(ann, key, null));
    beat();
    note(ann, "new", "x");
    beat();
    House.Guest again = come(before);
    beat();
    assertEquals(Map.of("stays", "x", "new", "x"), held(again));
    assertEquals(position(ann).version(), position(again).version());
  }

  @Test
  void whatLastsOutlastsTheServer() {
    note(ann, "a", "1");
    beat();
    NotesPosition before = position(ann);
    house.close();
    open();
    House.Guest again = come(before);
    note(ann, "b", "2");
    beat();
    assertEquals(Map.of("b", "2"), held(again));
  }

  @Test
  void whatWasToldInARunThatTheDatabaseDoesNotKnowIsToldAfresh() {
    note(ann, "a", "1");
    beat();
    NotesPosition lost = new NotesPosition(position(ann).version(), new Mark("0123456789abcdef"));
    House.Guest again = come(lost);
    beat();
    assertEquals(Map.of("a", "1"), held(again));
    assertFalse(again.connection.objects("notes").get(0).containsKey("after"));
  }

  @Test
  void whatWaitsIsStoredBeforeTheServerStops() {
    StateClock clock = new StateClock(house.states, house.notebooks);
    note(ann, "a", "1");
    clock.close();
    house.close();
    open();
    beat();
    assertEquals(Map.of("a", "1"), held(ann));
  }

  @Test
  void whoIsToldSomethingWhileTheServerStopsIsNotInterrupted() throws InterruptedException {
    Interruption interruption = new Interruption();
    ann.connection.whileSending = interruption::look;
    note(ann, "a", "1");
    StateClock clock = new StateClock(house.states, house.notebooks);
    clock.start();
    interruption.awaitLook();
    clock.close();
    assertFalse(interruption.came());
  }

  @Test
  void whatCanNotBeStoredIsRefused() {
    house.inbox.hold();
    note(ann, "a", "1");
    beat();
    house.inbox.fail();
    note(ann, "b", "1");
    house.inbox.setFull(true);
    beat();
    assertEquals(List.of("failed", "busy"), refusals(ann));
    assertEquals(Map.of(), held(ann));
  }

  @Test
  void aNoteIsTextOfSomeLength() {
    note(ann, "a", "x".repeat(16_001));
    note(ann, "a", "\0");
    assertEquals(List.of("too_long", "malformed"), refusals(ann));
  }
}
