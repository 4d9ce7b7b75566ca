package chat.parley.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.message.PersonId;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttendanceTest {
  private final Scene scene = new Scene();
  private final Room lobby = scene.lobby;
  private final FakeMember ann = FakeMember.parley(scene.ann);
  private final FakeMember bob = FakeMember.parley(scene.bob);

  @AfterEach
  void close() {
    scene.close();
  }

  private void beat() {
    lobby.beat();
    scene.passes.run();
  }

  /** Both are there, and known to be. */
  private void settle() {
    lobby.come(scene.ann);
    lobby.come(scene.bob);
    scene.settle(lobby, ann, bob);
    beat();
    ann.forget();
    bob.forget();
  }

  private List<PersonId> crowd(int count) {
    return IntStream.range(0, count).mapToObj(i -> scene.directory.add("guest" + i)).toList();
  }

  private static List<String> here(JsonObject presence) {
    return presence.getJsonArray("here").getValuesAs(JsonString::getString);
  }

  @Test
  void comingIsSaidAtTheBeatAndNotBefore() {
    settle();
    lobby.come(scene.cem);
    scene.passes.run();
    assertEquals(List.of(), ann.frames);
    beat();
    assertEquals(List.of("person", "joined", "presence"), ann.types());
    assertEquals("cem", ann.objects().get(0).getString("name"));
    assertEquals(scene.cem.value(), ann.objects().get(1).getString("person"));
    assertEquals(3, ann.objects().get(2).getInt("count"));
  }

  @Test
  void allThatHappenedInASecondIsOneFrameForAll() {
    settle();
    crowd(50).forEach(lobby::come);
    beat();
    assertEquals(1, ann.frames.size());
    assertSame(ann.frames.get(0), bob.frames.get(0));
    assertEquals(50, ann.objects("joined").size());
    assertEquals(1, ann.objects("presence").size());
  }

  @Test
  void whereNothingHappenedNothingIsSaid() {
    settle();
    beat();
    beat();
    assertEquals(List.of(), ann.frames);
  }

  @Test
  void goingIsSaid() {
    settle();
    lobby.go(scene.bob);
    beat();
    assertEquals(List.of("left", "presence"), ann.types());
    assertEquals(List.of(scene.ann.value()), here(ann.objects("presence").get(0)));
  }

  @Test
  void nobodyHearsOfTheirOwnComing() {
    scene.settle(lobby, ann, bob);
    lobby.come(scene.ann);
    lobby.come(scene.bob);
    beat();
    assertEquals(
        List.of(scene.bob.value()),
        ann.objects("joined").stream().map(joined -> joined.getString("person")).toList());
    assertEquals(
        List.of(scene.ann.value()),
        bob.objects("joined").stream().map(joined -> joined.getString("person")).toList());
    assertEquals(2, here(ann.objects("presence").get(0)).size());
  }

  @Test
  void comingTwiceIsComingOnce() {
    settle();
    lobby.come(scene.ann);
    beat();
    assertEquals(List.of(), bob.frames);
  }

  @Test
  void whoComesAndGoesWithinASecondWasNotThere() {
    settle();
    lobby.come(scene.cem);
    lobby.go(scene.cem);
    beat();
    assertEquals(List.of("presence"), ann.types());
  }

  @Test
  void whoGoesAndComesWithinASecondDidNotGo() {
    settle();
    lobby.go(scene.bob);
    lobby.come(scene.bob);
    beat();
    assertEquals(List.of("presence"), ann.types());
    assertEquals(2, ann.objects("presence").get(0).getInt("count"));
  }

  @Test
  void leavingARoomIsSaidToTheOthers() {
    Room tea = scene.room("tea", scene.ann, scene.bob);
    tea.come(scene.ann);
    tea.come(scene.bob);
    scene.settle(tea, ann, bob);
    tea.beat();
    scene.passes.run();
    ann.forget();
    scene.leave(tea, scene.bob);
    tea.beat();
    scene.passes.run();
    assertEquals(List.of("membership", "left", "presence"), ann.types());
  }

  @Test
  void whoSpeaksBeforeTheyWereAnnouncedIsNamedFirst() {
    settle();
    lobby.come(scene.cem);
    scene.say(lobby, scene.cem, "hello");
    scene.passes.run();
    assertEquals(List.of("person", "message"), ann.types());
    assertEquals("cem", ann.objects().get(0).getString("name"));
  }

  @Test
  void whoseNameIsKnownIsNotNamedAgain() {
    settle();
    scene.say(lobby, scene.bob, "hello");
    scene.passes.run();
    assertEquals(List.of("message"), ann.types());
  }

  @Test
  void upToTheBoundEveryoneIsNamed() {
    settle();
    crowd(Attendance.CROWD - 2).forEach(lobby::come);
    beat();
    assertEquals(Attendance.CROWD - 2, ann.objects("joined").size());
    assertEquals(Attendance.CROWD, here(ann.objects("presence").get(0)).size());
  }

  @Test
  void inACrowdOnlyTheNumberIsSaid() {
    settle();
    crowd(Attendance.CROWD - 1).forEach(lobby::come);
    beat();
    assertEquals(List.of("presence"), ann.types());
    assertEquals(Attendance.CROWD + 1, ann.objects().get(0).getInt("count"));
    assertSame(ann.frames.get(0), bob.frames.get(0));
  }

  @Test
  void inACrowdAMemberHearsWhoIsHereOfTheirScreen() {
    settle();
    List<PersonId> guests = crowd(Attendance.CROWD);
    guests.forEach(lobby::come);
    lobby.watch(ann, Set.of(scene.bob, guests.get(0), scene.cem));
    beat();
    assertEquals(
        Set.of(scene.bob.value(), guests.get(0).value()),
        Set.copyOf(here(ann.objects("presence").get(0))));
    ann.forget();
    lobby.go(guests.get(0));
    beat();
    assertEquals(List.of(scene.bob.value()), here(ann.objects("presence").get(0)));
  }

  @Test
  void namingOnesScreenIsAnsweredAtTheNextBeat() {
    settle();
    crowd(Attendance.CROWD).forEach(lobby::come);
    beat();
    ann.forget();
    lobby.watch(ann, Set.of(scene.bob));
    beat();
    assertEquals(List.of(scene.bob.value()), here(ann.objects("presence").get(0)));
  }

  @Test
  void inACrowdASpeakerIsNamedFirst() {
    settle();
    List<PersonId> guests = crowd(Attendance.CROWD);
    guests.forEach(lobby::come);
    beat();
    ann.forget();
    scene.say(lobby, guests.get(0), "hello");
    scene.passes.run();
    assertEquals(List.of("person", "message"), ann.types());
  }

  @Test
  void whenACrowdHasGoneThoseWhoStayedAreNamed() {
    settle();
    List<PersonId> guests = crowd(Attendance.CROWD);
    guests.forEach(lobby::come);
    beat();
    ann.forget();
    guests.subList(2, guests.size()).forEach(lobby::go);
    beat();
    Set<String> named = new HashSet<>();
    ann.objects("person").forEach(person -> named.add(person.getString("id")));
    assertTrue(named.containsAll(here(ann.objects("presence").get(0))), ann.types()::toString);
    assertEquals(4, ann.objects("presence").get(0).getInt("count"));
    assertEquals(List.of(), ann.objects("left"), "nobody was told their names");
  }

  @Test
  void whoEnteredWhatWasACrowdForAMomentHearsOfNobodyWithoutAName() {
    settle();
    List<PersonId> crowd = crowd(Attendance.CROWD - 1);
    crowd.forEach(lobby::come);
    FakeMember cem = FakeMember.parley(scene.cem);
    lobby.enter(cem, Optional.empty());
    lobby.go(scene.bob);
    beat();
    Set<String> named = new HashSet<>();
    cem.objects("person").forEach(person -> named.add(person.getString("id")));
    List<JsonObject> told = cem.objects("presence");
    assertTrue(named.containsAll(here(told.get(told.size() - 1))), cem.types()::toString);
    assertEquals(List.of(), cem.objects("left"), "they were not told that name");
  }

  @Test
  void whoEntersBeforeSomebodysGoingIsToldIsToldTheirNameFirst() {
    settle();
    lobby.go(scene.bob);
    FakeMember cem = FakeMember.parley(scene.cem);
    lobby.enter(cem, Optional.empty());
    beat();
    assertEquals("left", cem.types().get(cem.types().size() - 2));
    assertTrue(
        cem.objects("person").stream()
            .anyMatch(person -> person.getString("id").equals(scene.bob.value())),
        cem.types()::toString);
    assertFalse(here(cem.objects("presence").get(0)).contains(scene.bob.value()));
  }

  @Test
  void whoEntersACrowdIsNotToldEveryName() {
    settle();
    crowd(Attendance.CROWD).forEach(lobby::come);
    FakeMember cem = FakeMember.parley(scene.cem);
    lobby.enter(cem, Optional.empty());
    scene.passes.run();
    assertEquals(List.of("reset", "presence"), cem.types());
    assertEquals(Attendance.CROWD + 2, cem.objects("presence").get(0).getInt("count"));
  }

  @Test
  void plainMembersHearNothingOfIt() {
    FakeMember plain = FakeMember.plain(scene.bob);
    scene.settle(lobby, plain);
    lobby.come(scene.ann);
    beat();
    assertEquals(List.of(), plain.frames);
  }

  @Test
  void theScreenOfAConnectionThatIsGoneIsForgotten() {
    settle();
    crowd(Attendance.CROWD).forEach(lobby::come);
    lobby.watch(ann, Set.of(scene.bob));
    lobby.exit(ann);
    lobby.watch(ann, Set.of(scene.bob));
    lobby.enter(ann, Optional.empty());
    beat();
    JsonObject presence = ann.objects("presence").get(1);
    assertTrue(presence.getJsonArray("here").isEmpty(), presence::toString);
  }
}
