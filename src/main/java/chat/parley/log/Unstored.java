package chat.parley.log;

/** A transaction failed. The message is a sentence for the people who run the server. */
public final class Unstored extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Failure why;

  Unstored(Failure why, Throwable cause) {
    super("The database did not store this: " + cause.getMessage(), cause);
    this.why = why;
  }

  /** What sort of failure it is. */
  public Failure why() {
    return why;
  }
}
