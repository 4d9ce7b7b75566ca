package chat.parley.container;

import chat.parley.blackbox.BlackBox;
import chat.parley.blackbox.Deviations;
import chat.parley.blackbox.Payara;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The rules on Payara Micro. */
@ArquillianTest
class PayaraMicroIT implements BlackBox {
  @ArquillianResource
  @OperateOnDeployment("limits")
  private URL limits;

  @ArquillianResource
  @OperateOnDeployment("open")
  private URL open;

  @Deployment(name = "limits", testable = false)
  @TargetsContainer("limits")
  static WebArchive deployWithLimits() {
    return Wars.withLimits("limits");
  }

  @Deployment(name = "open", testable = false)
  @TargetsContainer("open")
  static WebArchive deployOpen() {
    return Wars.open("open");
  }

  @Override
  public URI withLimits() {
    return Local.uri(limits);
  }

  @Override
  public URI open() {
    return Local.uri(open);
  }

  @Override
  public Deviations deviations() {
    return Payara.DEVIATIONS;
  }
}
