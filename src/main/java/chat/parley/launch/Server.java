package chat.parley.launch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.modeler.Registry;

/**
 * The embedded Tomcat with Parley in it. Lives in a class loader that {@link Launcher} makes for
 * it, once a process.
 */
public final class Server {
  /**
   * Bytes of each of the three frame buffers that Tomcat holds for an open socket. A longer frame
   * is written in parts, which costs a busy room more than the frame itself where they are small.
   */
  private static final int WEBSOCKET_BUFFER = 6144;

  /** Bytes of each of the two buffers that a connection has below that. */
  private static final int CONNECTION_BUFFER = 2048;

  /** Sockets open at a time; more wait in the kernel. */
  private static final int MAX_CONNECTIONS = 20_000;

  /** Connections that may wait in the kernel, as when everybody comes back at once. */
  private static final int ACCEPT_COUNT = 4096;

  /** How long the sockets have to say goodbye when the process is told to stop. */
  private static final Duration STOP = Duration.ofSeconds(8);

  private final Tomcat tomcat = new Tomcat();
  private final Options options;

  private Server(Options options) {
    this.options = options;
  }

  /**
   * Runs Parley until the process is told to stop; then takes the unpacked WAR away.
   *
   * @param root the folder of an {@link Unpacked} WAR
   * @param args the command line, already found to be right
   * @throws Exception if it can't start; its message is for the one who started it
   */
  public static void run(Path root, List<String> args) throws Exception {
    Options options = Options.parse(args);
    options.home().ifPresent(home -> System.setProperty("parley.home", home.toString()));
    System.getProperties()
        .putIfAbsent(
            "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", String.valueOf(WEBSOCKET_BUFFER));
    // A sixth of the time to start would go into the MBeans, which nobody here asks for.
    Registry.disableRegistry();
    Unpacked unpacked = new Unpacked(root);
    StartLog log = StartLog.open();
    Server server = new Server(options);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(unpacked), "parley-stop"));
    server.start(unpacked, log);
    log.close();
    System.out.println(server.welcome());
    server.tomcat.getServer().await();
  }

  private void start(Unpacked unpacked, StartLog log)
      throws UnknownHostException, LifecycleException {
    tomcat.setSilent(true);
    tomcat.setAddDefaultWebXmlToWebapp(false);
    tomcat.setBaseDir(unpacked.root().toString());
    tomcat.setConnector(connector());
    tomcat.getEngine().setParentClassLoader(Server.class.getClassLoader());
    sayNothingOfTomcat((StandardHost) tomcat.getHost());
    Context context = tomcat.addWebapp(options.context(), unpacked.app().toString());
    try {
      tomcat.init();
    } catch (LifecycleException e) {
      throw new IllegalStateException(
          "Can't listen on %s port %d: %s."
              .formatted(
                  options.address().getHostAddress(),
                  options.port(),
                  StartLog.innermost(e).getMessage()),
          e);
    }
    try {
      tomcat.start();
    } catch (LifecycleException e) {
      throw new IllegalStateException("Can't start: " + log.failure(e), e);
    }
    if (!context.getState().isAvailable()) {
      throw new IllegalStateException(
          "Can't start: " + log.failure(new LifecycleException("no reason given")));
    }
  }

  private Connector connector() {
    Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    connector.setPort(options.port());
    connector.setThrowOnFailure(true);
    connector.setProperty("address", options.address().getHostAddress());
    connector.setProperty("maxConnections", String.valueOf(MAX_CONNECTIONS));
    connector.setProperty("acceptCount", String.valueOf(ACCEPT_COUNT));
    connector.setProperty("socket.appReadBufSize", String.valueOf(CONNECTION_BUFFER));
    connector.setProperty("socket.appWriteBufSize", String.valueOf(CONNECTION_BUFFER));
    connector.getProtocolHandler().setExecutor(new Workers());
    return connector;
  }

  private static void sayNothingOfTomcat(StandardHost host) {
    ErrorReportValve plain = new ErrorReportValve();
    plain.setShowReport(false);
    plain.setShowServerInfo(false);
    host.getPipeline().addValve(plain);
  }

  private String welcome() {
    InetAddress address = options.address();
    String ready =
        "Parley is ready at http://%s:%d%s/"
            .formatted(host(), tomcat.getConnector().getLocalPort(), options.context());
    return address.isLoopbackAddress()
        ? ready + "\nTo let other machines in, start it with --address 0.0.0.0"
        : ready;
  }

  private String host() {
    String address = options.address().getHostAddress();
    if (options.address().isAnyLocalAddress()
        || List.of("127.0.0.1", "0:0:0:0:0:0:0:1").contains(address)) {
      return "localhost";
    }
    return address.contains(":") ? "[" + address + "]" : address;
  }

  /** Tomcat stops the application, which closes its sockets, before the connector. */
  private void stop(Unpacked unpacked) {
    Thread stopping = new Thread(this::stopTomcat, "parley-stop-tomcat");
    stopping.setDaemon(true);
    stopping.start();
    try {
      stopping.join(STOP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    unpacked.close();
  }

  private void stopTomcat() {
    try {
      tomcat.stop();
    } catch (LifecycleException e) {
      System.err.println("parley: Tomcat did not stop as it should: " + e.getMessage());
    }
  }
}
