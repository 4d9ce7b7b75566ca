package chat.parley.log;

/** The database can't be used. The message is a sentence for the people who run the server. */
public final class Unusable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unusable(String message, Throwable cause) {
    super(message, cause);
  }
}
