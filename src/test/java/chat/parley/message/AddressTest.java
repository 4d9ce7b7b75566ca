package chat.parley.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @Test
  void aNumberSignMeansARoomByName() {
    assertEquals(new Address.OfRoomName(new Name("tea")), Address.of("#tea"));
  }

  @Test
  void anAtSignMeansAPersonByName() {
    assertEquals(new Address.OfPersonName(new Name("ann")), Address.of("@ann"));
  }

  @Test
  void anIdMeansItself() {
    RoomId room = RoomId.random();
    PersonId person = new PersonId("p_0123456789abcdef");
    assertEquals(new Address.OfRoom(room), Address.of(room.value()));
    assertEquals(new Address.OfPerson(person), Address.of(person.value()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"#tea", "@ann", "r_0123456789abcdef", "p_0123456789abcdef"})
  void anAddressIsWrittenAsItWasRead(String text) {
    assertEquals(text, Address.of(text).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tea",
        "#",
        "@",
        "# tea x",
        "##tea",
        "@#ann",
        "r_",
        "r_0123456789abcde",
        "r_0123456789abcdefg",
        "x_0123456789abcdef",
        "r_0123456789ABCDEF",
        "r_0123456789abcdei",
        "\ud800",
        "#\ud800"
      })
  void allElseIsABadName(String text) {
    assertEquals(Code.BAD_NAME, assertThrows(Refusal.class, () -> Address.of(text)).code());
  }
}
