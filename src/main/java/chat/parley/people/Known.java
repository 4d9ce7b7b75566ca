package chat.parley.people;

import chat.parley.message.Name;
import chat.parley.message.Person;

/** What is remembered of one person. Guarded by {@link People}. */
final class Known {
  private final byte[] digest;
  private Person person;
  private boolean heard;
  private boolean lasting;
  private int connections;

  Known(byte[] digest, Person person) {
    this.digest = digest;
    this.person = person;
  }

  /** Somebody who had been stored. */
  Known(StoredPerson stored) {
    this(stored.digest(), stored.person());
    heard = stored.heard();
    lasting = true;
  }

  /** What the id is the beginning of: an id that only looks the same is somebody else's. */
  byte[] digest() {
    return digest;
  }

  Person person() {
    return person;
  }

  void rename(Name name) {
    respell(name);
    heard = false;
  }

  /** The same name in other letters, as by case. */
  void respell(Name name) {
    person = new Person(person.id(), name, person.guest());
  }

  /** They said something under their present name. */
  void hear() {
    heard = true;
  }

  boolean isHeard() {
    return heard;
  }

  /** They did something that others may come upon later: they are to outlast a restart. */
  void last() {
    lasting = true;
  }

  boolean isLasting() {
    return lasting;
  }

  void connect(int change) {
    connections += change;
  }

  boolean isHere() {
    return connections > 0;
  }
}
