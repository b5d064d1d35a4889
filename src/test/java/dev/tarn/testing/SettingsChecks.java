package dev.tarn.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What holds for every record of settings. */
public final class SettingsChecks {

  private SettingsChecks() {}

  /**
   * Checks that {@code with<Component>(value)} changes that component and no other, for every
   * component.
   *
   * @param changes another value for each component
   */
  public static void eachCopyChangesOneComponent(Record settings, Map<String, Object> changes)
      throws ReflectiveOperationException {
    assertThat(changes.keySet()).containsExactlyInAnyOrderElementsOf(components(settings));
    for (Map.Entry<String, Object> change : changes.entrySet()) {
      changesOneComponent(settings, change.getKey(), change.getValue());
    }
  }

  /** Checks that {@code with<Component>(value)} changes that component and no other. */
  public static void changesOneComponent(Record settings, String component, Object value)
      throws ReflectiveOperationException {
    Record changed = (Record) with(settings, component, value);
    for (RecordComponent each : settings.getClass().getRecordComponents()) {
      Object expected =
          each.getName().equals(component) ? value : each.getAccessor().invoke(settings);
      assertThat(each.getAccessor().invoke(changed)).as(each.getName()).isEqualTo(expected);
    }
  }

  /** Checks that a value is refused with a message that names the component and the value. */
  public static void refuses(Record settings, String component, Object value) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> {
              try {
                with(settings, component, value);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            })
        .withMessageContaining(component)
        .withMessageContaining(String.valueOf(value));
  }

  /** The components of a record, to check that a test covers all of them. */
  public static List<String> components(Record settings) {
    return Arrays.stream(settings.getClass().getRecordComponents())
        .map(RecordComponent::getName)
        .toList();
  }

  private static Object with(Record settings, String component, Object value)
      throws ReflectiveOperationException {
    String name =
        "with" + component.substring(0, 1).toUpperCase(Locale.ROOT) + component.substring(1);
    for (Method method : settings.getClass().getMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == 1) {
        return method.invoke(settings, value);
      }
    }
    throw new NoSuchMethodException(name);
  }
}
