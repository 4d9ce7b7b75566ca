package chat.parley.chaos;

import java.util.List;

/** One promise of the protocol. A pure function. */
interface Check {
  /** A sentence for each place where it was broken; empty if it was kept. */
  List<String> violations(Evidence evidence);
}
