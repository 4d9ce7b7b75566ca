package chat.parley.web;

/**
 * Why a request was refused, as JSON.
 *
 * @param code the reason for programs
 * @param text the reason for people, one sentence
 */
public record Problem(String code, String text) {}
