package chat.parley.client;

import chat.parley.config.Config;
import chat.parley.message.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Which people are here: from their first connection until some time after their last, so that
 * reloading the page is not a coming and going. Thread-safe.
 */
public final class Presence {
  private final long grace;
  private final double rate;
  private final int burst;
  private final Map<PersonId, Here> people = new ConcurrentHashMap<>();

  /** Nobody is here yet. */
  public Presence(Config config) {
    this.grace = config.delivery().grace().toNanos();
    this.rate = config.limits().rate();
    this.burst = config.limits().burst();
  }

  /** Notes a connection; whether its person has just come. */
  boolean arrive(Client client) {
    boolean[] came = new boolean[1];
    people.compute(
        client.person(),
        (id, here) -> {
          came[0] = here == null;
          Here known = here == null ? new Here(new TokenBucket(rate, burst)) : here;
          known.clients.add(client);
          return known;
        });
    return came[0];
  }

  /** Forgets a connection at this nanosecond. */
  void depart(Client client, long now) {
    people.computeIfPresent(
        client.person(),
        (id, here) -> {
          here.clients.remove(client);
          here.aloneSince = now;
          return here;
        });
  }

  /** The people whose time is over at this nanosecond; they are not here any more. */
  List<PersonId> gone(long now) {
    List<PersonId> gone = new ArrayList<>();
    for (PersonId person : people.keySet()) {
      people.computeIfPresent(
          person,
          (id, here) -> {
            if (!here.clients.isEmpty() || now - here.aloneSince < grace) {
              return here;
            }
            gone.add(id);
            return null;
          });
    }
    return gone;
  }

  /** Whether the person is here. */
  boolean isHere(PersonId person) {
    return people.containsKey(person);
  }

  /** The people who are here. */
  public Set<PersonId> people() {
    return Set.copyOf(people.keySet());
  }

  /** A person's connections. */
  public List<Client> clients(PersonId person) {
    Here here = people.get(person);
    return here == null ? List.of() : here.clients;
  }

  /** What all connections of a person may send together; empty if they are not here. */
  Optional<TokenBucket> allowance(PersonId person) {
    return Optional.ofNullable(people.get(person)).map(here -> here.allowance);
  }

  /** A person who is here. {@code aloneSince} is guarded by the map's entry. */
  private static final class Here {
    private final List<Client> clients = new CopyOnWriteArrayList<>();
    private final TokenBucket allowance;
    private long aloneSince;

    Here(TokenBucket allowance) {
      this.allowance = allowance;
    }
  }
}
