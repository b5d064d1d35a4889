package dev.tarn.network.kinds;

import dev.tarn.explore.Effort;
import dev.tarn.explore.Exploration.Status;
import dev.tarn.explore.ExplorerEvent.Progress;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.explore.ExplorerSettings.Goal;
import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.job.RandomStreams;
import dev.tarn.job.order.OrderedJobs;
import dev.tarn.landscape.Completeness;
import dev.tarn.network.Network;
import dev.tarn.network.pattern.KindPoint;
import dev.tarn.network.pattern.UnitSpace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Enumerates the stationary points of a family of networks by kinds of units, level by level.
 *
 * <p>A level begins with what follows from the ones below and goes on with starting points of
 * several ways, each drawn as often as it pays. It is done when its network's Morse sum is the
 * Euler characteristic and nothing new has come for as long as the effort asks. The lowest level
 * that is not done is searched: where a search at one level finds a class of a lower one, that
 * level is gone back to, and so are those above it whose sums it spoils.
 *
 * <p><b>Determinism.</b> Job {@code k} draws from its own random stream and is planned from the
 * catalogue as it stands when job {@code k - 16} was merged, and jobs are merged in the order of
 * their numbers: the same seed gives the same catalogue on any number of threads. Not thread-safe.
 */
public final class KindEnumeration {
  private static final int WINDOW = 16;
  private static final int STUBBORNNESS = 20;
  // A class that was hit a few times only says that others may not have been hit at all. With 3 in
  // place of 18, one of 39 runs of seven and eight units ended two classes short; without the least
  // number of hits, of searches that did not begin at the class, one of 8 of five units at 1e-6.
  private static final double SURE = 18.0;
  private static final double DOUBT = 6.0;
  private static final long LEAST_HITS = 4;
  // Points of one index more lead to those that are wanted.
  private static final int MARGIN = 1;

  private final ExplorerSettings settings;
  private final int maxIndex;
  private final KindJournal journal;
  private final Network network;
  private final UnitSpace space;
  private final OptionalLong expectedSum;
  private final KindCatalogue catalogue;
  private final KindSchedule schedule;
  private final KindSolver solver;
  private final long began = System.nanoTime();
  private final Optional<Long> deadline;
  private final long earlier;
  private long jobs;
  private long searches;

  /**
   * An enumeration from nothing that keeps nothing beyond its catalogue.
   *
   * @param network a network of the family, with any number of hidden units
   * @param settings seed, effort, longest time from now on, and tolerances
   * @throws IllegalArgumentException if the network has not one hidden layer, or some weight is not
   *     regularised
   */
  public KindEnumeration(Network network, ExplorerSettings settings) {
    this(network, settings, KindJournal.none());
  }

  /**
   * An enumeration that goes on from what a journal holds.
   *
   * @param network a network of the family, with any number of hidden units
   * @param settings seed, effort, longest time from now on, and tolerances
   * @param journal where classes are kept
   * @throws IllegalArgumentException as above
   */
  public KindEnumeration(Network network, ExplorerSettings settings, KindJournal journal) {
    this.settings = settings;
    maxIndex = maxIndex(settings);
    this.journal = journal;
    this.network = network;
    space = KindCatalogue.units(network);
    expectedSum = network.eulerCharacteristic();
    catalogue = new KindCatalogue(space, settings.tolerances());
    solver = new KindSolver(space, settings.tolerances());
    KindStarts starts = new KindStarts(catalogue);
    KindJournal.Kept kept = journal.kept();
    for (KindJournal.Known known : kept.classes()) {
      KindClass found = new KindClass(known.parts());
      catalogue.add(found, known.hits());
      starts.learn(found);
    }
    schedule = new KindSchedule(catalogue, starts, kept.state());
    jobs = kept.state().jobs();
    searches = kept.state().searches();
    earlier = searches;
    deadline = settings.maxTime().map(time -> began + time.toNanos());
  }

