package chat.parley.endpoint;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;

/**
 * What Java keeps of an application that is gone. Before Java 18 the method handles by which
 * records are compared, hashed and made into text keep the latest type that they were made for, and
 * with it the class loader of an application, which may keep the one before.
 */
final class JavaMemory {
  private static final Class<?> OWN = String.class;

  private JavaMemory() {}

  /** Makes the latest type one of Java's own. To be called when no record is used any more. */
  static void clear() {
    try {
      MethodHandle part =
          MethodHandles.lookup().findVirtual(OWN, "trim", MethodType.methodType(OWN));
      make("equals", MethodType.methodType(boolean.class, OWN, Object.class), part);
      make("hashCode", MethodType.methodType(int.class, OWN), part);
      make("toString", MethodType.methodType(String.class, OWN), part);
    } catch (Throwable e) { // what it declares
      System.getLogger(JavaMemory.class.getName())
          .log(System.Logger.Level.DEBUG, "Java may keep the class loader of this application", e);
    }
  }

  /** As for a record with one part, which is a string. */
  private static void make(String method, MethodType type, MethodHandle part) throws Throwable {
    ObjectMethods.bootstrap(MethodHandles.lookup(), method, type, OWN, "part", part);
  }
}
