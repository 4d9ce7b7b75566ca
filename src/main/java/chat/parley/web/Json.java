package chat.parley.web;

import jakarta.json.JsonException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Bodies in JSON. Thread-safe. */
final class Json {
  /** Bytes that a request's body has at most. */
  static final int MAX_BODY = 8192;

  /** How many objects and arrays may lie in each other. */
  private static final int MAX_DEPTH = 16;

  private static final JsonParserFactory PARSERS =
      JsonProvider.provider().createParserFactory(Map.of());
  private static final Jsonb JSONB = JsonbBuilder.create();

  private Json() {}

  /** The request's body as such a record; what the body leaves out is null. */
  static <T> T read(HttpServletRequest request, Class<T> type) throws IOException, Refusal {
    checkType(request);
    byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      throw new Refusal(413, "too_long", "The body may have at most " + MAX_BODY + " bytes.");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      checkWhole(text);
      T value = JSONB.fromJson(text, type);
      if (value != null) {
        return value;
      }
    } catch (CharacterCodingException | JsonException | JsonbException e) {
      throw malformed();
    }
    throw malformed();
  }

  /**
   * Refuses what is not declared as JSON. No form of another site's page can send that declaration.
   */
  static void checkType(HttpServletRequest request) throws Refusal {
    String declared = request.getContentType();
    String media = declared == null ? "" : declared.split(";", 2)[0].strip();
    if (!media.equalsIgnoreCase("application/json")) {
      throw new Refusal(
          415, "not_json", "The body must be JSON, with Content-Type: application/json.");
    }
  }

  /**
   * JSON-B stops at the end of the object, and doesn't mind what stands behind it; a parser throws
   * anything at all where brackets are nested a thousand deep.
   */
  private static void checkWhole(String text) throws Refusal {
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      int depth = 0;
      while (parser.hasNext()) {
        switch (parser.next()) {
          case START_OBJECT, START_ARRAY -> depth++;
          case END_OBJECT, END_ARRAY -> depth--;
          default -> {}
        }
        if (depth > MAX_DEPTH) {
          throw malformed();
        }
      }
    }
  }

  private static Refusal malformed() {
    return new Refusal(400, "malformed", "The body is not the JSON object that belongs here.");
  }

  /** Answers with this as JSON; on HEAD with what would go before it. */
  static void write(
      HttpServletRequest request, HttpServletResponse response, int status, Object value)
      throws IOException {
    byte[] body = JSONB.toJson(value).getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }
}
