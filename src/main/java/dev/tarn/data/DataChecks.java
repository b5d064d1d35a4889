package dev.tarn.data;

import dev.tarn.text.Quoted;
import java.util.List;

/** What a table of examples must fulfil; errors name the example, counted from 1. */
final class DataChecks {

  private DataChecks() {}

  /** Names are shown and kept: no terminal may take one for a command. */
  static void names(String data, List<String> inputs, String output, List<String> outputs) {
    names("the data", List.of(data));
    names("an input", inputs);
    names(output, outputs);
  }

  private static void names(String of, List<String> names) {
    for (String name : names) {
      if (Quoted.hasControl(name)) {
        throw new IllegalArgumentException(
            "the name " + Quoted.of(name) + " of " + of + " has control characters");
      }
    }
  }

  static void table(String what, List<String> names, double[] values, int examples) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("the data have no " + what + "; at least 1 is needed");
    }
    if (examples == 0) {
      throw new IllegalArgumentException("the data have no examples; at least 1 is needed");
    }
    if (values.length != (long) examples * names.size()) {
      throw new IllegalArgumentException(
          examples
              + " examples of "
              + names.size()
              + " "
              + what
              + " need "
              + (long) examples * names.size()
              + " numbers, not "
              + values.length);
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "the "
                + what
                + " are finite numbers, but "
                + names.get(i % names.size())
                + " of example "
                + (i / names.size() + 1)
                + " is "
                + values[i]);
      }
    }
  }

  static void classes(int[] classes, List<String> classNames) {
    if (classNames.size() < 2) {
      throw new IllegalArgumentException(
          "there are at least 2 classes, not " + classNames.size() + ": " + classNames);
    }
    for (int d = 0; d < classes.length; d++) {
      if (classes[d] < 0 || classes[d] >= classNames.size()) {
        throw new IllegalArgumentException(
            "the class of example "
                + (d + 1)
                + " is from 0 to "
                + (classNames.size() - 1)
                + ", not "
                + classes[d]);
      }
    }
  }
}
