package chat.parley.log;

import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.RoomId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * A store whose commits wait until it is opened, and that fails whole transactions in which it
 * finds certain contents. Thread-safe.
 */
final class GatedStore implements Store {
  private final SqlStore entries = new SqlStore(Databases.fresh(), Clock.systemUTC(), 1_000_000);
  private final CountDownLatch gate = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final List<String> contents = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();

  /** A store that these rooms are in. */
  GatedStore(Drafts... rooms) {
    entries.commit(Stream.of(rooms).map(Drafts::made).toList());
  }

  /** Lets every commit through from now on. */
  void open() {
    gate.countDown();
  }

  /** Waits until the first commit stands before the gate. */
  void awaitCommit() throws InterruptedException {
    begun.await();
  }

  /** A transaction with this content fails. */
  synchronized void refuse(String content) {
    refused.add(content);
  }

  /** All that was stored, in order. */
  synchronized List<String> contents() {
    return List.copyOf(contents);
  }

  /** How many drafts each transaction held. */
  synchronized List<Integer> sizes() {
    return List.copyOf(sizes);
  }

  @Override
  public List<Outcome> commit(List<? extends Work> work) {
    begun.countDown();
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the committer", e);
    }
    return store(work);
  }

  private synchronized List<Outcome> store(List<? extends Work> work) {
    List<String> said = work.stream().map(GatedStore::content).toList();
    if (said.stream().anyMatch(refused::contains)) {
      throw new IllegalStateException("the disk is full");
    }
    contents.addAll(said);
    sizes.add(work.size());
    return entries.commit(work);
  }

  private static String content(Work work) {
    return work instanceof Draft draft ? Drafts.content(draft.act()) : work.toString();
  }

  @Override
  public Position end(RoomId room) {
    return entries.end(room);
  }

  @Override
  public long first(RoomId room) {
    return entries.first(room);
  }

  @Override
  public Optional<Story> recall(RoomId room, Optional<Position> position, long upTo) {
    return entries.recall(room, position, upTo);
  }

  @Override
  public Story read(RoomId room, Optional<Position> position, long upTo) {
    return entries.read(room, position, upTo);
  }

  @Override
  public Page page(RoomId room, Leaf leaf, PersonId reader) {
    return entries.page(room, leaf, reader);
  }

  @Override
  public List<Mention> mentions(PersonId person, Map<RoomId, Long> since, int most) {
    return entries.mentions(person, since, most);
  }
}
