package chat.parley.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.Slow;
import chat.parley.log.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What Tomcat finds left of a deployment that is gone. */
@ArquillianTest
class TomcatRedeployIT {
  private static final int TIMES = 4;

  /** Two seconds each: longer than Tomcat waits for the peer of a socket that it has closed. */
  private static final int TRIES = 20;

  private static final URI TOMCAT =
      URI.create("http://127.0.0.1:" + System.getProperty("tomcat.port") + "/");

  @ArquillianResource private Deployer deployer;

  @Deployment(name = "again", managed = false, testable = false)
  static WebArchive deploy() {
    return Wars.withLimits("again");
  }

  @Deployment(name = "postgres", managed = false, testable = false)
  static WebArchive deployOnPostgres() {
    return Wars.withPostgres("postgres", PostgresServer.shared().url("redeploy"), "postgres");
  }

  @Deployment(name = "twin", managed = false, testable = false)
  static WebArchive deployInTheHomeOfTheOther() {
    return Wars.inHomeOf("twin", "again");
  }

  @Test
  void aHomeThatAnotherOneHoldsIsOneSentenceOnThePage() throws Exception {
    deployer.deploy("again");
    deployer.deploy("twin");
    String told = get("twin/me");
    Talk.in(TOMCAT.resolve("twin/"));
    deployer.undeploy("twin");
    deployer.undeploy("again");
    assertTrue(told.contains("is in use by another Parley in this server."), told);
  }

  @Test
  void leavesNoClassLoaderAndNoThread() throws Exception {
    assertLeavesNothing("again");
  }

  @Test
  @Slow
  void norWithConnectionsToPostgres() throws Exception {
    assertLeavesNothing("postgres");
    assertEquals(List.of(), linesWith(manager("threaddump"), "\"PostgreSQL-"));
  }

  private void assertLeavesNothing(String name) throws Exception {
    for (int i = 0; i < TIMES; i++) {
      deployer.deploy(name);
      Talk.in(TOMCAT.resolve(name + "/"));
      deployer.undeploy(name);
    }
    List<String> kept = contextsKept();
    assertEquals(List.of(), kept);
    assertEquals(List.of(), linesWith(manager("threaddump"), "\"parley-"));
    assertEquals(List.of(), threadsOf(name));
    assertEquals(List.of(), linesWith(log(), "[" + name + "] created a ThreadLocal"));
  }

  private static String manager(String command) throws IOException, InterruptedException {
    return get("manager/text/" + command);
  }

  private static String get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(TOMCAT.resolve(path))
            .header("Authorization", Login.basic("deployer", "deployer"))
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertEquals(200, answer.statusCode());
    return answer.body();
  }

  /**
   * Tomcat's worker threads hold on to the application that they were started for until they end,
   * in this Tomcat when they have been idle for a second: so it is not asked all the time.
   */
  private static List<String> contextsKept() throws IOException, InterruptedException {
    List<String> kept = List.of();
    for (int i = 0; i < TRIES; i++) {
      kept = manager("findleaks?statusLine=false").lines().toList();
      if (kept.isEmpty()) {
        return kept;
      }
      TimeUnit.SECONDS.sleep(2);
    }
    return kept;
  }

  /** Tomcat also warns of threads of its own that are still at work for the application. */
  private static List<String> threadsOf(String name) throws IOException {
    return linesWith(log(), "[" + name + "] appears to have started a thread").stream()
        .filter(line -> !line.contains("a thread named [http-nio-"))
        .filter(line -> !line.contains("a thread named [Catalina-utility-"))
        .toList();
  }

  private static List<String> linesWith(String text, String part) {
    return text.lines().filter(line -> line.contains(part)).toList();
  }

  private static String log() throws IOException {
    Path logs =
        Path.of(
            System.getProperty("containers"),
            "apache-tomcat-" + System.getProperty("tomcat.version"),
            "logs");
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(logs)) {
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
