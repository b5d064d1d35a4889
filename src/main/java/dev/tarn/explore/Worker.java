package dev.tarn.explore;

import com.google.common.base.Suppliers;
import dev.tarn.hop.BasinHopping;
import dev.tarn.hop.HopLimits;
import dev.tarn.hop.HopSettings;
import dev.tarn.job.RandomStreams;
import dev.tarn.landscape.Landscape;
import dev.tarn.linear.Vectors;
import dev.tarn.path.Pathway;
import dev.tarn.path.SteepestDescent;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Slice;
import dev.tarn.saddle.AnyIndexSearch;
import dev.tarn.saddle.EigenvectorFollowing;
import dev.tarn.saddle.ElasticBand;
import dev.tarn.saddle.SaddleFinder;
import dev.tarn.saddle.SaddleSearch;
import dev.tarn.saddle.SaddleSettings;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Does jobs, one at a time, with solvers of its own. */
final class Worker {
  private static final int CHEAP_SEARCHES = 48;
  private static final int CHUNK = 64;
  private static final int COPIES_DRAWN = 4;
  private static final double SAME_COPY = 1e-3;
  // The scales of landscapes with weak regularisation run from 1e-3 to 1e1.
  private static final double SMALLEST_DISPLACEMENT = -3.0;
  private static final double DECADES = 3.5;

  private final Potential potential;
  private final Landscape landscape;
  private final long seed;
  private final int n;
  private final StationaryPolish polish;
  private final BasinHopping hopping;
  private final SearchSpace space;
  private final SaddleFinder finder;
  private final Supplier<SaddleFinder> anyIndex;
  private final Pace pace;
  private final int largestIndex;
  private final Map<Integer, SaddleFinder> ofIndex = new HashMap<>();
  private final List<double[]> seeds;
  private final SaddleSettings saddle;
  private final int maxIndex;
  private final ElasticBand band;
  private final SteepestDescent descent;

  Worker(Potential shared, Landscape landscape, ExplorerSettings settings, List<double[]> seeds) {
    potential = shared;
    this.landscape = landscape;
    this.seeds = seeds;
    seed = settings.seed();
    saddle = settings.saddle();
    maxIndex = settings.maxIndex();
    n = potential.dimension();
    polish =
        StationaryPolish.of(potential, StationaryPolish.DEFAULT_TOLERANCE, settings.zeroCutoff());
    hopping = new BasinHopping(potential, HopSettings.defaults());
    space = new SearchSpace(potential, polish);
    finder = SaddleFinder.transitionState(space.potential(), settings.saddle());
    // Its matrices are of use to enumerations only.
    anyIndex = Suppliers.memoize(() -> new AnyIndexSearch(space.potential(), settings.saddle()));
    pace = Pace.of(potential);
    largestIndex = Math.min(maxIndex, new Slice(space.potential()).dimension());
    band = new ElasticBand(space.potential(), settings.band());
    descent = new SteepestDescent(potential, settings.path());
  }

  JobResult run(Job job) {
    JobResult result = new JobResult(job, potential.symmetry());
    RandomGenerator random = RandomStreams.of(seed, job.number());
    switch (job.kind()) {
      case KNOWN_POINTS -> knownPoints(result);
      case BASIN_HOPPING -> hop(random, result);
      case RANDOM_STARTS -> randomStarts(finder, pace.searches(), random, result);
      case FROM_MINIMUM ->
          around(job.from().orElseThrow(), pace.searches(), finder, random, result);
      case PAIR -> pair(job.from().orElseThrow(), job.to().orElseThrow(), random, result);
      case SEEDS -> seeds(job.chunk(), result);
      case ANY_INDEX -> randomStarts(anyIndex.get(), CHEAP_SEARCHES, random, result);
      case NEIGHBOURHOOD ->
          around(job.from().orElseThrow(), CHEAP_SEARCHES, anyIndex.get(), random, result);
      case COMBINED -> combined(job.from().orElseThrow(), job.to().orElseThrow(), random, result);
      case OF_INDEX -> ofIndex(job.from().orElseThrow(), random, result);
    }
    return result;
  }

  private void knownPoints(JobResult result) {
    for (double[] x : potential.knownPoints()) {
      result.searches++;
      take(polish.polish(x), result);
    }
  }

  private void hop(RandomGenerator random, JobResult result) {
    hopping.run(
        random,
        HopLimits.steps(pace.hops()),
        step -> {
          result.searches++;
          if (step.foundMinimum()) {
            take(step.trial(), result);
          }
        });
  }

  private void seeds(int chunk, JobResult result) {
    int end = Math.min(seeds.size(), (chunk + 1) * CHUNK);
    for (double[] x : seeds.subList(chunk * CHUNK, end)) {
      search(anyIndex.get(), space.enter(x), result);
    }
  }

  /** The number of jobs that a list of starting points makes. */
  static int chunks(List<double[]> seeds) {
    return (seeds.size() + CHUNK - 1) / CHUNK;
  }

