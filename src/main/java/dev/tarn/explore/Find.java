package dev.tarn.explore;

import dev.tarn.path.Pathway;
import dev.tarn.stationary.PolishedPoint;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A class of points that searches of a job have ended in.
 *
 * @param point one of its points
 * @param count the number of searches
 * @param verified whether the point was polished in the full space
 * @param pathway where its paths lead, without their points, for a transition state that was
 *     followed; else null
 */
record Find(PolishedPoint point, long count, boolean verified, @Nullable Pathway pathway)
    implements Serializable {

  static Find of(PolishedPoint point, boolean verified) {
    return new Find(point, 1, verified, null);
  }

  Find again() {
    return new Find(point, count + 1, verified, pathway);
  }

  /** The same class with its verified point. */
  Find verified(PolishedPoint polished) {
    return new Find(polished, count, true, pathway);
  }

  Find followed(Pathway found) {
    return new Find(point, count, verified, found);
  }

  /** Whether a landscape that does not know the point needs to know more of it. */
  boolean isOpen() {
    return !verified || (point.isStationary(1) && pathway == null);
  }

  /** Whether the landscape may take the point in, should it not know it. */
  boolean isUsable() {
    return point.index() != 1 || (pathway != null && pathway.isProper());
  }
}
