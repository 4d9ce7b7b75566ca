package chat.parley.chaos;

import static chat.parley.chaos.Sketch.HIDDEN;
import static chat.parley.chaos.Sketch.TEA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each check accepts a run as it should be, and rejects it when one thing of it is broken. */
class ChecksTest {
  private final Sketch sketch = Sketch.good();

  private void assertBroken(Check check) {
    List<String> violations = check.violations(sketch.evidence());
    assertTrue(!violations.isEmpty(), "it holds");
  }

  private void assertHolds() {
    assertEquals(Map.of(), Checks.broken(sketch.evidence()));
  }

  private static <T> List<T> without(List<T> some, int index) {
    List<T> fewer = new ArrayList<>(some);
    fewer.remove(index);
    return fewer;
  }

  private Happening.Told saying(String room, int seq, String text) {
    return new Happening.Told(Sketch.saying(sketch.entry(room, seq), text));
  }

  @Test
  void aRunAsItShouldBeIsAccepted() {
    assertHolds();
  }

  @Test
  void anAcknowledgedEntryThatIsNotInTheLogIsRejected() {
    sketch.relog(TEA, log -> log.subList(0, 9));
    assertBroken(new AcknowledgedOnce());
    assertBroken(new OneOrder());
  }

  @Test
  void aStoredThatIsNotInTheLogIsRejected() {
    sketch.add("ann", new Happening.Stored("ref-4", TEA, 4));
    assertHolds();
    sketch.add("ann", new Happening.Stored("ref-4", TEA, 5));
    assertBroken(new AcknowledgedOnce());
  }

  @Test
  void anAcknowledgedEntryThatIsInTheLogTwiceIsRejected() {
    sketch.relog(
        TEA,
        log -> {
          List<Entry> twice = new ArrayList<>(log);
          twice.add(log.get(3));
          return twice;
        });
    assertBroken(new AcknowledgedOnce());
  }

  @Test
  void anOrderThatIsNotTheLogsIsRejected() {
    Entry four = sketch.entry(TEA, 4);
    Entry five = sketch.entry(TEA, 5);
    sketch.replace(
        sketch.told("cem", TEA, 4),
        new Happening.Told(
            new Entry(
                TEA,
                4,
                four.mark(),
                "message",
                five.sender(),
                five.ref(),
                five.at(),
                0,
                "",
                five.text(),
                false)));
    assertBroken(new OneOrder());
  }

  @Test
  void aLogWithAGapIsRejected() {
    sketch.relog(TEA, log -> without(log, 5));
    assertBroken(new MarkChain());
  }

  @Test
  void aMarkThatDoesNotFollowIsRejected() {
    sketch.relog(
        TEA,
        log -> {
          List<Entry> other = new ArrayList<>(log);
          other.set(9, Sketch.marked(log.get(9), "0000000000000000"));
          return other;
        });
    assertBroken(new MarkChain());
  }

  @Test
  void aGapIsRejected() {
    sketch.forget(sketch.told("bob", TEA, 6));
    assertBroken(new NoGap());
  }

  @Test
  void anEntryHeardTwiceIsRejected() {
    int heard = sketch.told("bob", TEA, 6);
    sketch.insert(heard, "bob", sketch.event(heard).connection(), sketch.event(heard).what());
    assertBroken(new NoGap());
  }

  @Test
  void entriesInTheWrongOrderAreRejected() {
    sketch.swap(sketch.told("bob", TEA, 6), sketch.told("bob", TEA, 7));
    assertBroken(new NoGap());
  }

  @Test
  void anEntryOfARoomThatIsNotHeldIsRejected() {
    sketch.forget(sketch.first("bob", Happening.Reset.class));
    assertBroken(new NoGap());
  }

  @Test
  void aNewBeginningForWhoHoldsTheRoomIsRejected() {
    Entry last = sketch.entry(TEA, 10);
    sketch.add("bob", new Happening.Reset(TEA, 10, last.mark(), 10));
    assertBroken(new ResetsJustified());
  }

  @Test
  void aNewBeginningForWhoJoinsAgainIsAccepted() {
    Entry last = sketch.entry(TEA, 10);
    sketch.add(
        "bob", new Happening.Asked(Request.membership("join", "again", TEA, Sketch.person("bob"))));
    sketch.add("bob", new Happening.Reset(TEA, 10, last.mark(), 10));
    assertHolds();
  }

  @Test
  void aMemberWhoHasNotHeardTheLastEntryIsRejected() {
    sketch.forget(sketch.told("bob", TEA, 10));
    assertBroken(new ReachedEveryone());
  }

  @Test
  void aMemberWhoHoldsNothingIsRejected() {
    sketch.add("bob", new Happening.Left(TEA));
    assertBroken(new ReachedEveryone());
  }

  @Test
  void anotherMarkAtTheEndIsRejected() {
    sketch.replace(
        sketch.told("bob", TEA, 10),
        new Happening.Told(Sketch.marked(sketch.entry(TEA, 10), "0000000000000000")));
    assertBroken(new ReachedEveryone());
    assertBroken(new OneOrder());
  }

