package chat.parley.room;

import chat.parley.log.Act;
import chat.parley.log.Entry;
import chat.parley.log.Text;
import chat.parley.message.FromServer;
import chat.parley.message.PersonId;
import java.util.List;
import java.util.stream.Stream;

/** How entries stand in frames. */
final class Telling {
  private Telling() {}

  /** An entry as {@code parley.v1} has it. */
  static FromServer of(Entry entry) {
    Act act = entry.act();
    if (act instanceof Act.Say say) {
      return said(entry, say);
    }
    if (act instanceof Act.Edit edit) {
      return edited(entry, edit);
    }
    if (act instanceof Act.Delete delete) {
      return new FromServer.Deleted(
          entry.room(),
          entry.seq(),
          entry.mark(),
          entry.sender(),
          delete.target(),
          delete.author(),
          delete.thread(),
          entry.at(),
          entry.ref());
    }
    if (act instanceof Act.React react) {
      return new FromServer.Reacted(
          entry.room(),
          entry.seq(),
          entry.mark(),
          entry.sender(),
          react.target(),
          react.emoji(),
          react.on(),
          entry.at(),
          entry.ref());
    }
    if (act instanceof Act.Pin pin) {
      return new FromServer.Pinned(
          entry.room(),
          entry.seq(),
          entry.mark(),
          entry.sender(),
          pin.target(),
          pin.on(),
          entry.at(),
          entry.ref());
    }
    return act instanceof Act.Settle settle
        ? settled(entry, settle)
        : belongs(entry, (Act.Belong) act);
  }

  private static FromServer said(Entry entry, Act.Say say) {
    boolean deleted = say.text() == null;
    return new FromServer.Said(
        entry.room(),
        entry.seq(),
        entry.mark(),
        entry.sender(),
        deleted ? null : say.text().content(),
        mentions(say.text()),
        here(say.text()),
        say.thread(),
        say.edited() && !deleted ? true : null,
        deleted ? true : null,
        entry.at(),
        entry.ref());
  }

  private static FromServer edited(Entry entry, Act.Edit edit) {
    return new FromServer.Edited(
        entry.room(),
        entry.seq(),
        entry.mark(),
        entry.sender(),
        edit.target(),
        edit.text() == null ? null : edit.text().content(),
        mentions(edit.text()),
        here(edit.text()),
        entry.at(),
        entry.ref());
  }

  private static List<PersonId> mentions(Text text) {
    return text == null || text.mentions().isEmpty() ? null : List.copyOf(text.mentions());
  }

  private static Boolean here(Text text) {
    return text != null && text.here() ? true : null;
  }

  private static FromServer settled(Entry entry, Act.Settle settle) {
    return new FromServer.Settled(
        entry.room(),
        entry.seq(),
        entry.mark(),
        entry.sender(),
        settle.title(),
        settle.topic(),
        settle.archived(),
        entry.at(),
        entry.ref());
  }

  private static FromServer belongs(Entry entry, Act.Belong belong) {
    return new FromServer.Belongs(
        entry.room(),
        entry.seq(),
        entry.mark(),
        entry.sender(),
        belong.person(),
        belong.change(),
        entry.at(),
        entry.ref());
  }

  /** Whom an entry speaks of. */
  static Stream<PersonId> people(Entry entry) {
    Stream<PersonId> others = Stream.empty();
    if (entry.act() instanceof Act.Belong belong) {
      others = Stream.of(belong.person());
    } else if (entry.act() instanceof Act.Delete delete) {
      others = Stream.of(delete.author());
    }
    return Stream.concat(Stream.of(entry.sender()), others);
  }
}
