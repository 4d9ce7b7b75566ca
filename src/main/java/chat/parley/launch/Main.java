package chat.parley.launch;

/**
 * The entry of {@code java -jar parley.war}: sends Java versions that are too old away with a
 * sentence.
 *
 * <p>Compiled for Java 8, so that those can read it.
 */
public final class Main {
  private static final int REQUIRED = 17;

  private Main() {}

  /** Starts Parley with the options that {@code --help} explains. */
  public static void main(String[] args) {
    String version = System.getProperty("java.specification.version");
    if (version.startsWith("1.") || Integer.parseInt(version) < REQUIRED) {
      System.err.println(
          "Parley needs Java " + REQUIRED + " or later; this is Java " + version + ".");
      System.exit(1);
    }
    Launcher.main(args);
  }
}
