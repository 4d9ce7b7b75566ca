package chat.parley.endpoint;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;

/**
 * What Java keeps of an application that is gone. Before Java 18 the method handle by which records
 * are compared keeps the latest type that it was made for, and with it the class loader of an
 * application, which may keep the one before.
 */
final class JavaMemory {
  private JavaMemory() {}

  /** Makes the latest type one of Java's own. To be called when no record is used any more. */
  static void clear() {
    MethodType equals = MethodType.methodType(boolean.class, String.class, Object.class);
    try {
      ObjectMethods.bootstrap(MethodHandles.lookup(), "equals", equals, String.class, "");
    } catch (Throwable e) { // what it declares
      System.getLogger(JavaMemory.class.getName())
          .log(System.Logger.Level.DEBUG, "Java may keep the class loader of this application", e);
    }
  }
}
