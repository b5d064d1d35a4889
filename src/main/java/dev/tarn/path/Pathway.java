package dev.tarn.path;

import dev.tarn.stationary.PolishedPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * A transition state with its two steepest-descent paths.
 *
 * @param transitionState the transition state
 * @param minus the path that starts against the direction of the downhill eigenvector
 * @param plus the path that starts along it
 */
public record Pathway(PolishedPoint transitionState, Descent minus, Descent plus) {

  /**
   * Whether both sides reached a minimum.
   *
   * @return true if they did
   */
  public boolean complete() {
    return minus.reached() && plus.reached();
  }

  /**
   * The whole path from the one minimum over the transition state to the other. Needs recorded
   * descents.
   *
   * @return the points, with the arc length measured from the minimum on the minus side
   */
  public List<PathPoint> points() {
    List<PathPoint> all = new ArrayList<>();
    for (int k = minus.points().size() - 1; k >= 0; k--) {
      PathPoint p = minus.points().get(k);
      all.add(new PathPoint(minus.length() - p.arcLength(), p.energy(), p.coordinates()));
    }
    // Both sides begin with the transition state itself.
    for (PathPoint p :
        plus.points().subList(Math.min(1, plus.points().size()), plus.points().size())) {
      all.add(new PathPoint(minus.length() + p.arcLength(), p.energy(), p.coordinates()));
    }
    return all;
  }
}
