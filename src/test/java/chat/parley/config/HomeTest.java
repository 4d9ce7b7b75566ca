package chat.parley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path folder;

  @Test
  void isMadeForItsUserAlone() throws IOException {
    Path path = folder.resolve("a/b");
    try (Home home = Home.open(path, List.of())) {
      assertEquals(Optional.empty(), home.problem());
      assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }
  }

  @Test
  void isHeldUntilItIsLetGo() {
    try (Home first = Home.open(folder, List.of());
        Home second = Home.open(folder, List.of())) {
      assertEquals(Optional.empty(), first.problem());
      assertTrue(
          second
              .problem()
              .orElseThrow()
              .contains(folder + " is in use by another Parley in this server."));
      assertTrue(second.refusal().orElseThrow().endsWith("in this server."));
    }
    try (Home third = Home.open(folder, List.of())) {
      assertEquals(Optional.empty(), third.problem());
    }
  }

  @Test
  void whatCanNotBeMadeIsAProblemWithWaysOut() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    try (Home home = Home.open(file.resolve("home"), List.of())) {
      String problem = home.problem().orElseThrow();
      assertTrue(problem.contains("can't be made or written to"), problem);
      assertTrue(problem.contains("PARLEY_HOME"), problem);
    }
  }

  @Test
  void isNeitherMadeNorHeldWhereNothingIsKeptInIt() {
    Path path = folder.resolve("home");
    try (Home one = Home.unused(path);
        Home other = Home.unused(path)) {
      assertEquals(Optional.empty(), one.problem());
      assertEquals(Optional.empty(), other.problem());
      assertTrue(Files.notExists(path));
    }
  }

  @Test
  void isNeverInAFolderOfTheContainer() {
    try (Home home = Home.open(folder.resolve("webapps/x"), List.of(folder.resolve("webapps")))) {
      assertTrue(home.problem().orElseThrow().contains("belongs to the container"));
      assertTrue(Files.notExists(folder.resolve("webapps")));
    }
  }
}
