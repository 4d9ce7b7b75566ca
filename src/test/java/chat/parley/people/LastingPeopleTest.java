package chat.parley.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.log.AppliedChanges;
import chat.parley.log.Database;
import chat.parley.log.Engine;
import chat.parley.log.OnEachEngine;
import chat.parley.message.Name;
import chat.parley.message.Person;
import chat.parley.message.PersonId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEachEngine
class LastingPeopleTest {
  private static final Name ANN = new Name("ann");
  private static final Name BOB = new Name("bob");
  private static final Name CEM = new Name("cem");

  @Parameter Engine engine;
  @TempDir private Path folder;

  private Database database;
  private AppliedChanges changes;
  private People people;

  @BeforeEach
  void start() {
    database = engine.open(folder);
    changes = new AppliedChanges(database);
    people = load();
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private People load() {
    return new People(renamed -> {}, 100, database.read(PeopleTable::all), changes);
  }

  private void restart() throws SQLException {
    changes.apply();
    stop();
    start();
  }

  private Guest heard(Name name) {
    Guest guest = people.welcome(name).orElseThrow();
    people.said(guest.person().id());
    return guest;
  }

  @Test
  void whoSaidSomethingOutlastsARestart() throws SQLException {
    Guest ann = heard(ANN);
    restart();
    assertEquals(Optional.of(ann.person()), people.byId(ann.person().id()));
    assertEquals(Optional.of(ann.person()), people.byName(ANN));
    assertTrue(people.welcome(ANN).isEmpty());
    assertEquals(ann, people.welcome(ann.pass()));
  }

  @Test
  void whoJoinedSomethingOutlastsARestart() throws SQLException {
    Guest ann = people.welcome(ANN).orElseThrow();
    people.settled(ann.person().id());
    restart();
    assertEquals(Optional.of(ann.person()), people.byId(ann.person().id()));
  }

  @Test
  void whomTheContainerKnowsOutlastsARestart() throws SQLException {
    Person ann = people.known("ann");
    Person bob = people.known("bob");
    people.said(ann.id());
    people.settled(bob.id());
    restart();
    assertEquals(Optional.of(ann), people.byId(ann.id()));
    assertEquals(Optional.of(bob), people.byId(bob.id()));
    assertEquals(ann, people.known("ann"));
    assertTrue(people.rename(ann.id(), CEM).isEmpty(), "still no guest");
  }

  @Test
  void whoDidNothingIsForgottenButComesBackWithTheirPass() throws SQLException {
    Guest ann = people.welcome(ANN).orElseThrow();
    people.arrived(ann.person().id());
    people.rename(ann.person().id(), BOB);
    Person carl = people.known("carl");
    assertEquals(0, changes.waiting());
    restart();
    assertTrue(people.byId(ann.person().id()).isEmpty());
    assertTrue(people.byId(carl.id()).isEmpty());
    assertEquals(ann, people.welcome(ann.pass()));
  }

  @Test
  void whoIsStoredIsNotStoredAgainBeforeTheyChange() throws SQLException {
    Guest ann = people.welcome(ANN).orElseThrow();
    people.settled(ann.person().id());
    people.settled(ann.person().id());
    people.said(ann.person().id());
    people.said(ann.person().id());
    assertEquals(2, changes.waiting());
    restart();
    people.settled(ann.person().id());
    people.said(ann.person().id());
    people.welcome(ann.pass());
    assertEquals(0, changes.waiting());
  }

  @Test
  void aRenameIsStored() throws SQLException {
    Guest ann = people.welcome(ANN).orElseThrow();
    people.settled(ann.person().id());
    people.rename(ann.person().id(), BOB).orElseThrow();
    restart();
    assertEquals(BOB, people.byId(ann.person().id()).orElseThrow().name());
    assertTrue(people.welcome(ANN).isPresent(), "nobody was heard under it");
    people.rename(ann.person().id(), new Name("Bob")).orElseThrow();
    restart();
    assertEquals("Bob", people.byId(ann.person().id()).orElseThrow().name().text());
  }

  @Test
  void aChangeIsOfTheMomentWhenItWasMade() throws SQLException {
    Guest ann = heard(ANN);
    changes.setFull(true);
    people.rename(ann.person().id(), BOB).orElseThrow();
    restart();
    assertEquals(Optional.of(ann.person()), people.byId(ann.person().id()));
    assertTrue(people.welcome(BOB).isPresent());
  }

  @Test
  void formerNamesStayTheirsInTheirOrder() throws SQLException {
    Guest ann = heard(ANN);
    for (int i = 0; i < Names.FORMER; i++) {
      people.rename(ann.person().id(), new Name("name" + i)).orElseThrow();
      people.said(ann.person().id());
    }
    restart();
    assertTrue(people.welcome(ANN).isEmpty());
    people.rename(ann.person().id(), BOB).orElseThrow();
    assertTrue(people.welcome(ANN).isPresent(), "one more, and the oldest is free");
    assertTrue(people.welcome(new Name("name0")).isEmpty());
    restart();
    assertTrue(people.welcome(ANN).isPresent());
    assertTrue(people.welcome(new Name("name0")).isEmpty());
    Name name1 = new Name("name1");
    assertEquals(name1, people.rename(ann.person().id(), name1).orElseThrow().name());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aNameStaysTheirsIfTheyWereHeardUnderItBeforeTheRestart(boolean heard) throws SQLException {
    Guest ann = people.welcome(ANN).orElseThrow();
    people.settled(ann.person().id());
    if (heard) {
      people.said(ann.person().id());
    }
    restart();
    people.rename(ann.person().id(), BOB).orElseThrow();
    assertEquals(heard, people.welcome(ANN).isEmpty());
  }

  @Test
  void aGuestYieldsTheirNameInTheSameTransactionInWhichItsTakerIsStored() throws SQLException {
    Guest guest = heard(ANN);
    changes.apply();
    Person known = people.known("ann");
    people.said(known.id());
    Person renamed = people.byId(guest.person().id()).orElseThrow();
    assertNotEquals(ANN, renamed.name());
    restart();
    assertEquals(Optional.of(known), people.byName(ANN));
    assertEquals(Optional.of(renamed), people.byId(guest.person().id()));
  }

  @Test
  void aGuestYieldsAFormerNameForGood() throws SQLException {
    Guest guest = heard(ANN);
    people.rename(guest.person().id(), BOB).orElseThrow();
    changes.apply();
    Person known = people.known("ann");
    people.said(known.id());
    restart();
    assertEquals(Optional.of(known), people.byName(ANN));
    assertTrue(people.rename(guest.person().id(), ANN).isEmpty());
    assertEquals(
        List.of(),
        database.read(PeopleTable::all).stream().flatMap(it -> it.former().stream()).toList());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void twoGuestsSwapTheirNames(boolean inOneChange) throws SQLException {
    PersonId ann = people.welcome(ANN).orElseThrow().person().id();
    PersonId bob = people.welcome(BOB).orElseThrow().person().id();
    people.settled(ann);
    people.settled(bob);
    changes.apply();
    changes.setFull(inOneChange);
    people.rename(ann, CEM).orElseThrow();
    people.rename(bob, ANN).orElseThrow();
    people.rename(ann, BOB).orElseThrow();
    changes.setFull(false);
    people.said(ann);
    assertEquals(inOneChange ? 1 : 4, changes.waiting());
    restart();
    assertEquals(BOB, people.byId(ann).orElseThrow().name());
    assertEquals(ANN, people.byId(bob).orElseThrow().name());
  }

  @Test
  void aFullQueueLosesNothing() throws SQLException {
    changes.setFull(true);
    Guest ann = heard(ANN);
    people.rename(ann.person().id(), BOB).orElseThrow();
    Person known = people.known("bob");
    assertEquals(0, changes.waiting());
    assertTrue(people.welcome(ANN).isEmpty(), "it counts in memory all the same");
    changes.setFull(false);
    people.said(known.id());
    assertEquals(1, changes.waiting());
    Person renamed = people.byId(ann.person().id()).orElseThrow();
    restart();
    assertEquals(Optional.of(renamed), people.byId(ann.person().id()));
    assertEquals(Optional.of(known), people.byName(BOB));
    assertTrue(people.welcome(ANN).isEmpty());
  }

  @Test
  void whatCouldNotBeStoredIsStoredWithTheNextChange() throws SQLException {
    Guest ann = heard(ANN);
    changes.fail();
    people.said(ann.person().id());
    restart();
    assertEquals(Optional.of(ann.person()), people.byName(ANN));
  }

  @Test
  void whomTheContainerKnowsTakesTheIdOfAGuestForGood() throws SQLException {
    byte[] digest = GuestPass.sha256("container:ann".getBytes(StandardCharsets.UTF_8));
    byte[] alike = digest.clone();
    alike[31]++;
    Person guest = new Person(PersonId.of(alike), BOB, true);
    List<StoredPerson> stored = List.of(new StoredPerson(alike, guest, true, List.of("cem")));
    assertTrue(changes.append(new PeopleChange(stored, failed -> {})));
    restart();
    Person known = people.known("ann");
    people.said(people.welcome(BOB).orElseThrow().person().id());
    people.said(people.welcome(CEM).orElseThrow().person().id());
    restart();
    assertEquals(Optional.of(known), people.byId(guest.id()));
    assertEquals(Optional.of(known), people.byName(ANN));
    assertEquals(known, people.known("ann"));
  }

  /**
   * Whatever happens, a transaction at any moment goes through; and once all is stored, a server
   * that is started on it treats every name as the one that went.
   */
  @Test
  void aStormOfRenamesIsStoredAsItHappened() throws SQLException {
    Random random = new Random(5);
    List<PersonId> ids = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      changes.setFull(random.nextInt(3) == 0);
      Name name = new Name("n" + random.nextInt(12));
      switch (random.nextInt(8)) {
        case 0 -> people.welcome(name).ifPresent(guest -> ids.add(guest.person().id()));
        case 1 -> ids.add(people.known(random.nextInt(4) == 0 ? name.text() : "x").id());
        case 2 -> changes.apply();
        case 3 -> changes.fail();
        case 4, 5 ->
            ids.stream().skip(random.nextInt(ids.size() + 1)).findFirst().ifPresent(people::said);
        default ->
            ids.stream()
                .skip(random.nextInt(ids.size() + 1))
                .findFirst()
                .ifPresent(id -> people.rename(id, name));
      }
    }
    changes.setFull(false);
    ids.forEach(people::said);
    changes.apply();
    final People before = people;
    assertFalse(database.read(PeopleTable::all).isEmpty());
    restart();
    ids.forEach(id -> assertEquals(before.byId(id), people.byId(id)));
    for (int i = 0; i < 12; i++) {
      Name name = new Name("n" + i);
      assertEquals(before.byName(name), people.byName(name));
      assertEquals(before.welcome(name).isEmpty(), people.welcome(name).isEmpty(), name.text());
    }
  }
}
