package dev.tarn.store.levels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number of classes that changes with the number of units.
 *
 * @param name what is counted
 * @param values the numbers for 1, 2, ... units
 */
public record Course(String name, List<Integer> values) {
  private static final int MOST_DEGREE = 6;
  private static final int MOST_PERIOD = 2;

  /** So many differences have to vanish before they are taken for more than chance. */
  private static final int ENOUGH = 3;

  /**
   * Keeps an unmodifiable copy of the list.
   *
   * @param name as above
   * @param values as above
   */
  public Course {
    values = List.copyOf(values);
  }

  /**
   * A polynomial that agrees with the last values.
   *
   * @param degree its degree
   * @param period 1, or 2 where even and odd numbers of units have polynomials of their own, which
   *     differ in less than the leading term
   * @param from the number of units from which on it agrees
   * @param differences how many differences of the order {@code degree + 1} vanish; they are what
   *     speaks for it
   */
  public record Polynomial(int degree, int period, int from, int differences) {}

  /**
   * The polynomial of the lowest degree that agrees with the last values, if one does: its
   * differences of the order {@code degree + 1} vanish at the end, three or more.
   *
   * @return empty if there is none of degree 6 or less
   */
  public Optional<Polynomial> polynomial() {
    for (int degree = 0; degree <= MOST_DEGREE; degree++) {
      for (int period = 1; period <= MOST_PERIOD; period++) {
        List<Integer> differences = values;
        for (int order = 0; order <= degree; order++) {
          differences = differences(differences, period);
        }
        int vanishing = 0;
        while (vanishing < differences.size()
            && differences.get(differences.size() - 1 - vanishing) == 0) {
          vanishing++;
        }
        if (vanishing >= ENOUGH * period) {
          int from = values.size() - vanishing - (degree + 1) * period + 1;
          return Optional.of(new Polynomial(degree, period, from, vanishing));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Integer> differences(List<Integer> of, int step) {
    List<Integer> differences = new ArrayList<>();
    for (int k = step; k < of.size(); k++) {
      differences.add(of.get(k) - of.get(k - step));
    }
    return differences;
  }

  /**
   * The exponent of a power law through the last value and the one at half as many units.
   *
   * @return empty if one of these values is 0, or there are less than two units
   */
  public OptionalDouble exponent() {
    int last = values.size();
    int half = (last + 1) / 2;
    if (last < 2 || values.get(last - 1) == 0 || values.get(half - 1) == 0) {
      return OptionalDouble.empty();
    }
    double ratio = (double) values.get(last - 1) / values.get(half - 1);
    return OptionalDouble.of(Math.log(ratio) / Math.log((double) last / half));
  }
}
