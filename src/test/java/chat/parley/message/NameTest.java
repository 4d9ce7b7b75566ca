package chat.parley.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "ann",
        "Ann-Marie",
        "a.b_c-d",
        "7seas",
        "Åsa",
        "Олег",
        "Ωμέγα",
        "北京",
        "मराठी",
        "ann北京"
      })
  void lettersDigitsMarksAndSomePunctuationMakeAName(String text) {
    assertEquals(1, Name.of(text).stream().count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-ann",
        ".ann",
        "_ann",
        "ann lee",
        "a#b",
        "a@b",
        "a/b",
        "<b>",
        "a\u0000",
        "a\u200bb",
        "a\u202eb",
        "\u0301a",
        "a\n b",
        "\ud800",
        "a\udc00",
        "😀",
        "ann\ufeff"
      })
  void whatNobodyCouldTypeOrReadIsNoName(String text) {
    assertEquals(Optional.empty(), Name.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"аnn", "ΑΒb", "pаypal", "Ωа"})
  void lettersThatLookAlikeAreNotMixed(String text) {
    assertEquals(Optional.empty(), Name.of(text));
  }

  @ParameterizedTest
  @CsvSource({"ａｎｎ,ann", "ﬁn,fin", "A\u030Asa,\u00C5sa", "x²,x2", "'  ann  ',ann"})
  void textIsBroughtIntoItsCompatibilityForm(String typed, String shown) {
    assertEquals(Optional.of(new Name(shown)), Name.of(typed));
  }

  @ParameterizedTest
  @CsvSource({"ann,ANN", "Straße,STRASSE", "ωμέγας,ΩΜΈΓΑΣ", "олег,ОЛЕГ"})
  void namesThatDifferByCaseHaveOneKey(String one, String other) {
    assertEquals(new Name(one).key(), new Name(other).key());
  }

  @Test
  void lengthIsCountedInCodePoints() {
    String deseret = "\ud801\udc00";
    assertEquals(1, Name.of(deseret.repeat(Name.MAX)).stream().count());
    assertEquals(Optional.empty(), Name.of(deseret.repeat(Name.MAX + 1)));
    assertEquals(1, Name.of("a".repeat(Name.MAX)).stream().count());
    assertEquals(Optional.empty(), Name.of("a".repeat(Name.MAX + 1)));
  }

  @Test
  void aTextThatGrowsWhenNormalisedIsMeasuredAfterwards() {
    String ligature = "\ufdfa";
    assertEquals(Optional.empty(), Name.of(ligature.repeat(Name.MAX)));
  }

  @Test
  void aRecordOfAnotherFormCannotBeMade() {
    assertThrows(IllegalArgumentException.class, () -> new Name("ａｎｎ"));
    assertThrows(IllegalArgumentException.class, () -> new Name(""));
  }

  @Test
  void aNameIsShownAsItWasChosen() {
    assertEquals("Ann", new Name("Ann").toString());
    assertNotEquals(new Name("Ann"), new Name("ann"));
    assertEquals(new Name("Ann").key(), new Name("ann").key());
  }
}
