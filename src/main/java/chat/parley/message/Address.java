package chat.parley.message;

/** Where a message goes, as its sender wrote it: a room or a person, by id or by name. */
public sealed interface Address {
  /** A room by its id, {@code r_…}. */
  record OfRoom(RoomId id) implements Address {
    @Override
    public String text() {
      return id.value();
    }
  }

  /** A public room by its name, {@code #tea}. */
  record OfRoomName(Name name) implements Address {
    @Override
    public String text() {
      return "#" + name;
    }
  }

  /** A person by their id, {@code p_…}. */
  record OfPerson(PersonId id) implements Address {
    @Override
    public String text() {
      return id.value();
    }
  }

  /** A person by their name, {@code @ann}. */
  record OfPersonName(Name name) implements Address {
    @Override
    public String text() {
      return "@" + name;
    }
  }

  /** The address as it stands in a frame. */
  String text();

  /**
   * Reads an address.
   *
   * @throws Refusal if it can't be one
   */
  static Address of(String text) {
    if (text.startsWith("#")) {
      return new OfRoomName(name(text, "A room's name"));
    }
    if (text.startsWith("@")) {
      return new OfPersonName(name(text, "A person's name"));
    }
    if (RoomId.isId(text)) {
      return new OfRoom(new RoomId(text));
    }
    if (PersonId.isId(text)) {
      return new OfPerson(new PersonId(text));
    }
    throw new Refusal(
        Code.BAD_NAME, "A recipient is #room, @person, or the id of a room or person.");
  }

  private static Name name(String text, String what) {
    return Name.of(text.substring(1))
        .orElseThrow(
            () ->
                new Refusal(
                    Code.BAD_NAME,
                    what
                        + " has 1 to 40 letters, digits, '-', '_' or '.', begins with a letter or digit,"
                        + " and keeps to one alphabet."));
  }
}
