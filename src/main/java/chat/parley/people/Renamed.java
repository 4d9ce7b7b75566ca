package chat.parley.people;

import chat.parley.message.Name;
import chat.parley.message.Person;

/**
 * Somebody has another name now. When one person is renamed twice at once, the two events may come
 * in any order: {@link People#byId} says the name that counts.
 *
 * @param person with the new name
 * @param before the former name
 */
public record Renamed(Person person, Name before) {}
