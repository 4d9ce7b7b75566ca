package chat.parley.config;

import java.util.List;

/**
 * Something that an administrator set can't be used. The message has one sentence a mistake, a line
 * each, made to be shown as it is.
 */
public final class BadConfig extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadConfig(List<String> sentences) {
    super(String.join(System.lineSeparator(), sentences));
  }
}
