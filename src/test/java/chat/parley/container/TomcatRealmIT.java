package chat.parley.container;

import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** People of Tomcat's user database. */
@ArquillianTest
class TomcatRealmIT implements RealmRules {
  @ArquillianResource private URL url;

  @Deployment(testable = false)
  static WebArchive deploy() {
    return Wars.withRealm("realm", "UserDatabase");
  }

  @Override
  public URI behindRealm() {
    return Local.uri(url);
  }
}
