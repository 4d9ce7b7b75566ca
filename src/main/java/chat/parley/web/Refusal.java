package chat.parley.web;

/** A request can't be done, for a reason that its sender may read. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  /**
   * @param status HTTP status, 4xx
   * @param code the reason for programs
   * @param text the reason for people, one sentence
   */
  Refusal(int status, String code, String text) {
    super(text, null, false, false);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
