package chat.parley.log;

import static chat.parley.log.Drafts.ANN;
import static chat.parley.log.Drafts.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import chat.parley.Slow;
import chat.parley.message.Code;
import chat.parley.message.Emoji;
import chat.parley.message.Membership;
import chat.parley.message.Position;
import chat.parley.message.Title;
import chat.parley.message.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What becomes of messages by the entries after them, in memory as in the database. */
@OnEachEngine
class AmendmentsTest {
  @Parameter Engine engine;
  @TempDir Path folder;

  private final Drafts tea = new Drafts();
  private Database database;
  private SqlStore store;

  @BeforeEach
  void open() {
    database = engine.open(folder);
    store = new SqlStore(database, Clock.systemUTC(), 1000);
    store.commit(List.of(tea.made()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Outcome commit(String ref, Act act) {
    return store.commit(List.of(tea.draft(ANN, ref, act))).get(0);
  }

  private long stored(Act act) {
    return assertInstanceOf(Outcome.Stored.class, commit(null, act)).entry().seq();
  }

  private static Act.Say say(String content) {
    return new Act.Say(Text.of(content), null);
  }

  private static Act.Edit edit(long target, String content) {
    return new Act.Edit(target, Text.of(content));
  }

  /** What the room holds, which is the same wherever it is read. */
  private List<Act> acts() {
    List<Act> inMemory = acts(store);
    assertEquals(inMemory, acts(new SqlStore(database, Clock.systemUTC(), 1000)));
    return inMemory;
  }

  private List<Act> acts(SqlStore from) {
    Position start = new Position(tea.id(), 0, Marks.genesis(tea.id()));
    long end = from.end(tea.id()).seq();
    Story story =
        from.recall(tea.id(), Optional.of(start), end)
            .orElseGet(() -> from.read(tea.id(), Optional.of(start), end));
    return story.entries().stream().map(Entry::act).toList();
  }

  @Test
  void anEditedMessageHasItsPresentTextAndTheEditsBeforeHaveNone() {
    stored(say("one"));
    stored(edit(1, "two"));
    stored(edit(1, "three"));
    assertEquals(
        List.of(new Act.Say(Text.of("three"), null, true), new Act.Edit(1, null), edit(1, "three")),
        acts());
  }

  @Test
  void aDeletedMessageAndItsEditsHaveNone() {
    stored(say("one"));
    stored(edit(1, "two"));
    stored(new Act.Delete(1));
    assertEquals(
        List.of(new Act.Say(null, null, true), new Act.Edit(1, null), new Act.Delete(1, ANN, null)),
        acts());
  }

  @Test
  void aDeleteSaysWhoseReplyItWas() {
    stored(say("root"));
    stored(new Act.Say(Text.of("reply"), 1L));
    stored(new Act.Delete(2));
    assertEquals(new Act.Delete(2, ANN, 1L), acts().get(2));
  }

  @Test
  void allElseIsReadAsItWasStored() {
    stored(say("one"));
    List<Act> acts =
        List.of(
            new Act.React(1, new Emoji("👍🏽"), true),
            new Act.React(1, new Emoji("👍🏽"), false),
            new Act.Pin(1, true),
            new Act.Pin(1, false),
            new Act.Settle(new Title("Tea and cake"), new Topic("title none"), true),
            new Act.Settle(null, null, false),
            new Act.Settle(Title.NONE, null, null),
            new Act.Belong(BOB, Membership.INVITED));
    acts.forEach(this::stored);
    assertEquals(acts, acts().subList(1, acts.size() + 1));
  }

  @Test
  void whomATextNamesIsKept() {
    Text text = new Text("hello @bob and @here", Set.of(ANN, BOB), true);
    stored(new Act.Say(text, null));
    stored(new Act.Edit(1, new Text("hello @bob", Set.of(BOB), false)));
    Act.Say said = assertInstanceOf(Act.Say.class, acts().get(0));
    assertEquals(Set.of(BOB), said.text().mentions());
    assertEquals(false, said.text().here());
  }

  @Test
  void aRepeatIsOneWhateverBecameOfTheText() {
    commit("a", say("one"));
    commit("b", edit(1, "two"));
    commit("c", edit(1, "three"));
    assertInstanceOf(Outcome.Repeated.class, commit("a", say("one")));
    assertInstanceOf(Outcome.Repeated.class, commit("b", edit(1, "two")));
    assertInstanceOf(Outcome.Repeated.class, commit("c", edit(1, "three")));
    assertRefused(commit("a", say("three")));
    assertRefused(commit("b", edit(1, "three")));
    commit("d", new Act.Delete(1));
    assertInstanceOf(Outcome.Repeated.class, commit("a", say("one")));
    assertInstanceOf(Outcome.Repeated.class, commit("b", edit(1, "two")));
    assertInstanceOf(Outcome.Repeated.class, commit("d", new Act.Delete(1)));
    assertRefused(commit("d", new Act.Pin(1, true)));
    assertEquals(4, store.end(tea.id()).seq());
  }

  private static void assertRefused(Outcome outcome) {
    assertEquals(Code.REF_REUSED, assertInstanceOf(Outcome.Refused.class, outcome).code());
  }

  @Test
  void nothingOfADeletedTextIsInAnyRow() throws IOException {
    stored(say("a secret nobody should keep"));
    stored(edit(1, "another secret"));
    stored(new Act.Delete(1));
    store = null;
    database.close();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertEquals(-1, bytes.indexOf("secret"), file::toString);
      }
    }
    database = Database.open(folder.resolve("parley.db"));
  }

  @Slow
  @Test
  void howeverMuchIsInMemoryItIsToldTheSame() {
    Random random = new Random(7);
    SqlStore small = new SqlStore(database, Clock.systemUTC(), 5);
    List<Long> messages = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Act act = say("text " + i);
      if (!messages.isEmpty() && random.nextInt(3) > 0) {
        long target = messages.get(random.nextInt(messages.size()));
        act = random.nextBoolean() ? edit(target, "edit " + i) : new Act.Delete(target);
      }
      boolean amendsDeleted = act instanceof Act.Edit edit && isDeleted(edit.target());
      if (!amendsDeleted) {
        Outcome outcome = small.commit(List.of(tea.draft(ANN, null, act))).get(0);
        long seq = assertInstanceOf(Outcome.Stored.class, outcome).entry().seq();
        if (act instanceof Act.Say) {
          messages.add(seq);
        }
      }
      if (random.nextInt(10) == 0) {
        small.read(tea.id(), Optional.empty(), small.end(tea.id()).seq());
      }
      assertEquals(
          tail(new SqlStore(database, Clock.systemUTC(), 1000)), tail(small), "after " + i);
    }
  }

  private boolean isDeleted(long seq) {
    return database
        .read(connection -> new Messages(new Statements(connection)).find(tea.id(), seq))
        .orElseThrow()
        .deleted();
  }

  private List<Entry> tail(SqlStore from) {
    long end = from.end(tea.id()).seq();
    return from.recall(tea.id(), Optional.empty(), end)
        .orElseGet(() -> from.read(tea.id(), Optional.empty(), end))
        .entries();
  }

  @Test
  void aMessageIsLookedUpAsItIsAndNothingElseIs() {
    stored(say("one"));
    stored(edit(1, "two"));
    assertNull(find(1).thread());
    assertEquals(ANN, find(1).author());
    assertEquals(
        Optional.empty(), database.read(it -> new Messages(new Statements(it)).find(tea.id(), 2)));
    assertEquals(
        Optional.empty(), database.read(it -> new Messages(new Statements(it)).find(tea.id(), 9)));
  }

  private Said find(long seq) {
    return database.read(it -> new Messages(new Statements(it)).find(tea.id(), seq)).orElseThrow();
  }
}
