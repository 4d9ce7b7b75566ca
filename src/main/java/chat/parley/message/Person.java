package chat.parley.message;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * Somebody who talks.
 *
 * @param id theirs for ever
 * @param name what they are called now; unique among all people without regard to case
 * @param guest whether they only chose a name, as against being known to the container
 */
@JsonbPropertyOrder({"id", "name", "guest"})
public record Person(PersonId id, Name name, boolean guest) {}
