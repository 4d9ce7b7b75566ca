package chat.parley.log;

import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.RoomId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stores what comes on the thread that brings it, as the committer does, or holds it back, or takes
 * nothing, as it is told. Not thread-safe.
 */
public final class SteppedInbox implements Inbox {
  private final Committer committer;
  private boolean fails;
  private final List<Work> held = new ArrayList<>();
  private boolean holds;
  private boolean full;

  /** Stores here. */
  public SteppedInbox(Store store) {
    this.committer = new Committer(new Failing(store));
  }

  @Override
  public boolean append(List<? extends Work> work) {
    if (full) {
      return false;
    }
    held.addAll(work);
    if (!holds) {
      store();
    }
    return true;
  }

  /** From now on what comes is held back. */
  public void hold() {
    holds = true;
  }

  /** Stores what was held back, and from now on what comes. */
  public void letGo() {
    holds = false;
    store();
  }

  /** Stores what was held back, as one transaction. */
  public void store() {
    List<Work> work = List.copyOf(held);
    held.clear();
    if (!work.isEmpty()) {
      committer.commit(work);
    }
  }

  /** Lets what was held back fail, as if it could not be stored. */
  public void fail() {
    fails = true;
    store();
    fails = false;
  }

  /** How much is held back. */
  public int held() {
    return held.size();
  }

  /** From now on nothing is taken, or all is. */
  public void setFull(boolean isFull) {
    full = isFull;
  }

  /** A store that can be told to store nothing. */
  private final class Failing implements Store {
    private final Store store;

    Failing(Store store) {
      this.store = store;
    }

    @Override
    public List<Outcome> commit(List<? extends Work> work) {
      if (fails) {
        throw new IllegalStateException("a store that fails");
      }
      return store.commit(work);
    }

    @Override
    public Position end(RoomId room) {
      return store.end(room);
    }

    @Override
    public long first(RoomId room) {
      return store.first(room);
    }

    @Override
    public Optional<Story> recall(RoomId room, Optional<Position> position, long upTo) {
      return store.recall(room, position, upTo);
    }

    @Override
    public Story read(RoomId room, Optional<Position> position, long upTo) {
      return store.read(room, position, upTo);
    }

    @Override
    public Page page(RoomId room, Leaf leaf, PersonId reader) {
      return store.page(room, leaf, reader);
    }

    @Override
    public List<Mention> mentions(PersonId person, Map<RoomId, Long> since, int most) {
      return store.mentions(person, since, most);
    }
  }
}
