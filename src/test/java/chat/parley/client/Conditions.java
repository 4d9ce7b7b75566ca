package chat.parley.client;

import chat.parley.config.Config;
import chat.parley.config.Delivery;
import chat.parley.config.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a test wants to be configured: the defaults of the documentation, but for what it sets. */
final class Conditions {
  double rate = 5;
  int burst = 20;
  int connections = 1000;
  int rooms = 200;
  int refusals = 50;
  int notices = 20;
  int outboxFrames = 1024;
  int outboxBytes = 1024 * 1024;
  Duration stall = Duration.ofSeconds(10);
  Duration ping = Duration.ofSeconds(20);
  Duration dead = Duration.ofSeconds(45);
  Duration grace = Duration.ofSeconds(10);

  Config config() {
    return new Config(
        Path.of("target"),
        Optional.empty(),
        List.of(),
        List.of(),
        new Limits(8000, 65536, rate, burst, connections, rooms, refusals, notices),
        new Delivery(outboxFrames, outboxBytes, stall, ping, dead, grace),
        10_000,
        64 * 1024 * 1024);
  }
}
