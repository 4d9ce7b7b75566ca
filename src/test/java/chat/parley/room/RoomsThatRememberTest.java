package chat.parley.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.log.Act;
import chat.parley.log.Engine;
import chat.parley.log.OnEachEngine;
import chat.parley.log.SteppedInbox;
import chat.parley.message.Membership;
import chat.parley.message.Name;
import chat.parley.message.RoomId;
import chat.parley.message.RoomKind;
import chat.parley.message.Title;
import chat.parley.message.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What is left of rooms after a restart. */
@OnEachEngine
class RoomsThatRememberTest {
  private static final Name TEA = new Name("Tea");

  @Parameter Engine engine;
  @TempDir Path folder;

  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(engine.open(folder));
  }

  /** The rooms, as whoever starts next finds them. */
  private Rooms restarted() {
    return scene.rooms(scene.store(10), new SteppedInbox(scene.store));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void theLobbyIsStoredOnceAndKeepsItsId() {
    Rooms rooms = restarted();
    assertEquals(scene.lobby.id(), rooms.lobby().id());
    assertTrue(rooms.lobby().isIn(scene.ann));
    assertEquals(List.of(rooms.lobby()), rooms.of(scene.ann));
    assertEquals(rooms.lobby().id(), restarted().lobby().id());
  }

  @Test
  void roomsAndWhoIsInThemSurviveARestart() {
    Room tea = scene.room("Tea", scene.ann, scene.bob);
    scene.leave(tea, scene.bob);
    Rooms rooms = restarted();
    Room found = rooms.find(new Name("tEA")).orElseThrow();
    assertEquals(tea.id(), found.id());
    assertEquals("#Tea", found.state().name());
    assertEquals(RoomKind.PUBLIC, found.kind());
    assertEquals(List.of(rooms.lobby(), found), rooms.of(scene.ann));
    assertFalse(found.isIn(scene.bob));
    assertEquals(tea.state(), found.state());
  }

  @Test
  void whatIsSetOfARoomSurvivesARestart() {
    Room tea = scene.room("Tea", scene.ann, scene.bob);
    scene.act(
        tea, scene.ann, new Act.Settle(new Title("Tea time"), new Topic("Which sort?"), null));
    scene.belong(tea, scene.ann, scene.bob, Membership.OWNER);
    scene.act(tea, scene.bob, new Act.Settle(null, null, true));
    Room found = restarted().find(TEA).orElseThrow();
    assertEquals(new Title("Tea time"), found.state().title());
    assertEquals(new Topic("Which sort?"), found.state().topic());
    assertEquals(scene.bob, found.state().owner());
    assertEquals(true, found.state().archived());
    assertEquals(tea.state(), found.state());
  }

  @Test
  void privateRoomsAndInvitationsSurviveARestart() {
    RoomId id = RoomId.random();
    Traits traits = new Traits(new Title("Plans"), Topic.NONE, null, false);
    scene.rooms.found(
        scene.ann,
        StoredRoom.hidden(id, traits),
        room -> scene.draft(room, scene.ann, null, Scene.joined(scene.ann)));
    Room plans = scene.rooms.find(id, scene.ann).orElseThrow();
    scene.belong(plans, scene.ann, scene.bob, Membership.INVITED);
    Rooms rooms = restarted();
    assertEquals(RoomKind.PRIVATE, rooms.find(id, scene.ann).orElseThrow().kind());
    assertEquals(Optional.empty(), rooms.find(id, scene.cem));
    assertEquals(scene.ann, rooms.invitations(scene.bob).invitations().get(0).by());
    assertEquals(List.of(rooms.lobby()), rooms.of(scene.bob));
  }

  @Test
  void conversationsAndGroupsSurviveARestart() {
    Room direct = scene.rooms.among(Set.of(scene.ann, scene.bob));
    Room alone = scene.rooms.among(Set.of(scene.ann));
    Room group = scene.rooms.among(Set.of(scene.ann, scene.bob, scene.cem));
    Rooms rooms = restarted();
    assertEquals(direct.id(), rooms.among(Set.of(scene.bob, scene.ann)).id());
    assertEquals(alone.id(), rooms.among(Set.of(scene.ann)).id());
    Room found = rooms.among(Set.of(scene.ann, scene.bob, scene.cem));
    assertEquals(group.id(), found.id());
    assertEquals(RoomKind.GROUP, found.kind());
    assertEquals(List.of(rooms.lobby(), found), rooms.of(scene.cem));
  }
}
