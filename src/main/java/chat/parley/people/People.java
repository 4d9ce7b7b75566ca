package chat.parley.people;

import chat.parley.log.Database;
import chat.parley.log.Inbox;
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
 * Everybody known here. Names are unique without regard to case; a guest can't take a name that is
 * another's, or under which another was heard. A person whom the container knows gets the name that
 * the container gives: a guest who has it is renamed.
 *
 * <p>All are in memory. Whoever has said or joined something is in the database too, and lasts:
 * they are read from there at the start, and never forgotten. The memory for them is bounded by the
 * disk alone: about half a kilobyte each, and a tenth for each former name ({@link Names#FORMER} at
 * most). Of the guests who never did anything and aren't connected, the {@link #GUESTS} last seen
 * are remembered, in memory alone.
 *
 * <p>Whenever somebody who lasts has changed, one change is appended that stores all who are not
 * stored as they are now. So the database always agrees with the memory of some moment, and no two
 * people have one name there. A change that is not taken, or fails, is made up for by the next one,
 * whoever causes it.
 *
 * <p>Thread-safe: all is guarded by this. Events are fired by the calling thread, under no lock.
 * Changes are appended while this is held, so that they come in the order of what happened here:
 * this lock is taken before that of the {@link Inbox}.
 */
@ApplicationScoped
public class People {
  /** Guests remembered, besides those connected and those stored. */
  static final int GUESTS = 50_000;

  private final Consumer<Renamed> renamed;
  private final int guests;
  private final Inbox inbox;

  // All guarded by this.
  private final Map<PersonId, Known> byId = new HashMap<>();
  private final Names names = new Names();
  private final Set<PersonId> away = new LinkedHashSet<>();
  private final Set<PersonId> unstored = new LinkedHashSet<>();

  /** For the container's proxy alone. */
  protected People() {
    this(event -> {}, 0, List.of(), work -> false);
  }

  /** Knows whom the database knows, and tells who is renamed. */
  @Inject
  public People(Event<Renamed> renamed, Database database, Inbox inbox) {
    this(renamed::fire, GUESTS, database.read(PeopleTable::all), inbox);
  }

  People(Consumer<Renamed> renamed, int guests, List<StoredPerson> stored, Inbox inbox) {
    this.renamed = renamed;
    this.guests = guests;
    this.inbox = inbox;
    for (StoredPerson person : stored) {
      byId.put(person.person().id(), new Known(person));
      names.giveBack(person);
    }
  }

  /** The person whom the container calls this; always the same one for the same name. */
  public Person known(String principal) {
    byte[] digest = GuestPass.sha256(("container:" + principal).getBytes(StandardCharsets.UTF_8));
    List<Renamed> events = new ArrayList<>();
    Person person;
    synchronized (this) {
      PersonId id = PersonId.of(digest);
      Known known = byId.get(id);
      if (known == null) {
        person = meet(principal, id, digest, events).person();
      } else if (MessageDigest.isEqual(known.digest(), digest)) {
        person = known.person();
      } else {
        person = replace(known, principal, digest, events).person();
      }
      store();
    }
    events.forEach(renamed);
    return person;
  }

  /** For a guest whose secret happens to have this id. */
  private Known replace(Known guest, String principal, byte[] digest, List<Renamed> events) {
    PersonId id = guest.person().id();
    forget(id);
    Known known = meet(principal, id, digest, events);
    if (guest.isLasting()) {
      last(known); // over what is stored of the guest
    }
    return known;
  }

  private Known meet(String principal, PersonId id, byte[] digest, List<Renamed> events) {
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
    names.lose(holder.person().id(), name);
    changed(holder);
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

  /** The guest of this pass, if they are remembered. */
  public synchronized Optional<Person> byPass(GuestPass pass) {
    byte[] digest = pass.digest();
    return Optional.ofNullable(byId.get(PersonId.of(digest)))
        .filter(known -> MessageDigest.isEqual(known.digest(), digest))
        .map(Known::person);
  }

  private Guest come(GuestPass pass) {
    byte[] digest = pass.digest();
    Person person = new Person(PersonId.of(digest), pass.name(), true);
    return new Guest(add(digest, person).person(), pass);
  }

  private Name madeUp() {
    return MadeUp.guest(ThreadLocalRandom.current()::nextInt, name -> names.owner(name).isEmpty());
  }

  private Known add(byte[] digest, Person person) {
    Known known = new Known(digest, person);
    byId.put(person.id(), known);
    names.give(person.id(), person.name());
    setAway(known);
    return known;
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
      changed(known);
      store();
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

  /** Whether they are stored, or about to be. */
  public synchronized boolean isLasting(PersonId id) {
    Known known = byId.get(id);
    return known != null && known.isLasting();
  }

  /**
   * They are about to say something: from now on they last, and their present name is theirs even
   * when they take another. What is appended to the log after this is stored after them.
   */
  public synchronized void said(PersonId id) {
    Known known = byId.get(id);
    if (known != null) {
      last(known);
      if (!known.isHeard()) {
        known.hear();
        changed(known);
      }
      store();
    }
  }

  /** They are about to join something: from now on they last. */
  public synchronized void settled(PersonId id) {
    Known known = byId.get(id);
    if (known != null) {
      last(known);
      store();
    }
  }

  private void last(Known known) {
    if (!known.isLasting()) {
      known.last();
      changed(known);
      setAway(known);
    }
  }

  /** What is stored of them, if anything is, is out of date. */
  private void changed(Known known) {
    if (known.isLasting()) {
      unstored.add(known.person().id());
    }
  }

  private void store() {
    if (!unstored.isEmpty()) {
      List<StoredPerson> people = unstored.stream().map(byId::get).map(this::asOfNow).toList();
      if (inbox.append(new PeopleChange(people, this::storeAgain))) {
        unstored.clear();
      }
    }
  }

  private StoredPerson asOfNow(Known known) {
    Person person = known.person();
    return new StoredPerson(known.digest(), person, known.isHeard(), names.former(person.id()));
  }

  /** These could not be stored: the next change is to try it. */
  private synchronized void storeAgain(List<StoredPerson> people) {
    people.forEach(stored -> unstored.add(stored.person().id()));
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
   * Puts a guest who isn't connected at the end of those to be forgotten, and takes out one who is,
   * or who lasts.
   */
  private void setAway(Known known) {
    PersonId id = known.person().id();
    away.remove(id);
    if (known.person().guest() && !known.isHere() && !known.isLasting()) {
      away.add(id);
    }
    while (away.size() > guests) {
      forget(away.iterator().next());
    }
  }

  private void forget(PersonId id) {
    away.remove(id);
    names.free(id, byId.remove(id).person().name());
  }
}
