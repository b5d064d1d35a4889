package dev.tarn.store.named;

import dev.tarn.potential.Potential;
import dev.tarn.text.ClassPath;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes potentials of classes that are not Tarn's. */
final class OwnClass {
  private OwnClass() {}

  /**
   * Makes one.
   *
   * @param name the class
   * @param classPath jars and folders of classes; where nothing is found, Tarn's own class path
   *     serves
   * @param settings for its constructor
   * @throws IllegalArgumentException if that is not possible; the message says why
   */
  static Potential make(String name, List<Path> classPath, Map<String, String> settings) {
    Class<?> type = load(name, classPath);
    if (!Potential.class.isAssignableFrom(type)) {
      throw new IllegalArgumentException(
          "the class " + name + " does not implement " + Potential.class.getName());
    }
    if (!Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers())) {
      throw new IllegalArgumentException("the class " + name + " is not public, or is abstract");
    }
    Potential potential = made(name, type.asSubclass(Potential.class), settings);
    if (potential.dimension() < 1) {
      throw new IllegalArgumentException(
          name + " has " + potential.dimension() + " variables, where 1 at least is needed");
    }
    return potential;
  }

  private static Class<?> load(String name, List<Path> classPath) {
    try {
      return Class.forName(name, true, ClassPath.loader(classPath));
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "there is no class "
              + name
              + (classPath.isEmpty()
                  ? ": --classpath names the jar or the folder that it is in"
                  : " in "
                      + classPath.stream().map(Path::toString).collect(Collectors.joining(", "))),
          e);
    } catch (LinkageError e) {
      throw new IllegalArgumentException("the class " + name + " cannot be loaded: " + e, e);
    }
  }

  private static Potential made(
      String name, Class<? extends Potential> type, Map<String, String> settings) {
    try {
      @Nullable Constructor<? extends Potential> constructor = constructor(type, Map.class);
      if (constructor != null) {
        return constructor.newInstance(settings);
      }
      constructor = constructor(type);
      if (constructor == null) {
        throw new IllegalArgumentException(
            "the class "
                + name
                + " has no public constructor that takes a Map<String, String>, and none that takes"
                + " nothing");
      }
      if (!settings.isEmpty()) {
        throw new IllegalArgumentException(
            "the class "
                + name
                + " takes no settings, such as "
                + settings.entrySet().iterator().next()
                + ": it has no public constructor that takes a Map<String,"
                + " String>");
      }
      return constructor.newInstance();
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw new IllegalArgumentException(
          cause instanceof IllegalArgumentException && cause.getMessage() != null
              ? name + ": " + cause.getMessage()
              : name + " cannot be made: " + cause,
          e);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalArgumentException(name + " cannot be made: " + e, e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <P> @Nullable Constructor<P> constructor(Class<P> type, Class<?>... parameters) {
    for (Constructor<?> each : type.getConstructors()) {
      if (Arrays.equals(each.getParameterTypes(), parameters)) {
        return (Constructor<P>) each;
      }
    }
    return null;
  }
}
