package dev.tarn.landscape;

import java.util.Optional;

/**
 * A piece of work that depends on nothing but itself: its number names its random stream.
 *
 * @param number the number of the job
 * @param kind what to do
 * @param from the minimum to start from, if the kind needs one
 * @param to the other minimum of a pair
 */
record Job(
    long number, JobKind kind, Optional<StationaryPoint> from, Optional<StationaryPoint> to) {

  static Job of(long number, JobKind kind) {
    return new Job(number, kind, Optional.empty(), Optional.empty());
  }

  static Job from(long number, StationaryPoint minimum) {
    return new Job(number, JobKind.FROM_MINIMUM, Optional.of(minimum), Optional.empty());
  }

  static Job pair(long number, StationaryPoint from, StationaryPoint to) {
    return new Job(number, JobKind.PAIR, Optional.of(from), Optional.of(to));
  }
}
