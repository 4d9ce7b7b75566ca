package chat.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTest {
  private static final String ROOT = "/WEB-INF/webapp/";
  private static final Map<String, String> FILES =
      Map.of(
          "index.html", "<html>",
          "main-FISS7Y3G.js", "script",
          "chunk-x5b8br-Q.js", "part",
          "worker.js", "worker",
          "manifest.webmanifest", "manifest",
          "main-FISS7Y3G.js.br", "brotli",
          "main-FISS7Y3G.js.gz", "gzip",
          "media/f-ABCDEF12.woff2", "font",
          "data.gz", "lonely");

  private final StaticFiles servlet = new StaticFiles();

  @BeforeEach
  void open() throws ServletException {
    ServletContext context =
        FakeRequest.fake(
            ServletContext.class,
            (name, args) ->
                switch (name) {
                  case "getResourcePaths" -> children((String) args[0]);
                  case "getResourceAsStream" -> new ByteArrayInputStream(bytes((String) args[0]));
                  case "getContextPath" -> "/a/b";
                  default -> throw new UnsupportedOperationException(name);
                });
    servlet.init(
        FakeRequest.fake(
            ServletConfig.class,
            (name, args) -> name.equals("getServletContext") ? context : null));
  }

  private static Set<String> children(String folder) {
    return folder.equals(ROOT)
        ? Set.of(
            ROOT + "index.html",
            ROOT + "main-FISS7Y3G.js",
            ROOT + "chunk-x5b8br-Q.js",
            ROOT + "worker.js",
            ROOT + "manifest.webmanifest",
            ROOT + "main-FISS7Y3G.js.br",
            ROOT + "main-FISS7Y3G.js.gz",
            ROOT + "data.gz",
            ROOT + "media/")
        : Set.of(ROOT + "media/f-ABCDEF12.woff2");
  }

  private static byte[] bytes(String path) {
    return FILES.get(path.substring(ROOT.length())).getBytes(StandardCharsets.UTF_8);
  }

  private FakeResponse answer(FakeRequest request) throws IOException {
    FakeResponse response = new FakeResponse();
    servlet.service(request.request(), response.response());
    return response;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /                       | <html> | text/html; charset=UTF-8       | no-cache
          /index.html             | <html> | text/html; charset=UTF-8       | no-cache
          /main-FISS7Y3G.js       | script | text/javascript; charset=UTF-8 | public, max-age=31536000, immutable
          /chunk-x5b8br-Q.js      | part   | text/javascript; charset=UTF-8 | public, max-age=31536000, immutable
          /media/f-ABCDEF12.woff2 | font   | font/woff2                     | public, max-age=31536000, immutable
          /worker.js              | worker | text/javascript; charset=UTF-8 | no-cache
          /manifest.webmanifest   | manifest | application/manifest+json; charset=UTF-8 | no-cache
          /data.gz                | lonely | application/octet-stream       | no-cache
          """)
  void serves(String path, String body, String type, String caching) throws IOException {
    FakeResponse response = answer(FakeRequest.of("GET", path).at("/a/b"));
    assertEquals(200, response.status());
    assertEquals(body, response.body());
    assertEquals(type, response.header("Content-Type"));
    assertEquals(caching, response.header("Cache-Control"));
    assertEquals(String.valueOf(body.length()), response.header("Content-Length"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/main-FISS7Y3G.js.br",
        "/nope",
        "/media",
        "/media/",
        "/../web.xml",
        "/WEB-INF/web.xml",
        "/WEB-INF/webapp/index.html",
        "//index.html",
        "/INDEX.HTML",
        "/index.html/",
        "/chat/parley/launch/Launcher.class"
      })
  void hasNothingElse(String path) throws IOException {
    FakeResponse response = answer(FakeRequest.of("GET", path));
    assertEquals(404, response.status());
    assertEquals("text/plain; charset=UTF-8", response.header("Content-Type"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          -                    | -    | script
          gzip, deflate, br    | br   | brotli
          GZIP                 | gzip | gzip
          br;q=0, gzip;q=0.5   | gzip | gzip
          br;q=0.000           | -    | script
          identity             | -    | script
          """)
  void sendsTheSmallestFormThatIsTaken(String accepted, String encoding, String body)
      throws IOException {
    FakeRequest request = FakeRequest.of("GET", "/main-FISS7Y3G.js");
    if (accepted != null) {
      request.header("Accept-Encoding", accepted);
    }
    FakeResponse response = answer(request);
    assertEquals(encoding, response.header("Content-Encoding"));
    assertEquals(body, response.body());
    assertEquals("Accept-Encoding", response.header("Vary"));
  }

  @Test
  void aFileThatIsKnownIsNotSentAgain() throws IOException {
    String etag = answer(FakeRequest.of("GET", "/")).header("ETag");
    for (String known : new String[] {etag, "W/" + etag, "\"x\", " + etag, "*"}) {
      FakeResponse response = answer(FakeRequest.of("GET", "/").header("If-None-Match", known));
      assertEquals(304, response.status());
      assertEquals("", response.body());
      assertEquals(etag, response.header("ETag"));
    }
    assertEquals(200, answer(FakeRequest.of("GET", "/").header("If-None-Match", "\"x\"")).status());
  }

  @Test
  void eachFormHasItsOwnTag() throws IOException {
    String plain = answer(FakeRequest.of("GET", "/main-FISS7Y3G.js")).header("ETag");
    FakeRequest compressed =
        FakeRequest.of("GET", "/main-FISS7Y3G.js").header("Accept-Encoding", "br");
    assertEquals(200, answer(compressed.header("If-None-Match", plain)).status());
  }

  @Test
  void headSendsNoBody() throws IOException {
    FakeResponse response = answer(FakeRequest.of("HEAD", "/"));
    assertEquals("6", response.header("Content-Length"));
    assertEquals("", response.body());
  }

  @Test
  void nothingCanBeChanged() throws IOException {
    FakeResponse response = answer(FakeRequest.of("POST", "/"));
    assertEquals(405, response.status());
    assertEquals("GET, HEAD", response.header("Allow"));
    assertNull(response.header("ETag"));
  }

  @Test
  void theContextWithoutItsSlashLeadsToThePage() throws IOException {
    FakeResponse response = answer(FakeRequest.of("GET", "").at("/a/b"));
    assertEquals(302, response.status());
    assertEquals("/a/b/", response.header("Location"));
  }
}
