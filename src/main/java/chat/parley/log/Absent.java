package chat.parley.log;

/**
 * The database isn't there yet, and may come by itself. The message is a sentence for the people
 * who run the server.
 */
public final class Absent extends RuntimeException {
  private static final long serialVersionUID = 1;

  Absent(String message, Throwable cause) {
    super(message, cause);
  }
}
