package dev.tarn.plot.picture;

import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * The energies of a potential of two variables on a rectangular grid, and lines of equal energy on
 * it. Immutable.
 *
 * <p>Lines are found by marching squares: where the energies of neighbours lie on different sides
 * of a level, the line crosses between them, at the place that linear interpolation gives, and the
 * crossings of one cell are joined; of the two ways to join four, that which the mean of the
 * corners tells.
 */
public final class EnergyGrid {
  private final double[] x;
  private final double[] y;
  private final double[] energies;

  private EnergyGrid(double[] x, double[] y, double[] energies) {
    this.x = x;
    this.y = y;
    this.energies = energies;
  }

  /**
   * A rectangle of the plane.
   *
   * @param left the lowest first variable
   * @param right the highest
   * @param bottom the lowest second variable
   * @param top the highest
   */
  public record Window(double left, double right, double bottom, double top) {
    /** Checks that the ends ascend. */
    public Window {
      check(left, right);
      check(bottom, top);
    }

    private static void check(double low, double high) {
      if (!(low < high) || !Double.isFinite(high - low)) {
        throw new IllegalArgumentException(
            "the picture goes from a lower to a higher number, not from " + low + " to " + high);
      }
    }

    double width() {
      return right - left;
    }

    double height() {
      return top - bottom;
    }
  }

  /**
   * Evaluates the energies.
   *
   * @param potential a potential of two variables
   * @param window what is shown
   * @param size the number of points along each side, at least 2
   * @return the grid; costs {@code size^2} energies
   */
  public static EnergyGrid of(Potential potential, Window window, int size) {
    double[] x = places(window.left, window.right, size);
    double[] y = places(window.bottom, window.top, size);
    double[] energies = new double[size * size];
    Evaluator evaluator = potential.evaluator();
    double[] point = new double[2];
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        point[0] = x[i];
        point[1] = y[j];
        energies[j * size + i] = evaluator.energy(point);
      }
    }
    return new EnergyGrid(x, y, energies);
  }

  private static double[] places(double low, double high, int size) {
    double[] places = new double[size];
    for (int k = 0; k < size; k++) {
      places[k] = low + (high - low) * k / (size - 1);
    }
    return places;
  }

  int size() {
    return x.length;
  }

  double energy(int i, int j) {
    return energies[j * x.length + i];
  }

  /** The energies that are finite. */
  public DoubleStream finite() {
    return DoubleStream.of(energies).filter(Double::isFinite);
  }

  /**
   * The lines of an energy.
   *
   * @param level the energy
   * @return for each line its points, as {@code x_0, y_0, x_1, y_1, ...}; a closed one ends with
   *     its first point
   */
  List<Vector> lines(double level) {
    Map<Integer, List<Integer>> neighbours = new LinkedHashMap<>();
    for (int j = 0; j + 1 < size(); j++) {
      for (int i = 0; i + 1 < size(); i++) {
        link(neighbours, i, j, level);
      }
    }
    List<Vector> lines = new ArrayList<>();
    // Lines that have an end begin there; what is left are loops.
    for (int ends = 1; ends <= 2; ends++) {
      for (Map.Entry<Integer, List<Integer>> entry : neighbours.entrySet()) {
        if (entry.getValue().size() == ends) {
          lines.add(chain(neighbours, entry.getKey(), level));
        }
      }
    }
    return lines;
  }

  /** Joins the crossings of a cell. Sides are numbered by where they begin, twice, plus upwards. */
  private void link(Map<Integer, List<Integer>> neighbours, int i, int j, double level) {
    int here = 2 * (j * size() + i);
    int[] sides = {here, here + 3, here + 2 * size(), here + 1};
    double[] corners = {energy(i, j), energy(i + 1, j), energy(i + 1, j + 1), energy(i, j + 1)};
    double mean = 0.0;
    for (double corner : corners) {
      mean += 0.25 * corner;
    }
    if (!Double.isFinite(mean)) {
      return;
    }
    List<Integer> crossed = new ArrayList<>(4);
    for (int k = 0; k < 4; k++) {
      if (corners[k] < level != corners[(k + 1) % 4] < level) {
        crossed.add(sides[k]);
      }
    }
    if (crossed.size() == 4) {
      if (corners[0] < level == mean < level) {
        // The first corner and its opposite hang together: the lines go around the others.
        crossed.add(crossed.remove(0));
      }
      join(neighbours, crossed.get(3), crossed.get(0));
      join(neighbours, crossed.get(1), crossed.get(2));
    } else if (crossed.size() == 2) {
      join(neighbours, crossed.get(0), crossed.get(1));
    }
  }

  private static void join(Map<Integer, List<Integer>> neighbours, int a, int b) {
    neighbours.computeIfAbsent(a, side -> new ArrayList<>(2)).add(b);
    neighbours.computeIfAbsent(b, side -> new ArrayList<>(2)).add(a);
  }

  /** Follows a line from a crossing on, and forgets it. */
  private Vector chain(Map<Integer, List<Integer>> neighbours, int start, double level) {
    DoubleStream.Builder points = DoubleStream.builder();
    int at = start;
    add(points, at, level);
    while (!next(neighbours, at).isEmpty()) {
      int next = next(neighbours, at).get(0);
      next(neighbours, at).remove(Integer.valueOf(next));
      next(neighbours, next).remove(Integer.valueOf(at));
      at = next;
      add(points, at, level);
    }
    return Vector.of(points.build());
  }

  private static List<Integer> next(Map<Integer, List<Integer>> neighbours, int at) {
    return neighbours.getOrDefault(at, List.of());
  }

  private void add(DoubleStream.Builder points, int side, double level) {
    int i = side / 2 % size();
    int j = side / 2 / size();
    boolean upwards = side % 2 == 1;
    double from = energy(i, j);
    double to = upwards ? energy(i, j + 1) : energy(i + 1, j);
    double share = (level - from) / (to - from);
    points.add(upwards ? x[i] : x[i] + share * (x[i + 1] - x[i]));
    points.add(upwards ? y[j] + share * (y[j + 1] - y[j]) : y[j]);
  }
}
