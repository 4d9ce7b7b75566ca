package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chat.parley.log.Engine;
import chat.parley.message.FromClient;
import chat.parley.message.Mark;
import chat.parley.message.NoteKey;
import chat.parley.message.NotesPosition;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether somebody's client notices that the database was put back from a copy. */
class NotesOfACopyTest {
  private static final int BEATS_TO_STORE = 6;

  @TempDir Path folder;
  private House house;

  @BeforeEach
  void open() {
    house = new House(new Conditions(), Engine.SQLITE.open(folder));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void copy(String from, String to) throws IOException {
    Files.copy(folder.resolve(from), folder.resolve(to), StandardCopyOption.REPLACE_EXISTING);
  }

  /** What ann's client is told last, if it holds this and notes that. */
  private JsonObject told(NotesPosition held, String key, String value) {
    House.Guest ann = house.welcome(house.ann);
    ann.send(new FromClient.Resume(List.of(), held));
    ann.send(new FromClient.Note(new NoteKey(key), value));
    for (int i = 0; i < BEATS_TO_STORE; i++) {
      house.notebooks.beat();
    }
    List<JsonObject> notes = ann.connection.objects("notes");
    return notes.get(notes.size() - 1);
  }

  private static NotesPosition position(JsonObject told) {
    return new NotesPosition(
        told.getJsonNumber("version").longValue(), new Mark(told.getString("mark")));
  }

  @Test
  void whatWasToldBeforeTheCopyIsKnownAndWhatCameAfterIsNot() throws IOException {
    NotesPosition before = position(told(null, "a", "in the copy"));
    house.close();
    copy("parley.db", "copy");
    open();
    NotesPosition lost = position(told(before, "a", "lost with the copy"));
    house.close();
    copy("copy", "parley.db");
    open();
    told(before, "b", "another history");
    told(before, "c", "goes on");
    assertEquals(List.of("b", "c", "d"), keys(come(before)));
    JsonObject afresh = come(lost);
    assertFalse(afresh.containsKey("after"));
    assertEquals(List.of("a", "b", "c", "d"), keys(afresh));
  }

  /** What somebody who holds this is told first. */
  private JsonObject come(NotesPosition held) {
    told(null, "d", "the last");
    House.Guest ann = house.welcome(house.ann);
    ann.send(new FromClient.Resume(List.of(), held));
    house.notebooks.beat();
    return ann.connection.objects("notes").get(0);
  }

  private static List<String> keys(JsonObject told) {
    return told.getJsonArray("notes").getValuesAs(JsonObject.class).stream()
        .map(it -> it.getString("key"))
        .toList();
  }
}
