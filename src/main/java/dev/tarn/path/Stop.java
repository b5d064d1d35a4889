package dev.tarn.path;

import dev.tarn.stationary.PolishedPoint;

/**
 * Where a path has come to.
 *
 * @param point the point
 * @param kind what it is
 */
record Stop(PolishedPoint point, Kind kind) {
  enum Kind {
    /** The end of the path. */
    MINIMUM,

    /** A saddle that the path does not leave by itself. */
    SADDLE,

    /** No stationary point: the path was given up. */
    LOST
  }
}
