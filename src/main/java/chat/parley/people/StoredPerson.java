package chat.parley.people;

import chat.parley.message.Person;
import java.util.List;

/**
 * What the database keeps of one person. Never changes: it says how things were when it was made.
 *
 * @param digest what the id is the beginning of, as {@link Known#digest}; never written to
 * @param person who they are, with the name of that time
 * @param heard whether they were heard under that name
 * @param former the keys of the former names that stay theirs, the oldest first; {@link
 *     Names#FORMER} at most
 */
record StoredPerson(byte[] digest, Person person, boolean heard, List<String> former) {}
