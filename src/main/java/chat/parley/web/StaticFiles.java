package chat.parley.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The client's files, those of {@code WEB-INF/webapp/}. They are read once, and a request is only
 * looked up among them: no path of a request ever reaches the file system.
 */
@WebServlet(urlPatterns = "/", loadOnStartup = 1)
@SuppressWarnings("serial") // no container stores servlets
public class StaticFiles extends HttpServlet {
  private static final String ROOT = "/WEB-INF/webapp/";
  private static final String INDEX = "index.html";

  private Map<String, StaticFile> files = Map.of();

  /** For the container. */
  public StaticFiles() {}

  @Override
  public void init() throws ServletException {
    Map<String, byte[]> contents = new HashMap<>();
    try {
      read(getServletContext(), ROOT, contents);
    } catch (IOException | UncheckedIOException e) {
      throw new ServletException("The client's files can't be read.", e);
    }
    Map<String, StaticFile> byName = new HashMap<>();
    contents.forEach(
        (name, bytes) -> {
          boolean isSibling = name.endsWith(".br") || name.endsWith(".gz");
          if (!isSibling || !contents.containsKey(name.substring(0, name.length() - 3))) {
            byName.put(
                name,
                StaticFile.of(name, bytes, contents.get(name + ".br"), contents.get(name + ".gz")));
          }
        });
    files = Map.copyOf(byName);
  }

  private static void read(ServletContext context, String folder, Map<String, byte[]> contents)
      throws IOException {
    Set<String> paths = context.getResourcePaths(folder);
    for (String path : paths == null ? Set.<String>of() : paths) {
      if (path.endsWith("/")) {
        read(context, path, contents);
      } else {
        try (InputStream in = context.getResourceAsStream(path)) {
          contents.put(path.substring(ROOT.length()), in.readAllBytes());
        }
      }
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = path(request);
    if (path.isEmpty() || path.equals("/") && !request.getRequestURI().endsWith("/")) {
      // the page's links are relative to its folder; Payara serves a context without its slash
      response.setStatus(HttpServletResponse.SC_FOUND);
      response.setHeader("Location", getServletContext().getContextPath() + "/");
      return;
    }
    String method = request.getMethod();
    StaticFile file = files.get(path.equals("/") ? INDEX : path.substring(1));
    if (file == null) {
      Sentence.answer(request, response, 404, "There is nothing here.");
    } else if (method.equals("GET") || method.equals("HEAD")) {
      send(file, request, response);
    } else {
      response.setHeader("Allow", "GET, HEAD");
      Sentence.answer(request, response, 405, "Only GET, HEAD can be used here.");
    }
  }

  private static String path(HttpServletRequest request) {
    String path = request.getServletPath();
    return request.getPathInfo() == null ? path : path + request.getPathInfo();
  }

  private static void send(
      StaticFile file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    StaticFile.Form form = file.form(Optional.ofNullable(request.getHeader("Accept-Encoding")));
    response.setHeader("Cache-Control", file.caching());
    response.setHeader("ETag", form.etag());
    if (file.isVarying()) {
      response.setHeader("Vary", "Accept-Encoding");
    }
    if (isKnown(form.etag(), request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(file.type());
    if (!form.encoding().isEmpty()) {
      response.setHeader("Content-Encoding", form.encoding());
    }
    response.setContentLength(form.bytes().length);
    if (request.getMethod().equals("GET")) {
      response.getOutputStream().write(form.bytes());
    }
  }

  private static boolean isKnown(String etag, String known) {
    return known != null
        && Arrays.stream(known.split(","))
            .map(String::strip)
            .anyMatch(it -> it.equals("*") || it.equals(etag) || it.equals("W/" + etag));
  }
}
