package chat.parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What a process costs, as Linux and its JVM tell. */
final class ProcessFigures {
  /** Linux counts processor time in hundredths of a second, whatever its own timer does. */
  private static final long MICROS_PER_TICK = 10_000;

  private static final int USER_TICKS = 11;
  private static final int SYSTEM_TICKS = 12;

  private final long pid;

  ProcessFigures(long pid) {
    this.pid = pid;
  }

  /**
   * Processor time in microseconds, user and system, of all its threads so far; precise to 10 ms.
   */
  long cpuMicros() throws IOException {
    String stat = Files.readString(proc("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]))
        * MICROS_PER_TICK;
  }

  /** Bytes of memory it holds (resident set). */
  long residentBytes() throws IOException {
    for (String line : Files.readAllLines(proc("status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    throw new IOException("process " + pid + " has no resident set: it has ended");
  }

  /**
   * Bytes of live objects in the heap of its JVM, after the full collection that counting them
   * takes.
   */
  long liveHeapBytes() throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String last = "";
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = line.isBlank() ? last : line;
      }
    }
    String[] total = last.trim().split(" +");
    if (!process.waitFor(30, TimeUnit.SECONDS)
        || process.exitValue() != 0
        || !total[0].equals("Total")) {
      throw new IOException("jcmd could not count the objects of process " + pid + ": " + last);
    }
    return Long.parseLong(total[2]);
  }

  private Path proc(String file) {
    return Path.of("/proc", Long.toString(pid), file);
  }
}
