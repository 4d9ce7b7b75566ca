package chat.parley.endpoint;

import chat.parley.message.Name;
import chat.parley.message.Person;
import chat.parley.message.PersonId;
import chat.parley.people.People;
import chat.parley.room.Directory;
import java.util.Optional;

/** Shows the people to rooms and clients, and makes guests of strangers. Thread-safe. */
class PeopleDirectory implements Directory, Strangers {
  private static final String NOWHERE = "";

  private final People people;

  PeopleDirectory(People people) {
    this.people = people;
  }

  @Override
  public Optional<Person> person(PersonId id) {
    return people.byId(id);
  }

  @Override
  public Optional<Person> named(Name name) {
    return people.byName(name);
  }

  @Override
  public boolean isLasting(PersonId id) {
    return people.isLasting(id);
  }

  @Override
  public void arrived(PersonId id) {
    people.arrived(id);
  }

  @Override
  public void departed(PersonId id) {
    people.departed(id);
  }

  @Override
  public void said(PersonId id) {
    people.said(id);
  }

  @Override
  public void settled(PersonId id) {
    people.settled(id);
  }

  @Override
  public Visitor visitor() {
    return new Visitor(people.welcome().person(), NOWHERE);
  }
}
