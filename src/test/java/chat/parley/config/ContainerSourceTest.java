package chat.parley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

class ContainerSourceTest {
  private static final String OWN = "java:comp/env/jdbc/parley";
  private static final String FOR_ALL = "jdbc/parley";

  private final DataSource source = new SQLiteDataSource();

  /** Names bound to these, or to an exception, as Payara wraps it. */
  private static final class Names extends InitialContext {
    private final Map<String, Object> bound;

    Names(Map<String, Object> bound) throws NamingException {
      super(true);
      this.bound = bound;
    }

    @Override
    public Object lookup(String name) throws NamingException {
      if (bound.get(name) instanceof NamingException e) {
        throw e;
      }
      if (bound.containsKey(name)) {
        return bound.get(name);
      }
      NamingException e = new NamingException("Lookup failed");
      e.setRootCause(new NameNotFoundException(name));
      throw e;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {OWN, FOR_ALL})
  void isFoundByBothNames(String name) throws NamingException {
    assertEquals(
        Optional.of(new Storage.Container(name, source)),
        ContainerSource.find(new Names(Map.of(name, source))));
  }

  @Test
  void whatIsNotBoundIsNotMeant() throws NamingException {
    assertEquals(Optional.empty(), ContainerSource.find(new Names(Map.of())));
  }

  @Test
  void withoutNamingThereIsNone() throws NamingException {
    assertEquals(Optional.empty(), ContainerSource.find(new InitialContext()));
  }

  @Test
  void oneThatCanNotBeMadeIsAMistakeAndNotPassedOver() throws NamingException {
    Names names = new Names(Map.of(OWN, new NamingException("no driver"), FOR_ALL, source));
    BadConfig bad = assertThrows(BadConfig.class, () -> ContainerSource.find(names));
    assertEquals("The JNDI entry " + OWN + " can't be used: no driver.", bad.getMessage());
  }

  @Test
  void anythingElseThereIsAMistake() throws NamingException {
    Names names = new Names(Map.of(OWN, "jdbc:postgresql://db/parley"));
    BadConfig bad = assertThrows(BadConfig.class, () -> ContainerSource.find(names));
    assertEquals(
        "The JNDI entry " + OWN + " can't be used: it is no DataSource.", bad.getMessage());
  }
}
