package chat.parley.container;

import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** People of Payara's file realm. */
@ArquillianTest
class PayaraMicroRealmIT implements RealmRules {
  @ArquillianResource private URL url;

  @TargetsContainer("limits")
  @Deployment(testable = false)
  static WebArchive deploy() {
    return Wars.withRealm("realm", "file");
  }

  @Override
  public URI behindRealm() {
    return Local.uri(url);
  }
}
