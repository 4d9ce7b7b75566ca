package chat.parley.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.message.Name;
import chat.parley.message.Person;
import chat.parley.message.PersonId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {
  private static final Name ANN = new Name("ann");
  private static final Name BOB = new Name("bob");

  private final List<Renamed> renamed = new ArrayList<>();
  private final People people = people(100);

  private People people(int guests) {
    return new People(renamed::add, guests, List.of(), change -> true);
  }

  @Test
  void aGuestComesBackWithTheirPass() {
    Guest ann = people.welcome(ANN).orElseThrow();
    assertEquals(ann, people.welcome(GuestPass.read(ann.pass().text()).orElseThrow()));
  }

  @Test
  void aGuestIsFoundByTheirPassAndByNoOther() {
    Guest ann = people.welcome(ANN).orElseThrow();
    assertEquals(Optional.of(ann.person()), people.byPass(ann.pass()));
    assertEquals(Optional.empty(), people.byPass(GuestPass.fresh(BOB)));
    assertEquals(Optional.empty(), people.byName(BOB));
  }

  @Test
  void aPassIsNotThatOfSomebodyWhoseIdOnlyLooksTheSame() {
    GuestPass pass = GuestPass.fresh(ANN);
    byte[] alike = pass.digest();
    alike[31]++;
    Person bob = new Person(PersonId.of(alike), BOB, true);
    List<StoredPerson> stored = List.of(new StoredPerson(alike, bob, true, List.of()));
    People known = new People(renamed::add, 100, stored, change -> true);
    assertEquals(Optional.of(bob), known.byId(PersonId.of(pass.digest())));
    assertEquals(Optional.empty(), known.byPass(pass));
  }

  @Test
  void aGuestComesBackAfterTheServerHasForgottenEverybody() {
    Guest ann = people.welcome(ANN).orElseThrow();
    assertEquals(ann, people(100).welcome(ann.pass()));
  }

  @Test
  void aGuestWhoseNameWasTakenMeanwhileComesBackUnderAnother() {
    Guest ann = people.welcome(ANN).orElseThrow();
    People later = people(100);
    later.welcome(new Name("ANN")).orElseThrow();
    Guest back = later.welcome(ann.pass());
    assertEquals(ann.person().id(), back.person().id());
    assertNotEquals(ANN, back.person().name());
    assertEquals(back.person().name(), back.pass().name());
  }

  @Test
  void namesAreUniqueWithoutRegardToCase() {
    people.welcome(ANN).orElseThrow();
    assertTrue(people.welcome(new Name("Ann")).isEmpty());
    Guest bob = people.welcome(BOB).orElseThrow();
    assertTrue(people.rename(bob.person().id(), new Name("ANN")).isEmpty());
  }

  @Test
  void aGuestMayWriteTheirNameInOtherLetters() {
    Guest ann = people.welcome(ANN).orElseThrow();
    Person person = people.rename(ann.person().id(), new Name("Ann")).orElseThrow();
    assertEquals("Ann", person.name().text());
    assertEquals(List.of(new Renamed(person, ANN)), renamed);
    assertEquals(Optional.of(person), people.byName(ANN));
  }

  @Test
  void aNameUnderWhichSomebodyWasHeardStaysTheirs() {
    Guest ann = people.welcome(ANN).orElseThrow();
    people.said(ann.person().id());
    people.rename(ann.person().id(), BOB).orElseThrow();
    assertTrue(people.welcome(ANN).isEmpty());
    assertTrue(people.byName(ANN).isEmpty(), "nobody is called so now");
    assertEquals(ANN, people.rename(ann.person().id(), ANN).orElseThrow().name());
  }

  @Test
  void aNameUnderWhichNobodyWasHeardIsFreeAgain() {
    Guest ann = people.welcome(ANN).orElseThrow();
    people.rename(ann.person().id(), BOB).orElseThrow();
    assertTrue(people.welcome(ANN).isPresent());
  }

  @Test
  void onlySomeFormerNamesAreKept() {
    Guest guest = people.welcome(ANN).orElseThrow();
    for (int i = 0; i <= Names.FORMER; i++) {
      people.said(guest.person().id());
      people.rename(guest.person().id(), new Name("name" + i)).orElseThrow();
    }
    assertTrue(people.welcome(ANN).isPresent());
    assertTrue(people.welcome(new Name("name0")).isEmpty());
  }

  @Test
  void whoTheContainerKnowsIsTheSamePersonEachTime() {
    Person ann = people.known("ann");
    assertEquals(ann, people.known("ann"));
    assertFalse(ann.guest());
    assertEquals(ann, people(100).known("ann"));
    assertNotEquals(ann, people.known("Ann"), "realms may tell them apart");
  }

  @Test
  void aGuestYieldsTheirNameToWhomTheContainerKnows() {
    Guest guest = people.welcome(ANN).orElseThrow();
    Person known = people.known("ann");
    assertEquals(ANN, known.name());
    assertEquals(Optional.of(known), people.byName(ANN));
    Person now = people.byId(guest.person().id()).orElseThrow();
    assertEquals(List.of(new Renamed(now, ANN)), renamed);
    assertNotEquals(ANN, now.name());
    assertEquals(Optional.of(now), people.byName(now.name()));
  }

  @Test
  void aPersonWhomTheContainerKnowsKeepsTheirName() {
    Person ann = people.known("ann");
    assertTrue(people.rename(ann.id(), BOB).isEmpty());
    assertTrue(people.welcome(ANN).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "ann, ann",
    "ann@example.org, ann-example.org",
    "'CN=Ann Lee,O=X', CN-Ann-Lee-O-X",
    "--ann, ann",
    "'***', user",
    "'Ünal Öz', Ünal-Öz",
    "😀, user"
  })
  void aPrincipalsNameIsKeptAsFarAsItCanBe(String principal, String name) {
    assertEquals(name, people.known(principal).name().text());
  }

  @Test
  void twoPrincipalsThatLookAlikeHaveTwoNames() {
    Set<String> names = new HashSet<>();
    for (String principal :
        List.of("a b", "a-b", "A B", "a\tb", "x".repeat(300), "x".repeat(301), "аnn", "ann")) {
      assertTrue(names.add(people.known(principal).name().key()), principal);
    }
  }

  @Test
  void madeUpNamesAreUnique() {
    Set<String> names = new HashSet<>();
    People many = people(10_000);
    for (int i = 0; i < 9000; i++) {
      assertTrue(names.add(many.welcome().person().name().key()));
    }
  }

  @Test
  void ofTooManyGuestsThoseWhoDidNothingAndAreAwayAreForgotten() {
    Guest heard = people.welcome(ANN).orElseThrow();
    people.said(heard.person().id());
    Guest settled = people.welcome(new Name("emil")).orElseThrow();
    people.settled(settled.person().id());
    Guest here = people.welcome(BOB).orElseThrow();
    people.arrived(here.person().id());
    Guest silent = people.welcome(new Name("dora")).orElseThrow(); // a name that is never made up
    Person known = people.known("carl");
    for (int i = 0; i < 200; i++) {
      people.welcome();
    }
    assertTrue(people.byId(silent.person().id()).isEmpty());
    assertTrue(people.byName(silent.person().name()).isEmpty());
    assertTrue(people.byId(heard.person().id()).isPresent());
    assertTrue(people.byId(settled.person().id()).isPresent());
    assertTrue(people.byId(here.person().id()).isPresent());
    assertTrue(people.byId(known.id()).isPresent());
    people.departed(here.person().id());
    for (int i = 0; i < 200; i++) {
      people.welcome();
    }
    assertTrue(people.byId(here.person().id()).isEmpty());
    assertEquals(
        silent.person().id(),
        people.welcome(silent.pass()).person().id(),
        "the pass still makes the same person");
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "x",
    "x.y",
    "AAAA.YW5u",
    "AAAAAAAAAAAAAAAAAAAAAAAA",
    "AAAAAAAAAAAAAAAAAAAAAAAA.",
    "AAAAAAAAAAAAAAAAAAAAAAAA.!!",
    "AAAAAAAAAAAAAAAAAAAAAAAA.IA"
  })
  void nothingElseIsAPass(String text) {
    assertTrue(GuestPass.read(text).isEmpty());
  }

  @Test
  void aPassInALogGivesNothingAway() {
    GuestPass pass = GuestPass.fresh(ANN);
    assertFalse(pass.toString().contains(pass.secret()));
  }
}
