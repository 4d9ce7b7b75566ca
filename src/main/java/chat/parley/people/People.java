package chat.parley.people;

import chat.parley.message.Name;
import chat.parley.message.Person;
import chat.parley.message.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Everybody known here, in memory. Names are unique without regard to case; a guest can't take a
 * name that is another's, or under which another was heard. A person whom the container knows gets
 * the name that the container gives: a guest who has it is renamed.
 *
 * <p>Bounded: of more than {@link #GUESTS} guests those who aren't connected are forgotten, first
 * those never heard, the longest away first. Thread-safe; events are fired by the calling thread,
 * under no lock.
 */
@ApplicationScoped
public class People {
  /** Guests remembered, besides those connected. */
  static final int GUESTS = 50_000;

  private final Consumer<Renamed> renamed;
  private final int guests;

  // All guarded by this.
  private final Map<PersonId, Known> byId = new HashMap<>();
  private final Names names = new Names();
  private final Set<PersonId> awaySilent = new LinkedHashSet<>();
  private final Set<PersonId> awayHeard = new LinkedHashSet<>();

  /** For the container's proxy alone. */
  protected People() {
    this(event -> {}, 0);
  }

  /** Knows nobody yet, and tells who is renamed. */
  @Inject
  public People(Event<Renamed> renamed) {
    this(renamed::fire, GUESTS);
  }

  People(Consumer<Renamed> renamed, int guests) {
    this.renamed = renamed;
    this.guests = guests;
  }

  /** The person whom the container calls this; always the same one for the same name. */
  public Person known(String principal) {
    byte[] digest = GuestPass.sha256(("container:" + principal).getBytes(StandardCharsets.UTF_8));
    List<Renamed> events = new ArrayList<>();
    Person person;
    synchronized (this) {
      PersonId id = PersonId.of(digest);
      Known known = byId.get(id);
      if (known != null && !MessageDigest.isEqual(known.digest(), digest)) {
        forget(id); // a guest whose secret happens to have this id
        known = null;
      }
      person = known == null ? meet(principal, id, digest, events) : known.person();
    }
    events.forEach(renamed);
    return person;
  }

  private Person meet(String principal, PersonId id, byte[] digest, List<Renamed> events) {
    Name name = MadeUp.known(principal, id, it -> names.owner(it).map(this::isGuest).orElse(true));
    names.owner(name).map(byId::get).ifPresent(holder -> yieldName(holder, name, events));
    return add(digest, new Person(id, name, false));
  }

  private boolean isGuest(PersonId id) {
    return byId.get(id).person().guest();
  }

  /** A guest who has this name now goes by a made-up one; one who had it once loses it. */
  private void yieldName(Known holder, Name name, List<Renamed> events) {
    if (holder.person().name().key().equals(name.key())) {
      Name before = holder.person().name();
      holder.rename(madeUp());
      names.give(holder.person().id(), holder.person().name());
      events.add(new Renamed(holder.person(), before));
    }
  }

  /** A new guest, with a made-up name. */
  public synchronized Guest welcome() {
    return come(GuestPass.fresh(madeUp()));
  }

  /** A new guest of this name; nobody if it is, or was, another's. */
  public synchronized Optional<Guest> welcome(Name name) {
    return names.owner(name).isEmpty()
        ? Optional.of(come(GuestPass.fresh(name)))
        : Optional.empty();
  }

  /**
   * The guest of this pass. Where they aren't remembered they come back with the name of the pass
   * if it is free, else with a made-up one; the answer's pass is the one to keep.
   */
  public synchronized Guest welcome(GuestPass pass) {
    byte[] digest = pass.digest();
    PersonId id = PersonId.of(digest);
    Known known = byId.get(id);
    if (known == null) {
      return come(names.owner(pass.name()).isEmpty() ? pass : pass.named(madeUp()));
    }
    if (!known.person().guest() || !MessageDigest.isEqual(known.digest(), digest)) {
      return welcome(); // two secrets with one id: the later one is somebody else
    }
    setAway(known);
    return new Guest(known.person(), pass.named(known.person().name()));
  }

  private Guest come(GuestPass pass) {
    byte[] digest = pass.digest();
    return new Guest(add(digest, new Person(PersonId.of(digest), pass.name(), true)), pass);
  }

  private Name madeUp() {
    return MadeUp.guest(ThreadLocalRandom.current()::nextInt, name -> names.owner(name).isEmpty());
  }

  private Person add(byte[] digest, Person person) {
    Known known = new Known(digest, person);
    byId.put(person.id(), known);
    names.give(person.id(), person.name());
    setAway(known);
    return person;
  }

  /**
   * Gives a guest another name, which may differ from theirs in case alone.
   *
   * @return the guest with that name; nobody if it is, or was, another's, or if there is no such
   *     guest
   */
  public Optional<Person> rename(PersonId guest, Name name) {
    Renamed event;
    synchronized (this) {
      Known known = byId.get(guest);
      if (known == null || !known.person().guest() || !names.isFreeFor(guest, name)) {
        return Optional.empty();
      }
      Name before = known.person().name();
      if (before.equals(name)) {
        return Optional.of(known.person());
      }
      if (!before.key().equals(name.key())) {
        names.leave(guest, before, known.isHeard());
        known.rename(name);
        names.give(guest, name);
      } else {
        known.respell(name);
      }
      event = new Renamed(known.person(), before);
    }
    renamed.accept(event);
    return Optional.of(event.person());
  }

  /** Who has this id; empty if nobody has, or if they were forgotten. */
  public synchronized Optional<Person> byId(PersonId id) {
    return Optional.ofNullable(byId.get(id)).map(Known::person);
  }

  /** Who goes by this name now, without regard to case. */
  public synchronized Optional<Person> byName(Name name) {
    return names
        .owner(name)
        .map(byId::get)
        .map(Known::person)
        .filter(it -> it.name().key().equals(name.key()));
  }

  /** They said something: from now on their present name is theirs even when they take another. */
  public synchronized void said(PersonId id) {
    Known known = byId.get(id);
    if (known != null && !known.isHeard()) {
      known.hear();
      setAway(known);
    }
  }

  /** A connection of theirs has opened: until as many have closed, they aren't forgotten. */
  public synchronized void arrived(PersonId id) {
    connect(id, 1);
  }

  /** A connection of theirs, which had {@link #arrived}, has closed. */
  public synchronized void departed(PersonId id) {
    connect(id, -1);
  }

  private void connect(PersonId id, int change) {
    Known known = byId.get(id);
    if (known != null) {
      known.connect(change);
      setAway(known);
    }
  }

  /**
   * Puts a guest who isn't connected at the end of those to be forgotten, and takes out one who is.
   */
  private void setAway(Known known) {
    PersonId id = known.person().id();
    awaySilent.remove(id);
    awayHeard.remove(id);
    if (known.person().guest() && !known.isHere()) {
      (known.wasEverHeard() ? awayHeard : awaySilent).add(id);
    }
    while (awaySilent.size() + awayHeard.size() > guests) {
      forget((awaySilent.isEmpty() ? awayHeard : awaySilent).iterator().next());
    }
  }

  private void forget(PersonId id) {
    awaySilent.remove(id);
    awayHeard.remove(id);
    names.free(id, byId.remove(id).person().name());
  }
}
