package chat.parley.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A response that remembers what was written into it. */
public final class FakeResponse {
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status = 200;

  /** The response itself. */
  public HttpServletResponse response() {
    return FakeRequest.fake(
        HttpServletResponse.class,
        (name, args) -> {
          switch (name) {
            case "setStatus" -> status = (Integer) args[0];
            case "getStatus" -> {
              return status;
            }
            case "setHeader" -> headers.put((String) args[0], (String) args[1]);
            case "addHeader" ->
                headers.merge((String) args[0], (String) args[1], (a, b) -> a + "\n" + b);
            case "setContentType" -> headers.put("Content-Type", (String) args[0]);
            case "setCharacterEncoding" ->
                headers.merge("Content-Type", "; charset=" + args[0], String::concat);
            case "setContentLength" -> headers.put("Content-Length", args[0].toString());
            case "getOutputStream" -> {
              return stream();
            }
            default -> throw new UnsupportedOperationException(name);
          }
          return null;
        });
  }

  /** The status. */
  public int status() {
    return status;
  }

  /** A header, its values in lines; null if there is none. */
  public String header(String name) {
    return headers.get(name);
  }

  /** The body as text. */
  public String body() {
    return body.toString(StandardCharsets.UTF_8);
  }

  private ServletOutputStream stream() {
    return new ServletOutputStream() {
      @Override
      public void write(int b) {
        body.write(b);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
