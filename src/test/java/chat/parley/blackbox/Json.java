package chat.parley.blackbox;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** JSON text and values, by one shared provider. Thread-safe. */
final class Json {
  private static final JsonProvider PROVIDER = JsonProvider.provider();
  private static final JsonReaderFactory READERS = PROVIDER.createReaderFactory(Map.of());
  private static final JsonBuilderFactory BUILDERS = PROVIDER.createBuilderFactory(Map.of());

  private Json() {}

  static JsonValue value(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }

  static JsonObject object(String text) {
    return value(text).asJsonObject();
  }

  /** The objects of a frame, which is one object or an array of them. */
  static List<JsonObject> objects(String frame) {
    JsonValue value = value(frame);
    return value.getValueType() == JsonValue.ValueType.ARRAY
        ? value.asJsonArray().getValuesAs(JsonObject.class)
        : List.of(value.asJsonObject());
  }

  static JsonObjectBuilder builder() {
    return BUILDERS.createObjectBuilder();
  }

  static JsonObjectBuilder builder(JsonObject object) {
    return BUILDERS.createObjectBuilder(object);
  }

  static JsonArrayBuilder array(Collection<String> texts) {
    JsonArrayBuilder array = BUILDERS.createArrayBuilder();
    texts.forEach(array::add);
    return array;
  }

  static JsonArrayBuilder arrayOf(Collection<JsonObject> objects) {
    JsonArrayBuilder array = BUILDERS.createArrayBuilder();
    objects.forEach(array::add);
    return array;
  }

  static List<String> strings(JsonObject object, String key) {
    return object.getJsonArray(key).getValuesAs(JsonString::getString);
  }

  static List<JsonObject> objects(JsonObject object, String key) {
    return object.getJsonArray(key).getValuesAs(JsonObject.class);
  }
}
