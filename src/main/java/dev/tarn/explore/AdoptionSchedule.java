package dev.tarn.explore;

import java.util.List;

/** The schedule of a run that takes in points given, in their order, and then has no more. */
final class AdoptionSchedule implements Schedule {
  // A transition state's paths take far longer than a polish: few enough in a job for all threads
  // to have some, enough for jobs not to be counted by the thousand.
  private static final int MOST = 8;
  private static final int JOBS = 32;

  private final List<double[]> points;
  private final int chunk;
  private int planned;

  AdoptionSchedule(List<double[]> points) {
    this.points = points;
    chunk = Math.max(1, Math.min(MOST, points.size() / JOBS));
  }

  @Override
  public boolean hasNext() {
    return planned < points.size();
  }

  @Override
  public Job next(long number) {
    int end = Math.min(points.size(), planned + chunk);
    double[][] chunk = points.subList(planned, end).toArray(new double[0][]);
    planned = end;
    return Job.given(number, chunk);
  }

  @Override
  public long open() {
    return points.size() - (long) planned;
  }
}
