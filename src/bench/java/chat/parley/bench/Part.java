package chat.parley.bench;

/** One part of the benchmark; each starts the servers it needs, and can be run alone. */
interface Part {
  /** Measures, and adds what it found to the report, also that it could not. */
  void measure(Report report) throws InterruptedException;
}
