package chat.parley.endpoint;

import chat.parley.message.Person;
import java.security.Principal;

/**
 * Who stands at the door, as the handshake's principal.
 *
 * @param person who they are
 * @param address where they come from: the peer's address, or the one that a trusted proxy names
 */
public record Visitor(Person person, String address) implements Principal {
  @Override
  public String getName() {
    return person.name().text();
  }
}