  /**
   * The largest index that an enumeration by kinds keeps.
   *
   * @param settings the settings; those of an exploration say nothing of it
   * @return the largest index, {@code Integer.MAX_VALUE} for all
   */
  public static int maxIndex(ExplorerSettings settings) {
    return settings.goal() == Goal.ENUMERATE ? settings.maxIndex() : Integer.MAX_VALUE;
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
   * Offers classes of a near family as starting points, such as those at another regularisation
   * parameter: one search each, before their level draws starting points of its own. Those of a
   * level that is done, its Morse sum being right, are passed over. They are not kept in the
   * journal.
   *
   * @param near classes of networks with the same inputs and outputs
   * @throws IllegalArgumentException if one has units or biases of another number of weights
   */
  public void offer(List<KindClass> near) {
    for (KindClass each : near) {
      if (each.point().all().stream().anyMatch(unit -> unit.length != space.size())
          || each.point().biases().length != space.outputs()) {
        throw new IllegalArgumentException(
            "a class is no starting point of networks with other inputs or outputs: " + each);
      }
      if (each.units() > 0 && isOpen(each.units())) {
        schedule.offer(each.point());
      }
    }
  }

  /**
   * How a network stands.
   *
   * @param level the number of its hidden units
   * @return its classes and sum; how long its level has been quiet, and is to be; the searches
   *     since this enumeration began; and as jobs that wait the classes below that have not given
   *     their starting points
   */
  public Progress progress(int level) {
    return new Progress(
        jobs,
        searches - earlier,
        catalogue.count(level, 0),
        catalogue.count(level, 1),
        catalogue.count(level),
        catalogue.morseSum(level),
        schedule.quiet(level),
        patience(level),
        schedule.waiting(level),
        Duration.ofNanos(System.nanoTime() - began));
  }

  /**
   * Enumerates all levels up to a number of hidden units.
   *
   * @param hidden the number of hidden units
   * @param runner where the searches are done
   * @param cancellation a request to stop
   * @param observer is told of each job that is merged, on this thread
   * @return why it ended: {@code DONE}; {@code INCOMPLETE}, if the patience is used up and a
   *     network's sum is another, or a class has an eigenvalue of next to nothing; {@code
   *     OUT_OF_TIME}; or {@code STOPPED}, by the request or an interrupt, whose flag stays set
   */
  public Status run(
      int hidden,
      JobRunner runner,
      Cancellation cancellation,
      Consumer<? super KindJournal.Report> observer) {
    schedule.rewind();
    try (JobRunner.Session<KindBatch, KindBatch.Result> session =
            runner.<KindBatch, KindBatch.Result>start(
                new KindBatch.Workers(network, settings.tolerances()));
        OrderedJobs<KindBatch, KindBatch.Result> sequence =
            new OrderedJobs<>(session, cancellation, jobs)) {
      while (true) {
        plan(hidden, sequence);
        if (sequence.underWay() == 0) {
          return isBalanced(hidden) ? Status.DONE : Status.INCOMPLETE;
        }
        Optional<KindBatch.Result> result = sequence.next(deadline);
        if (result.isEmpty()) {
          return Status.OUT_OF_TIME;
        }
        KindJournal.Report report = merge(result.get());
        journal.append(
            report, new KindJournal.State(jobs, searches, schedule.weights(), schedule.levels()));
        observer.accept(report);
      }
    } catch (CancellationException e) {
      if (!cancellation.isCancelled() && !Thread.currentThread().isInterrupted()) {
        throw e;
      }
      return Status.STOPPED;
    } finally {
      journal.flush();
    }
  }

  private void plan(int hidden, OrderedJobs<KindBatch, KindBatch.Result> sequence) {
    while (sequence.underWay() < WINDOW) {
      OptionalInt level = firstOpen(hidden);
      if (level.isEmpty()) {
        return;
      }
      long number = jobs + sequence.underWay();
      sequence.submit(schedule.next(level.getAsInt(), RandomStreams.of(settings.seed(), number)));
    }
  }

  private OptionalInt firstOpen(int hidden) {
    for (int level = 0; level <= hidden; level++) {
      if (schedule.hasSeeds(level) || isRestless(level)) {
        return OptionalInt.of(level);
      }
    }
    return OptionalInt.empty();
  }

  private boolean isRestless(int level) {
    return schedule.quiet(level) < patience(level);
  }

  private boolean isOpen(int level) {
    return isRestless(level) || !hasSum(level);
  }

  /** How many searches of a level have to be without a new class. */
  private long patience(int level) {
    if (level == 0) {
      // Without units there are the biases alone, whose one point is the start.
      return 0;
    }
    double share = (double) settings.effort().patience(0) / Effort.NORMAL.patience(0);
    double enough = share * (400 + 20L * catalogue.level(level).size());
    if (!hasSum(level)) {
      return (long) (STUBBORNNESS * enough);
    }
    if (!isWhole()) {
      // Without the higher indices there is no sum, and the hits alone speak.
      return (long) (enough * DOUBT);
    }
    long fewest = catalogue.fewestHits(level);
    return (long)
        (enough
            * (fewest < share * LEAST_HITS
                ? STUBBORNNESS
                : Math.max(1.0, Math.min(DOUBT, SURE / fewest))));
  }

  private boolean isWhole() {
    return maxIndex == Integer.MAX_VALUE;
  }

  private boolean hasSum(int level) {
    return !isWhole() || Completeness.agree(catalogue.morseSum(level), expectedSum);
  }

  private boolean isBalanced(int hidden) {
    for (int level = space.lowestLevel(hidden); level <= hidden; level++) {
      if (!hasSum(level)) {
        return false;
      }
    }
    return catalogue.degenerate(hidden).isEmpty();
  }

  private KindJournal.Report merge(KindBatch.Result result) {
    List<KindClass> found = new ArrayList<>();
    List<Integer> hits = new ArrayList<>();
    for (int k = 0; k < result.searches(); k++) {
      int origin = result.plan().origin(k);
      boolean isNew = result.find(k).map(f -> take(f, origin, found, hits)).orElse(false);
      schedule.count(result.plan(), k, isNew);
    }
    hits.forEach(catalogue::hit);
    schedule.merged(result.plan());
    jobs++;
    searches += result.searches();
    return new KindJournal.Report(
        result.plan().level(), found, hits, progress(result.plan().level()));
  }

  /** Takes a point in; whether it is a new proper class. */
  private boolean take(
      KindSolver.Find find, int origin, List<KindClass> newClasses, List<Integer> hits) {
    if (isHit(find.point(), find.energy(), origin, hits)) {
      return false;
    }
    Optional<KindClass> found = solver.characterise(find.point());
    if (found.isEmpty() || isHit(found.get().point(), found.get().energy(), origin, hits)) {
      return false;
    }
    if (found.get().index(found.get().units()) - MARGIN > maxIndex) {
      // It rises with the units, so that the point does not come back in a larger network.
      return false;
    }
    catalogue.add(found.get(), 1L);
    newClasses.add(found.get());
    if (catalogue.isDegenerate(found.get())) {
      return false;
    }
    schedule.learn(found.get());
    return true;
  }

  private boolean isHit(KindPoint point, double energy, int origin, List<Integer> hits) {
    OptionalInt known = catalogue.find(point, energy);
    if (known.isPresent() && origin >= 0 && known.getAsInt() != origin) {
      hits.add(known.getAsInt());
    }
    return known.isPresent();
  }
}
