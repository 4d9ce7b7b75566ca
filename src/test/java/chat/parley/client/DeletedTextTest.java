package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chat.parley.log.Engine;
import chat.parley.log.OnEachEngine;
import chat.parley.log.Rows;
import chat.parley.message.Address;
import chat.parley.message.Emoji;
import chat.parley.message.FromClient;
import chat.parley.message.Ref;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What is deleted is in no row. */
@OnEachEngine
class DeletedTextTest {
  private static final Address LOBBY = Address.of("#lobby");

  @Parameter Engine engine;
  @TempDir Path folder;

  private House house;
  private House.Guest ann;
  private House.Guest bob;

  @BeforeEach
  void open() {
    house = new House(new Conditions(), engine.open(folder));
    ann = house.parley(house.ann);
    bob = house.parley(house.bob);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private List<String> columnsWith(String text) {
    return house.database.read(connection -> Rows.with(connection, text));
  }

  private void beat() {
    house.states.beat();
    house.states.beat();
  }

  private void edit(long target, String content) {
    ann.send(new FromClient.Edit(new Ref("e" + content.length()), LOBBY, target, content));
  }

  private void delete(House.Guest guest, long target) {
    guest.send(new FromClient.Delete(new Ref("d" + target), LOBBY, target));
  }

  @Test
  void whateverWasDoneWithIt() {
    ann.say("#lobby", "secret for @bob and @here");
    edit(1, "a secret again, @bob");
    edit(1, "and a third secret, for @cem");
    bob.send(new FromClient.React(new Ref("r"), LOBBY, 1, new Emoji("🍰"), true));
    bob.send(new FromClient.Pin(new Ref("p"), LOBBY, 1, true));
    bob.send(new FromClient.Say(new Ref("t"), LOBBY, "which secret, @ann?", 1L));
    bob.send(new FromClient.Read(LOBBY, 6, null, null));
    ann.send(new FromClient.Read(LOBBY, 6, null, 1L));
    beat();
    assertEquals(List.of("entry.content", "superseded.content"), columnsWith("secret"));
    delete(ann, 1);
    delete(bob, 6);
    beat();
    assertEquals(List.of(), columnsWith("secret"));
    assertFalse(columnsWith(house.ann.value()).isEmpty());
  }

  @Test
  void norIsWhatOneTriedToSayInItsPlace() {
    ann.say("#lobby", "one");
    delete(ann, 1);
    edit(1, "a secret");
    assertEquals(List.of("no_such_message"), ann.connection.refusals());
    assertEquals(List.of(), columnsWith("secret"));
  }
}
