package chat.parley.chaos;

/** Bytes pass while it is open. Thread-safe. */
final class Gate {
  private boolean open = true; // guarded by this

  synchronized void open() {
    open = true;
    notifyAll();
  }

  synchronized void close() {
    open = false;
  }

  /** Waits until it is open. */
  synchronized void pass() throws InterruptedException {
    while (!open) {
      wait();
    }
  }
}
