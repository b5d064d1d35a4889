package dev.tarn.study;

import dev.tarn.potential.Vector;
import dev.tarn.study.SensitivityMap.InputGrid;
import dev.tarn.study.SensitivityMap.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The border of a region of the plane, as lines, and how far it is from a point.
 *
 * <p>Marching squares (the plane's version of Lorensen and Cline, Computer Graphics 21, 163
 * (1987)): where neighbours of the grid lie on different sides, the border crosses between them,
 * and crossings on the sides of one cell are joined. A crossing is found by bisection, to 1e-12, so
 * the region need not be given by a smooth function. The border is followed over the grid and one
 * step beyond it. Parts of the region that are narrower than a step may be missed.
 *
 * <p>Cost: one question to the region for each point of the grid and 40 for each crossing; a
 * distance needs some thousand more. Immutable; thread-safe as far as the region is.
 */
final class RegionBorder {
  private static final int GOLDEN_STEPS = 42;
  private static final double GOLDEN = 0.5 * (Math.sqrt(5.0) - 1.0);

  /** How far around a point of a chord the border is looked for, in steps of the grid. */
  private static final double REACH = 2.0;

  private static final int SAMPLES_PER_STEP = 2;

  /** How far the border may lie from the chord between two crossings, in steps of the grid. */
  private static final double SAGITTA = 0.125;

  private final Region region;
  private final double step;
  private final List<Vector> lines;

  /** The point of a chord that is nearest to a place. */
  private record Foot(double x, double y, double distance) {}

  private RegionBorder(Region region, double step, List<Vector> lines) {
    this.region = region;
    this.step = step;
    this.lines = List.copyOf(lines);
  }

  /**
   * Follows the border of a region.
   *
   * @param region the region
   * @param grid where to look
   * @return its border
   */
  public static RegionBorder of(Region region, InputGrid grid) {
    return new RegionBorder(region, grid.step(), new BorderTracer(region, grid).lines());
  }

  /**
   * The border as lines.
   *
   * @return for each line its points one after the other, as {@code x_0, y_0, x_1, y_1, ...}; a
   *     closed line ends with its first point
   */
  public List<Vector> lines() {
    return lines;
  }

  /**
   * The distance of a point from the border.
   *
   * <p>The chords of {@link #lines} say where the border is near. There the first crossing of rays
   * from the point is minimised over their direction. The result is good to 1e-9 unless the border
   * turns back within a step of the grid.
   *
   * @param x the point
   * @param y the point
   * @return the distance, 0 or more; empty if there is no border in the grid
   */
  public OptionalDouble distance(double x, double y) {
    List<Foot> feet = new ArrayList<>();
    for (Vector line : lines) {
      for (int k = 0; k + 3 < line.length(); k += 2) {
        feet.add(foot(x, y, line.get(k), line.get(k + 1), line.get(k + 2), line.get(k + 3)));
      }
    }
    feet.sort(Comparator.comparingDouble(Foot::distance));
    double best = Double.POSITIVE_INFINITY;
    for (Foot foot : feet) {
      if (foot.distance() > best + SAGITTA * step) {
        break;
      }
      best = Math.min(best, refined(x, y, foot));
    }
    return feet.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(best);
  }

  private static Foot foot(double x, double y, double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    double square = dx * dx + dy * dy;
    double share = square == 0.0 ? 0.0 : ((x - ax) * dx + (y - ay) * dy) / square;
    double along = Math.min(Math.max(share, 0.0), 1.0);
    double fx = ax + along * dx;
    double fy = ay + along * dy;
    return new Foot(fx, fy, length(fx - x, fy - y));
  }

  /** The smallest distance at which a ray that passes by the foot crosses the border. */
  private double refined(double x, double y, Foot foot) {
    if (foot.distance() < 1e-12) {
      return 0.0;
    }
    double across = -(foot.y() - y) / foot.distance();
    double up = (foot.x() - x) / foot.distance();
    double low = -REACH * step;
    double high = REACH * step;
    double best = crossing(x, y, foot.x(), foot.y());
    for (int k = 0; k < GOLDEN_STEPS; k++) {
      double first = high - GOLDEN * (high - low);
      double second = low + GOLDEN * (high - low);
      double atFirst = crossing(x, y, foot.x() + first * across, foot.y() + first * up);
      double atSecond = crossing(x, y, foot.x() + second * across, foot.y() + second * up);
      best = Math.min(best, Math.min(atFirst, atSecond));
      if (atFirst < atSecond) {
        high = second;
      } else {
        low = first;
      }
    }
    return best;
  }

  /**
   * How far from a point the ray through another crosses the border, near the other; infinite where
   * it does not.
   */
  private double crossing(double x, double y, double throughX, double throughY) {
    double distance = length(throughX - x, throughY - y);
    double ux = (throughX - x) / distance;
    double uy = (throughY - y) / distance;
    boolean here = region.contains(x, y);
    double before = Math.max(0.0, distance - REACH * step);
    double stride = step / SAMPLES_PER_STEP;
    for (double at = before; at <= distance + REACH * step; at += stride) {
      if (region.contains(x + at * ux, y + at * uy) != here) {
        double low = Math.max(0.0, at - stride);
        double high = at;
        for (int k = 0; k < BorderTracer.BISECTIONS; k++) {
          double middle = 0.5 * (low + high);
          if (region.contains(x + middle * ux, y + middle * uy) == here) {
            low = middle;
          } else {
            high = middle;
          }
        }
        return high;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private static double length(double dx, double dy) {
    return Math.sqrt(dx * dx + dy * dy);
  }
}
