package chat.parley.log;

import java.util.Optional;

/**
 * A draft, and whether its sender has the right to write it now. A repeat of what is stored is
 * answered as one all the same.
 *
 * @param draft the draft
 * @param refusal why it may not be written; empty if it may
 */
public record Judged(Draft draft, Optional<Outcome.Refused> refusal) {
  /** The room's own judgement. */
  static Judged of(Draft draft) {
    return new Judged(draft, draft.room().judge(draft));
  }
}
