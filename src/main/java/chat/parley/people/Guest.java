package chat.parley.people;

import chat.parley.message.Person;

/**
 * A guest who has come in, and the pass with which they come back.
 *
 * @param person who they are
 * @param pass theirs alone, with their present name
 */
public record Guest(Person person, GuestPass pass) {}
