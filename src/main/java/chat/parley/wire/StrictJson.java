package chat.parley.wire;

import chat.parley.message.Refusal;
import chat.parley.message.Code;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;

/**
 * Reads one JSON object and is stricter than JSON-B has to be: no duplicate keys, nothing after the end, no deeper than {@link #MAX_DEPTH}.
 * Thread-safe.
 */
final class StrictJson {
  /** How many objects and arrays may lie in each other. */
  static final int MAX_DEPTH = 16;

  private static final JsonParserFactory PARSERS =
      JsonProvider.provider()
          .createParserFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  private StrictJson() {}

  /** @throws Refusal if the text is not exactly one such object */
  static JsonObject object(String text) {
    refuseDepth(text);
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      if (!parser.hasNext() || parser.next() != JsonParser.Event.START_OBJECT) {
        throw new Refusal(Code.MALFORMED, "This frame is not JSON: expected an object.");
      }
      JsonObject object = parser.getObject();
      if (parser.hasNext()) {
        throw new Refusal(Code.MALFORMED, "There is text after the end of this frame's object.");
      }
      return object;
    } catch (JsonException | IllegalStateException e) {
      throw new Refusal(Code.MALFORMED, "This frame is not one JSON object without duplicate keys.");
    }
  }

  /** Counts brackets outside strings before anything recurses, so that a deep text costs no stack. */
  private static void refuseDepth(String text) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        if (++depth > MAX_DEPTH) {
          throw new Refusal(Code.MALFORMED, "This frame's JSON is nested deeper than " + MAX_DEPTH + ".");
        }
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
  }
}
