package chat.parley.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;
import javax.sql.DataSource;

/** The {@code jdbc/parley} of the container. */
final class ContainerSource {
  /** As the application sees it; and as Payara has it for all applications. */
  private static final List<String> NAMES = List.of("java:comp/env/jdbc/parley", "jdbc/parley");

  private ContainerSource() {}

  /**
   * The connections that are bound there; empty if nothing is.
   *
   * @throws BadConfig if there is something that can't be used: then nothing else is meant
   */
  static Optional<Storage> find(Context names) {
    return NAMES.stream().flatMap(name -> find(names, name)).findFirst();
  }

  private static Stream<Storage> find(Context names, String name) {
    try {
      Object bound = names.lookup(name);
      if (bound instanceof DataSource source) {
        return Stream.of(new Storage.Container(name, source));
      }
      throw bad(name, "it is no DataSource");
    } catch (NamingException e) {
      if (isUnbound(e)) {
        return Stream.empty();
      }
      throw bad(name, e.getMessage());
    }
  }

  private static boolean isUnbound(Throwable e) {
    return e != null
        && (e instanceof NameNotFoundException
            || e instanceof NoInitialContextException
            || isUnbound(e.getCause()));
  }

  private static BadConfig bad(String name, String why) {
    return new BadConfig(List.of("The JNDI entry " + name + " can't be used: " + why + "."));
  }
}
