package chat.parley.config;

import static jakarta.interceptor.Interceptor.Priority.LIBRARY_BEFORE;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Reads the configuration when the application starts, before all else, and takes the home folder.
 * A bad value fails the deployment: its sentence is logged, and is the message of what is thrown.
 * Written by the thread that starts the application, and only read after that.
 */
@ApplicationScoped
class Start {
  private static final Logger LOG = System.getLogger(Start.class.getName());

  private Config config;
  private Home home;
  private Storage storage;

  /** The event brings the ServletContext: Weld can't inject it before there is a request. */
  void start(
      @Observes @Priority(LIBRARY_BEFORE) @Initialized(ApplicationScoped.class) Object event) {
    if (event instanceof ServletContext context) {
      config = started(() -> read(context));
      Optional<Storage> elsewhere = started(this::elsewhere);
      home =
          elsewhere.isPresent()
              ? Home.unused(config.home())
              : Home.open(config.home(), containers(context));
      storage = elsewhere.orElseGet(() -> new Storage.Folder(home));
      home.problem().ifPresent(problem -> LOG.log(Level.WARNING, problem));
    }
  }

  private static <T> T started(Supplier<T> step) {
    try {
      return step.get();
    } catch (BadConfig e) {
      LOG.log(Level.ERROR, "Parley can't start. " + e.getMessage());
      throw e;
    }
  }

  private Optional<Storage> elsewhere() {
    return names().flatMap(ContainerSource::find).or(config::database);
  }

  @Produces
  @Singleton
  Config config() {
    return config;
  }

  @Produces
  @Singleton
  Home home() {
    return home;
  }

  @Produces
  @Singleton
  Storage storage() {
    return storage;
  }

  @PreDestroy
  void release() {
    if (home != null) {
      home.close();
    }
  }

  private static Config read(ServletContext context) {
    ConfigReader reader =
        new ConfigReader(
            Stream.of(
                    Source.system(), new Environment(System.getenv()), jndi(), parameters(context))
                .toList());
    Path home = reader.home(Home.usual(context.getContextPath()));
    reader.addFileIn(home, 1);
    Config config = reader.read(home);
    reader.warnings().forEach(warning -> LOG.log(Level.WARNING, warning));
    return config;
  }

  private static Source jndi() {
    return names().<Source>map(Jndi::new).orElseGet(() -> Source.of("JNDI", Map.of()));
  }

  /** A server without naming has nothing there. */
  private static Optional<Context> names() {
    try {
      return Optional.of(new InitialContext());
    } catch (NamingException e) {
      return Optional.empty();
    }
  }

  private static Source parameters(ServletContext context) {
    Map<String, String> entries = new HashMap<>();
    Collections.list(context.getInitParameterNames())
        .forEach(key -> entries.put(key, context.getInitParameter(key)));
    return Source.of("context-param", entries);
  }

  private static List<Path> containers(ServletContext context) {
    Stream<String> own =
        Stream.of(
            context.getRealPath("/"),
            Objects.toString(context.getAttribute(ServletContext.TEMPDIR), null));
    Stream<String> tomcat = below("catalina.base", "webapps", "work");
    Stream<String> payara = below("com.sun.aas.instanceRoot", "applications", "generated");
    return Stream.of(own, tomcat, payara)
        .flatMap(paths -> paths)
        .filter(Objects::nonNull)
        .map(path -> Path.of(path).toAbsolutePath().normalize())
        .toList();
  }

  private static Stream<String> below(String property, String... folders) {
    String base = System.getProperty(property);
    return base == null
        ? Stream.empty()
        : Stream.of(folders).map(folder -> Path.of(base, folder).toString());
  }
}
