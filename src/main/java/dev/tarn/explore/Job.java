package dev.tarn.explore;

import dev.tarn.stationary.StationaryPoint;
import java.util.Optional;

/**
 * A piece of work that depends on nothing but itself: its number names its random stream.
 *
 * @param number the number of the job
 * @param kind what to do
 * @param from the point to start from, if the kind needs one
 * @param to the other point, if the kind needs two
 * @param chunk which chunk of the starting points given, for {@link JobKind#SEEDS}
 */
record Job(
    long number,
    JobKind kind,
    Optional<StationaryPoint> from,
    Optional<StationaryPoint> to,
    int chunk) {

  static Job of(long number, JobKind kind) {
    return new Job(number, kind, Optional.empty(), Optional.empty(), 0);
  }

  static Job from(long number, JobKind kind, StationaryPoint point) {
    return new Job(number, kind, Optional.of(point), Optional.empty(), 0);
  }

  static Job seeds(long number, int chunk) {
    return new Job(number, JobKind.SEEDS, Optional.empty(), Optional.empty(), chunk);
  }

  static Job two(long number, JobKind kind, StationaryPoint from, StationaryPoint to) {
    return new Job(number, kind, Optional.of(from), Optional.of(to), 0);
  }
}
