package dev.tarn.path;

import dev.tarn.stationary.PolishedPoint;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One side of a pathway: the way down from a point.
 *
 * @param end the minimum reached, or the last point when {@code reached} is false
 * @param points the path from the start to the end; empty unless recording was asked for
 * @param length the arc length
 * @param steps the number of accepted steps
 * @param saddles the saddles that the path ran into and left along one of their lowest modes, in
 *     order: none but for paths that symmetry confines to a subspace
 * @param reached whether the end is a minimum
 */
public record Descent(
    PolishedPoint end,
    List<Point> points,
    double length,
    int steps,
    List<PolishedPoint> saddles,
    boolean reached)
    implements Serializable {

  /**
   * Takes copies of the lists.
   *
   * @param end as above
   * @param points as above
   * @param length as above
   * @param steps as above
   * @param saddles as above
   * @param reached as above
   */
  public Descent {
    points = List.copyOf(points);
    saddles = List.copyOf(saddles);
  }

  /**
   * Where this path and another one of the same side part.
   *
   * @param other a path from the same transition state
   * @return the last saddle that both ran into; empty if they part at their start, or the other one
   *     is this one
   */
  public Optional<PolishedPoint> parting(Descent other) {
    Optional<PolishedPoint> last = Optional.empty();
    if (equals(other)) {
      return last;
    }
    for (int k = 0; k < Math.min(saddles.size(), other.saddles.size()); k++) {
      if (!saddles.get(k).equals(other.saddles.get(k))) {
        break;
      }
      last = Optional.of(saddles.get(k));
    }
    return last;
  }

  /**
   * The part of this path below one of its saddles. Needs recorded points.
   *
   * @param saddle one of {@link #saddles}
   * @return the path from that saddle to the end, with a step for each of its points but the first
   * @throws IllegalArgumentException if no recorded point is that saddle
   */
  public Descent below(PolishedPoint saddle) {
    for (int k = 0; k < points.size(); k++) {
      if (Arrays.equals(points.get(k).coordinates(), saddle.coordinates())) {
        double start = points.get(k).arcLength();
        List<Point> rest = new ArrayList<>();
        for (Point p : points.subList(k, points.size())) {
          rest.add(new Point(p.arcLength() - start, p.energy(), p.coordinates()));
        }
        List<PolishedPoint> lower = saddles.subList(saddles.indexOf(saddle) + 1, saddles.size());
        return new Descent(end, rest, length - start, rest.size() - 1, lower, reached);
      }
    }
    throw new IllegalArgumentException(
        "the saddle at the energy "
            + saddle.energy()
            + " is none of the "
            + points.size()
            + " points recorded of this path");
  }

  /**
   * A point of a path.
   *
   * @param arcLength the length of the path from its start to here, in units of the weights
   * @param energy the energy
   * @param coordinates the point; not to be modified
   */
  public record Point(double arcLength, double energy, double[] coordinates)
      implements Serializable {}
}
