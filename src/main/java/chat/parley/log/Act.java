package chat.parley.log;

import chat.parley.message.Emoji;
import chat.parley.message.Membership;
import chat.parley.message.PersonId;
import chat.parley.message.Title;
import chat.parley.message.Topic;

/**
 * What an entry does. Each sets something, so that to apply it twice changes nothing. Numbers are
 * for ever, text is not: an act that was read is as it is now, and where its text is superseded or
 * deleted, it has none.
 */
public sealed interface Act {
  /** What sort of entry it is. */
  Entry.Kind kind();

  /** Characters of its text. */
  default int length() {
    return 0;
  }

  /** About how much memory its text holds, in bytes. */
  default int weight() {
    return 0;
  }

  /**
   * Something is said.
   *
   * @param text what; null where it was deleted
   * @param thread the seq of the message it replies to; null if it is no reply
   * @param edited whether the text is another one than at first
   */
  record Say(Text text, Long thread, boolean edited) implements Act {
    /** Something new. */
    public Say(Text text, Long thread) {
      this(text, thread, false);
    }

    @Override
    public Entry.Kind kind() {
      return Entry.Kind.MESSAGE;
    }

    @Override
    public int length() {
      return text == null ? 0 : text.content().length();
    }

    @Override
    public int weight() {
      return text == null ? 0 : text.weight();
    }
  }

  /**
   * A message gets another text.
   *
   * @param target the message's seq
   * @param text the text; null where it is not the present one
   */
  record Edit(long target, Text text) implements Act {
    @Override
    public Entry.Kind kind() {
      return Entry.Kind.EDIT;
    }

    @Override
    public int length() {
      return text == null ? 0 : text.content().length();
    }

    @Override
    public int weight() {
      return text == null ? 0 : text.weight();
    }
  }

  /**
   * A message is gone, with all that was ever its text.
   *
   * @param target the message's seq
   * @param author whose it was; null as long as that was not looked up
   * @param thread what it replied to; null if it was no reply
   */
  record Delete(long target, PersonId author, Long thread) implements Act {
    /** A message is to be gone. */
    public Delete(long target) {
      this(target, null, null);
    }

    @Override
    public Entry.Kind kind() {
      return Entry.Kind.DELETE;
    }
  }

  /** The sender's reaction to a message stands there, or not. */
  record React(long target, Emoji emoji, boolean on) implements Act {
    @Override
    public Entry.Kind kind() {
      return Entry.Kind.REACTION;
    }
  }

  /** A message is pinned, or not. */
  record Pin(long target, boolean on) implements Act {
    @Override
    public Entry.Kind kind() {
      return Entry.Kind.PIN;
    }
  }

  /** This is set of the room; what is null stays as it is. */
  record Settle(Title title, Topic topic, Boolean archived) implements Act {
    @Override
    public Entry.Kind kind() {
      return Entry.Kind.SETTINGS;
    }
  }

  /** This happens to a person's place in the room. */
  record Belong(PersonId person, Membership change) implements Act {
    @Override
    public Entry.Kind kind() {
      return Entry.Kind.MEMBERSHIP;
    }
  }
}
