package chat.parley.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.log.Act;
import chat.parley.log.Draft;
import chat.parley.log.Text;
import chat.parley.message.Ref;
import chat.parley.wire.Frame;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What members hear of what is said. */
class PassTest {
  private final Scene scene = new Scene();
  private final Room lobby = scene.lobby;
  private final FakeMember ann = FakeMember.parley(scene.ann);
  private final FakeMember bob = FakeMember.parley(scene.bob);
  private final FakeMember cem = FakeMember.plain(scene.cem);

  /** Everyone is there, and known to be. */
  @BeforeEach
  void come() {
    List.of(scene.ann, scene.bob, scene.cem).forEach(lobby::come);
    lobby.beat();
    scene.settle(lobby, ann, bob, cem);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void oneFrameOfAllThatWaitsGoesToEveryMember() {
    for (int i = 0; i < 5; i++) {
      scene.say(lobby, scene.ann, "" + i);
    }
    assertEquals(1, scene.passes.waiting());
    scene.passes.run();
    assertEquals(List.of("0", "1", "2", "3", "4"), ann.contents());
    assertEquals(1, ann.frames.size());
    assertSame(ann.frames.get(0), bob.frames.get(0));
  }

  @Test
  void aLoneMessageIsAnObjectAndNoArray() {
    scene.say(lobby, scene.ann, "hello");
    scene.passes.run();
    assertTrue(
        bob.frames.get(0).text().startsWith("{\"type\":\"message\""), bob.frames.get(0)::text);
  }

  @Test
  void anEntryIsSaidAsItIsStored() {
    scene.say(lobby, scene.ann, "hello");
    scene.passes.run();
    JsonObject said = bob.objects().get(0);
    assertEquals(lobby.id().value(), said.getString("recipient"));
    assertEquals(1, said.getInt("seq"));
    assertEquals(scene.store.end(lobby.id()).mark().value(), said.getString("mark"));
    assertEquals(scene.ann.value(), said.getString("sender"));
    assertEquals("2026-11-23T02:00:00.000Z", said.getString("at"));
  }

  @Test
  void aPlainMemberHearsOneObjectAFrameBesideTheOthers() {
    scene.say(lobby, scene.ann, "one");
    scene.say(lobby, scene.bob, "two");
    scene.passes.run();
    assertEquals(
        List.of(
            "{\"content\":\"one\",\"sender\":\"ann\"}", "{\"content\":\"two\",\"sender\":\"bob\"}"),
        cem.frames.stream().map(Frame::text).toList());
    assertEquals(List.of("one", "two"), ann.contents());
  }

  @Test
  void somebodyWhoWasForgottenStillSaidIt() {
    scene.say(lobby, scene.ann, "hello");
    scene.directory.forget(scene.ann);
    scene.passes.run();
    assertEquals(List.of("{\"content\":\"hello\",\"sender\":\"someone\"}"), texts(cem));
  }

  private static List<String> texts(FakeMember member) {
    return member.frames.stream().map(Frame::text).toList();
  }

  @Test
  void aPlainMemberIsToldWhomAConversationIsFor() {
    Room direct = scene.rooms.among(Set.of(scene.ann, scene.cem));
    scene.settle(direct, cem);
    scene.say(direct, scene.ann, "psst");
    scene.say(direct, scene.cem, "yes?");
    scene.passes.run();
    assertEquals(
        List.of(
            "{\"content\":\"psst\",\"recipient\":\"@cem\",\"sender\":\"ann\"}",
            "{\"content\":\"yes?\",\"recipient\":\"@ann\",\"sender\":\"cem\"}"),
        texts(cem));
  }

  @Test
  void whatOneSaysToOneselfIsForOneself() {
    Room alone = scene.rooms.among(Set.of(scene.cem));
    scene.settle(alone, cem);
    scene.say(alone, scene.cem, "buy tea");
    scene.passes.run();
    assertEquals(
        List.of("{\"content\":\"buy tea\",\"recipient\":\"@cem\",\"sender\":\"cem\"}"), texts(cem));
  }

  @Test
  void aRepeatIsAnsweredToItsSenderAloneAndAfterTheEntries() {
    List<Integer> heardWhenAnswered = new ArrayList<>();
    Act first = new Act.Say(Text.of("first"), null);
    scene.inbox.append(scene.draft(lobby, scene.ann, "r", first));
    scene.inbox.append(
        new Draft(
            lobby,
            scene.ann,
            new Ref("r"),
            first,
            outcome -> heardWhenAnswered.add(ann.contents().size())));
    scene.say(lobby, scene.bob, "last");
    scene.passes.run();
    assertEquals(List.of(2), heardWhenAnswered);
    assertEquals(List.of("first", "last"), ann.contents());
  }

  @Test
  void anEntrysSenderIsNotAnsweredApart() {
    scene.say(lobby, scene.ann, "hello");
    scene.passes.run();
    assertEquals(List.of(), scene.answers);
  }

  @Test
  void aConnectionThatIsGoneHearsNothingAfter() {
    scene.say(lobby, scene.ann, "one");
    lobby.exit(bob);
    lobby.exit(cem);
    scene.say(lobby, scene.ann, "two");
    scene.passes.run();
    assertEquals(List.of("one"), bob.contents());
    assertEquals(List.of("one"), cem.contents());
    assertEquals(List.of("one", "two"), ann.contents());
  }

  @Test
  void aLargePassIsCutIntoFramesOfTheBound() {
    String content = "x".repeat(8000);
    for (int i = 0; i < 40; i++) {
      scene.say(lobby, scene.ann, content + i);
    }
    scene.passes.run();
    assertEquals(40, bob.seqs().size());
    assertTrue(bob.frames.size() <= 6, () -> "" + bob.frames.size());
    assertTrue(bob.frames.stream().allMatch(frame -> frame.bytes() <= Frame.MAX_BYTES));
  }
}
