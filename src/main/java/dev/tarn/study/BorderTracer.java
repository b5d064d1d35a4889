package dev.tarn.study;

import dev.tarn.potential.Vector;
import dev.tarn.study.SensitivityMap.InputGrid;
import dev.tarn.study.SensitivityMap.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Marching squares: finds where a border crosses between neighbours of a grid, links the crossings
 * of one cell and chains them to lines. For one use.
 */
final class BorderTracer {
  /** Halvings of a step, until a crossing is known to its last digits. */
  static final int BISECTIONS = 40;

  /** Where the border crosses a side of a cell. */
  private static final class Crossing {
    private final double x;
    private final double y;
    private final List<Crossing> neighbours = new ArrayList<>(2);
    private boolean joined;

    Crossing(double x, double y) {
      this.x = x;
      this.y = y;
    }
  }

  private final Region region;
  private final InputGrid grid;
  private final int side;
  private final boolean[] inside;
  private final Map<Integer, Crossing> crossings = new LinkedHashMap<>();

  BorderTracer(Region region, InputGrid grid) {
    this.region = region;
    this.grid = grid;
    side = grid.size() + 2;
    inside = new boolean[side * side];
    for (int j = 0; j < side; j++) {
      for (int i = 0; i < side; i++) {
        inside[j * side + i] = region.contains(place(i), place(j));
      }
    }
  }

  private double place(int k) {
    return grid.at(k - 1);
  }

  List<Vector> lines() {
    for (int j = 0; j + 1 < side; j++) {
      for (int i = 0; i + 1 < side; i++) {
        linkCell(i, j);
      }
    }
    List<Vector> lines = new ArrayList<>();
    // Lines that have an end begin there; what is left are loops.
    for (int neighbours = 1; neighbours <= 2; neighbours++) {
      for (Crossing start : crossings.values()) {
        if (!start.joined && start.neighbours.size() == neighbours) {
          lines.add(chain(start));
        }
      }
    }
    return lines;
  }

  private void linkCell(int i, int j) {
    boolean a = inside[j * side + i];
    boolean b = inside[j * side + i + 1];
    boolean c = inside[(j + 1) * side + i + 1];
    boolean d = inside[(j + 1) * side + i];
    List<Crossing> crossed = new ArrayList<>(4);
    if (a != b) {
      crossed.add(crossing(i, j, true));
    }
    if (b != c) {
      crossed.add(crossing(i + 1, j, false));
    }
    if (c != d) {
      crossed.add(crossing(i, j + 1, true));
    }
    if (d != a) {
      crossed.add(crossing(i, j, false));
    }
    if (crossed.size() == 2) {
      link(crossed.get(0), crossed.get(1));
    } else if (crossed.size() == 4) {
      // Opposite corners are on one side: the middle says which pair of them is joined.
      double half = 0.5 * grid.step();
      boolean middle = region.contains(place(i) + half, place(j) + half);
      link(crossed.get(0), crossed.get(middle == a ? 1 : 3));
      link(crossed.get(2), crossed.get(middle == a ? 3 : 1));
    }
  }

  private Crossing crossing(int i, int j, boolean horizontal) {
    return crossings.computeIfAbsent(
        2 * (j * side + i) + (horizontal ? 0 : 1),
        key -> bisect(place(i), place(j), horizontal, inside[j * side + i]));
  }

  private Crossing bisect(double x, double y, boolean horizontal, boolean atStart) {
    double low = 0.0;
    double high = grid.step();
    for (int k = 0; k < BISECTIONS; k++) {
      double middle = 0.5 * (low + high);
      boolean there = horizontal ? region.contains(x + middle, y) : region.contains(x, y + middle);
      if (there == atStart) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return horizontal ? new Crossing(x + high, y) : new Crossing(x, y + high);
  }

  private static void link(Crossing one, Crossing other) {
    one.neighbours.add(other);
    other.neighbours.add(one);
  }

  private static Vector chain(Crossing start) {
    DoubleStream.Builder line = DoubleStream.builder();
    Crossing at = start;
    while (!at.joined) {
      at.joined = true;
      line.add(at.x).add(at.y);
      for (Crossing next : at.neighbours) {
        if (!next.joined) {
          at = next;
          break;
        }
      }
    }
    if (at != start && at.neighbours.contains(start) && start.neighbours.size() == 2) {
      line.add(start.x).add(start.y);
    }
    return Vector.of(line.build());
  }
}