  private void randomStarts(
      SaddleFinder search, int count, RandomGenerator random, JobResult result) {
    double[] x = new double[space.potential().dimension()];
    for (int k = 0; k < count; k++) {
      space.potential().randomPoint(random, x);
      search(search, x, result);
    }
  }

  private void around(
      StationaryPoint point,
      int count,
      SaddleFinder search,
      RandomGenerator random,
      JobResult result) {
    double[] centre = space.enter(point.coordinates().toArray());
    double[] x = new double[centre.length];
    for (int k = 0; k < count; k++) {
      displace(centre, random, x);
      search(search, x, result);
    }
  }

  private void combined(
      StationaryPoint first, StationaryPoint second, RandomGenerator random, JobResult result) {
    double[] a = space.enter(first.coordinates().toArray());
    double[] b = space.enter(second.coordinates().toArray());
    double[] mixed = new double[a.length];
    double[] x = new double[a.length];
    for (int k = 0; k < CHEAP_SEARCHES; k++) {
      space.potential().combine(a, b, random, mixed);
      displace(mixed, random, x);
      search(anyIndex.get(), x, result);
    }
  }

  /** Searches for the index of a point, the one below and the one above, from beside the point. */
  private void ofIndex(StationaryPoint point, RandomGenerator random, JobResult result) {
    double[] centre = space.enter(point.coordinates().toArray());
    double[] x = new double[centre.length];
    for (int k = Math.max(0, point.index() - 1); k <= point.index() + 1; k++) {
      if (k <= largestIndex) {
        displace(centre, random, x);
        SaddleFinder search =
            ofIndex.computeIfAbsent(
                k, index -> new EigenvectorFollowing(space.potential(), index, saddle));
        search(search, x, result);
      }
    }
  }

  /**
   * Displaces a point by a Gaussian of log-uniform scale, which in half of the cases is relative to
   * the point's own size: weak regularisation has stationary points of very different sizes.
   */
  private static void displace(double[] centre, RandomGenerator random, double[] x) {
    double scale = StrictMath.pow(10.0, SMALLEST_DISPLACEMENT + DECADES * random.nextDouble());
    double size = Vectors.rms(centre);
    if (random.nextBoolean() && size > 0.0) {
      scale = Math.min(scale, 1.0) * size;
    }
    for (int i = 0; i < x.length; i++) {
      x[i] = centre[i] + scale * random.nextGaussian();
    }
  }

  private void pair(
      StationaryPoint from, StationaryPoint to, RandomGenerator random, JobResult result) {
    double[] start = from.coordinates().toArray();
    double[] end = to.coordinates().toArray();
    if (from.id() == to.id()) {
      if (!otherCopy(start, random, end)) {
        return;
      }
    } else {
      potential.symmetry().nearestCopy(end, start, end);
    }
    List<double[]> maxima = band.relax(space.enter(start), space.enter(end)).maxima();
    if (maxima.size() > pace.guesses()) {
      maxima =
          maxima.stream()
              .sorted(Comparator.comparingDouble(x -> -space.energy(x)))
              .limit(pace.guesses())
              .toList();
    }
    for (double[] guess : maxima) {
      search(finder, guess, result);
    }
  }

  /** The nearest of a few random copies of a point that are not the point itself. */
  private boolean otherCopy(double[] point, RandomGenerator random, double[] copy) {
    double[] drawn = new double[n];
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < COPIES_DRAWN; k++) {
      potential.symmetry().randomCopy(random, point, drawn);
      double distance = Vectors.distance(drawn, point);
      if (distance > SAME_COPY && distance < least) {
        least = distance;
        System.arraycopy(drawn, 0, copy, 0, n);
      }
    }
    return least < Double.POSITIVE_INFINITY;
  }

  private void search(SaddleFinder search, double[] start, JobResult result) {
    result.searches++;
    SaddleSearch end;
    try {
      end = search.search(start);
    } catch (ArithmeticException e) {
      // A matrix without a decomposition far from any stationary point: the search has failed.
      return;
    }
    if (end.point().converged()) {
      takeLifted(space.leave(end.point()), result);
    }
  }

  /** Spares the polish in the full space for a class that is known already. */
  private void takeLifted(PolishedPoint lifted, JobResult result) {
    if (result.countAgain(lifted)) {
      return;
    }
    boolean known = landscape.find(lifted.energy(), lifted.coordinates()).isPresent();
    // The eigenvalue that makes a point degenerate is that of the full space.
    take(known && !lifted.degenerate() ? lifted : space.verify(lifted), result);
  }

  /** Keeps a proper stationary point, a transition state with its paths if it is new. */
  private void take(PolishedPoint point, JobResult result) {
    if (!point.converged()) {
      return;
    }
    if (point.degenerate()) {
      result.degenerate.add(point);
      return;
    }
    if (point.index() > maxIndex || result.countAgain(point)) {
      return;
    }
    boolean needsPath =
        point.index() == 1 && landscape.find(point.energy(), point.coordinates()).isEmpty();
    Optional<Pathway> pathway =
        needsPath ? Optional.of(descent.pathway(point, false)) : Optional.empty();
    result.add(point, pathway);
  }
}
