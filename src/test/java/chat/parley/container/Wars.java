package chat.parley.container;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The WAR as it was built, with nothing added but settings in its web.xml; its home is below
 * target.
 */
final class Wars {
  private static final String WEB_XML = "WEB-INF/web.xml";

  private Wars() {}

  /** With the default configuration; a name makes the context path. */
  static WebArchive withLimits(String name) {
    return with(name, Map.of());
  }

  /** In the home folder of another one. */
  static WebArchive inHomeOf(String name, String other) {
    return with(name, other, Map.of());
  }

  /** Without the limits that hinder a test that wants much. */
  static WebArchive open(String name) {
    return with(
        name,
        Map.of(
            "parley.limit.rate", "0",
            "parley.limit.refusals", "0",
            "parley.limit.connections", "0"));
  }

  /** Keeps everything in this PostgreSQL. */
  static WebArchive withPostgres(String name, String url, String user) {
    return with(name, Map.of("parley.db.url", url, "parley.db.user", user));
  }

  /** Only for those who log in as somebody that the container's realm knows. */
  static WebArchive withRealm(String name, String realm) {
    return extend(
        with(name, Map.of()),
        """
          <security-constraint>
            <web-resource-collection>
              <web-resource-name>all</web-resource-name>
              <url-pattern>/*</url-pattern>
            </web-resource-collection>
            <auth-constraint>
              <role-name>member</role-name>
            </auth-constraint>
          </security-constraint>
          <login-config>
            <auth-method>BASIC</auth-method>
            <realm-name>%s</realm-name>
          </login-config>
          <security-role>
            <role-name>member</role-name>
          </security-role>
        """
            .formatted(realm));
  }

  private static WebArchive with(String name, Map<String, String> settings) {
    return with(name, name, settings);
  }

  private static WebArchive with(String name, String home, Map<String, String> settings) {
    WebArchive war =
        ShrinkWrap.create(ZipImporter.class, name + ".war")
            .importFrom(new File(System.getProperty("parley.war")))
            .as(WebArchive.class);
    String folder = Path.of(System.getProperty("containers"), "home", home).toString();
    String params =
        settings.entrySet().stream()
            .map(setting -> contextParam(setting.getKey(), setting.getValue()))
            .collect(Collectors.joining());
    return extend(war, contextParam("parley.home", folder) + params);
  }

  private static String contextParam(String name, String value) {
    return "<context-param><param-name>%s</param-name><param-value>%s</param-value></context-param>\n"
        .formatted(name, value);
  }

  private static WebArchive extend(WebArchive war, String elements) {
    String webXml = text(war);
    return war.add(new StringAsset(webXml.replace("</web-app>", elements + "</web-app>")), WEB_XML);
  }

  private static String text(WebArchive war) {
    try (InputStream in = war.get(WEB_XML).getAsset().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
