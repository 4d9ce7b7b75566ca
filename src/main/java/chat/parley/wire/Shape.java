package chat.parley.wire;

import chat.parley.message.Code;
import chat.parley.message.Refusal;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;

/**
 * Whether a JSON object has the types that a record's components ask for. JSON-B alone takes
 * numbers for strings and the other way round. Fields that the record doesn't know are not looked
 * at.
 */
final class Shape {
  private static final String NUMBER = "a whole number";
  private static final String TRUTH = "true or false";

  /** Kept, as Java makes them anew for each who asks. */
  private static final ClassValue<RecordComponent[]> PARTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          return type.getRecordComponents();
        }
      };

  private Shape() {}

  /**
   * @throws Refusal naming the field that has another type
   */
  static void check(JsonObject object, Class<?> type) {
    for (RecordComponent part : PARTS.get(type)) {
      JsonValue value = object.get(part.getName());
      if (value != null) {
        check(part.getName(), value, part.getGenericType());
      } else if (part.getType().isPrimitive()) {
        // JSON-B would read a missing one as 0 or false
        throw wrong(part.getName(), part.getType() == long.class ? NUMBER : TRUTH);
      }
    }
  }

  private static void check(String field, JsonValue value, Type type) {
    if (type instanceof ParameterizedType list) {
      JsonArray array = expect(field, value, "an array", JsonArray.class);
      array.forEach(item -> check(field, item, list.getActualTypeArguments()[0]));
    } else if (type == long.class || type == Long.class) {
      JsonNumber number = expect(field, value, NUMBER, JsonNumber.class);
      if (!isLong(number)) {
        throw wrong(field, NUMBER);
      }
    } else if (type == boolean.class || type == Boolean.class) {
      if (value.getValueType() != JsonValue.ValueType.TRUE
          && value.getValueType() != JsonValue.ValueType.FALSE) {
        throw wrong(field, TRUTH);
      }
    } else if (Json.TEXTS.contains(type)) {
      if (value.getValueType() != JsonValue.ValueType.STRING) {
        throw wrong(field, "a string");
      }
    } else {
      check(expect(field, value, "an object", JsonObject.class), (Class<?>) type);
    }
  }

  private static <T extends JsonValue> T expect(
      String field, JsonValue value, String what, Class<T> type) {
    if (!type.isInstance(value)) {
      throw wrong(field, what);
    }
    return type.cast(value);
  }

  private static boolean isLong(JsonNumber number) {
    try {
      number.longValueExact();
      return true;
    } catch (ArithmeticException | NumberFormatException | UnsupportedOperationException e) {
      // the only ways JSON-P tells a fraction, an overflow, or more digits than it likes to read
      return false;
    }
  }

  private static Refusal wrong(String field, String what) {
    return new Refusal(Code.MALFORMED, "Expected " + what + " as '" + field + "'.");
  }
}
