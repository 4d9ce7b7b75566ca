package chat.parley.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Plain HTTP requests, without cookies of their own. Thread-safe. */
final class Http {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private static final HttpClient UPGRADING =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).connectTimeout(TIMEOUT).build();

  private Http() {}

  /**
   * @param headers names and values in turn
   */
  static HttpResponse<String> get(URI base, String path, String... headers) {
    return send(CLIENT, request(base, path, headers).GET().build());
  }

  /** The same, with the {@code Upgrade: h2c} that the JDK's client sends by default. */
  static HttpResponse<String> getUpgrading(URI base, String path) {
    return send(UPGRADING, request(base, path).GET().build());
  }

  static HttpResponse<String> putJson(URI base, String path, String body, String... headers) {
    return put(base, path, "application/json", body, headers);
  }

  static HttpResponse<String> put(
      URI base, String path, String type, String body, String... headers) {
    HttpRequest.Builder request = request(base, path, headers).header("Content-Type", type);
    return send(CLIENT, request.PUT(BodyPublishers.ofString(body, UTF_8)).build());
  }

  /** A deletion as the page sends it: declared as JSON, without a body. */
  static HttpResponse<String> deleteJson(URI base, String path, String... headers) {
    HttpRequest.Builder request = request(base, path, headers);
    return send(CLIENT, request.header("Content-Type", "application/json").DELETE().build());
  }

  /** A request without a body. */
  static HttpResponse<String> bare(String method, URI base, String path, String... headers) {
    HttpRequest.Builder request = request(base, path, headers);
    return send(CLIENT, request.method(method, BodyPublishers.noBody()).build());
  }

  private static HttpRequest.Builder request(URI base, String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
    try {
      return client
          .sendAsync(request, BodyHandlers.ofString(UTF_8))
          .orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS)
          .join();
    } catch (CompletionException e) {
      return fail("no whole answer to " + request, e);
    }
  }
}
