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
public final class Json {
  private static final JsonProvider PROVIDER = JsonProvider.provider();
  private static final JsonReaderFactory READERS = PROVIDER.createReaderFactory(Map.of());
  private static final JsonBuilderFactory BUILDERS = PROVIDER.createBuilderFactory(Map.of());

  private Json() {}

  public static JsonValue value(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }

  public static JsonObject object(String text) {
    return value(text).asJsonObject();
  }

  /** The objects of a frame, which is one object or an array of them. */
  public static List<JsonObject> objects(String frame) {
    JsonValue value = value(frame);
    return value.getValueType() == JsonValue.ValueType.ARRAY
        ? value.asJsonArray().getValuesAs(JsonObject.class)
        : List.of(value.asJsonObject());
  }

  public static JsonObjectBuilder builder() {
    return BUILDERS.createObjectBuilder();
  }

  public static JsonObjectBuilder builder(JsonObject object) {
    return BUILDERS.createObjectBuilder(object);
  }

  public static JsonArrayBuilder array(Collection<String> texts) {
    JsonArrayBuilder array = BUILDERS.createArrayBuilder();
    texts.forEach(array::add);
    return array;
  }

  public static JsonArrayBuilder arrayOf(Collection<JsonObject> objects) {
    JsonArrayBuilder array = BUILDERS.createArrayBuilder();
    objects.forEach(array::add);
    return array;
  }

  public static List<String> strings(JsonObject object, String key) {
    return object.getJsonArray(key).getValuesAs(JsonString::getString);
  }

  public static List<JsonObject> objects(JsonObject object, String key) {
    return object.getJsonArray(key).getValuesAs(JsonObject.class);
  }
}
