package chat.parley.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The WAR unpacked into a temporary folder that only this user may read. Closing it deletes the
 * folder.
 *
 * @param root the folder: {@code app} in it is the web application, the rest is Tomcat's to use
 */
record Unpacked(Path root) implements AutoCloseable {
  /**
   * Unpacks a WAR.
   *
   * @throws IOException if the WAR can't be read, or the system's temporary folder takes no more
   */
  static Unpacked of(Path war) throws IOException {
    Unpacked unpacked = new Unpacked(Files.createTempDirectory("parley-"));
    try (JarFile jar = new JarFile(war.toFile())) {
      for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        unpacked.unpack(jar, entries.nextElement());
      }
    } catch (IOException e) {
      unpacked.close();
      throw e;
    }
    return unpacked;
  }

  private void unpack(JarFile jar, JarEntry entry) throws IOException {
    Path target = app().resolve(entry.getName()).normalize();
    if (!target.startsWith(app())) {
      throw new IOException("The WAR has an entry outside of itself: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    try (InputStream in = jar.getInputStream(entry)) {
      Files.copy(in, target);
    }
  }

  /** The unpacked web application. */
  Path app() {
    return root.resolve("app");
  }

  /** The jars of the embedded server. */
  List<URL> serverJars() throws IOException {
    return jars("WEB-INF/lib-embed");
  }

  /** The web application's classes and jars. */
  List<URL> classPath() throws IOException {
    List<URL> urls = new ArrayList<>();
    urls.add(url(app().resolve("WEB-INF/classes")));
    urls.addAll(jars("WEB-INF/lib"));
    return urls;
  }

  private List<URL> jars(String folder) throws IOException {
    try (Stream<Path> jars = Files.list(app().resolve(folder))) {
      return jars.sorted().map(Unpacked::url).toList();
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Deletes the folder; what can't be deleted stays to the system's own cleaning of temporary
   * files.
   */
  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(root)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // Gone already, or not readable any more: there is nothing left to do for us.
    }
  }
}
