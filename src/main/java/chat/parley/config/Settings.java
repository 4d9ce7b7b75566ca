package chat.parley.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** All settings there are. {@code docs/configuration.md} holds this very table. */
final class Settings {
  static final Setting<Path> HOME =
      new Setting<>(
          "parley.home",
          "~/.parley and the context path",
          Kind.folder(),
          "The folder where everything that lasts is kept. Not from parley.properties, which lies in it");
  static final Setting<String> DB_URL =
      new Setting<>(
          "parley.db.url",
          "",
          Kind.postgres(),
          "A PostgreSQL in which everything is kept instead of a file in the home folder");
  static final Setting<String> DB_USER =
      new Setting<>(
          "parley.db.user", "", Kind.text("a name"), "Who Parley is to the PostgreSQL of that URL");
  static final Setting<String> DB_PASSWORD =
      new Setting<>(
          "parley.db.password",
          "",
          Kind.text("a secret"),
          "The password of that user; better in a file that PARLEY_DB_PASSWORD_FILE names");
  static final Setting<List<String>> ORIGINS =
      new Setting<>(
          "parley.origins",
          "",
          Kind.origins(),
          "Origins, besides the own one, whose pages may open a socket; * lets in every page, as a fresh guest");
  static final Setting<List<String>> PROXIES =
      new Setting<>(
          "parley.proxies",
          "",
          Kind.blocks(),
          "Proxies whose Forwarded and X-Forwarded-For, -Host and -Proto headers are believed");
  static final Setting<Integer> CONTENT =
      new Setting<>(
          "parley.limit.content",
          "8000",
          Kind.limit(1, 250_000),
          "Characters (code points) a message");
  static final Setting<Integer> FRAME =
      new Setting<>(
          "parley.limit.frame",
          "65536",
          Kind.limit(1024, 1_048_576),
          "Bytes a frame from a client, at least 4 a character of a message");
  static final Setting<Double> RATE =
      new Setting<>(
          "parley.limit.rate",
          "5",
          Kind.rate("0.01", "1000000"),
          "Messages a second and person, in the long run; without this limit there is no burst's either");
  static final Setting<Integer> BURST =
      new Setting<>(
          "parley.limit.burst",
          "20",
          Kind.whole(1, 1_000_000),
          "Messages a person may send at once");
  static final Setting<Integer> CONNECTIONS =
      new Setting<>(
          "parley.limit.connections", "1000", Kind.limit(1, 10_000_000), "Connections an address");
  static final Setting<Integer> ROOMS =
      new Setting<>(
          "parley.limit.rooms", "200", Kind.limit(1, 100_000), "Rooms a person is in at a time");
  static final Setting<Integer> REFUSALS =
      new Setting<>(
          "parley.limit.refusals",
          "50",
          Kind.limit(1, 1_000_000),
          "Refusals within 10 seconds after which a connection is closed for a minute");
  static final Setting<Integer> NOTICES =
      new Setting<>(
          "parley.limit.notices",
          "20",
          Kind.limit(1, 1_000_000),
          "Notices a second, of sockets that come and go, to a client without subprotocol");
  static final Setting<Integer> OUTBOX_FRAMES =
      new Setting<>(
          "parley.outbox.frames",
          "16384",
          Kind.whole(16, 1_000_000),
          "Messages that may wait for one connection");
  static final Setting<Integer> OUTBOX_BYTES =
      new Setting<>(
          "parley.outbox.bytes",
          "4194304",
          Kind.whole(131_072, 1_073_741_824),
          "Bytes that may wait for one connection, at least twice parley.limit.frame");
  static final Setting<Duration> STALL =
      new Setting<>(
          "parley.send.stall",
          "10s",
          Kind.duration("100ms", "10m"),
          "How long one frame may be under way before the connection is closed");
  static final Setting<Duration> PING =
      new Setting<>(
          "parley.heartbeat.ping",
          "20s",
          Kind.duration("10ms", "49s"),
          "After how long a silence the peer is asked for a sign of life; shorter than parley.heartbeat.dead");
  static final Setting<Duration> DEAD =
      new Setting<>(
          "parley.heartbeat.dead",
          "45s",
          Kind.duration("20ms", "50s"),
          "After how long a silence the connection is closed");
  static final Setting<Duration> GRACE =
      new Setting<>(
          "parley.presence.grace",
          "10s",
          Kind.duration("0ms", "10m"),
          "How long after their last connection a person still counts as here");
  static final Setting<Integer> LOG_ENTRIES =
      new Setting<>(
          "parley.log.entries",
          "20000",
          Kind.whole(1, 100_000_000),
          "Newest entries that stay in memory, over all rooms; older ones are read from the database");
  static final Setting<Integer> LOG_BYTES =
      new Setting<>(
          "parley.log.bytes",
          "33554432",
          Kind.whole(1_048_576, 2_147_483_647),
          "Bytes of memory that these may take together, about");

  /** In the order of the documentation. */
  static final List<Setting<?>> ALL =
      List.of(
          HOME,
          DB_URL,
          DB_USER,
          DB_PASSWORD,
          ORIGINS,
          PROXIES,
          CONTENT,
          FRAME,
          RATE,
          BURST,
          CONNECTIONS,
          ROOMS,
          REFUSALS,
          NOTICES,
          OUTBOX_FRAMES,
          OUTBOX_BYTES,
          STALL,
          PING,
          DEAD,
          GRACE,
          LOG_ENTRIES,
          LOG_BYTES);

  private Settings() {}
}
