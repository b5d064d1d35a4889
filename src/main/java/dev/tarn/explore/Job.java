package dev.tarn.explore;

import dev.tarn.saddle.SaddleSettings.Method;
import dev.tarn.stationary.StationaryPoint;
import java.io.Serializable;

/**
 * A piece of work that depends on nothing but itself: its number names its random stream. Plain
 * data, so that it may be done anywhere.
 *
 * @param number the number of the job
 * @param kind what to do
 * @param sites the known points to start from: none, one or two
 * @param starts the points given, for {@link JobReport.Kind#SEEDS} and {@link JobReport.Kind#GIVEN}
 * @param found the points to verify, for {@link JobReport.Kind#VERIFY}
 * @param method how to search for transition states
 */
record Job(
    long number, JobReport.Kind kind, Site[] sites, double[][] starts, Find[] found, Method method)
    implements Serializable {
  private static final double[][] NOWHERE = {};
  private static final Find[] NOTHING = {};

  /** A known point, as far as a job needs it. */
  record Site(int id, int index, double[] coordinates) implements Serializable {
    static Site of(StationaryPoint point) {
      return new Site(point.id(), point.index(), point.coordinates().toArray());
    }
  }

  static Job of(long number, JobReport.Kind kind, StationaryPoint... from) {
    Site[] sites = new Site[from.length];
    for (int k = 0; k < from.length; k++) {
      sites[k] = Site.of(from[k]);
    }
    return new Job(number, kind, sites, NOWHERE, NOTHING, Method.AUTOMATIC);
  }

  static Job seeds(long number, double[][] starts) {
    return new Job(number, JobReport.Kind.SEEDS, new Site[0], starts, NOTHING, Method.AUTOMATIC);
  }

  static Job given(long number, double[][] points) {
    return new Job(number, JobReport.Kind.GIVEN, new Site[0], points, NOTHING, Method.AUTOMATIC);
  }

  static Job verify(long number, Find[] found) {
    return new Job(number, JobReport.Kind.VERIFY, new Site[0], NOWHERE, found, Method.AUTOMATIC);
  }

  /** The same job with its searches for transition states done in a certain way. */
  Job by(Method way) {
    return new Job(number, kind, sites, starts, found, way);
  }

  /** The id of a site, 0 where there is none. */
  int site(int place) {
    return place < sites.length ? sites[place].id() : 0;
  }
}
