package dev.tarn.hop;

import dev.tarn.job.JobRunner;
import dev.tarn.job.StopRule;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.OrbitIndex;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Basin-hopping: a Metropolis walk on the energies of the minima (Wales and Doye, J. Phys. Chem. A
 * 101, 5111, 1997).
 *
 * <p>A step displaces every variable by a number drawn uniformly from {@code [-s, s]}, quenches the
 * point, and accepts the minimum {@code E_new} with probability {@code min(1, exp(-(E_new -
 * E_old)/T))}. The next step begins at the accepted minimum. The step size {@code s} is multiplied
 * or divided by a factor at intervals, so that the fraction of accepted steps tends to its target;
 * it stays within a hundredfold of its first value. Every distinct minimum is kept, accepted or
 * not.
 *
 * <p><b>The quench</b> is L-BFGS, then Newton's method to the rounding floor, without forming the
 * Hessian beyond {@link StationaryPolish#FULL_DIMENSION} variables. A quench that ends on a saddle
 * goes on from a point beside it along the lowest mode. What counts as the same minimum, {@link
 * OrbitIndex} says. A point with a zero eigenvalue passes as a minimum, since a continuous symmetry
 * that is no shift of the variables gives every point one.
 *
 * <p><b>Failures.</b> A step whose quench meets an energy or gradient that is not finite, or does
 * not converge, fails and is counted as rejected. While a walk from random starts has no minimum,
 * each step draws another random point.
 *
 * <p>The cost is that of the quenches; the memory grows with the number of distinct minima. This
 * object is immutable and may be shared between threads; each walk has an {@link
 * Potential#evaluator() evaluator} of its own. The same start, settings and random stream give the
 * same steps.
 */
public final class BasinHopping {
  private final Potential potential;
  private final Optional<Potential> rough;
  private final HopSettings settings;

  /**
   * Makes a search.
   *
   * @param potential the potential; copied for each walk
   * @param settings how to hop
   */
  public BasinHopping(Potential potential, HopSettings settings) {
    this(potential.measured(), Optional.empty(), settings);
  }

  private BasinHopping(Potential potential, Optional<Potential> rough, HopSettings settings) {
    this.potential = potential;
    this.rough = rough;
    this.settings = settings;
  }

  /**
   * The same search with quenches that begin on a cheaper potential: L-BFGS goes down there until
   * that one's gradient is no larger than the difference of the two, and from there on this one, as
   * it would have from the start. The minima are this potential's, but a start may lead to another
   * one than without.
   *
   * @param cheaper a potential of the same variables that is like this one, such as a network on a
   *     batch of its examples; with the same scales, and a reduction to the same coordinates if
   *     this one has a reduction
   * @return a copy of this search
   * @throws IllegalArgumentException if the dimension is another one
   */
  public BasinHopping beginningOn(Potential cheaper) {
    if (cheaper.dimension() != potential.dimension()) {
      throw new IllegalArgumentException(
          "a potential of "
              + potential.dimension()
              + " variables is wanted, not of "
              + cheaper.dimension());
    }
    return new BasinHopping(potential, Optional.of(cheaper), settings);
  }

  /**
   * How this search hops.
   *
   * @return the settings
   */
  public HopSettings settings() {
    return settings;
  }

  /**
   * The steps from a random start ({@link Potential#randomPoint}).
   *
   * @param random the source of randomness; used by the stream alone until its end
   * @return an infinite, ordered, sequential stream that makes each step when it is asked for
   */
  public Stream<Step> stream(RandomGenerator random) {
    return walk(random, Optional.empty()).stream();
  }

  /**
   * The steps from a given start.
   *
   * @param start the starting point; copied
   * @param random the source of randomness; used by the stream alone until its end
   * @return an infinite, ordered, sequential stream that makes each step when it is asked for
   * @throws IllegalArgumentException if the length of {@code start} is not the potential's
   *     dimension, or a component is not finite
   */
  public Stream<Step> stream(double[] start, RandomGenerator random) {
    Ensemble.checkStart(potential, start);
    return walk(random, Optional.of(start)).stream();
  }

  /**
   * Hops from a random start until a rule says stop.
   *
   * @param random the source of randomness
   * @param stop asked after each step
   * @param listener receives each step, on the calling thread
   * @return what was found; also when the calling thread is interrupted, which ends the run after
   *     the step under way and leaves the interrupt flag set
   */
  public Result run(
      RandomGenerator random,
      StopRule<? super HopLimits.Progress> stop,
      Consumer<? super Step> listener) {
    return run(walk(random, Optional.empty()), stop, listener);
  }

  /**
   * Hops from a given start until a rule says stop.
   *
   * @param start the starting point; copied
   * @param random the source of randomness
   * @param stop asked after each step
   * @param listener receives each step, on the calling thread
   * @return what was found; also when the calling thread is interrupted, which ends the run after
   *     the step under way and leaves the interrupt flag set
   * @throws IllegalArgumentException if the length of {@code start} is not the potential's
   *     dimension, or a component is not finite
   */
  public Result run(
      double[] start,
      RandomGenerator random,
      StopRule<? super HopLimits.Progress> stop,
      Consumer<? super Step> listener) {
    Ensemble.checkStart(potential, start);
    return run(walk(random, Optional.of(start)), stop, listener);
  }

  private Result run(
      Ensemble walk, StopRule<? super HopLimits.Progress> stop, Consumer<? super Step> listener) {
    try (walk) {
      String reason = walk.run(stop, listener);
      return walk.result(reason, settings);
    }
  }

  private Ensemble walk(RandomGenerator random, Optional<double[]> start) {
    Quench quench = new Quench(potential, rough, settings);
    Walker walker = new Walker(potential, settings, quench, 0, random, start);
    return new Ensemble(
        new OrbitIndex(potential, settings.tolerances()),
        List.of(walker),
        1,
        random,
        JobRunner.direct());
  }

  /**
   * What a run found.
   *
   * @param minima one point of each distinct class of minima, as it was first found, by ascending
   *     energy; immutable, empty if no step reached a minimum
   * @param steps the number of steps taken by all walkers together, the quench of each starting
   *     point included
   * @param failures how many of them reached no minimum
   * @param acceptanceRatio the fraction of the steps that were accepted, the quenches of the
   *     starting points left out; 0 if there were no other steps
   * @param stopReason why the run stopped, in words
   * @param settings how the walkers hopped
   */
  public record Result(
      List<PolishedPoint> minima,
      long steps,
      long failures,
      double acceptanceRatio,
      String stopReason,
      HopSettings settings) {

    /**
     * Copies the list.
     *
     * @param minima as above
     * @param steps as above
     * @param failures as above
     * @param acceptanceRatio as above
     * @param stopReason as above
     * @param settings as above
     */
    public Result {
      minima = List.copyOf(minima);
    }

    /**
     * The minimum of lowest energy.
     *
     * @return the first of the minima, empty if there are none
     */
    public Optional<PolishedPoint> best() {
      return minima.stream().findFirst();
    }
  }

  /**
   * One step of a walker: a displacement, its quench and the decision.
   *
   * <p>The points are the walker's own, not copies: their arrays must not be modified.
   *
   * @param number the number of the step among the walker's own, from 1; step 1 quenches the
   *     starting point without a displacement
   * @param walker the number of the walker, from 0; 0 where there is only one
   * @param outcome what became of the step
   * @param trial where the quench ended; a minimum unless the outcome is {@link Outcome#FAILED}
   * @param label the number of the trial's class among the distinct minima of the run, from 0 in
   *     the order in which they were found; -1 for a failed step
   * @param fresh whether the trial's class was seen for the first time in this run
   * @param current where the walker stands after the decision; before its first minimum this is no
   *     stationary point
   * @param stepSize the largest displacement of a variable in this step
   */
  public record Step(
      long number,
      int walker,
      Outcome outcome,
      PolishedPoint trial,
      int label,
      boolean fresh,
      PolishedPoint current,
      double stepSize) {

    /** What became of a step. */
    public enum Outcome {
      /** The walker moved to the trial, which may be the minimum that it came from. */
      ACCEPTED,
      /** The walker stayed where it was; the trial is a minimum all the same, and is kept. */
      REJECTED,
      /**
       * The quench reached no minimum, or an energy or gradient was not finite: the walker stayed.
       */
      FAILED
    }

    /**
     * Whether the quench reached a minimum.
     *
     * @return true unless the step failed
     */
    public boolean foundMinimum() {
      return outcome != Outcome.FAILED;
    }
  }
}
