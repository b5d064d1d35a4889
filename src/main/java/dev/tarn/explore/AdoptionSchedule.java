package dev.tarn.explore;

import java.util.List;

/** The schedule of a run that takes in points given, in their order, and then has no more. */
final class AdoptionSchedule implements Schedule {
  // A transition state's paths take far longer than a polish: few enough for all threads to have
  // some, enough for jobs not to be counted by the thousand.
  private static final int CHUNK = 8;

  private final List<double[]> points;
  private int planned;

  AdoptionSchedule(List<double[]> points) {
    this.points = points;
  }

  @Override
  public boolean hasNext() {
    return planned < points.size();
  }

  @Override
  public Job next(long number) {
    int end = Math.min(points.size(), planned + CHUNK);
    double[][] chunk = points.subList(planned, end).toArray(new double[0][]);
    planned = end;
    return Job.given(number, chunk);
  }

  @Override
  public long open() {
    return points.size() - (long) planned;
  }
}
