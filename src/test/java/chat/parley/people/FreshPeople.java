package chat.parley.people;

import java.util.List;

/** People for tests. */
public final class FreshPeople {
  private FreshPeople() {}

  /** Nobody yet; who comes is stored nowhere. */
  public static People none() {
    return new People(renamed -> {}, 1000, List.of(), change -> true);
  }
}
