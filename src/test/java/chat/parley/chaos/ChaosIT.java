package chat.parley.chaos;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is promised holds whatever is killed: {@code docs/chaos.md}. Failsafe lets it print the seed
 * by which it can be had again.
 */
class ChaosIT {
  private static final int SHOWN = 5;

  @TempDir private Path folder;

  private final Plan plan = Plan.given();

  @Test
  void nothingIsLostOnSqlite() throws Exception {
    try (Backing backing = Backing.sqlite(folder)) {
      judge("SQLite", backing);
    }
  }

  @Test
  void nothingIsLostOnPostgres() throws Exception {
    try (Backing backing = Backing.postgres(folder)) {
      judge("PostgreSQL", backing);
    }
  }

  private void judge(String database, Backing backing) throws Exception {
    System.out.println("Chaos on " + database + ": " + plan);
    try (Victim victim = new Victim(folder, backing)) {
      Chaos chaos = new Chaos(victim, plan);
      try {
        judge(database, chaos.run(), chaos, backing);
      } catch (Exception | AssertionError e) {
        Path kept = keep(database, chaos.recorder().events(), victim.errors());
        fail(
            "%s, %s: %s%nIts history, and what the server said last, are in %s."
                .formatted(database, plan, e, kept),
            e);
      }
    }
  }

  private void judge(String database, Evidence evidence, Chaos chaos, Backing backing)
      throws Exception {
    System.out.println(new Figures(evidence.events()).text(chaos.recorder().acks()));
    Map<String, List<String>> broken = Checks.broken(evidence);
    if (!chaos.unrest().isEmpty()) {
      broken.put("coming to rest", chaos.unrest());
    }
    List<String> damage = backing.damage();
    if (!damage.isEmpty()) {
      broken.put("the database", damage);
    }
    if (!broken.isEmpty()) {
      throw new AssertionError(sentences(broken));
    }
    System.out.println(database + ": all " + Checks.count() + " checks hold, " + plan);
  }

  private static String sentences(Map<String, List<String>> broken) {
    StringBuilder text = new StringBuilder();
    broken.forEach(
        (check, sentences) -> {
          text.append("%n%s, %d times:".formatted(check, sentences.size()));
          sentences.stream().limit(SHOWN).forEach(it -> text.append("%n  ".formatted()).append(it));
        });
    return text.toString();
  }

  private Path keep(String database, List<Event> events, String errors) throws IOException {
    Path folder = Path.of("target", "chaos").toAbsolutePath();
    String name = database + "-" + plan.seed();
    Files.createDirectories(folder);
    Files.write(folder.resolve(name + ".txt"), events.stream().map(Event::toString).toList());
    Files.writeString(folder.resolve(name + ".stderr"), errors);
    return folder;
  }
}
