package chat.parley.message;

/**
 * One object of the wire. The tutorial's three fields, sender, recipient and content, are {@link
 * Plain}; the kinds of {@code parley.v1} are what a client may say and what a server may say,
 * apart, because hardly any of them has the same fields both ways.
 */
public sealed interface Message permits FromClient, FromServer, Plain, Unreadable {}
