package dev.tarn.network.kinds;

import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.job.OrderedJobs;
import dev.tarn.job.RandomStreams;
import dev.tarn.network.Network;
import dev.tarn.saddle.SaddleSettings;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Enumerates the stationary points of a family of networks by kinds of units, level by level.
 *
 * <p>A level begins with what follows from the ones below ({@link KindStarts#seeds}) and goes on
 * with starting points of several ways, each drawn as often as it pays. It ends when its network's
 * Morse sum is the Euler characteristic and nothing new has come for as long as the patience asks.
 *
 * <p><b>Determinism.</b> Job {@code k} draws from its own random stream and is planned from the
 * catalogue as it stands when job {@code k - 16} was merged, and jobs are merged in the order of
 * their numbers: the same seed gives the same catalogue on any number of threads.
 */
public final class KindEnumeration {
  private static final List<KindStarts.Way> WAYS = List.of(KindStarts.Way.values());
  private static final int WINDOW = 16;
  private static final int BATCH = 32;
  private static final double REWARD = 0.3;
  private static final double FADING = 0.9995;
  private static final double LEAST_WEIGHT = 0.15;
  private static final int STUBBORNNESS = 20;
  // A class that was hit once or twice says that others may not have been hit at all.
  private static final int SURE = 3;
  private static final int DOUBT = 6;

  private final Network network;
  private final UnitSpace space;
  private final KindCatalogue catalogue;
  private final KindStarts starts;
  private final long seed;
  private final double patience;
  private final double[] weights = new double[WAYS.size()];
  private long searches;
  private long nextJob;
  private long degenerate;

  /** A job: starting points, each with the way in which it was made, -1 for a seed. */
  record Batch(List<KindPoint> points, int[] ways) {}

  /** What a batch gave, in the order of its starting points; null where nothing was found. */
  record Result(int[] ways, List<Optional<KindSolver.Find>> finds) {}

  /**
   * An enumeration from nothing.
   *
   * @param network a network of the family, with any number of hidden units
   * @param seed the seed of the random streams
   * @param patience 1 for the usual patience, more to search longer
   */
  public KindEnumeration(Network network, long seed, double patience) {
    this.network = network;
    this.seed = seed;
    this.patience = patience;
    space = new UnitSpace(network);
    catalogue = new KindCatalogue(space);
    starts = new KindStarts(catalogue);
    Arrays.fill(weights, 1.0);
  }

  /**
   * What is known so far.
   *
   * @return the catalogue, which grows with this enumeration
   */
  public KindCatalogue catalogue() {
    return catalogue;
  }

  /**
   * The number of searches so far.
   *
   * @return how many starting points were tried
   */
  public long searches() {
    return searches;
  }

  /**
   * The number of searches that ended in a point with an eigenvalue of next to nothing, which has
   * no certain index and is left out.
   *
   * @return how many
   */
  public long degenerate() {
    return degenerate;
  }

  /**
   * Enumerates all levels up to a number of hidden units.
   *
   * @param hidden the number of hidden units
   * @param runner where the searches are done
   * @param listener is told of each level that is done
   */
  public void run(int hidden, JobRunner runner, Consumer<Integer> listener) {
    SaddleSettings settings = SaddleSettings.defaults().withTolerance(1e-11);
    KindSolver solver = new KindSolver(space, settings);
    take(
        solver,
        new KindSolver.Find(
            new KindPoint(List.of(), new int[0], new double[space.outputs()]), Double.NaN));
    try (JobRunner.Session<Batch, Result> session =
            runner.<Batch, Result>start(
                () -> {
                  KindSolver own = new KindSolver(space, settings);
                  return batch -> search(own, batch);
                });
        OrderedJobs<Batch, Result> jobs = new OrderedJobs<>(session, new Cancellation(), nextJob)) {
      for (int level = 1; level <= hidden; level++) {
        run(level, jobs, solver);
        listener.accept(level);
      }
    }
  }

  private static Result search(KindSolver solver, Batch batch) {
    List<Optional<KindSolver.Find>> finds = new ArrayList<>();
    for (KindPoint start : batch.points()) {
      finds.add(solver.search(start));
    }
    return new Result(batch.ways(), finds);
  }

  private void run(int level, OrderedJobs<Batch, Result> jobs, KindSolver solver) {
    List<KindPoint> seeds = starts.seeds(level);
    int next = 0;
    long quiet = 0;
    while (true) {
      boolean more = next < seeds.size() || !isDone(level, quiet);
      if (!more && jobs.underWay() == 0) {
        return;
      }
      while (more && jobs.underWay() < WINDOW) {
        if (next < seeds.size()) {
          int end = Math.min(seeds.size(), next + BATCH);
          int[] ways = new int[end - next];
          Arrays.fill(ways, -1);
          jobs.submit(new Batch(seeds.subList(next, end), ways));
          next = end;
        } else {
          jobs.submit(draw(level, RandomStreams.of(seed, nextJob)));
        }
        nextJob++;
      }
      Result result = jobs.next(Optional.empty()).orElseThrow();
      for (int k = 0; k < result.ways().length; k++) {
        searches++;
        quiet++;
        int way = result.ways()[k];
        boolean isNew =
            result.finds().get(k).isPresent() && take(solver, result.finds().get(k).get());
        if (isNew) {
          quiet = 0;
        }
        if (way >= 0) {
          weights[way] = Math.max(LEAST_WEIGHT, weights[way] * FADING) + (isNew ? REWARD : 0.0);
        }
      }
    }
  }

  private boolean isDone(int level, long quiet) {
    long enough = (long) (patience * (400 + 20L * catalogue.level(level).size()));
    if (quiet < enough) {
      return false;
    }
    OptionalLong wanted = network.eulerCharacteristic();
    boolean balanced =
        wanted.isEmpty()
            || catalogue.morseSum(level).equals(BigInteger.valueOf(wanted.getAsLong()));
    boolean sure = catalogue.fewestHits(level) >= SURE || quiet >= DOUBT * enough;
    return (balanced && sure) || quiet >= STUBBORNNESS * enough;
  }

  private Batch draw(int level, RandomGenerator random) {
    List<KindPoint> points = new ArrayList<>();
    int[] ways = new int[BATCH];
    double sum = 0.0;
    for (double weight : weights) {
      sum += weight;
    }
    while (points.size() < BATCH) {
      double at = sum * random.nextDouble();
      int way = 0;
      while (way + 1 < weights.length && at >= weights[way]) {
        at -= weights[way];
        way++;
      }
      Optional<KindPoint> point = starts.draw(WAYS.get(way), level, random);
      if (point.isPresent()) {
        ways[points.size()] = way;
        points.add(point.get());
      }
    }
    return new Batch(points, ways);
  }

  /** Adds a point if it is new and proper. */
  private boolean take(KindSolver solver, KindSolver.Find find) {
    if (catalogue.hit(find.point(), find.energy()).isPresent()) {
      return false;
    }
    Optional<KindClass> found = solver.characterise(find.point());
    if (found.isEmpty() || catalogue.hit(found.get().point(), found.get().energy()).isPresent()) {
      return false;
    }
    if (found.get().smallestMagnitude(found.get().units()) < 1e-9) {
      degenerate++;
      return false;
    }
    catalogue.add(found.get());
    starts.learn(found.get());
    return true;
  }
}
