package dev.tarn.explore;

import dev.tarn.explore.Job.Site;
import dev.tarn.hop.BasinHopping;
import dev.tarn.hop.HopLimits;
import dev.tarn.hop.HopSettings;
import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.path.SteepestDescent;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Batches;
import dev.tarn.potential.space.Slice;
import dev.tarn.saddle.BandSettings;
import dev.tarn.saddle.ElasticBand;
import dev.tarn.saddle.SaddleFinder;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Does jobs, one at a time, with solvers of its own; it knows of nothing but the job. */
final class Worker implements Function<Job, JobResult> {
  private static final int CHEAP_SEARCHES = 48;
  private static final int COPIES_DRAWN = 4;
  private static final double SAME_COPY = 1e-3;
  // The scales of landscapes with weak regularisation run from 1e-3 to 1e1.
  private static final double SMALLEST_DISPLACEMENT = -3.0;
  private static final double DECADES = 3.5;
  // From a hundredth of a point's length to a third of it.
  private static final double SMALLEST_PART = -2.0;
  private static final double PART_DECADES = 1.5;

  private final Potential potential;
  private final long seed;
  private final int n;
  private final double length;
  private final Tolerances tolerances;
  private final StationaryPolish polish;
  private final BasinHopping hopping;
  private final SearchSpace space;
  private final Searches searches;
  private final Pace pace;
  private final int largestIndex;
  private final int maxIndex;
  private final BandSettings bandSettings;
  private final ElasticBand band;
  private final SteepestDescent descent;
  private final int batch;
  // Of the job that is being done, if its searches begin on a batch of the examples.
  private Optional<RoughSearches> rough = Optional.empty();

  Worker(WorkerSupply supply) {
    potential = OwnPotential.of(supply.potential());
    seed = supply.seed();
    maxIndex = supply.maxIndex();
    n = potential.dimension();
    length = potential.scales().orElse(Potential.Scales.ONE).length();
    tolerances = supply.tolerances();
    polish = StationaryPolish.of(potential, tolerances);
    hopping = new BasinHopping(potential, HopSettings.defaults().withTolerances(tolerances));
    space = new SearchSpace(potential);
    searches = new Searches(space.potential(), supply.saddle(), tolerances);
    pace = Pace.of(potential);
    largestIndex = Math.min(maxIndex, new Slice(space.potential()).dimension());
    bandSettings = supply.band();
    band = new ElasticBand(space.potential(), bandSettings);
    descent = new SteepestDescent(potential, pace.paths(supply.path()), tolerances);
    batch = supply.batch();
  }

  @Override
  public JobResult apply(Job job) {
    Harvest harvest = new Harvest(potential, tolerances);
    RandomGenerator random = RandomStreams.of(seed, job.number());
    Site[] sites = job.sites();
    rough = job.kind().searches() ? drawn(random) : Optional.empty();
    searches.beginOn(rough);
    switch (job.kind()) {
      case KNOWN_POINTS -> knownPoints(harvest);
      case BASIN_HOPPING -> hop(random, harvest);
      case RANDOM_STARTS ->
          tried(job, harvest, f -> randomStarts(f, pace.searches(), random, harvest));
      case FROM_MINIMUM ->
          tried(job, harvest, f -> around(sites[0], pace.searches(), f, random, harvest));
      case PAIR -> tried(job, harvest, f -> pair(sites[0], sites[1], f, random, harvest));
      case GIVEN -> given(job.starts(), harvest);
      case SEEDS -> seeds(job.starts(), harvest);
      case ANY_INDEX -> randomStarts(searches.anyIndex(), CHEAP_SEARCHES, random, harvest);
      case NEIGHBOURHOOD -> around(sites[0], CHEAP_SEARCHES, searches.anyIndex(), random, harvest);
      case COMBINED -> combined(sites[0], sites[1], random, harvest);
      case OF_INDEX -> ofIndex(sites[0], random, harvest);
      case VERIFY -> {
        return verify(job.found());
      }
    }
    return harvest.result();
  }

  /** Searches for transition states in the way that the job says, and notes what that costs. */
  private void tried(Job job, Harvest harvest, Consumer<SaddleFinder> task) {
    task.accept(searches.transitionState(job.method()));
    harvest.setTrial(searches.takeTrial(job.method()));
  }

  private Optional<RoughSearches> drawn(RandomGenerator random) {
    return batch == 0
        ? Optional.empty()
        : Batches.of(potential)
            .map(all -> new RoughSearches(space.potential(), all.batch(batch, random)));
  }

  private JobResult verify(Find[] given) {
    Find[] verified = new Find[given.length];
    for (int k = 0; k < given.length; k++) {
      Find found = given[k];
      if (!found.verified()) {
        found = found.verified(polish.polish(found.point().coordinates()));
      }
      if (found.isOpen()) {
        found = found.followed(descent.pathway(found.point(), false));
      }
      verified[k] = found;
    }
    return new JobResult(0, ExplorerEvent.Failures.NONE, verified, new PolishedPoint[0], null);
  }

  private void knownPoints(Harvest harvest) {
    for (double[] x : potential.knownPoints()) {
      harvest.countSearch();
      take(polish.polish(x), true, harvest);
    }
  }

  private void hop(RandomGenerator random, Harvest harvest) {
    BasinHopping way = rough.map(own -> hopping.beginningOn(own.batch())).orElse(hopping);
    way.run(
        random,
        HopLimits.steps(pace.hops()),
        step -> {
          harvest.countSearch();
          if (step.foundMinimum()) {
            take(step.trial(), true, harvest);
          } else {
            harvest.countFailure(step.trial().energy() + step.trial().rms());
          }
        });
  }

  private void given(double[][] points, Harvest harvest) {
    for (double[] x : points) {
      take(polish.polish(x), true, harvest);
    }
  }

