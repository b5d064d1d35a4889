package dev.tarn.path;

import dev.tarn.stationary.PolishedPoint;

/** Takes a path from one stationary point to the next. Points are those of the full space. */
interface Stages {
  /** Far enough along a direction for its symmetry to show beyond the tolerance of a stabiliser. */
  double SYMMETRY_PROBE = 0.1;

  /** The conventional way on from a saddle. */
  Way first(PolishedPoint saddle);

  /** All the ways on from a saddle. */
  Directions directions(PolishedPoint saddle);

  /** Follows the path that leaves a saddle by a way to its next stationary point. */
  Stop leave(PolishedPoint saddle, Way way, Trace trace);

  /**
   * A way on from a saddle.
   *
   * @param curvature the eigenvalue of the direction
   * @param direction a unit vector
   */
  record Way(double curvature, double[] direction) {

    /** The way the other way round. */
    Way reversed() {
      double[] opposite = direction.clone();
      for (int i = 0; i < opposite.length; i++) {
        opposite[i] = -opposite[i];
      }
      return new Way(curvature, opposite);
    }

    /** A point so far from the saddle that its symmetry is that of the way. */
    double[] probe(double[] saddle) {
      double[] x = saddle.clone();
      for (int i = 0; i < x.length; i++) {
        x[i] += SYMMETRY_PROBE * direction[i];
      }
      return x;
    }
  }
}