  @Test
  void aDatabaseThatHoldsSomethingElseIsRejected() {
    sketch.store(TEA, rows -> without(rows, 2));
    assertBroken(new SameEverywhere());
  }

  @Test
  void aDatabaseThatHoldsADeletedTextIsRejected() {
    sketch.store(
        TEA,
        rows -> {
          List<Row> other = new ArrayList<>(rows);
          Row row = rows.get(7);
          other.set(7, new Row(8, row.mark(), row.kind(), row.sender(), row.ref(), "a slip"));
          return other;
        });
    assertBroken(new SameEverywhere());
  }

  @Test
  void pagesThatLeaveSomethingOutAreRejected() {
    sketch.show(TEA, shown -> without(shown, 3));
    assertBroken(new SameEverywhere());
  }

  @Test
  void anInventedMessageIsRejected() {
    sketch.forget(sketch.first("bob", Happening.Asked.class));
    assertBroken(new NothingInvented());
  }

  @Test
  void anEntryUnderAnotherNameIsRejected() {
    sketch.relog(
        TEA,
        log -> {
          List<Entry> other = new ArrayList<>(log);
          Entry it = log.get(3);
          other.set(
              3,
              new Entry(
                  TEA,
                  4,
                  it.mark(),
                  it.type(),
                  Sketch.person("bob"),
                  it.ref(),
                  it.at(),
                  0,
                  "",
                  it.text(),
                  false));
          return other;
        });
    assertBroken(new NothingInvented());
  }

  @Test
  void anEntryThatWasRefusedIsRejected() {
    sketch.add("ann", new Happening.Refused("ref-4", "busy"));
    assertHolds();
    sketch.add("ann", new Happening.Refused("ref-4", "not_joined"));
    assertBroken(new NothingInvented());
  }

  @Test
  void whoIsPutOutMayBeToldThatThereIsNoSuchRoomAlsoOfWhatIsStored() {
    String ref = sketch.entry(HIDDEN, 3).ref();
    sketch.add("bob", new Happening.Refused(ref, "no_such_room"));
    assertHolds();
    sketch.add("ann", new Happening.Refused(sketch.entry(HIDDEN, 4).ref(), "no_such_room"));
    assertBroken(new NothingInvented());
  }

  @Test
  void aSendersSecondMessageBeforeTheirFirstIsRejected() {
    int later = sketch.told("ann", TEA, 8) - 1;
    Happening asked = sketch.event(later).what();
    sketch.insert(sketch.told("ann", TEA, 4) - 1, "ann", 1, asked);
    sketch.forget(later + 1);
    assertBroken(new SendersOrder());
  }

  @Test
  void aRefThatGaveTwoEntriesIsRejected() {
    sketch.store(
        TEA,
        rows -> {
          List<Row> other = new ArrayList<>(rows);
          Row row = rows.get(3);
          other.add(new Row(11, row.mark(), row.kind(), row.sender(), row.ref(), "hello"));
          return other;
        });
    assertBroken(new OneEntryARef());
  }

  @Test
  void anotherContentUnderAStoredRefIsToBeRefused() {
    sketch.add(
        "ann", new Happening.Asked(Request.message("ref-4", TEA, 0, "other words", Set.of())));
    sketch.add("ann", new Happening.Refused("ref-4", "ref_reused"));
    assertHolds();
    sketch.add("ann", new Happening.Stored("ref-4", TEA, 4));
    assertBroken(new RefReused());
  }

  @Test
  void anotherContentUnderTheRefOfADeletedTextMayBeTakenForIt() {
    Entry deleted = sketch.entry(TEA, 8);
    sketch.add(
        "ann", new Happening.Asked(Request.message(deleted.ref(), TEA, 0, "else", Set.of())));
    sketch.add("ann", new Happening.Stored(deleted.ref(), TEA, 8));
    assertHolds();
  }

  @Test
  void aDeleteThatWasRefusedDoesNotExcuseThat() {
    sketch.add("bob", new Happening.Asked(Request.delete("ref-no", TEA, 4)));
    sketch.add("bob", new Happening.Refused("ref-no", "not_yours"));
    sketch.add(
        "ann", new Happening.Asked(Request.message("ref-4", TEA, 0, "other words", Set.of())));
    sketch.add("ann", new Happening.Stored("ref-4", TEA, 4));
    assertBroken(new RefReused());
  }

  @Test
  void whoWasRemovedHearsNothingAfterwards() {
    Entry alone = sketch.entry(HIDDEN, 6);
    sketch.add("bob", new Happening.Told(alone));
    assertBroken(new MembersOnly());
  }

  @Test
  void whoWasRemovedReadsNoPageAfterwards() {
    sketch.add("bob", new Happening.Turned("leaf", HIDDEN, 0));
    sketch.add(
        "bob",
        new Happening.Paged(
            new Page("leaf", HIDDEN, 6, List.of(sketch.entry(HIDDEN, 4)), Map.of(), Map.of(), 0)));
    assertBroken(new MembersOnly());
  }

