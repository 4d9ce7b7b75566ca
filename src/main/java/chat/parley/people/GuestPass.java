package chat.parley.people;

import chat.parley.message.Name;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * What a guest keeps to be the same person next time: a secret, and the name they last had, so that
 * it can be theirs again after the server has forgotten everybody. Whoever has the secret is the
 * guest: it goes to nobody else and into no log.
 *
 * @param secret 144 random bits in base64url
 * @param name the name
 */
public record GuestPass(String secret, Name name) {
  private static final int SECRET_BYTES = 18;
  private static final int MAX_TEXT = 400;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  /** A pass with a fresh secret. */
  public static GuestPass fresh(Name name) {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new GuestPass(ENCODER.encodeToString(secret), name);
  }

  /** The pass that {@link #text} wrote; empty for any other text. */
  public static Optional<GuestPass> read(String text) {
    int dot = text.indexOf('.');
    if (dot < 0 || text.length() > MAX_TEXT) {
      return Optional.empty();
    }
    try {
      byte[] secret = DECODER.decode(text.substring(0, dot));
      String name = new String(DECODER.decode(text.substring(dot + 1)), StandardCharsets.UTF_8);
      return secret.length == SECRET_BYTES
          ? Name.of(name).map(it -> new GuestPass(ENCODER.encodeToString(secret), it))
          : Optional.empty();
    } catch (IllegalArgumentException e) { // not base64url
      return Optional.empty();
    }
  }

  /** The pass as letters, digits and {@code - _ .}, as a cookie can hold it. */
  public String text() {
    return secret + '.' + ENCODER.encodeToString(name.text().getBytes(StandardCharsets.UTF_8));
  }

  /** The same secret with another name. */
  GuestPass named(Name other) {
    return new GuestPass(secret, other);
  }

  /** What the server keeps in place of the secret. */
  byte[] digest() {
    return sha256(DECODER.decode(secret));
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) { // every Java platform must have it
      throw new IllegalStateException(e);
    }
  }

  /** Without the secret, as this may end up in a log. */
  @Override
  public String toString() {
    return "GuestPass[" + name + "]";
  }
}
