package chat.parley.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.message.Code;
import chat.parley.message.Name;
import chat.parley.message.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Joining, leaving and opening between being asked for and being stored. */
class MovesTest {
  private static final Name TEA = new Name("tea");
  private static final Name COFFEE = new Name("coffee");

  private final Scene scene = new Scene();
  private final Rooms rooms = scene.rooms;
  private final List<String> notes = new ArrayList<>();
  private final Sequel noted = Sequels.notedIn(notes);

  private Optional<Room> join(Name name) {
    return rooms.join(scene.ann, name, 1, noted);
  }

  private void assertIn(Room... joined) {
    List<Room> all = new ArrayList<>(List.of(joined));
    all.add(0, scene.lobby);
    assertEquals(all, rooms.of(scene.ann));
  }

  private static void assertBusy(Executable asking) {
    Refusal refusal = assertThrows(Refusal.class, asking);
    assertEquals(Code.BUSY, refusal.code());
    assertEquals(Optional.of(1000L), refusal.retryAfter());
  }

  @Test
  void nobodyIsInBeforeItIsStoredButMayWrite() {
    scene.changes.hold();
    Room tea = join(TEA).orElseThrow();
    assertIn();
    assertFalse(tea.isIn(scene.ann));
    assertTrue(tea.admits(scene.ann));
    assertEquals(List.of(), notes);
    scene.changes.store(1);
    assertIn(tea);
    assertEquals(List.of("stored"), notes);
  }

  @Test
  void aRoomAndItsFirstOneInAreOneChange() {
    scene.changes.hold();
    join(TEA);
    assertEquals(1, scene.changes.held());
  }

  @Test
  void joiningWhatIsJoinedIsAnsweredAtOnceAndNothingIsStored() {
    join(TEA);
    scene.changes.hold();
    join(TEA);
    assertEquals(List.of("stored", "stored"), notes);
    assertEquals(0, scene.changes.held());
  }

  @Test
  void joiningAgainIsAnsweredWhenTheFirstTimeIsStored() {
    scene.changes.hold();
    join(TEA);
    join(TEA);
    assertEquals(List.of(), notes);
    scene.changes.letGo();
    assertEquals(List.of("stored", "stored"), notes);
  }

  @Test
  void whatIsUnderWayCountsAgainstTheLimit() {
    scene.changes.hold();
    Room tea = join(TEA).orElseThrow();
    assertEquals(Optional.empty(), join(COFFEE));
    rooms.leave(scene.ann, tea, noted);
    assertTrue(join(COFFEE).isPresent());
  }

  @Test
  void whoLeavesIsInUntilItIsStoredButMayNotWrite() {
    Room tea = join(TEA).orElseThrow();
    scene.changes.hold();
    assertTrue(rooms.leave(scene.ann, tea, noted));
    assertFalse(rooms.leave(scene.ann, tea, noted));
    assertIn(tea);
    assertFalse(tea.admits(scene.ann));
    scene.changes.store(1);
    assertIn();
  }

  @Test
  void aFailedJoiningIsUndoneAndItsNewRoomForgotten() {
    scene.changes.hold();
    Room tea = join(TEA).orElseThrow();
    scene.changes.fail(1);
    assertEquals(List.of("failed"), notes);
    assertFalse(tea.admits(scene.ann));
    assertIn();
    assertEquals(Optional.empty(), rooms.find(TEA));
    assertEquals(Optional.empty(), rooms.find(tea.id(), scene.ann));
    scene.changes.letGo();
    assertIn(join(TEA).orElseThrow());
  }

  @Test
  void aFailedLeavingIsUndone() {
    Room tea = join(TEA).orElseThrow();
    scene.changes.hold();
    rooms.leave(scene.ann, tea, noted);
    scene.changes.fail(1);
    assertEquals(List.of("stored", "failed"), notes);
    assertTrue(tea.admits(scene.ann));
    assertIn(tea);
  }

  @Test
  void aFailedConversationIsForgotten() {
    scene.changes.hold();
    Room direct = rooms.direct(scene.ann, scene.bob).orElseThrow();
    rooms.open(scene.ann, direct, noted);
    scene.changes.fail(2);
    assertEquals(List.of("failed"), notes);
    assertEquals(Optional.empty(), rooms.find(direct.id(), scene.ann));
    assertIn();
  }

  @Test
  void aFailureDoesNotUndoWhatWasAskedForLater() {
    Room tea = join(TEA).orElseThrow();
    scene.changes.hold();
    rooms.leave(scene.ann, tea, noted);
    join(TEA);
    scene.changes.fail(1);
    assertTrue(tea.admits(scene.ann));
    scene.changes.store(1);
    assertIn(tea);
    assertTrue(tea.isSettledIn(scene.ann));
  }

  @Test
  void whenAllFailsItIsAsItWasStored() {
    Room tea = join(TEA).orElseThrow();
    scene.changes.hold();
    rooms.leave(scene.ann, tea, noted);
    join(TEA);
    rooms.leave(scene.ann, tea, noted);
    scene.changes.fail(3);
    assertIn(tea);
    assertTrue(tea.isSettledIn(scene.ann));
    assertTrue(tea.admits(scene.ann));
  }

  @Test
  void whatIsNotTakenChangesNothing() {
    Room tea = join(TEA).orElseThrow();
    Room there = scene.room("coffee", scene.bob);
    Room direct = rooms.direct(scene.ann, scene.cem).orElseThrow();
    scene.changes.fill();
    assertBusy(() -> rooms.leave(scene.ann, tea, noted));
    assertBusy(() -> rooms.join(scene.ann, COFFEE, 0, noted));
    assertBusy(() -> rooms.join(scene.ann, new Name("cocoa"), 0, noted));
    assertBusy(() -> rooms.direct(scene.ann, scene.bob));
    assertBusy(() -> rooms.open(scene.ann, direct, noted));
    assertBusy(() -> rooms.reopen(scene.ann, direct, noted));
    assertEquals(List.of("stored"), notes);
    assertIn(tea);
    assertTrue(tea.isSettledIn(scene.ann));
    assertFalse(there.admits(scene.ann));
    assertFalse(direct.isWantedBy(scene.ann));
    assertEquals(Optional.empty(), rooms.find(new Name("cocoa")));
  }

  @Test
  void whatIsNotTakenDoesNotUndoWhatIsUnderWay() {
    Room tea = join(TEA).orElseThrow();
    scene.changes.hold();
    rooms.leave(scene.ann, tea, noted);
    scene.changes.fill();
    assertBusy(() -> join(TEA));
    assertFalse(tea.admits(scene.ann));
    scene.changes.store(1);
    assertIn();
  }

  @Test
  void reopeningIsAnsweredInAnyCase() {
    Room direct = rooms.direct(scene.ann, scene.bob).orElseThrow();
    rooms.reopen(scene.ann, direct, noted);
    rooms.reopen(scene.ann, direct, noted);
    assertEquals(List.of("stored", "stored"), notes);
    assertIn(direct);
  }
}
