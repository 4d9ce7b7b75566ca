package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page, its headers, and the server's health. */
interface PageRules extends Host {
  /** A script or style sheet that the page loads. */
  Pattern ASSET = Pattern.compile("(?:src|href)=\"([^\"/:]+\\.(?:js|css))\"");

  @Test
  default void thePageIsServedUnderAStrictPolicy() {
    HttpResponse<String> page = Http.getUpgrading(withLimits(), "");
    assertEquals(200, page.statusCode());
    assertTrue(header(page, "Content-Type").startsWith("text/html"), header(page, "Content-Type"));
    assertTrue(page.body().contains("<html"), page.body());
    String policy = header(page, "Content-Security-Policy");
    for (String rule :
        List.of(
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "frame-ancestors 'self'",
            "require-trusted-types-for 'script'")) {
      assertTrue(policy.contains(rule), policy);
    }
    assertFalse(policy.contains("unsafe"), policy);
    assertEquals("nosniff", header(page, "X-Content-Type-Options"));
    assertEquals("no-referrer", header(page, "Referrer-Policy"));
  }

  @Test
  default void whatThePageLoadsIsThere() {
    Matcher assets = ASSET.matcher(Http.get(withLimits(), "").body());
    int found = 0;
    while (assets.find()) {
      HttpResponse<String> asset = Http.get(withLimits(), assets.group(1));
      assertEquals(200, asset.statusCode(), assets.group(1));
      assertEquals("nosniff", header(asset, "X-Content-Type-Options"));
      assertTrue(
          header(asset, "Content-Type").matches("text/(javascript|css).*"),
          header(asset, "Content-Type"));
      found++;
    }
    assertTrue(found > 0, "the page loads nothing");
  }

  @Test
  default void theWorkerIsAskedForAnewEachTime() {
    HttpResponse<String> worker = Http.get(withLimits(), "worker.js");
    assertEquals(200, worker.statusCode());
    assertTrue(header(worker, "Content-Type").startsWith("text/javascript"));
    assertEquals("no-cache", header(worker, "Cache-Control"));
    String policy = header(worker, "Content-Security-Policy");
    for (String rule :
        List.of(
            "worker-src 'self'", "manifest-src 'self'", "connect-src 'self'", "parley#worker")) {
      assertTrue(policy.contains(rule), policy);
    }
    HttpResponse<String> manifest = Http.get(withLimits(), "manifest.webmanifest");
    assertEquals(200, manifest.statusCode());
    assertTrue(header(manifest, "Content-Type").startsWith("application/manifest+json"));
    assertEquals("no-cache", header(manifest, "Cache-Control"));
  }

  @Test
  default void nothingElseOfTheWarIsServed() {
    List<String> paths =
        List.of(
            "WEB-INF/web.xml",
            "WEB-INF/webapp/index.html",
            "META-INF/MANIFEST.MF",
            "chat/parley/launch/Launcher.class",
            "WEB-INF/lib/",
            "%57EB-INF/web.xml",
            "WEB-INF;x=1/web.xml",
            "x/..%2fWEB-INF/web.xml",
            "..%2f..%2fetc%2fpasswd",
            "%2e%2e/%2e%2e/etc/passwd",
            "..;/..;/etc/passwd",
            "%5cWEB-INF%5cweb.xml",
            "nothing.js",
            "nothing");
    assertAll(
        paths.stream()
            .map(
                path ->
                    () -> {
                      Answer answer =
                          Handshake.to(withLimits())
                              .at(path)
                              .with("Upgrade", "none")
                              .with("Connection", "close")
                              .send();
                      assertTrue(
                          answer.status() >= 300 && answer.status() < 500,
                          path + ": " + answer.status());
                    }));
  }

  @Test
  default void theHealthIsTold() {
    assertEquals(200, Http.get(withLimits(), "health/live").statusCode());
    assertEquals(200, Http.get(withLimits(), "health/ready").statusCode());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
