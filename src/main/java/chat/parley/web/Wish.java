package chat.parley.web;

import jakarta.json.JsonString;

/**
 * The body of {@code PUT me}.
 *
 * @param name the name that somebody would like to have, as a string and nothing else, which JSON-B
 *     would make of a number too; null if the body has none
 */
public record Wish(JsonString name) {}
