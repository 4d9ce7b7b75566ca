package chat.parley.state;

import chat.parley.log.Change;
import chat.parley.message.Code;
import chat.parley.message.PersonId;
import chat.parley.message.Refusal;
import chat.parley.room.NotStored;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * One person's notes, to be stored. What is too much is left out and refused. The committer's, once
 * it is made.
 */
final class NoteChange implements Change {
  /** Notes that somebody may keep. */
  static final int MAX_NOTES = 500;

  /** Characters that all of somebody's notes may have; one that is replaced counts, too. */
  static final int MAX_LENGTH = 256 * 1024;

  private final PersonId person;
  private final List<Wish> wishes;
  private final NoteRuns runs;
  private final BiConsumer<PersonId, Long> success;
  private final List<Wish> refused = new ArrayList<>();

  /** The version of the notes before; null as long as nobody has looked. */
  private Long before;

  /**
   * @param wishes no key twice
   * @param success told when it is stored, with the version of the notes before
   */
  NoteChange(
      PersonId person, List<Wish> wishes, NoteRuns runs, BiConsumer<PersonId, Long> success) {
    this.person = person;
    this.wishes = wishes;
    this.runs = runs;
    this.success = success;
  }

  @Override
  public void write(Connection connection) throws SQLException {
    NoteTable.Amount amount = NoteTable.amount(connection, person);
    if (before == null) {
      before = amount.version();
    }
    if (amount.rows() - amount.notes() > MAX_NOTES) {
      NoteTable.forgetTraces(connection, person);
    }
    refused.clear();
    for (Wish wish : wishes) {
      if (fits(connection, amount, wish.note())) {
        NoteTable.put(connection, person, new StoredNote(wish.note(), runs.next()));
        amount = amount.with(wish.note());
      } else {
        refused.add(wish);
      }
    }
  }

  private boolean fits(Connection connection, NoteTable.Amount amount, Note note)
      throws SQLException {
    if (note.value() == null) {
      return true;
    }
    return amount.length() + note.value().length() <= MAX_LENGTH
        && (amount.notes() < MAX_NOTES || NoteTable.holds(connection, person, note.key()));
  }

  @Override
  public void stored() {
    success.accept(person, before);
    refused.forEach(wish -> wish.refusing().accept(tooMany(wish.note())));
  }

  private static Refusal tooMany(Note note) {
    return new Refusal(
        Code.TOO_MANY_NOTES,
        "You have as many notes as you may keep: '" + note.key() + "' was not kept.");
  }

  @Override
  public void failed() {
    wishes.forEach(wish -> wish.refusing().accept(NotStored.failed()));
  }

  @Override
  public int weight() {
    return wishes.stream().mapToInt(Wish::weight).sum();
  }
}
