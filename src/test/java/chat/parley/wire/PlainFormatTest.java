package chat.parley.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.message.Plain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainFormatTest {
  @Test
  void anObjectWithAStringAsContentIsReadAsSuch() {
    assertEquals(
        new Plain("have you a minute?", "@bob", null),
        MessageDecoder.plain(GoldenFiles.text("plain/say")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "",
        " ",
        "null",
        "\"hello\"",
        "[1]",
        "{",
        "{not json}",
        "{\"content\":1}",
        "{\"content\":null}",
        "{}",
        "{\"text\":\"hello\"}",
        "{\"content\":\"a\"} b",
        "42"
      })
  void anyOtherTextIsContent(String text) {
    assertEquals(new Plain(text, null, null), MessageDecoder.plain(text));
  }

  @Test
  void nobodySaysWhoTheyAreInAFrame() {
    assertEquals(
        new Plain("hello", null, null),
        MessageDecoder.plain("{\"sender\":\"ann\",\"content\":\"hello\"}"));
  }

  @Test
  void aRecipientOfAnotherTypeIsNone() {
    assertEquals(
        new Plain("hello", null, null),
        MessageDecoder.plain("{\"content\":\"hello\",\"recipient\":7}"));
  }

  @Test
  void spaceBeforeAnObjectIsNotContent() {
    assertEquals(
        new Plain("hello", null, null), MessageDecoder.plain(" \n{\"content\":\"hello\"}\n"));
  }
}
