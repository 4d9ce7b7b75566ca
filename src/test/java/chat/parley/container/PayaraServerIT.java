package chat.parley.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.blackbox.BlackBox;
import chat.parley.blackbox.Deviations;
import chat.parley.blackbox.Payara;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules on a domain of Payara Server, where {@code asadmin} deploys. */
class PayaraServerIT implements BlackBox, RealmRules {
  /**
   * Payara keeps requests to use them again, and with each the application that it last opened a
   * socket of. This many at a time use all of them.
   */
  private static final int REQUESTS = 400;

  private static PayaraServer server;
  private static URI limits;
  private static URI open;
  private static URI realm;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server = PayaraServer.start();
    limits = server.deploy(Wars.withLimits("limits"));
    open = server.deploy(Wars.open("open"));
    realm = server.deploy(Wars.withRealm("realm", "file"));
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    server.stop();
  }

  /** Before Java 18 the JDK's cache of method handles keeps one application, but no more. */
  @Test
  void anUndeploymentLeavesNothing() throws Exception {
    comeAndGo(2);
    PayaraServer.Held before = server.held();
    comeAndGo(3);
    PayaraServer.Held after = server.held();
    assertTrue(
        after.threads() <= before.threads() && after.classLoaders() <= before.classLoaders(),
        () -> before + " became " + after);
  }

  private static void comeAndGo(int times) throws Exception {
    for (int i = 0; i < times; i++) {
      Talk.in(server.deploy(Wars.withLimits("again")));
      server.undeploy("again");
    }
    Talk.crowd(open, REQUESTS);
  }

  @Override
  public URI withLimits() {
    return limits;
  }

  @Override
  public URI open() {
    return open;
  }

  @Override
  public URI behindRealm() {
    return realm;
  }

  @Override
  public Deviations deviations() {
    return Payara.DEVIATIONS;
  }
}
