package dev.tarn.explore;

import dev.tarn.explore.Exploration.Status;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.PointsAside;
import dev.tarn.path.Descent;
import dev.tarn.path.Pathway;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Slice;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.Provenance;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Grows a landscape: basin-hopping for minima, double-ended searches between pairs of them,
 * single-ended searches from minima and from random points, and the steepest-descent paths from
 * every new transition state, whose minima feed the next searches; until nothing new has come for
 * as long as the effort asks (discrete path sampling: Wales, Mol. Phys. 100, 3285, 2002). With the
 * goal {@link Goal#ENUMERATE} it looks for every index instead, until the Morse sum is 1 as well.
 *
 * <p><b>Determinism.</b> Job {@code k} draws from its own random stream and is planned from the
 * landscape as it stands after job {@code k - 32} was merged ({@code k - 6} for large potentials);
 * jobs are merged in the order of their numbers. So the same seed gives the same landscape, ids
 * included, whatever the number of threads, unless the time runs out, {@link #stop()} is called or
 * another process adds to the store.
 *
 * <p><b>Large potentials.</b> Beyond {@link StationaryPolish#FULL_DIMENSION} variables no Hessian
 * is formed: minima, transition states and paths are found and verified with Hessian-vector
 * products, and only the lowest few eigenvalues of a point are known. Enumerations are refused
 * there.
 *
 * <p><b>Null directions</b> of the potential are divided out: each line or plane of stationary
 * points counts as one point.
 *
 * <p>An instance runs once. {@link #stop()} may be called from any thread; the other methods are
 * for one thread.
 */
public final class Explorer {
  // A catalogue whose Morse sum is not 1 is known to be incomplete: worth a longer search.
  private static final int STUBBORNNESS = 20;
  // How long to wait for a job before looking whether the run has to end.
  private static final Duration TURN = Duration.ofMillis(100);

  private final Potential potential;
  private final Landscape landscape;
  private final ExplorerSettings settings;
  private final List<double[]> seeds;
  private final Restart restart;
  private final Journal journal;
  private final Consumer<? super JobReport> observer;

  /** Transition states that were dropped for a path without end. */
  private final PointsAside lost;

  private final int highestIndex;
  private final Pace pace;
  private volatile boolean stopRequested;
  private long started;
  private long searches;
  private long quiet;
  private long degenerate;
  private long failedPaths;

  /**
   * An explorer that starts afresh, keeps nothing beyond the landscape and reports to nobody.
   *
   * @param potential the potential; copied for each worker
   * @param landscape the landscape to grow, of the same dimension and symmetry
   * @param settings how to run
   * @throws IllegalArgumentException if the goal is out of reach, as {@link Goal#check} says
   */
  public Explorer(Potential potential, Landscape landscape, ExplorerSettings settings) {
    this(potential, landscape, settings, List.of(), Restart.fresh(), Journal.none(), report -> {});
  }

  private Explorer(
      Potential potential,
      Landscape landscape,
      ExplorerSettings settings,
      List<double[]> seeds,
      Restart restart,
      Journal journal,
      Consumer<? super JobReport> observer) {
    settings.goal().check(potential);
    this.potential = potential;
    this.landscape = landscape;
    this.settings = settings;
    this.seeds = seeds;
    this.restart = restart;
    this.journal = journal;
    this.observer = observer;
    quiet = restart.quiet();
    lost = new PointsAside(potential.symmetry());
    highestIndex = new Slice(potential).dimension();
    pace = Pace.of(potential);
  }

  /**
   * An explorer that starts from given points first: the stationary points of a smaller network
   * padded with zero units, or points carried over from another regularisation parameter.
   * Enumerations only.
   *
   * @param value points of the full space; not modified
   * @return a copy of this explorer
   * @throws IllegalArgumentException if a point has another length than the dimension
   */
  public Explorer seeding(List<double[]> value) {
    for (double[] x : value) {
      if (x.length != potential.dimension()) {
        throw new IllegalArgumentException(
            "a starting point has "
                + x.length
                + " components, the potential "
                + potential.dimension());
      }
    }
    return new Explorer(
        potential, landscape, settings, List.copyOf(value), restart, journal, observer);
  }

  /**
   * An explorer that goes on from an earlier run.
   *
   * @param value where to go on
   * @return a copy of this explorer
   */
  public Explorer resuming(Restart value) {
    return new Explorer(potential, landscape, settings, seeds, value, journal, observer);
  }

  /**
   * An explorer that keeps what it finds.
   *
   * @param value where to keep it
   * @return a copy of this explorer
   */
  public Explorer journal(Journal value) {
    return new Explorer(potential, landscape, settings, seeds, restart, value, observer);
  }

  /**
   * An explorer that reports each job once it is merged, on the thread that called {@link #run()}.
   *
   * @param value receives the reports
   * @return a copy of this explorer
   */
  public Explorer observer(Consumer<? super JobReport> value) {
    return new Explorer(potential, landscape, settings, seeds, restart, journal, value);
  }

  /**
   * Asks a running exploration to stop. Jobs that are not merged yet are dropped; whatever was
   * reported is in the landscape and the journal.
   */
  public void stop() {
    stopRequested = true;
  }

  /**
   * Explores until it is done, the time is up or {@link #stop()} is called. An interrupt of the
   * calling thread stops it too and stays set.
   *
   * @return how it ended
   * @throws RuntimeException what the potential, the journal or the observer throws; the landscape
   *     keeps what was merged before
   */
  public Exploration run() {
    started = System.nanoTime();
    Schedule schedule = schedule();
    BlockingQueue<Worker> workers = new ArrayBlockingQueue<>(settings.threads());
    for (int k = 0; k < settings.threads(); k++) {
      workers.add(new Worker(potential, landscape, settings, seeds));
    }
    ExecutorService pool = Executors.newFixedThreadPool(settings.threads(), threadFactory());
    try {
      return merge(schedule, workers, pool);
    } finally {
      pool.shutdownNow();
    }
  }

  private Exploration merge(
      Schedule schedule, BlockingQueue<Worker> workers, ExecutorService pool) {
    ArrayDeque<Future<JobResult>> inFlight = new ArrayDeque<>();
    long planned = restart.nextJob();
    long merged = restart.nextJob();
    while (true) {
      Progress progress = progress(merged, schedule);
      if (progress.exhausted()) {
        return end(isBalanced() ? Status.DONE : Status.INCOMPLETE, progress);
      }
      while (inFlight.size() < pace.window()) {
        Job job = schedule.next(planned);
        planned++;
        inFlight.addLast(pool.submit(() -> work(workers, job)));
      }
      JobResult result;
      try {
        Optional<JobResult> arrived = await(inFlight.getFirst());
        if (arrived.isEmpty()) {
          return end(isStopped() ? Status.STOPPED : Status.OUT_OF_TIME, progress(merged, schedule));
        }
        result = arrived.get();
        inFlight.removeFirst();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return end(Status.STOPPED, progress(merged, schedule));
      } catch (ExecutionException e) {
        throw asUnchecked(e.getCause() == null ? e : e.getCause());
      }
      merged++;
      observer.accept(journal.append(landscape, new Merging(result, merged, schedule)));
    }
  }

  /**
   * Waits for a job, but no longer than the run may last: a search for a saddle of a large network
   * may take minutes. Empty if the run has to end.
   */
  private Optional<JobResult> await(Future<JobResult> job)
      throws InterruptedException, ExecutionException {
    while (!isStopped() && !isOutOfTime()) {
      try {
        return Optional.of(job.get(TURN.toMillis(), TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        System.getLogger(Explorer.class.getName()).log(System.Logger.Level.TRACE, "waiting", e);
      }
    }
    return Optional.empty();
  }

  private boolean isStopped() {
    return stopRequested || Thread.currentThread().isInterrupted();
  }

  private boolean isOutOfTime() {
    return settings
        .maxTime()
        .filter(time -> Duration.ofNanos(System.nanoTime() - started).compareTo(time) >= 0)
        .isPresent();
  }

  private static JobResult work(BlockingQueue<Worker> workers, Job job)
      throws InterruptedException {
    Worker worker = workers.take();
    try {
      return worker.run(job);
    } finally {
      workers.add(worker);
    }
  }

  private Schedule schedule() {
    return settings.goal() == Goal.EXPLORE
        ? new ExplorationSchedule(
            landscape, potential.symmetry(), settings.effort(), pace, restart.triedPairs())
        : new EnumerationSchedule(landscape, Worker.chunks(seeds));
  }

  /** Whether nothing speaks against completeness: only a whole catalogue can be checked. */
  private boolean isBalanced() {
    return settings.goal() == Goal.EXPLORE
        || settings.maxIndex() < highestIndex
        || (landscape.morseSum().equals(BigInteger.ONE) && lost.notIn(landscape).isEmpty());
  }

  private long patience() {
    long patience = settings.effort().patience(landscape.size());
    return isBalanced() ? patience : STUBBORNNESS * patience;
  }

  private Exploration end(Status status, Progress progress) {
    return new Exploration(status, progress, degenerate, failedPaths);
  }

  private Progress progress(long merged, Schedule schedule) {
    return new Progress(
        merged,
        searches,
        landscape.count(0),
        landscape.count(1),
        landscape.size(),
        landscape.morseSum(),
        quiet,
        patience(),
        schedule.open(),
        Duration.ofNanos(System.nanoTime() - started));
  }

  /** The merge of one job's result. */
  private final class Merging implements Journal.Merge {
    private final JobResult result;
    private final long merged;
    private final Schedule schedule;
    private final List<StationaryPoint> newPoints = new ArrayList<>();
    private final List<Connection> newConnections = new ArrayList<>();
    private final List<PolishedPoint> newDegenerate = new ArrayList<>();
    private final Map<Integer, Long> hits = new LinkedHashMap<>();
    private int dropped;

    Merging(JobResult result, long merged, Schedule schedule) {
      this.result = result;
      this.merged = merged;
      this.schedule = schedule;
    }

    @Override
    public boolean hasNews() {
      return result.found.stream()
          .anyMatch(
              f ->
                  f.isUsable()
                      && landscape.find(f.point.energy(), f.point.coordinates()).isEmpty());
    }

    @Override
    public JobReport run() {
      for (JobResult.Found found : result.found) {
        take(found);
      }
      for (PolishedPoint point : result.degenerate) {
        if (landscape.noteDegenerate(point)) {
          newDegenerate.add(point);
        }
      }
      searches += result.searches;
      degenerate += result.degenerate.size();
      failedPaths += dropped;
      quiet = newPoints.isEmpty() ? quiet + result.searches : 0;
      return new JobReport(
          result.job.number(),
          result.job.kind(),
          result.job.from().map(StationaryPoint::id).orElse(0),
          result.job.to().map(StationaryPoint::id).orElse(0),
          result.searches,
          result.converged(),
          result.degenerate.size(),
          dropped,
          List.copyOf(newPoints),
          List.copyOf(newConnections),
          List.copyOf(newDegenerate),
          Map.copyOf(hits),
          progress(merged, schedule));
    }

    private void take(JobResult.Found found) {
      PolishedPoint point = found.point;
      boolean known = landscape.find(point.energy(), point.coordinates()).isPresent();
      if (!known && !found.isUsable()) {
        dropped++;
        lost.add(point);
        return;
      }
      StationaryPoint added = add(point, found.count);
      if (!known && found.pathway.isPresent()) {
        connect(added, found.pathway.get());
      }
    }

    private StationaryPoint add(PolishedPoint point, long count) {
      Provenance provenance =
          new Provenance(restart.run(), result.job.number(), result.job.kind().label());
      Landscape.Addition addition = landscape.add(point, provenance);
      StationaryPoint added = addition.point();
      // A search from beside a point that falls back into it says nothing about how easily the
      // point is found.
      long counted = isHome(added) ? 0 : count;
      landscape.hit(added.id(), counted - 1);
      hits.merge(added.id(), counted, Long::sum);
      if (addition.isNew()) {
        newPoints.add(added);
      }
      return added;
    }

    private boolean isHome(StationaryPoint point) {
      JobKind kind = result.job.kind();
      return (kind == JobKind.NEIGHBOURHOOD || kind == JobKind.OF_INDEX)
          && result.job.from().filter(home -> home.id() == point.id()).isPresent();
    }

    private void connect(StationaryPoint transitionState, Pathway pathway) {
      Descent minus = pathway.minus();
      Descent plus = pathway.plus();
      Connection connection =
          new Connection(
              transitionState.id(),
              add(minus.end(), 1).id(),
              add(plus.end(), 1).id(),
              minus.length(),
              plus.length(),
              minus.saddles() + plus.saddles());
      landscape.connect(connection);
      newConnections.add(connection);
    }
  }

  private static RuntimeException asUnchecked(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(cause);
  }

  private static ThreadFactory threadFactory() {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "tarn-explorer-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
