package chat.parley.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Neighbouring IP addresses: all that share their first bits with one. Never asks a name server.
 *
 * @param base one of them
 * @param prefix how many bits they share
 */
public record Block(InetAddress base, int prefix) {
  private static final Pattern V4 =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
  private static final Pattern V6 =
      Pattern.compile("[0-9A-Fa-f:]{2,39}|[0-9A-Fa-f:]{2,30}[0-9.]{7,15}");

  /**
   * The block that {@code 10.0.0.0/8}, {@code fd00::/8} or a single address means; empty if it
   * means none.
   */
  public static Optional<Block> of(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return address(text).map(base -> new Block(base, 8 * base.getAddress().length));
    }
    String bits = text.substring(slash + 1);
    return address(text.substring(0, slash))
        .filter(
            base ->
                bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= 8 * base.getAddress().length)
        .map(base -> new Block(base, Integer.parseInt(bits)));
  }

  /**
   * The address that this text is, without a zone; an IPv4 address inside IPv6 is the IPv4 address.
   * Empty if it is none.
   */
  public static Optional<InetAddress> address(String text) {
    int zone = text.indexOf('%');
    String plain = zone < 0 ? text : text.substring(0, zone);
    try {
      Matcher v4 = V4.matcher(plain);
      if (v4.matches()) {
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
          int value = Integer.parseInt(v4.group(i + 1));
          if (value > 255) {
            return Optional.empty();
          }
          bytes[i] = (byte) value;
        }
        return Optional.of(InetAddress.getByAddress(bytes));
      }
      return plain.indexOf(':') >= 0 && V6.matcher(plain).matches()
          ? Optional.of(InetAddress.getByName(plain))
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Whether the address is one of this block. */
  public boolean contains(InetAddress address) {
    byte[] one = base.getAddress();
    byte[] other = address.getAddress();
    if (one.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      if (((one[bit / 8] ^ other[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return base.getHostAddress() + "/" + prefix;
  }
}
