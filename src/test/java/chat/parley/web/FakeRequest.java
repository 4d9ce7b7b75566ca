package chat.parley.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request as a test wants it; what it doesn't know throws. */
public final class FakeRequest {
  private final String method;
  private final String path;
  private final Map<String, List<String>> headers = new HashMap<>();
  private final Map<String, String> parameters = new HashMap<>();
  private String peer = "192.0.2.1";
  private String context = "";
  private boolean secure;
  private String principal;
  private boolean session;
  private byte[] body = {};

  private FakeRequest(String method, String path) {
    this.method = method;
    this.path = path;
  }

  /** A request to chat.example.org for this path below the context. */
  public static FakeRequest of(String method, String path) {
    return new FakeRequest(method, path).header("Host", "chat.example.org");
  }

  /** One more header. */
  public FakeRequest header(String name, String value) {
    headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>()).add(value);
    return this;
  }

  /** Without these headers. */
  public FakeRequest without(String name) {
    headers.remove(name.toLowerCase(Locale.ROOT));
    return this;
  }

  /** With a query's parameter. */
  public FakeRequest parameter(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  /** From this address. */
  public FakeRequest from(String address) {
    peer = address;
    return this;
  }

  /** At this context path. */
  public FakeRequest at(String contextPath) {
    context = contextPath;
    return this;
  }

  /** Over https. */
  public FakeRequest secure() {
    secure = true;
    return this;
  }

  /** By somebody whom the container knows. */
  public FakeRequest by(String name) {
    principal = name;
    return this;
  }

  /** In an HTTP session of the container. */
  public FakeRequest inSession() {
    session = true;
    return this;
  }

  /** Whether it is still in a session. */
  public boolean isInSession() {
    return session;
  }

  /** With this body. */
  public FakeRequest body(String text) {
    return body(text.getBytes(StandardCharsets.UTF_8));
  }

  /** With this body. */
  public FakeRequest body(byte[] bytes) {
    body = bytes;
    return this;
  }

  /** The request itself. */
  public HttpServletRequest request() {
    return fake(
        HttpServletRequest.class,
        (name, args) ->
            switch (name) {
              case "getMethod" -> method;
              case "getServletPath" -> path;
              case "getPathInfo" -> null;
              case "getRequestURI" -> context + path;
              case "getRemoteAddr" -> peer;
              case "isSecure" -> secure;
              case "getHeader" -> all(args[0]).stream().findFirst().orElse(null);
              case "getHeaders" -> Collections.enumeration(all(args[0]));
              case "getContentType" -> all("Content-Type").stream().findFirst().orElse(null);
              case "getParameter" -> parameters.get((String) args[0]);
              case "getCookies" -> cookies();
              case "getUserPrincipal" -> principal == null ? null : (Principal) () -> principal;
              case "logout" -> principal = null;
              case "getSession" -> session ? session() : null;
              case "getServletContext" -> context();
              case "getInputStream" -> stream();
              default -> throw new UnsupportedOperationException(name);
            });
  }

  private List<String> all(Object header) {
    return headers.getOrDefault(((String) header).toLowerCase(Locale.ROOT), List.of());
  }

  private Cookie[] cookies() {
    List<Cookie> cookies =
        all("Cookie").stream()
            .map(text -> text.split("=", 2))
            .map(pair -> new Cookie(pair[0], pair[1]))
            .toList();
    return cookies.isEmpty() ? null : cookies.toArray(Cookie[]::new);
  }

  private HttpSession session() {
    return fake(
        HttpSession.class,
        (name, args) -> {
          if (name.equals("invalidate")) {
            session = false;
            return null;
          }
          throw new UnsupportedOperationException(name);
        });
  }

  private ServletContext context() {
    return fake(
        ServletContext.class,
        (name, args) -> {
          if (name.equals("getContextPath")) {
            return context;
          }
          throw new UnsupportedOperationException(name);
        });
  }

  private ServletInputStream stream() {
    ByteArrayInputStream bytes = new ByteArrayInputStream(body);
    return new ServletInputStream() {
      @Override
      public int read() {
        return bytes.read();
      }

      @Override
      public boolean isFinished() {
        return bytes.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }

  /** What a fake answers to a call. */
  @FunctionalInterface
  interface Answers {
    Object answer(String method, Object[] args) throws Exception;
  }

  static <T> T fake(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> answers.answer(method.getName(), args)));
  }
}
