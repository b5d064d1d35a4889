package dev.tarn.explore;

import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.job.StopRule;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPolish;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Grows landscapes: basin-hopping for minima, double-ended searches between pairs of them,
 * single-ended searches from minima and from random points, and the steepest-descent paths from
 * every new transition state, whose minima feed the next searches; until nothing new has come for
 * as long as the effort asks (discrete path sampling: Wales, Mol. Phys. 100, 3285, 2002). With the
 * goal {@link ExplorerSettings.Goal#ENUMERATE} it looks for every index instead, until the Morse
 * sum is 1 as well.
 *
 * <p>An explorer says how; {@link #on} makes a run, which tells what it finds as a stream of events
 * and does its work when the next event is asked for:
 *
 * <pre>{@code
 * Landscape landscape = Landscape.of(potential);
 * try (ExplorerRun run = new Explorer(potential, settings).on(landscape)) {
 *   for (ExplorerEvent event : run) {
 *     if (event instanceof ExplorerEvent.Found found) {
 *       System.out.println(found.point().energy());
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p><b>Determinism.</b> Job {@code k} draws from its own random stream and is planned from the
 * landscape as it stands after job {@code k - 32} was merged ({@code k - 6} for large potentials);
 * jobs are merged in the order of their numbers. So the same seed gives the same landscape, ids
 * included, wherever the jobs are done, unless the time runs out, the run is stopped or another
 * process adds to the store.
 *
 * <p><b>Large potentials.</b> Beyond {@link StationaryPolish#FULL_DIMENSION} variables no Hessian
 * is formed: minima, transition states and paths are found and verified with Hessian-vector
 * products, and only the lowest few eigenvalues of a point are known. Enumerations are refused
 * there.
 *
 * <p><b>Null directions</b> of the potential are divided out: each line or plane of stationary
 * points counts as one point.
 *
 * <p>Immutable: the methods that change something make copies. May be shared between threads.
 */
public final class Explorer {
  private final Potential potential;
  private final ExplorerSettings settings;
  private final List<double[]> seeds;
  private final Optional<Adoption> adoption;
  private final Journal.Restart restart;
  private final Journal journal;
  private final JobRunner runner;
  private final StopRule<? super ExplorerEvent> until;
  private final Cancellation cancellation;

  /**
   * An explorer that starts afresh and keeps nothing beyond the landscape, on as many threads as
   * the settings say.
   *
   * @param potential the potential; what it does not say of its scales is {@linkplain
   *     Potential#measured measured}
   * @param settings how to explore, in units of the scales
   * @throws IllegalArgumentException if the goal is out of reach or batches cannot be drawn, as
   *     {@link ExplorerSettings#check} says
   */
  public Explorer(Potential potential, ExplorerSettings settings) {
    this(
        potential.measured(),
        settings,
        List.of(),
        Optional.empty(),
        Journal.Restart.fresh(),
        Journal.none(),
        JobRunner.threads(settings.threads()),
        StopRule.never(),
        new Cancellation());
    settings.check(potential);
  }

  private Explorer(
      Potential potential,
      ExplorerSettings settings,
      List<double[]> seeds,
      Optional<Adoption> adoption,
      Journal.Restart restart,
      Journal journal,
      JobRunner runner,
      StopRule<? super ExplorerEvent> until,
      Cancellation cancellation) {
    this.potential = potential;
    this.settings = settings;
    this.seeds = seeds;
    this.adoption = adoption;
    this.restart = restart;
    this.journal = journal;
    this.runner = runner;
    this.until = until;
    this.cancellation = cancellation;
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
    check(value);
    return new Explorer(
        potential,
        settings,
        List.copyOf(value),
        adoption,
        restart,
        journal,
        runner,
        until,
        cancellation);
  }

  /**
   * An explorer whose runs do not search, but take in points that come from elsewhere, of every
   * index: each is polished and characterised, transition states are followed to the minima that
   * they join, and what the landscape does not hold is added. A run ends when all are taken in,
   * {@link Exploration.Status#INCOMPLETE} if the Morse sum says that others are missing. The jobs
   * of a later search begin where they would have.
   *
   * @param value points of the full space, near stationary ones; not modified
   * @param method the method that the points are to be known by, for example {@code
   *     "continuation"}; neither blank nor in need of quotes
   * @return a copy of this explorer, without starting points of searches
   * @throws IllegalArgumentException if a point has another length than the dimension, or the
   *     method is blank
   */
  public Explorer adopting(List<double[]> value, String method) {
    check(value);
    if (method.isBlank()) {
      throw new IllegalArgumentException("the method needs a name");
    }
    return new Explorer(
        potential,
        settings,
        List.of(),
        Optional.of(new Adoption(List.copyOf(value), method)),
        restart,
        journal,
        runner,
        until,
        cancellation);
  }

  private void check(List<double[]> points) {
    for (double[] x : points) {
      if (x.length != potential.dimension()) {
        throw new IllegalArgumentException(
            "a point given has "
                + x.length
                + " components, the potential "
                + potential.dimension());
      }
    }
  }

  /**
   * An explorer that goes on from an earlier run.
   *
   * @param value where to go on
   * @return a copy of this explorer
   */
  public Explorer resuming(Journal.Restart value) {
    return new Explorer(
        potential, settings, seeds, adoption, value, journal, runner, until, cancellation);
  }

  /**
   * An explorer that keeps what it finds.
   *
   * @param value where to keep it
   * @return a copy of this explorer
   */
  public Explorer keepingIn(Journal value) {
    return new Explorer(
        potential, settings, seeds, adoption, restart, value, runner, until, cancellation);
  }

  /**
   * An explorer whose jobs are done elsewhere.
   *
   * @param value where; the number of threads of the settings is not used
   * @return a copy of this explorer
   */
  public Explorer workingOn(JobRunner value) {
    return new Explorer(
        potential, settings, seeds, adoption, restart, journal, value, until, cancellation);
  }

  /**
   * An explorer whose runs also end when a rule says so, such as those of {@link ExplorerLimits} or
   * a lambda of one's own. It is asked at each event but the last, just before that is told, and
   * ends the run with the job that the event belongs to.
   *
   * @param value the rule, beside the effort and the longest time of the settings
   * @return a copy of this explorer, in which the rule takes the place of an earlier one
   */
  public Explorer until(StopRule<? super ExplorerEvent> value) {
    return new Explorer(
        potential, settings, seeds, adoption, restart, journal, runner, value, cancellation);
  }

  /**
   * An explorer with another limit of time.
   *
   * @param longest the longest time of a run, in place of {@link ExplorerSettings#maxTime}
   * @return a copy of this explorer
   * @throws IllegalArgumentException if the time is not positive
   */
  public Explorer within(Duration longest) {
    return new Explorer(
        potential,
        settings.withMaxTime(longest),
        seeds,
        adoption,
        restart,
        journal,
        runner,
        until,
        cancellation);
  }

  /**
   * An explorer whose runs, those of its copies included, stop when a request is made.
   *
   * @param value the request; a run that begins after it ends at once
   * @return a copy of this explorer
   */
  public Explorer stoppingAt(Cancellation value) {
    return new Explorer(
        potential, settings, seeds, adoption, restart, journal, runner, until, value);
  }

  /**
   * How this explorer explores.
   *
   * @return the settings
   */
  public ExplorerSettings settings() {
    return settings;
  }

  /**
   * A run that grows a landscape.
   *
   * @param landscape the landscape, of the same dimension and symmetry; with points of this
   *     potential, or none
   * @return a run that has not begun, to be closed by the caller or run to its end
   * @throws IllegalArgumentException if the landscape is that of another potential
   */
  public ExplorerRun on(Landscape landscape) {
    return new ExplorerRun(this, landscape);
  }

  /**
   * Grows a landscape to the end.
   *
   * @param landscape the landscape, as for {@link #on}
   * @return how the run ended
   * @throws IllegalArgumentException if the landscape is that of another potential
   * @throws RuntimeException what the potential or the journal throws; the landscape keeps what was
   *     merged before
   */
  public Exploration explore(Landscape landscape) {
    try (ExplorerRun run = on(landscape)) {
      return run.run();
    }
  }

  Potential potential() {
    return potential;
  }

  List<double[]> seeds() {
    return seeds;
  }

  Optional<Adoption> adoption() {
    return adoption;
  }

  /** The largest index that is kept. */
  int maxIndex() {
    return adoption.isPresent() ? Integer.MAX_VALUE : settings.maxIndex();
  }

  Journal.Restart restart() {
    return restart;
  }

  Journal journal() {
    return journal;
  }

  JobRunner runner() {
    return runner;
  }

  StopRule<? super ExplorerEvent> until() {
    return until;
  }

  Cancellation cancellation() {
    return cancellation;
  }
}
