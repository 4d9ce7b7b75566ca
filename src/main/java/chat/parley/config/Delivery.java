package chat.parley.config;

import java.time.Duration;

/**
 * How patient the server is with a connection.
 *
 * @param outboxFrames frames that may wait for one connection
 * @param outboxBytes bytes that may wait for one connection
 * @param stall how long one frame may be under way before the connection is closed
 * @param ping after how long a silence the peer is asked for a sign of life
 * @param dead after how long a silence the connection is closed; longer than {@code ping}
 * @param grace how long after their last connection a person still counts as here
 */
public record Delivery(
    int outboxFrames,
    int outboxBytes,
    Duration stall,
    Duration ping,
    Duration dead,
    Duration grace) {}
