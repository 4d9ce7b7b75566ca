package chat.parley.launch;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the command line, unpacks the WAR, and starts {@link Server} in a class loader that has the
 * embedded Tomcat; or does an {@link Errand}.
 *
 * <p>Exit status: 0 after a stop that was asked for and an errand that is done, 1 if the server
 * can't start or the errand can't be done, 2 if the command line is wrong, or asks for what this
 * database does in another way.
 */
final class Launcher {
  private static final String ERRANDS = "chat.parley.backup.Errands";

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
      Path war =
          Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Errand.isAskedBy(args)) {
        Errand errand = Errand.parse(args);
        run(errand, Unpacked.of(war));
      } else {
        Options.parse(args);
        run(war, Unpacked.of(war), args);
      }
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
    ClassLoader loader = loader("server", classPath);
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

  /** Hands over to the application's own class for errands, which is called in the same way. */
  private static void run(Errand errand, Unpacked unpacked) throws IOException {
    Runtime.getRuntime().addShutdownHook(new Thread(unpacked::close, "parley-stop"));
    errand.home().ifPresent(home -> System.setProperty("parley.home", home.toString()));
    try {
      Map.Entry<?, ?> outcome =
          (Map.Entry<?, ?>)
              loader("errand", unpacked.classPath())
                  .loadClass(ERRANDS)
                  .getDeclaredMethod("run", String.class, Path.class)
                  .invoke(null, errand.name(), errand.file());
      if (outcome.getKey().equals(0)) {
        System.out.println(outcome.getValue());
      } else {
        fail((Integer) outcome.getKey(), outcome.getValue().toString());
      }
    } catch (InvocationTargetException e) {
      fail(1, "Can't " + errand.name() + ": " + e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("The WAR and its launcher are of two versions.", e);
    }
  }

  /** Stays open as long as what runs in it, and that is as long as the process. */
  private static ClassLoader loader(String name, List<URL> classPath) {
    ClassLoader loader =
        new URLClassLoader(
            name, classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    return loader;
  }

  private static void fail(int status, String sentence) {
    System.err.println("parley: " + sentence);
    System.exit(status);
  }
}
