package chat.parley.people;

import chat.parley.message.Name;
import chat.parley.message.PersonId;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/** Makes up names. */
final class MadeUp {
  private static final String[] MOODS =
      ("agile amber brave bright brisk calm cheery civil clever cosy curious daring dapper eager early easy fair fleet fond"
              + " gentle glad golden happy hardy honest humble jolly keen kind lively lucky lunar mellow merry mild misty"
              + " modest neat nimble noble patient placid plucky polite proud quick quiet rapid rosy serene silver snug"
              + " solar sunny swift tidy tranquil trusty upbeat vivid warm wise witty zesty")
          .split(" ");
  private static final String[] ANIMALS =
      ("alpaca badger beaver bison bobcat camel caribou cicada condor coyote crane cricket dingo dolphin dormouse egret"
              + " falcon ferret finch gazelle gecko gibbon heron hoopoe ibex iguana jackdaw jay kestrel kiwi koala lark"
              + " lemur lynx magpie marmot marten meerkat mole moose newt ocelot orca osprey otter owl panda petrel puffin"
              + " quail raven robin seal shrew sparrow stoat stork swift tapir tern toucan vole walrus wombat")
          .split(" ");
  private static final int TRIES = 64;

  private MadeUp() {}

  /**
   * A name for a guest who chose none, like {@code calm-otter}, or {@code calm-otter-37} where many
   * are taken.
   *
   * @param random a random number from 0 below its argument
   * @param free whether a name can be had; true for some name of the form
   */
  static Name guest(IntUnaryOperator random, Predicate<Name> free) {
    for (int tries = 0; ; tries++) {
      String pair = pick(MOODS, random) + '-' + pick(ANIMALS, random);
      Name name = new Name(tries < TRIES ? pair : pair + '-' + random.applyAsInt(1_000_000));
      if (free.test(name)) {
        return name;
      }
    }
  }

  /**
   * A name for somebody whom the container calls this: as near to it as a name can be.
   *
   * @param free whether a name can be had
   */
  static Name known(String principal, PersonId id, Predicate<Name> free) {
    String letters =
        principal
            .codePoints()
            .map(c -> isLetter(c) ? c : '-')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    Name near =
        Name.of(principal).or(() -> Name.of(shortened(letters))).orElseGet(() -> new Name("user"));
    if (free.test(near)) {
      return near;
    }
    String tail = id.value().substring("p_".length());
    int stem =
        near.text()
            .offsetByCodePoints(
                0, Math.min(near.text().codePointCount(0, near.text().length()), 20));
    return Name.of(near.text().substring(0, stem) + '-' + tail)
        .orElseGet(() -> new Name("user-" + tail));
  }

  /** Without what a name can't begin with, and not longer than a name. */
  private static String shortened(String letters) {
    String begun = letters.replaceFirst("^[-_.]+", "");
    int length = begun.codePointCount(0, begun.length());
    return begun.substring(0, begun.offsetByCodePoints(0, Math.min(length, Name.MAX)));
  }

  private static boolean isLetter(int c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
  }

  private static String pick(String[] words, IntUnaryOperator random) {
    return words[random.applyAsInt(words.length)];
  }
}
