package chat.parley.blackbox;

import java.net.URI;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The suite against servers that somebody has started: {@code mvn test -Dtest=RunningServer
 * -Dblackbox.limits=http://127.0.0.1:12345/ -Dblackbox.open=http://127.0.0.1:12346/}, the second
 * one started as {@link Host#open} says; {@code -Dblackbox.payara=true} where it is a Payara.
 */
@EnabledIfSystemProperty(named = "blackbox.limits", matches = ".+")
final class RunningServer implements BlackBox {
  @Override
  public URI withLimits() {
    return URI.create(System.getProperty("blackbox.limits"));
  }

  @Override
  public URI open() {
    return URI.create(System.getProperty("blackbox.open"));
  }

  @Override
  public Deviations deviations() {
    return Boolean.getBoolean("blackbox.payara") ? Payara.DEVIATIONS : Deviations.NONE;
  }
}
