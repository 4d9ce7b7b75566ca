package chat.parley.people;

/** People for tests. */
public final class FreshPeople {
  private FreshPeople() {}

  /** Nobody yet. */
  public static People none() {
    return new People(renamed -> {}, 1000);
  }
}
