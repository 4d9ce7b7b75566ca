package chat.parley.room;

import chat.parley.message.Name;
import chat.parley.message.Person;
import chat.parley.message.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** People by their names, and what was noted of them. Thread-safe. */
public final class FakeDirectory implements Directory {
  /** What was noted, {@code arrived p_…} and so on. */
  public final List<String> notes = Collections.synchronizedList(new ArrayList<>());

  private final Map<PersonId, Person> people = new ConcurrentHashMap<>();
  private final Set<PersonId> lasting = ConcurrentHashMap.newKeySet();

  /** A new person of this name. */
  public PersonId add(String name) {
    PersonId id = PersonId.of(digest(name));
    people.put(id, new Person(id, new Name(name), true));
    return id;
  }

  /** Forgets who has this id. */
  public void forget(PersonId id) {
    people.remove(id);
  }

  private static byte[] digest(String name) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public Optional<Person> person(PersonId id) {
    return Optional.ofNullable(people.get(id));
  }

  @Override
  public Optional<Person> named(Name name) {
    return people.values().stream()
        .filter(person -> person.name().key().equals(name.key()))
        .findFirst();
  }

  @Override
  public boolean isLasting(PersonId id) {
    return lasting.contains(id);
  }

  @Override
  public void arrived(PersonId id) {
    notes.add("arrived " + id);
  }

  @Override
  public void departed(PersonId id) {
    notes.add("departed " + id);
  }

  @Override
  public void said(PersonId id) {
    notes.add("said " + id);
    lasting.add(id);
  }

  @Override
  public void settled(PersonId id) {
    notes.add("settled " + id);
    lasting.add(id);
  }
}
