package chat.parley.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TomcatVersionTest {
  @ParameterizedTest
  @CsvSource({
    "Apache Tomcat/9.0.117, true",
    "Apache Tomcat/10.0.27, true",
    "Apache Tomcat/10.1.60, true",
    "Apache Tomcat/10.1.61, false",
    "Apache Tomcat/10.1.34 (Debian), true",
    "Apache Tomcat/11.0.26, true",
    "Apache Tomcat/11.0.27, false",
    "Apache Tomcat/11.1.0-M1, false",
    "Apache Tomcat/12.0.0, false",
  })
  void warnsBelowTheFixedVersions(String serverInfo, boolean vulnerable) {
    assertEquals(
        Optional.of(vulnerable), TomcatVersion.in(serverInfo).map(TomcatVersion::isVulnerable));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Payara Micro  #badassfish", "WildFly 39.0.1.Final", "", "Tomcat"})
  void saysNothingOfOtherContainers(String serverInfo) {
    assertEquals(Optional.empty(), TomcatVersion.in(serverInfo));
  }
}
