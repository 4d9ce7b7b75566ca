package chat.parley.wire;

import chat.parley.message.Code;
import chat.parley.message.Refusal;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Reads one JSON object and is stricter than JSON-P and JSON-B have to be: no duplicate keys,
 * nothing after the end, no deeper than {@link #MAX_DEPTH}. Thread-safe.
 */
final class StrictJson {
  /** How many objects and arrays may lie in each other. */
  static final int MAX_DEPTH = 16;

  private static final JsonParserFactory PARSERS =
      JsonProvider.provider().createParserFactory(Map.of());
  private static final JsonBuilderFactory BUILDERS =
      JsonProvider.provider().createBuilderFactory(Map.of());

  private final JsonParser parser;

  private StrictJson(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * @throws Refusal if the text is not exactly one such object
   */
  static JsonObject object(String text) {
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      if (!parser.hasNext() || parser.next() != Event.START_OBJECT) {
        throw malformed("This frame is not JSON: expected an object.");
      }
      JsonObject object = new StrictJson(parser).object(1);
      if (parser.hasNext()) {
        throw malformed("There is text after the end of this frame's object.");
      }
      return object;
    } catch (JsonException | IllegalStateException | NoSuchElementException e) {
      throw malformed("This frame is not JSON: expected one object.");
    } catch (UnsupportedOperationException | NumberFormatException e) {
      // how a provider refuses a number of a thousand digits
      throw malformed("A number in this frame is too long.");
    }
  }

  private JsonObject object(int depth) {
    JsonObjectBuilder object = BUILDERS.createObjectBuilder();
    Set<String> keys = new HashSet<>();
    for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
      String key = parser.getString();
      if (!keys.add(key)) {
        throw malformed("A key stands twice in one object of this frame.");
      }
      object.add(key, value(parser.next(), depth));
    }
    return object.build();
  }

  private JsonValue array(int depth) {
    JsonArrayBuilder array = BUILDERS.createArrayBuilder();
    for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
      array.add(value(event, depth));
    }
    return array.build();
  }

  private JsonValue value(Event event, int depth) {
    boolean nested = event == Event.START_OBJECT || event == Event.START_ARRAY;
    if (nested && depth == MAX_DEPTH) {
      throw malformed("This frame's JSON is nested deeper than " + MAX_DEPTH + ".");
    }
    return switch (event) {
      case START_OBJECT -> object(depth + 1);
      case START_ARRAY -> array(depth + 1);
      default -> parser.getValue();
    };
  }

  private static Refusal malformed(String text) {
    return new Refusal(Code.MALFORMED, text);
  }
}
