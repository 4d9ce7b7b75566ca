package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.message.Address;
import chat.parley.message.Code;
import chat.parley.message.FromClient;
import chat.parley.message.Name;
import chat.parley.message.Plain;
import chat.parley.message.Position;
import chat.parley.message.Ref;
import chat.parley.message.Unreadable;
import chat.parley.room.Room;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReceptionTest {
  private final Conditions conditions = new Conditions();
  private House house = new House(conditions);

  @AfterEach
  void close() {
    house.close();
  }

  /** The same house, under other conditions. */
  private void rebuild() {
    house.close();
    house = new House(conditions);
  }

  private static FromClient.Say say(String ref, String recipient, String content) {
    return new FromClient.Say(new Ref(ref), Address.of(recipient), content, null);
  }

  @Test
  void whatIsSaidComesBackToEveryoneAndItsSender() {
    House.Guest ann = house.parley(house.ann);
    House.Guest bob = house.parley(house.bob);
    ann.send(say("a", "#lobby", "hello"));
    for (House.Guest guest : List.of(ann, bob)) {
      JsonObject said = guest.connection.objects("message").get(0);
      assertEquals("hello", said.getString("content"));
      assertEquals("a", said.getString("ref"));
      assertEquals(house.ann.value(), said.getString("sender"));
      assertEquals(1, said.getInt("seq"));
    }
  }

  @Test
  void theWelcomeComesFirstAndNothingOfARoomBeforeResume() {
    House.Guest bob = house.parley(house.bob);
    bob.say("@ann", "are you there?");
    House.Guest ann = house.welcome(house.ann);
    bob.say("#lobby", "hello");
    assertEquals(
        List.of("welcome"),
        ann.connection.objects().stream().map(object -> object.getString("type")).toList());
    JsonObject welcome = ann.connection.objects().get(0);
    assertEquals("ann", welcome.getJsonObject("person").getString("name"));
    assertEquals(ann.client.id().toString(), welcome.getString("connection"));
    assertEquals(2, welcome.getJsonArray("rooms").size());
    assertEquals("bob", welcome.getJsonArray("people").getJsonObject(0).getString("name"));
    ann.resume();
    assertEquals(
        List.of("are you there?", "hello"), ann.connection.contents().stream().sorted().toList());
    assertEquals(2, ann.connection.objects("reset").size());
  }

  @Test
  void beforeResumeNothingButResumeIsDone() {
    House.Guest ann = house.welcome(house.ann);
    ann.say("#lobby", "hello");
    ann.join("#tea");
    ann.leave("#tea");
    assertEquals(List.of("not_resumed", "not_resumed", "not_resumed"), ann.connection.refusals());
    assertEquals(0, house.rooms.lobby().state().seq());
    assertTrue(house.rooms.find(new Name("tea")).isEmpty());
  }

  @Test
  void whoResumesGetsExactlyWhatWasMissed() {
    House.Guest bob = house.parley(house.bob);
    bob.say("#lobby", "one");
    Position position = house.store.end(house.rooms.lobby().id());
    bob.say("#lobby", "two");
    House.Guest ann = house.welcome(house.ann);
    ann.resume(position);
    assertEquals(List.of("two"), ann.connection.contents());
    assertEquals(List.of(), ann.connection.objects("reset"));
  }

  @Test
  void everyRoomOfThePersonIsAnswered() {
    House.Guest before = house.parley(house.ann);
    for (int i = 0; i < 30; i++) {
      before.join("#room" + i);
    }
    House.Guest after = house.welcome(house.ann);
    after.resume();
    assertEquals(31, after.connection.objects("reset").size());
  }

  @Test
  void aRepeatIsAnsweredToItsSenderAlone() {
    House.Guest ann = house.parley(house.ann);
    House.Guest bob = house.parley(house.bob);
    ann.send(say("a", "#lobby", "hello"));
    ann.send(say("a", "#lobby", "hello"));
    JsonObject stored = ann.connection.objects("stored").get(0);
    assertEquals("a", stored.getString("ref"));
    assertEquals(1, stored.getInt("seq"));
    assertEquals(List.of("hello"), ann.connection.contents());
    assertEquals(List.of(), bob.connection.objects("stored"));
  }

  @Test
  void aRefThatIsUsedAgainIsRefused() {
    House.Guest ann = house.parley(house.ann);
    ann.send(say("a", "#lobby", "hello"));
    ann.send(say("a", "#lobby", "bye"));
    JsonObject refused = ann.connection.objects("refused").get(0);
    assertEquals("ref_reused", refused.getString("code"));
    assertEquals("a", refused.getString("ref"));
  }

  @Test
  void whatCannotBeSaidIsRefusedUnderItsRef() {
    House.Guest ann = house.parley(house.ann);
    ann.send(say("a", "#lobby", " "));
    ann.send(say("b", "#lobby", "x".repeat(8001)));
    ann.send(say("c", "#nowhere", "x"));
    ann.send(say("d", "@nobody", "x"));
    ann.send(say("e", "r_0123456789abcdef", "x"));
    ann.send(say("f", "p_0123456789abcdef", "x"));
    ann.send(new Unreadable(new Ref("g"), Code.MALFORMED, "This frame is not JSON."));
    assertEquals(
        List.of(
            "empty",
            "too_long",
            "no_such_room",
            "no_such_person",
            "no_such_room",
            "no_such_person",
            "malformed"),
        ann.connection.refusals());
    assertEquals(
        List.of("a", "b", "c", "d", "e", "f", "g"),
        ann.connection.objects("refused").stream()
            .map(refused -> refused.getString("ref"))
            .toList());
    assertEquals(0, house.rooms.lobby().state().seq());
  }

  @Test
  void whoIsNotInARoomDoesNotWriteToIt() {
    House.Guest ann = house.parley(house.ann);
    House.Guest bob = house.parley(house.bob);
    ann.join("#tea");
    bob.say("#tea", "hello");
    assertEquals(List.of("not_joined"), bob.connection.refusals());
    bob.join("#tea");
    bob.say("#tea", "hello");
    assertEquals(List.of("hello"), ann.connection.contents());
  }

  @Test
  void joiningIsAnsweredByResetAlsoToThePersonsOtherConnections() {
    House.Guest one = house.parley(house.ann);
    House.Guest two = house.parley(house.ann);
    House.Guest bob = house.parley(house.bob);
    one.join("#tea");
    assertEquals(1, one.connection.objects("reset").size());
    assertEquals(1, two.connection.objects("reset").size());
    assertEquals(0, bob.connection.objects("reset").size());
    one.join("#tea");
    assertEquals(2, one.connection.objects("reset").size());
  }

  @Test
  void leavingIsAnsweredByLeftAndEndsHearing() {
    House.Guest ann = house.parley(house.ann);
    House.Guest bob = house.parley(house.bob);
    bob.join("#tea");
    ann.join("#tea");
    ann.leave("#tea");
    assertEquals(house.ann.value(), ann.connection.objects("left").get(0).getString("person"));
    bob.say("#tea", "gone?");
    assertEquals(List.of(), ann.connection.contents());
    ann.say("#tea", "still here");
    assertEquals(List.of("not_joined"), ann.connection.refusals());
  }

  @Test
  void whatWasNeverJoinedIsNotLeft() {
    House.Guest ann = house.parley(house.ann);
    House.Guest bob = house.parley(house.bob);
    ann.join("#tea");
    bob.leave("#tea");
    bob.leave("#nowhere");
    assertEquals(List.of("not_joined", "no_such_room"), bob.connection.refusals());
  }

  @Test
  void theLobbyIsNotLeft() {
    House.Guest ann = house.parley(house.ann);
    ann.leave("#lobby");
    assertEquals(List.of("lobby"), ann.connection.refusals());
  }

  @Test
  void aPersonIsNotJoined() {
    House.Guest ann = house.parley(house.ann);
    ann.join("@bob");
    assertEquals(List.of("bad_name"), ann.connection.refusals());
  }

  @Test
  void aRoomThatIsKnownIsJoinedByItsId() {
    House.Guest ann = house.parley(house.ann);
    House.Guest bob = house.parley(house.bob);
    ann.resume();
    bob.resume();
    ann.join("#tea");
    String id = house.rooms.find(new Name("tea")).orElseThrow().id().value();
    bob.join(id);
    bob.join("r_0000000000000000");
    assertEquals(2, house.rooms.of(house.bob).size());
    assertEquals(List.of("no_such_room"), bob.connection.refusals());
  }

  @Test
  void onlySoManyRoomsAreJoined() {
    conditions.rooms = 2;
    rebuild();
    House.Guest ann = house.parley(house.ann);
    ann.join("#one");
    ann.join("#two");
    ann.join("#three");
    assertEquals(List.of("too_many_rooms"), ann.connection.refusals());
    ann.leave("#one");
    ann.join("#three");
    assertEquals(3, ann.connection.objects("reset").size());
  }

  @Test
  void aMessageToAPersonReachesBothAndNobodyElse() {
    House.Guest ann = house.parley(house.ann);
    House.Guest bob = house.parley(house.bob);
    House.Guest cem = house.parley(house.cem);
    ann.say("@bob", "psst");
    for (House.Guest guest : List.of(ann, bob)) {
      JsonObject reset = guest.connection.objects("reset").get(0);
      assertEquals("direct", reset.getJsonObject("room").getString("kind"));
      assertEquals(List.of("psst"), guest.connection.contents());
    }
    assertEquals(List.of(), cem.connection.contents());
    String room = ann.connection.objects("message").get(0).getString("recipient");
    cem.say(room, "what?");
    cem.leave(room);
    assertEquals(List.of("no_such_room", "no_such_room"), cem.connection.refusals());
  }

  @Test
  void aConversationIsNotLeft() {
    House.Guest ann = house.parley(house.ann);
    ann.say("@bob", "one");
    ann.leave(ann.connection.objects("message").get(0).getString("recipient"));
    assertEquals(List.of("fixed"), ann.connection.refusals());
  }

  @Test
  void whoSendsTooFastIsToldWhenToTryAgain() {
    conditions.rate = 0.01;
    conditions.burst = 3;
    rebuild();
    House.Guest one = house.parley(house.ann);
    House.Guest two = house.parley(house.ann);
    one.send(say("a", "#lobby", "1"));
    two.send(say("b", "#lobby", "2"));
    one.send(say("c", "#lobby", "3"));
    two.send(say("late", "#lobby", "4"));
    JsonObject refused = two.connection.objects("refused").get(0);
    assertEquals("slow_down", refused.getString("code"));
    assertEquals("late", refused.getString("ref"));
    int wait = refused.getInt("retryAfter");
    assertTrue(wait > 30_000 && wait <= 100_001, () -> "" + wait);
    assertEquals(3, house.rooms.lobby().state().seq());
  }

  @Test
  void whenTheInboxTakesNoMoreTheSenderIsToldToTryAgain() {
    House.Guest ann = house.parley(house.ann);
    house.inbox.setFull(true);
    ann.send(say("a", "#lobby", "hello"));
    JsonObject refused = ann.connection.objects("refused").get(0);
    assertEquals("busy", refused.getString("code"));
    assertEquals(1000, refused.getInt("retryAfter"));
  }

  @Test
  void whoSpeaksIsNotedBeforeWhatTheySayIsTaken() {
    House.Guest ann = house.parley(house.ann);
    house.directory.notes.clear();
    ann.say("#lobby", " ");
    ann.say("#nowhere", "hello");
    assertEquals(List.of(), house.directory.notes);
    ann.say("#lobby", "hello");
    assertEquals(List.of("said " + house.ann), house.directory.notes);
  }

  @Test
  void whoJoinsIsNoted() {
    House.Guest ann = house.parley(house.ann);
    house.directory.notes.clear();
    ann.join("#tea");
    assertEquals(List.of("settled " + house.ann), house.directory.notes);
  }

  @Test
  void nobodyEntersBeforeTheirJoiningIsStored() {
    House.Guest ann = house.parley(house.ann);
    house.inbox.hold();
    ann.join("#tea");
    ann.join("#tea");
    ann.resume();
    House.Guest later = house.welcome(house.ann);
    assertEquals(List.of(), rooms(later, "welcome", "#tea"));
    assertEquals(List.of(), rooms(ann, "reset", "#tea"));
    house.inbox.letGo();
    house.settle();
    assertEquals(2, rooms(ann, "reset", "#tea").size());
  }

  private static List<JsonObject> rooms(House.Guest guest, String type, String name) {
    return guest.connection.objects(type).stream()
        .filter(frame -> frame.toString().contains(name))
        .toList();
  }

  @Test
  void whoAskedToJoinMayWriteAtOnce() {
    House.Guest ann = house.parley(house.ann);
    house.inbox.hold();
    ann.join("#tea");
    ann.say("#tea", "hello");
    assertEquals(List.of(), ann.connection.refusals());
    house.inbox.letGo();
    house.settle();
    assertEquals(List.of("hello"), ann.connection.contents());
  }

  @Test
  void nobodyHearsOfALeavingBeforeItIsStored() {
    House.Guest ann = house.parley(house.ann);
    House.Guest bob = house.parley(house.bob);
    bob.join("#tea");
    ann.join("#tea");
    house.inbox.hold();
    ann.leave("#tea");
    assertEquals(List.of(), ann.connection.objects("left"));
    ann.say("#tea", "yes");
    house.inbox.letGo();
    house.settle();
    assertEquals(List.of("not_joined"), ann.connection.refusals());
    assertEquals(1, ann.connection.objects("left").size());
  }

  @Test
  void aConversationIsOpenForNobodyBeforeThatIsStored() {
    House.Guest bob = house.parley(house.bob);
    House.Guest ann = house.parley(house.ann);
    house.inbox.hold();
    ann.say("@bob", "psst");
    assertEquals(List.of(), bob.connection.sent);
    house.inbox.letGo();
    house.settle();
    assertEquals(1, bob.connection.objects("reset").size());
  }

  @Test
  void whatCouldNotBeStoredIsRefusedUnderItsRefAndAsIfItHadNotBeen() {
    House.Guest ann = house.parley(house.ann);
    ann.join("#tea");
    ann.connection.forget();
    house.inbox.hold();
    ann.send(new FromClient.Join(new Ref("in"), Address.of("#coffee")));
    ann.send(new FromClient.Leave(new Ref("out"), Address.of("#tea")));
    house.inbox.fail();
    house.inbox.letGo();
    house.settle();
    assertEquals(List.of("failed", "failed"), ann.connection.refusals());
    assertEquals(
        List.of("in", "out"),
        ann.connection.objects("refused").stream()
            .map(refused -> refused.getString("ref"))
            .toList());
    ann.say("#tea", "still here");
    assertEquals(List.of("still here"), ann.connection.contents());
    assertTrue(house.rooms.find(new Name("coffee")).isEmpty());
  }

  @Test
  void whenNoChangeIsTakenWhoeverAsksIsToldToTryAgain() {
    House.Guest ann = house.parley(house.ann);
    ann.join("#tea");
    ann.connection.forget();
    house.inbox.setFull(true);
    ann.join("#coffee");
    ann.leave("#tea");
    ann.say("@bob", "psst");
    assertEquals(List.of("busy", "busy", "busy"), ann.connection.refusals());
    assertTrue(
        ann.connection.objects("refused").stream()
            .allMatch(refused -> refused.getInt("retryAfter") == 1000));
    house.inbox.setFull(false);
    ann.say("#tea", "still here");
    assertEquals(List.of("still here"), ann.connection.contents());
  }

  @Test
  void aPingIsAnsweredByAPongAndAPongByNothing() {
    House.Guest ann = house.welcome(house.ann);
    ann.connection.forget();
    ann.send(new FromClient.Ping());
    ann.send(new FromClient.Pong());
    assertEquals(List.of("{\"type\":\"pong\"}"), ann.connection.sent);
  }

  @Test
  void whoAsksForAPersonIsToldTheNamesThatAreKnown() {
    House.Guest ann = house.parley(house.ann);
    house.directory.forget(house.cem);
    ann.send(new FromClient.Ask(List.of(house.bob, house.cem)));
    assertEquals(
        List.of("bob"),
        ann.connection.objects("person").stream().map(person -> person.getString("name")).toList());
  }

  @Test
  void onesScreenIsOfARoomOneIsIn() {
    House.Guest ann = house.parley(house.ann);
    House.Guest bob = house.parley(house.bob);
    ann.join("#tea");
    Room tea = house.rooms.find(new Name("tea")).orElseThrow();
    bob.send(new FromClient.Watch(tea.id(), List.of(house.ann)));
    assertEquals(List.of("no_such_room"), bob.connection.refusals());
    ann.connection.forget();
    ann.send(new FromClient.Watch(tea.id(), List.of(house.ann)));
    assertEquals(List.of(), ann.connection.refusals());
  }

  @Test
  void aPlainClientTalksInTheLobby() {
    House.Guest ann = house.plain(house.ann);
    House.Guest bob = house.parley(house.bob);
    ann.connection.forget();
    ann.send(House.plainly("hello"));
    assertEquals(List.of("{\"content\":\"hello\",\"sender\":\"ann\"}"), ann.connection.sent);
    assertEquals(List.of("hello"), bob.connection.contents());
    assertTrue(!bob.connection.objects("message").get(0).containsKey("ref"));
  }

  @Test
  void aPlainClientIsWrittenToAndWritesByName() {
    House.Guest ann = house.plain(house.ann);
    House.Guest bob = house.parley(house.bob);
    ann.connection.forget();
    bob.say("@ann", "psst");
    ann.send(new Plain("yes?", "@bob", null));
    assertEquals(
        List.of(
            "{\"content\":\"psst\",\"recipient\":\"@ann\",\"sender\":\"bob\"}",
            "{\"content\":\"yes?\",\"recipient\":\"@bob\",\"sender\":\"ann\"}"),
        ann.connection.sent);
    assertEquals(List.of("psst", "yes?"), bob.connection.contents());
  }

  @Test
  void aPlainClientIsRefusedInItsOwnFormat() {
    House.Guest ann = house.plain(house.ann);
    ann.send(new Plain("hello", "nowhere", null));
    ann.send(House.plainly(" "));
    assertEquals(2, ann.connection.contents().size());
    assertTrue(
        ann.connection.contents().stream().allMatch(text -> text.startsWith("/")),
        ann.connection.sent::toString);
  }

  @Test
  void aPlainClientDoesNotHearTheRoomsItsPersonJoinedElsewhere() {
    House.Guest plain = house.plain(house.ann);
    House.Guest ann = house.parley(house.ann);
    plain.connection.forget();
    ann.join("#tea");
    ann.say("#tea", "hello");
    assertEquals(List.of(), plain.connection.sent);
    assertEquals(List.of("hello"), ann.connection.contents());
  }
}
