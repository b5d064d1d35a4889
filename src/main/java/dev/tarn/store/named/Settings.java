package dev.tarn.store.named;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.Ints;
import dev.tarn.text.Numbers;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The settings of a built-in potential, as they are read. For one thread. */
final class Settings {
  private final String name;
  private final Map<String, String> given;
  private final SortedMap<String, String> read = new TreeMap<>();

  Settings(String name, Map<String, String> given) {
    this.name = name;
    this.given = given;
  }

  /** A whole number that has to be given. */
  int whole(String key) {
    String text = given.get(key);
    if (text == null) {
      throw new IllegalArgumentException(
          name + " needs the setting " + key + ", a whole number: " + key + "=2");
    }
    @Nullable Integer value = Ints.tryParse(text);
    if (value == null) {
      throw new IllegalArgumentException(key + " is a whole number, not '" + text + "'");
    }
    read.put(key, value.toString());
    return value;
  }

  /** A number, or what it is where it is not given. */
  double number(String key, double standard) {
    String text = given.get(key);
    @Nullable Double value = text == null ? Double.valueOf(standard) : Doubles.tryParse(text);
    if (value == null) {
      throw new IllegalArgumentException(key + " is a number, not '" + text + "'");
    }
    read.put(key, Numbers.exact(value));
    return value;
  }

  /** All that was read, in one way of writing: equal settings are equal texts. */
  SortedMap<String, String> read() {
    return read;
  }
}