  private void seeds(double[][] starts, Harvest harvest) {
    for (double[] x : starts) {
      search(searches.anyIndex(), space.enter(x), harvest);
    }
  }

  private void randomStarts(
      SaddleFinder search, int count, RandomGenerator random, Harvest harvest) {
    double[] x = new double[space.potential().dimension()];
    for (int k = 0; k < count; k++) {
      space.potential().randomPoint(random, x);
      search(search, x, harvest);
    }
  }

  private void around(
      Site point, int count, SaddleFinder search, RandomGenerator random, Harvest harvest) {
    double[] centre = space.enter(point.coordinates());
    double[] x = new double[centre.length];
    for (int k = 0; k < count; k++) {
      if (pace.fromMinima()) {
        displaceSoftly(centre, random, x);
      } else {
        displace(centre, random, x);
      }
      search(search, x, harvest);
    }
  }

  private void combined(Site first, Site second, RandomGenerator random, Harvest harvest) {
    double[] a = space.enter(first.coordinates());
    double[] b = space.enter(second.coordinates());
    double[] mixed = new double[a.length];
    double[] x = new double[a.length];
    for (int k = 0; k < CHEAP_SEARCHES; k++) {
      space.potential().combine(a, b, random, mixed);
      displace(mixed, random, x);
      search(searches.anyIndex(), x, harvest);
    }
  }

  /** Searches for the index of a point, the one below and the one above, from beside the point. */
  private void ofIndex(Site point, RandomGenerator random, Harvest harvest) {
    double[] centre = space.enter(point.coordinates());
    double[] x = new double[centre.length];
    for (int k = Math.max(0, point.index() - 1); k <= point.index() + 1; k++) {
      if (k <= largestIndex) {
        displace(centre, random, x);
        search(searches.ofIndex(k), x, harvest);
      }
    }
  }

  /**
   * Displaces a point by a Gaussian of log-uniform scale, which in half of the cases is relative to
   * the point's own size: weak regularisation has stationary points of very different sizes.
   */
  private void displace(double[] centre, RandomGenerator random, double[] x) {
    double scale = StrictMath.pow(10.0, SMALLEST_DISPLACEMENT + DECADES * random.nextDouble());
    double size = Vectors.rms(centre);
    if (random.nextBoolean() && size > 0.0) {
      scale = Math.min(scale, 1.0) * size;
    } else {
      scale *= length;
    }
    for (int i = 0; i < x.length; i++) {
      x[i] = centre[i] + scale * random.nextGaussian();
    }
  }

  /**
   * Displaces a point by a part of its own length: of thousands of variables displaced alike, as
   * {@link #displace} does, the point is not to be found again.
   */
  private void displaceSoftly(double[] centre, RandomGenerator random, double[] x) {
    double part = StrictMath.pow(10.0, SMALLEST_PART + PART_DECADES * random.nextDouble());
    double size = Vectors.rms(centre);
    double scale = size > 0.0 ? part * size : part * length / Math.sqrt(x.length);
    for (int i = 0; i < x.length; i++) {
      x[i] = centre[i] + scale * random.nextGaussian();
    }
  }

  private void pair(
      Site from, Site to, SaddleFinder search, RandomGenerator random, Harvest harvest) {
    double[] start = from.coordinates();
    double[] end = to.coordinates().clone();
    if (from.id() == to.id()) {
      if (!otherCopy(start, random, end)) {
        return;
      }
    } else {
      potential.symmetry().nearestCopy(end, start, end);
    }
    ElasticBand chain = rough.map(own -> own.band(bandSettings)).orElse(band);
    List<double[]> maxima = chain.relax(space.enter(start), space.enter(end)).maxima();
    if (maxima.size() > pace.guesses()) {
      maxima =
          maxima.stream()
              .sorted(Comparator.comparingDouble(x -> -space.energy(x)))
              .limit(pace.guesses())
              .toList();
    }
    for (double[] guess : maxima) {
      search(search, guess, harvest);
    }
  }

  /** The nearest of a few random copies of a point that are not the point itself. */
  private boolean otherCopy(double[] point, RandomGenerator random, double[] copy) {
    double[] drawn = new double[n];
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < COPIES_DRAWN; k++) {
      potential.symmetry().randomCopy(random, point, drawn);
      double distance = Vectors.distance(drawn, point);
      if (distance > SAME_COPY * length && distance < least) {
        least = distance;
        System.arraycopy(drawn, 0, copy, 0, n);
      }
    }
    return least < Double.POSITIVE_INFINITY;
  }

  private void search(SaddleFinder search, double[] start, Harvest harvest) {
    harvest.countSearch();
    SaddleFinder.Result end;
    try {
      end = search.search(start);
    } catch (ArithmeticException e) {
      // A matrix without a decomposition far from any stationary point: the search has failed.
      harvest.countFailure(0.0);
      return;
    }
    if (end.point().converged()) {
      takeLifted(space.leave(end.point()), harvest);
    } else {
      harvest.countFailure(end.point().rms());
    }
  }

  /** The polish in the full space is left to who knows whether the class is known already. */
  private void takeLifted(PolishedPoint lifted, Harvest harvest) {
    // But the eigenvalue that makes a point degenerate is that of the full space.
    if (lifted.degenerate()) {
      take(polish.polish(lifted.coordinates()), true, harvest);
    } else {
      take(lifted, false, harvest);
    }
  }

  private void take(PolishedPoint point, boolean verified, Harvest harvest) {
    if (!point.converged()) {
      harvest.countFailure(point.rms());
    } else if (point.degenerate()) {
      harvest.addDegenerate(point);
    } else if (point.index() <= maxIndex) {
      harvest.add(point, verified);
    }
  }
}
