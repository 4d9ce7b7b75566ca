package chat.parley.container;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The domain of a Payara Server just unpacked, moved to free ports of the loopback interface. */
final class PayaraServer {
  private static final Pattern PORT =
      Pattern.compile("(?<= port=\")(8080|8181|4848|3700|3820|3920|8686)(?=\")");

  private final Path home = Path.of(System.getProperty("containers"), "payara6");
  private final Path domain = home.resolve("glassfish/domains/domain1");
  private int httpPort;
  private int adminPort;

  private PayaraServer() {}

  /** Starts the domain, with ann of the role member in its file realm. */
  static PayaraServer start() throws IOException, InterruptedException {
    PayaraServer server = new PayaraServer();
    server.moveToFreePorts();
    server.asadmin("start-domain", "domain1");
    server.asadmin(
        "set",
        "configs.config.server-config.security-service.activate-default-principal-to-role-mapping=true");
    server.asadmin(
        "--passwordfile=src/test/resources/payara/password",
        "create-file-user",
        "--groups=member",
        "ann");
    return server;
  }

  private void moveToFreePorts() throws IOException {
    Path file = domain.resolve("config/domain.xml");
    String xml =
        Files.readString(file)
            .replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
            .replace("<network-listener port=", "<network-listener address=\"127.0.0.1\" port=")
            .replace(
                "<hazelcast-config-specific-configuration>",
                "<hazelcast-config-specific-configuration enabled=\"false\">");
    Files.writeString(file, PORT.matcher(xml).replaceAll(this::freePort));
  }

  private String freePort(MatchResult given) {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = socket.getLocalPort();
      switch (given.group()) {
        case "8080" -> httpPort = port;
        case "4848" -> adminPort = port;
        default -> {} // Nobody asks for the others.
      }
      return String.valueOf(port);
    } catch (IOException e) {
      throw new IllegalStateException("No free port", e);
    }
  }

  /** Deploys under the archive's name and tells the page; ends with a slash. */
  URI deploy(WebArchive war) throws IOException, InterruptedException {
    Path file = domain.resolve(war.getName());
    war.as(ZipExporter.class).exportTo(file.toFile(), true);
    asadmin("deploy", file.toString());
    return URI.create(
        "http://127.0.0.1:%d/%s/".formatted(httpPort, war.getName().replace(".war", "")));
  }

  void undeploy(String name) throws IOException, InterruptedException {
    asadmin("undeploy", name);
  }

  /**
   * What the deployments hold on to after a collection.
   *
   * @param threads threads that Parley started
   * @param classLoaders loaders of web applications
   */
  record Held(long threads, long classLoaders) {}

  Held held() throws IOException, InterruptedException {
    String pid = Files.readString(domain.resolve("config/pid")).strip();
    long threads =
        run(javaTool("jcmd"), pid, "Thread.print").stream()
            .filter(line -> line.startsWith("\"parley-"))
            .count();
    long classLoaders =
        run(javaTool("jcmd"), pid, "GC.class_histogram").stream()
            .filter(line -> line.endsWith(" org.glassfish.web.loader.WebappClassLoader"))
            .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[1]))
            .sum();
    return new Held(threads, classLoaders);
  }

  void stop() throws IOException, InterruptedException {
    asadmin("stop-domain", "domain1");
  }

  private void asadmin(String... command) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(javaTool("java"));
    line.add("-jar");
    line.add(home.resolve("glassfish/lib/client/appserver-cli.jar").toString());
    line.add("--host=127.0.0.1");
    line.add("--port=" + adminPort);
    line.addAll(List.of(command));
    run(line.toArray(String[]::new));
  }

  private static String javaTool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private static List<String> run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> output = process.inputReader().lines().toList();
    if (process.waitFor() != 0) {
      throw new AssertionError(String.join(" ", command) + ":\n" + String.join("\n", output));
    }
    return output;
  }
}
