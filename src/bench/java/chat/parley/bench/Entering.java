package chat.parley.bench;

import java.util.List;

/** How a connection of a load enters its one room. */
final class Entering implements Script {
  private final Dialect dialect;
  private final String room;
  private boolean entered;

  Entering(Dialect dialect, String room) {
    this.dialect = dialect;
    this.room = room;
  }

  @Override
  public String header() {
    return dialect.header();
  }

  @Override
  public void accepted(String answer) {
    entered = !dialect.enters();
  }

  @Override
  public List<String> answer(String frame) {
    entered = dialect.entered(frame, room);
    return List.of(dialect.answer(frame, room));
  }

  @Override
  public boolean isEntered() {
    return entered;
  }
}
