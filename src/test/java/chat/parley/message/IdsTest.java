package chat.parley.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  @Test
  void freshIdsAreIdsAndDiffer() {
    Set<RoomId> ids = new HashSet<>();
    Stream.generate(RoomId::random).limit(1000).forEach(ids::add);
    assertEquals(1000, ids.size());
    assertTrue(ids.stream().allMatch(id -> RoomId.isId(id.value())));
  }

  @Test
  void theSameDigestIsTheSamePerson() {
    byte[] digest = bytes(7, 32);
    assertEquals(PersonId.of(digest), PersonId.of(digest.clone()));
  }

  @Test
  void eachOfTheFirstEightyBitsCounts() {
    byte[] digest = bytes(8, 32);
    for (int bit = 0; bit < 80; bit++) {
      byte[] other = digest.clone();
      other[bit / 8] ^= (byte) (1 << bit % 8);
      assertFalse(PersonId.of(digest).equals(PersonId.of(other)), "bit " + bit);
    }
    byte[] beyond = digest.clone();
    beyond[10] ^= 1;
    assertEquals(PersonId.of(digest), PersonId.of(beyond));
  }

  @Test
  void fiveBitsAreOneLetterTheHighestFirst() {
    byte[] digest = new byte[10];
    IntStream.range(0, 10).forEach(i -> digest[i] = (byte) 0xff);
    assertEquals("p_" + "z".repeat(16), PersonId.of(digest).value());
    Arrays.fill(digest, (byte) 0);
    digest[0] = 0b00001_000;
    assertEquals("p_1" + "0".repeat(15), PersonId.of(digest).value());
    digest[0] = 0;
    digest[9] = 31;
    assertEquals("p_" + "0".repeat(15) + "z", PersonId.of(digest).value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"i", "l", "o", "u", "A", "-", "é"})
  void lettersThatAreEasilyConfusedAreNotInAnId(String letter) {
    assertFalse(ALPHABET.contains(letter));
    assertFalse(RoomId.isId("r_" + letter + "0".repeat(15)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "r_", "p_0123456789abcdef", "0123456789abcdefxx", "r_0123456789abcdef0"})
  void aRoomIdCannotHoldAnythingElse(String text) {
    assertEquals(Code.MALFORMED, assertThrows(Refusal.class, () -> new RoomId(text)).code());
  }

  @Test
  void aPersonIdIsNotARoomId() {
    assertThrows(Refusal.class, () -> new PersonId(RoomId.random().value()));
  }

  private static byte[] bytes(long seed, int count) {
    byte[] bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
