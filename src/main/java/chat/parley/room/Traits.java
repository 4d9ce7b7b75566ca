package chat.parley.room;

import chat.parley.log.Act;
import chat.parley.message.PersonId;
import chat.parley.message.Title;
import chat.parley.message.Topic;

/**
 * What can be set of a room.
 *
 * @param title what it is called besides its name
 * @param topic what it is about
 * @param owner whose room it is; null for nobody's
 * @param archived whether nothing is written there any more
 */
public record Traits(Title title, Topic topic, PersonId owner, boolean archived) {
  /** Of a room of which nothing was set. */
  public static final Traits NONE = new Traits(Title.NONE, Topic.NONE, null, false);

  Traits with(Act.Settle settle) {
    return new Traits(
        settle.title() == null ? title : settle.title(),
        settle.topic() == null ? topic : settle.topic(),
        owner,
        settle.archived() == null ? archived : settle.archived());
  }

  Traits ownedBy(PersonId person) {
    return new Traits(title, topic, person, archived);
  }
}
