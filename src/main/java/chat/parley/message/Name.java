package chat.parley.message;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What people call a room or a person, without its {@code #} or {@code @}: 1–40 letters, digits and
 * combining marks, and {@code - _ .} after the first, in Unicode's compatibility form (NFKC), and
 * not mixing scripts that look alike.
 *
 * @param text the name as it is shown
 */
public record Name(String text) {
  /** Code points a name has at most. */
  public static final int MAX = 40;

  private static final Set<UnicodeScript> LOOK_ALIKES =
      EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC);

  /**
   * @throws IllegalArgumentException if there can be no such name
   */
  public Name {
    if (!isName(text)) {
      throw new IllegalArgumentException("not a name: " + text);
    }
  }

  /** The name that this text, once normalised, is; empty if it can't be one. */
  public static Optional<Name> of(String text) {
    if (text.length() > 4 * MAX) {
      return Optional.empty();
    }
    String normal = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
    return isName(normal) ? Optional.of(new Name(normal)) : Optional.empty();
  }

  /** The form by which two names are told apart: without regard to case. */
  public String key() {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static boolean isName(String text) {
    int length = text.codePointCount(0, text.length());
    return length >= 1
        && length <= MAX
        && Character.isLetterOrDigit(text.codePointAt(0))
        && text.codePoints().allMatch(Name::isAllowed)
        && text.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(LOOK_ALIKES::contains)
                .distinct()
                .count()
            <= 1
        && Normalizer.isNormalized(text, Normalizer.Form.NFKC);
  }

  private static boolean isAllowed(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