  @Test
  void whoJoinsHearsNothingBeforeTheyAsked() {
    int asked = sketch.first("bob", Happening.Reset.class) - 1;
    sketch.insert(asked, "bob", 2, new Happening.Told(sketch.entry(HIDDEN, 1)));
    assertBroken(new MembersOnly());
  }

  @Test
  void aStrangerHearsNothingOfAPrivateRoom() {
    sketch.add("eve", new Happening.Told(sketch.entry(HIDDEN, 4)));
    assertBroken(new MembersOnly());
  }

  @Test
  void aStrangerIsNotToldThatThereIsAPrivateRoom() {
    sketch.add("eve", new Happening.Named("presence", HIDDEN));
    assertBroken(new MembersOnly());
  }

  @Test
  void aTextThatNobodySaidIsRejected() {
    sketch.replace(sketch.told("cem", TEA, 4), saying(TEA, 4, "goodbye"));
    assertBroken(new PresentText());
  }

  @Test
  void aLogThatTellsAnOldTextIsRejected() {
    sketch.relog(
        TEA,
        log -> {
          List<Entry> other = new ArrayList<>(log);
          other.set(4, Sketch.saying(log.get(4), "hi @ann"));
          return other;
        });
    assertBroken(new PresentText());
  }

  @Test
  void aTextAfterItsDeleteIsRejected() {
    sketch.add("bob", saying(TEA, 8, "a slip"));
    assertBroken(new GhostText());
  }

  @Test
  void aTextResumedAfterItsDeleteWasKnownIsRejected() {
    sketch.add("dee", new Happening.Opened(Sketch.person("dee"), Set.of()));
    sketch.add("dee", new Happening.Resumed(Set.of(TEA)));
    sketch.add("dee", saying(TEA, 8, "a slip"));
    assertBroken(new GhostText());
  }

  @Test
  void aDeletedTextInAPageIsRejected() {
    sketch.add("eve", new Happening.Turned("leaf", TEA, 0));
    sketch.add("eve", paged(8, saying(TEA, 8, "a slip").entry()));
    assertBroken(new GhostText());
  }

  private static Happening.Paged paged(int asOf, Entry... entries) {
    return new Happening.Paged(
        new Page("leaf", TEA, asOf, List.of(entries), Map.of(), Map.of(), 0));
  }

  @Test
  void aPageWithAHoleIsRejected() {
    sketch.add("eve", new Happening.Turned("leaf", TEA, 0));
    sketch.add("eve", paged(10, sketch.entry(TEA, 3), sketch.entry(TEA, 5)));
    assertBroken(new PagesTrue());
  }

  @Test
  void aPageWithAReactionTooFewIsRejected() {
    sketch.add("eve", new Happening.Turned("leaf", TEA, 0));
    sketch.add("eve", paged(10, sketch.entry(TEA, 4)));
    assertBroken(new PagesTrue());
  }

  @Test
  void aPageOfAnotherMomentIsRejected() {
    sketch.add("eve", new Happening.Turned("leaf", TEA, 0));
    sketch.add("eve", paged(6, saying(TEA, 5, "hi @ann").entry()));
    assertHolds();
    sketch.add("eve", paged(6, sketch.entry(TEA, 5)));
    assertBroken(new PagesTrue());
  }

  private void tell(int unread, int mentions, Map<Integer, Tally.Thread> threads) {
    sketch.count("ann", new Tally(TEA, 1, 0, 10, unread, mentions, threads));
  }

  @Test
  void aReactionThatIsCountedIsRejected() {
    tell(2, 1, Map.of(4, new Tally.Thread(4, 1)));
    assertBroken(new UnreadRight());
  }

  @Test
  void aMentionThatIsNotCountedIsRejected() {
    tell(1, 0, Map.of(4, new Tally.Thread(4, 1)));
    assertBroken(new UnreadRight());
  }

  @Test
  void aReplyThatIsNotCountedInItsThreadIsRejected() {
    tell(1, 1, Map.of());
    assertBroken(new UnreadRight());
  }

  @Test
  void aThreadThatIsNotFollowedIsRejected() {
    sketch.count("bob", new Tally(TEA, 2, 0, 10, 1, 0, Map.of(4, new Tally.Thread(4, 1))));
    assertBroken(new UnreadRight());
  }

  @Test
  void whoIsNotToldWhatIsUnreadAtTheEndIsRejected() {
    sketch.forget(sketch.first("bob", Happening.Counted.class));
    assertBroken(new UnreadRight());
  }

  @Test
  void aMarkThatGoesBackIsRejected() {
    sketch.count("ann", new Tally(TEA, 10, 0, 10, 0, 0, Map.of(4, new Tally.Thread(4, 1))));
    assertHolds();
    sketch.count("ann", new Tally(TEA, 4, 1, 10, 1, 1, Map.of(4, new Tally.Thread(4, 1))));
    assertHolds();
    sketch.count("ann", new Tally(TEA, 10, 0, 10, 0, 0, Map.of(4, new Tally.Thread(4, 1))));
    assertBroken(new MarksForward());
  }
}
