package dev.tarn.explore;

import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * The schedule of an enumeration of every index: the starting points given, then in turn random
 * starts, the surroundings of each known point, and searches for one index from beside known
 * points. As long as no minimum is known, every second job is basin-hopping: where searches for any
 * index end far from every minimum, as atoms do that drift apart, nothing else would find one.
 */
final class EnumerationSchedule implements Schedule {
  private static final int CHUNK = 64;

  private final Landscape landscape;
  private final List<double[]> seeds;
  private final long seedJobs;
  private final List<StationaryPoint> points = new ArrayList<>();
  private boolean minimumKnown;
  private int lastSeen;
  private int cursor;
  private long planned;

  EnumerationSchedule(Landscape landscape, List<double[]> seeds) {
    this.landscape = landscape;
    this.seeds = seeds;
    seedJobs = ((long) seeds.size() + CHUNK - 1) / CHUNK;
  }

  @Override
  public Job next(long number) {
    learn();
    long turn = planned;
    planned++;
    if (turn == 0) {
      return Job.of(number, JobReport.Kind.KNOWN_POINTS);
    }
    if (turn <= seedJobs) {
      return Job.seeds(number, chunk((int) turn - 1));
    }
    if (!minimumKnown && number % 2 == 1) {
      return Job.of(number, JobReport.Kind.BASIN_HOPPING);
    }
    if (points.isEmpty()) {
      return Job.of(number, JobReport.Kind.ANY_INDEX);
    }
    return switch ((int) (number % 8)) {
      case 0, 3 -> Job.of(number, JobReport.Kind.ANY_INDEX);
      case 5 -> Job.of(number, JobReport.Kind.OF_INDEX, nextPoint());
      case 2, 6 -> Job.of(number, JobReport.Kind.COMBINED, nextPoint(), partner(number));
      default -> Job.of(number, JobReport.Kind.NEIGHBOURHOOD, nextPoint());
    };
  }

  @Override
  public long open() {
    return Math.max(0, seedJobs + 1 - planned);
  }

  private double[][] chunk(int number) {
    int end = Math.min(seeds.size(), (number + 1) * CHUNK);
    return seeds.subList(number * CHUNK, end).toArray(new double[0][]);
  }

  private StationaryPoint nextPoint() {
    cursor = (cursor + 1) % points.size();
    return points.get(cursor);
  }

  /** Any point: the jobs' numbers scattered over the points by Knuth's multiplicative hash. */
  private StationaryPoint partner(long number) {
    long hash = (number * 2654435761L) >>> 8 & 0xFFFFFFL;
    return points.get((int) (hash % points.size()));
  }

  private void learn() {
    int last = landscape.lastId();
    for (int id = lastSeen + 1; id <= last; id++) {
      StationaryPoint point = landscape.get(id);
      minimumKnown |= point.isMinimum();
      points.add(point);
    }
    lastSeen = last;
  }
}
