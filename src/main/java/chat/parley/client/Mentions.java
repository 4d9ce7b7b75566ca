package chat.parley.client;

import chat.parley.log.Text;
import chat.parley.message.Name;
import chat.parley.message.Person;
import chat.parley.message.PersonId;
import chat.parley.room.Directory;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds whom a text names: {@code @ann}, and {@code @here} for everyone in the room. */
final class Mentions {
  /** People that one text names, at most; those after them are just text. */
  static final int MAX = 50;

  private static final String HERE = "here";

  /** An address of mail, or a second @, is no mention. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@._-])@([\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}._-]{0,"
              + (Name.MAX * 2)
              + "})");

  private Mentions() {}

  /** The text with those whom it names, of the people that there are. */
  static Text in(String content, Directory directory) {
    Set<PersonId> people = new LinkedHashSet<>();
    boolean here = false;
    Matcher matcher = WORD.matcher(content);
    while (matcher.find() && people.size() < MAX) {
      String word = matcher.group(1);
      if (stripped(word).equals(HERE)) {
        here = true;
      } else {
        named(word, directory).map(Person::id).ifPresent(people::add);
      }
    }
    return new Text(content, people, here);
  }

  /** A name may hold a dot; one that ends a sentence doesn't belong to it. */
  private static Optional<Person> named(String word, Directory directory) {
    Optional<Person> whole = Name.of(word).flatMap(directory::named);
    return whole.isPresent() ? whole : Name.of(stripped(word)).flatMap(directory::named);
  }

  private static String stripped(String word) {
    int end = word.length();
    while (end > 0 && "._-".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end);
  }
}
