package chat.parley.people;

import chat.parley.message.Person;

/**
 * Somebody has signed out: what is still open in their name is to be closed.
 *
 * @param person who it was
 */
public record SignedOut(Person person) {}
