package chat.parley.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import chat.parley.message.Code;
import chat.parley.message.FromClient;
import chat.parley.message.Message;
import chat.parley.message.Ref;
import chat.parley.message.Unreadable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
  private static final String ROOM = "\"room\":\"r_h5k2m9q4w7x1z8b3\"";
  private static final String MARK = "\"mark\":\"5b1f0c2e9a7d4438\"";
  private static final String PERSON = "\"p_7c2m5x9k4w1q8z3h\"";
  private static final String POSITION = "{" + ROOM + ",\"seq\":1," + MARK + "}";

  private static Arguments bad(String what, Code code, String text) {
    return Arguments.of(what, code, text);
  }

  private static String say(String fields) {
    return "{\"type\":\"message\"," + fields + "}";
  }

  private static String resume(String seq) {
    return "{\"type\":\"resume\",\"positions\":[{" + ROOM + ",\"seq\":" + seq + "," + MARK + "}]}";
  }

  private static String list(String type, String field, String item, int count) {
    return "{\"type\":\""
        + type
        + "\",\""
        + field
        + "\":["
        + String.join(",", Collections.nCopies(count, item))
        + "]}";
  }

  private static String nested(int depth) {
    return "{\"type\":\"ping\",\"x\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
  }

  static Stream<Arguments> badFrames() {
    String whole = "\"ref\":\"a\",\"recipient\":\"#tea\",\"content\":\"x\"";
    return Stream.of(
        bad("nothing", Code.MALFORMED, ""),
        bad("text", Code.MALFORMED, "hello"),
        bad("an array", Code.MALFORMED, "[{\"type\":\"ping\"}]"),
        bad("a string", Code.MALFORMED, "\"ping\""),
        bad("null", Code.MALFORMED, "null"),
        bad("an open object", Code.MALFORMED, "{\"type\":\"ping\""),
        bad("an open string", Code.MALFORMED, "{\"type\":\"ping"),
        bad("a comment", Code.MALFORMED, "{\"type\":\"ping\"} // hello"),
        bad("a second object", Code.MALFORMED, "{\"type\":\"ping\"}{\"type\":\"ping\"}"),
        bad("a comma at the end", Code.MALFORMED, "{\"type\":\"ping\",}"),
        bad("single quotes", Code.MALFORMED, "{'type':'ping'}"),
        bad(
            "a control character",
            Code.MALFORMED,
            say("\"ref\":\"a\",\"recipient\":\"#tea\",\"content\":\"\u0001\"")),
        bad(
            "a bad escape",
            Code.MALFORMED,
            say("\"ref\":\"a\",\"recipient\":\"#tea\",\"content\":\"\\x41\"")),
        bad("no number", Code.MALFORMED, resume("01")),
        bad("not a number", Code.MALFORMED, resume("NaN")),
        bad("depth 17", Code.MALFORMED, nested(17)),
        bad("depth 50,000", Code.MALFORMED, "[".repeat(50_000)),
        bad(
            "depth 10,000 in an unknown field",
            Code.MALFORMED,
            "{\"type\":\"ping\",\"x\":" + "{\"x\":".repeat(10_000)),
        bad("no type", Code.MALFORMED, "{}"),
        bad("null as type", Code.MALFORMED, "{\"type\":null}"),
        bad("a number as type", Code.MALFORMED, "{\"type\":1}"),
        bad("no ref", Code.BAD_REF, say("\"recipient\":\"#tea\",\"content\":\"x\"")),
        bad(
            "an empty ref",
            Code.BAD_REF,
            say("\"ref\":\"\",\"recipient\":\"#tea\",\"content\":\"x\"")),
        bad(
            "a ref with a space",
            Code.BAD_REF,
            say("\"ref\":\"a b\",\"recipient\":\"#tea\",\"content\":\"x\"")),
        bad(
            "a ref of 65",
            Code.BAD_REF,
            say("\"ref\":\"" + "a".repeat(65) + "\",\"recipient\":\"#tea\",\"content\":\"x\"")),
        bad(
            "half a pair as ref",
            Code.BAD_REF,
            say("\"ref\":\"\\ud800\",\"recipient\":\"#tea\",\"content\":\"x\"")),
        bad(
            "a number as ref",
            Code.MALFORMED,
            say("\"ref\":1,\"recipient\":\"#tea\",\"content\":\"x\"")),
        bad(
            "null as ref",
            Code.MALFORMED,
            say("\"ref\":null,\"recipient\":\"#tea\",\"content\":\"x\"")),
        bad("no recipient", Code.MALFORMED, say("\"ref\":\"a\",\"content\":\"x\"")),
        bad(
            "a bare name",
            Code.BAD_NAME,
            say("\"ref\":\"a\",\"recipient\":\"tea\",\"content\":\"x\"")),
        bad(
            "an empty room",
            Code.BAD_NAME,
            say("\"ref\":\"a\",\"recipient\":\"#\",\"content\":\"x\"")),
        bad(
            "two alphabets",
            Code.BAD_NAME,
            say("\"ref\":\"a\",\"recipient\":\"#t\u0435a\",\"content\":\"x\"")),
        bad(
            "half a pair as name",
            Code.BAD_NAME,
            say("\"ref\":\"a\",\"recipient\":\"#\\udc00\",\"content\":\"x\"")),
        bad(
            "a name of 41",
            Code.BAD_NAME,
            say("\"ref\":\"a\",\"recipient\":\"#" + "a".repeat(41) + "\",\"content\":\"x\"")),
        bad(
            "an array as recipient",
            Code.MALFORMED,
            say("\"ref\":\"a\",\"recipient\":[\"#tea\"],\"content\":\"x\"")),
        bad("no content", Code.MALFORMED, say("\"ref\":\"a\",\"recipient\":\"#tea\"")),
        bad(
            "null as content",
            Code.MALFORMED,
            say("\"ref\":\"a\",\"recipient\":\"#tea\",\"content\":null")),
        bad(
            "true as content",
            Code.MALFORMED,
            say("\"ref\":\"a\",\"recipient\":\"#tea\",\"content\":true")),
        bad(
            "an object as content",
            Code.MALFORMED,
            say("\"ref\":\"a\",\"recipient\":\"#tea\",\"content\":{}")),
        bad("join without recipient", Code.MALFORMED, "{\"type\":\"join\",\"ref\":\"a\"}"),
        bad("leave without recipient", Code.MALFORMED, "{\"type\":\"leave\",\"ref\":\"a\"}"),
        bad("presence without recipient", Code.MALFORMED, "{\"type\":\"presence\",\"people\":[]}"),
        bad(
            "presence of a name",
            Code.MALFORMED,
            "{\"type\":\"presence\",\"recipient\":\"#tea\",\"people\":[]}"),
        bad("no positions", Code.MALFORMED, "{\"type\":\"resume\"}"),
        bad("null as positions", Code.MALFORMED, "{\"type\":\"resume\",\"positions\":null}"),
        bad("null as a position", Code.MALFORMED, "{\"type\":\"resume\",\"positions\":[null]}"),
        bad(
            "a string as a position",
            Code.MALFORMED,
            "{\"type\":\"resume\",\"positions\":[\"a\"]}"),
        bad("an object as positions", Code.MALFORMED, "{\"type\":\"resume\",\"positions\":{}}"),
        bad("an empty position", Code.MALFORMED, "{\"type\":\"resume\",\"positions\":[{}]}"),
        bad(
            "a position without room",
            Code.MALFORMED,
            "{\"type\":\"resume\",\"positions\":[{\"seq\":1," + MARK + "}]}"),
        bad(
            "a position without mark",
            Code.MALFORMED,
            "{\"type\":\"resume\",\"positions\":[{" + ROOM + ",\"seq\":1}]}"),
        bad("a fraction", Code.MALFORMED, resume("1.5")),
        bad("a tiny fraction", Code.MALFORMED, resume("1e-1000000000")),
        bad("a negative seq", Code.MALFORMED, resume("-1")),
        bad("one more than fits", Code.MALFORMED, resume("9223372036854775808")),
        bad("a huge power", Code.MALFORMED, resume("1e1000000000")),
        bad("a string as seq", Code.MALFORMED, resume("\"1\"")),
        bad("null as seq", Code.MALFORMED, resume("null")),
        bad("1001 positions", Code.MALFORMED, list("resume", "positions", POSITION, 1001)),
        bad("201 people to ask for", Code.MALFORMED, list("person", "people", PERSON, 201)),
        bad("no people", Code.MALFORMED, "{\"type\":\"person\"}"),
        bad("a name among people", Code.MALFORMED, list("person", "people", "\"@ann\"", 1)),
        bad("a number among people", Code.MALFORMED, list("person", "people", "1", 1)),
        bad("null among people", Code.MALFORMED, list("person", "people", "null", 1)),
        bad("a list among people", Code.MALFORMED, list("person", "people", "[]", 1)));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("badFrames")
  void aFrameThatCannotBeIsRefusedByItsCode(String what, Code code, String text) {
    Message message = MessageDecoder.parley(text).orElseThrow();
    Unreadable unreadable = assertInstanceOf(Unreadable.class, message);
    assertEquals(code, unreadable.code(), unreadable.reason());
    Sentences.check(unreadable.reason());
  }

  @Test
  void theRefThatCouldBeReadIsInTheRefusal() {
    assertEquals(
        Optional.of(new Ref("a7")),
        refOf(say("\"recipient\":\"tea\",\"ref\":\"a7\",\"content\":\"x\"")));
    assertEquals(Optional.of(new Ref("a7")), refOf("{\"ref\":\"a7\"}"));
    assertEquals(
        Optional.empty(), refOf(say("\"ref\":\"a b\",\"recipient\":\"tea\",\"content\":\"x\"")));
    assertEquals(Optional.empty(), refOf("{\"ref\":\"a7\"} and more"));
  }

  private static Optional<Ref> refOf(String text) {
    return MessageDecoder.parley(text).map(Unreadable.class::cast).map(Unreadable::ref);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"video\"}",
        "{\"type\":\"\"}",
        "{\"type\":\"MESSAGE\"}",
        "{\"type\":\"welcome\",\"person\":7}",
        "{\"type\":\"poll\",\"ref\":[]}"
      })
  void anUnknownTypeIsIgnored(String text) {
    assertEquals(Optional.empty(), MessageDecoder.parley(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"ping\",\"x\":1}",
        "{\"x\":{\"type\":7},\"type\":\"ping\"}",
        "{\"type\":\"ping\",\"@type\":\"pong\",\"ref\":[1,{\"y\":null}],\"x\":1e400}",
        "{\"type\":\"ping\",\"content\":5,\"seq\":\"a\",\"met\":true}"
      })
  void unknownFieldsAreIgnored(String text) {
    assertEquals(Optional.of(new FromClient.Ping()), MessageDecoder.parley(text));
  }

  @Test
  void sixteenObjectsMayLieInEachOther() {
    assertEquals(Optional.of(new FromClient.Ping()), MessageDecoder.parley(nested(16)));
  }

  @Test
  void bracketsInStringsAreNoDepth() {
    String text =
        say("\"ref\":\"a\",\"recipient\":\"#tea\",\"content\":\"" + "[{\\\"".repeat(30) + "\"");
    assertInstanceOf(FromClient.Say.class, MessageDecoder.parley(text).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "9223372036854775807"})
  void anyWholeNumberFromZeroOnIsASeq(String seq) {
    FromClient.Resume resume =
        assertInstanceOf(FromClient.Resume.class, MessageDecoder.parley(resume(seq)).orElseThrow());
    assertEquals(Long.parseLong(seq), resume.positions().get(0).seq());
  }

  @Test
  void asManyAsMayBeNamedAreRead() {
    assertInstanceOf(
        FromClient.Resume.class,
        MessageDecoder.parley(list("resume", "positions", POSITION, FromClient.MAX_POSITIONS))
            .orElseThrow());
    assertInstanceOf(
        FromClient.Ask.class,
        MessageDecoder.parley(list("person", "people", PERSON, FromClient.MAX_PEOPLE))
            .orElseThrow());
  }

  @Test
  void theTypeMayComeLast() {
    assertEquals(
        Optional.of(new FromClient.Resume(List.of(), null)),
        MessageDecoder.parley("{\"positions\":[],\"type\":\"resume\"}"));
  }
}
