package chat.parley.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * The folder where everything that lasts is kept, held by a lock so that no second Parley uses it
 * at the same time; or the reason why there is none. Immutable but for {@link #close}; thread-safe.
 */
public final class Home implements AutoCloseable {
  private static final String LOCK = "parley.lock";
  private static final String WAYS =
      " Nothing will outlast a restart. Name a folder that this server may write to by -Dparley.home=DIR, by the environment variable"
          + " PARLEY_HOME, by the JNDI entry parley/home or by the context-param parley.home.";

  private final Path folder;
  private final FileChannel lock;
  private final String refusal;

  private Home(Path folder, FileChannel lock, String refusal) {
    this.folder = folder;
    this.lock = lock;
    this.refusal = refusal;
  }

  /**
   * The folder for an application at this context path, if no other is set: {@code ~/.parley},
   * {@code /a/b} has {@code ~/.parley-a-b}.
   */
  static Path usual(String contextPath) {
    String suffix = contextPath.equals("/parley") ? "" : contextPath.replace('/', '-');
    String tail = suffix.equals("-") ? "" : suffix;
    return Path.of(System.getProperty("user.home"), ".parley" + tail).toAbsolutePath().normalize();
  }

  /** Makes the folder, if need be, and holds it, wherever it lies. */
  public static Home open(Path folder) {
    return open(folder, List.of());
  }

  /**
   * Makes the folder, if need be, and holds it.
   *
   * @param containers folders that the container empties as it likes: a home in one of them is
   *     refused
   */
  static Home open(Path folder, List<Path> containers) {
    Optional<Path> inside = containers.stream().filter(folder::startsWith).findFirst();
    if (inside.isPresent()) {
      return without(folder, "lies in " + inside.get() + ", which belongs to the container.");
    }
    try {
      Files.createDirectories(folder, onlyOurs());
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return hold(folder, channel);
    } catch (IOException | UnsupportedOperationException e) {
      return without(folder, "can't be made or written to (" + e.getClass().getSimpleName() + ").");
    }
  }

  /** The folder where nothing that lasts is kept, so that nobody needs to hold it. */
  static Home unused(Path folder) {
    return new Home(folder, null, null);
  }

  private static Home hold(Path folder, FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new Home(folder, channel, null);
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      return without(folder, "is in use by another Parley in this server.");
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return without(folder, "is in use by another process.");
  }

  private static Home without(Path folder, String reason) {
    return new Home(folder, null, "The home folder " + folder + " " + reason);
  }

  private static FileAttribute<?>[] onlyOurs() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Where it is; usable only if there is no {@link #problem}. */
  public Path folder() {
    return folder;
  }

  /** Why there is no home to keep things in, and the ways to set one; empty if all is well. */
  public Optional<String> problem() {
    return refusal().map(it -> it + WAYS);
  }

  /** Why there is no home to keep things in, without ways out; empty if all is well. */
  public Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** Lets another Parley have the folder. */
  @Override
  public void close() {
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) { // the system lets go of the lock in any case
      throw new UncheckedIOException(e);
    }
  }
}
