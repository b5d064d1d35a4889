package dev.tarn.explore;

import dev.tarn.path.Descent;
import dev.tarn.path.Pathway;
import dev.tarn.stationary.PolishedPoint;
import java.io.Serializable;

/**
 * A class of points that searches of a job have ended in.
 *
 * @param point one of its points
 * @param count the number of searches
 * @param verified whether the point was polished in the full space
 * @param sides where the two paths lead, for a transition state that was followed; else empty
 */
record Find(PolishedPoint point, long count, boolean verified, Side[] sides)
    implements Serializable {
  private static final Side[] NOT_FOLLOWED = {};

  /**
   * A steepest-descent path, without its points.
   *
   * @param end where it ended
   * @param length its arc length
   * @param saddles the number of saddles that it ran into
   * @param reached whether it ended in a minimum
   */
  record Side(PolishedPoint end, double length, int saddles, boolean reached)
      implements Serializable {
    static Side of(Descent descent) {
      return new Side(descent.end(), descent.length(), descent.saddles(), descent.reached());
    }

    boolean isUsable() {
      return reached && !end.degenerate();
    }
  }

  static Find of(PolishedPoint point, boolean verified) {
    return new Find(point, 1, verified, NOT_FOLLOWED);
  }

  Find again() {
    return new Find(point, count + 1, verified, sides);
  }

  /** The same class with its verified point. */
  Find verified(PolishedPoint polished) {
    return new Find(polished, count, true, sides);
  }

  Find followed(Pathway pathway) {
    Side[] both = {Side.of(pathway.minus()), Side.of(pathway.plus())};
    return new Find(point, count, verified, both);
  }

  /** Whether a landscape that does not know the point needs to know more of it. */
  boolean isOpen() {
    return !verified || (point.isStationary(1) && sides.length == 0);
  }

  /** Whether the landscape may take the point in, should it not know it. */
  boolean isUsable() {
    return point.index() != 1 || (sides.length == 2 && sides[0].isUsable() && sides[1].isUsable());
  }
}
