/** Time as this page has it: passed in, so that tests own it. */
export interface Clock {
  /** Milliseconds since some fixed moment; never runs backwards, and may stand still while the machine sleeps. */
  now(): number;
  /** Runs `run` once after at least `ms` milliseconds, perhaps much later. Returns what cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** The browser's time. */
export const browserClock: Clock = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
