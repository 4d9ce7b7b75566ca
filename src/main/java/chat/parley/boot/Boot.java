package chat.parley.boot;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Set;
import org.jboss.weld.environment.servlet.EnhancedListener;

/**
 * Starts the bundled CDI where the container has none.
 *
 * <p>web.xml keeps the bundled libraries from starting by themselves, because a second Weld breaks
 * the deployment in a container that has one. Called once a deployment, by the container.
 */
public final class Boot implements ServletContainerInitializer {
  private static final System.Logger LOG = System.getLogger(Boot.class.getName());

  /** Made by the container. */
  public Boot() {}

  @Override
  public void onStartup(Set<Class<?>> classes, ServletContext context) throws ServletException {
    TomcatVersion.in(context.getServerInfo())
        .filter(TomcatVersion::isVulnerable)
        .ifPresent(version -> LOG.log(System.Logger.Level.WARNING, version.warning()));
    if (!containerHasCdi()) {
      new EnhancedListener().onStartup(null, context);
    }
  }

  /** A container with CDI brings the API as well, and its own comes before the bundled one. */
  private static boolean containerHasCdi() {
    return CDI.class.getClassLoader() != Boot.class.getClassLoader();
  }
}
