package chat.parley.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * How long the disk takes to have 4 kB for good: what every acknowledgement waits for at least.
 *
 * @param medianMicros half of the writes took no longer
 * @param p99Micros 99 % of them did not
 */
record DiskSync(long medianMicros, long p99Micros) {
  private static final int WRITES = 500;
  private static final int BYTES = 4096;

  /** Writes to a file in this folder and forces each write, for a moment. */
  static DiskSync take(Path folder) throws IOException {
    Path file = Files.createTempFile(Files.createDirectories(folder), "sync", "");
    Histogram times = new Histogram();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int i = 0; i < WRITES; i++) {
        long start = System.nanoTime();
        channel.write(ByteBuffer.allocate(BYTES));
        channel.force(true);
        times.add((System.nanoTime() - start) / 1000);
      }
    } finally {
      Files.delete(file);
    }
    return new DiskSync(times.quantile(0.5), times.quantile(0.99));
  }
}
