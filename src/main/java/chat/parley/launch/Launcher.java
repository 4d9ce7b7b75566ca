package chat.parley.launch;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the command line, unpacks the WAR, and starts {@link Server} in a class loader that has the
 * embedded Tomcat.
 *
 * <p>Exit status: 0 after a stop that was asked for, 1 if the server can't start, 2 if the command
 * line is wrong.
 */
final class Launcher {
  private Launcher() {}

  static void main(String[] args) {
    List<String> list = List.of(args);
    if (list.contains("--help")) {
      System.out.print(Options.HELP);
    } else if (list.contains("--version")) {
      System.out.println("Parley " + Launcher.class.getPackage().getImplementationVersion());
    } else {
      start(list);
    }
  }

  private static void start(List<String> args) {
    try {
      Options.parse(args);
      Path war =
          Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      run(war, Unpacked.of(war), args);
    } catch (Options.Mistake e) {
      fail(2, e.getMessage());
    } catch (IOException | URISyntaxException e) {
      String temp = System.getProperty("java.io.tmpdir");
      fail(1, "Can't unpack the WAR into " + temp + ": " + e.getMessage());
    }
  }

  /**
   * Hands over to {@link Server#run}, which can't be called by name: it has to see Tomcat's
   * classes, and this class loader does not.
   */
  private static void run(Path war, Unpacked unpacked, List<String> args) throws IOException {
    List<URL> classPath = new ArrayList<>(unpacked.serverJars());
    classPath.add(war.toUri().toURL());
    // Stays open as long as the server runs, and that is as long as the process.
    @SuppressWarnings("resource")
    ClassLoader loader =
        new URLClassLoader(
            "server", classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    try {
      loader
          .loadClass(Server.class.getName())
          .getDeclaredMethod("run", Path.class, List.class)
          .invoke(null, unpacked.root(), args);
    } catch (InvocationTargetException e) {
      fail(1, e.getCause().getMessage());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("The WAR and its launcher are of two versions.", e);
    }
  }

  private static void fail(int status, String sentence) {
    System.err.println("parley: " + sentence);
    System.exit(status);
  }
}
