package dev.tarn.saddle;

import dev.tarn.stationary.PolishedPoint;

/**
 * What a saddle search ended with.
 *
 * @param point the last point, polished by Newton's method if the search came near a stationary
 *     point
 * @param steps the number of steps taken before the polish
 * @param found whether {@code point} is a proper stationary point of the index searched for
 */
public record SaddleSearch(PolishedPoint point, int steps, boolean found) {

  /** A search that was given up away from any stationary point. */
  static SaddleSearch lost(double[] x, double rms, int steps) {
    PolishedPoint point =
        new PolishedPoint(x.clone(), Double.NaN, rms, new double[0], 0, false, true);
    return new SaddleSearch(point, steps, false);
  }
}
