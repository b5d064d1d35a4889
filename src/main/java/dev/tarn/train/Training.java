package dev.tarn.train;

import dev.tarn.job.RandomStreams;
import dev.tarn.job.order.OrderedJobs;
import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Vector;
import dev.tarn.train.Training.Run.Ending;
import java.io.Serializable;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * How a network is trained: on the whole training set at each step, from random weights.
 *
 * <p>Run {@code k} draws from the random stream of the seed and {@code k} alone, so that it is the
 * same whichever other runs there are and whatever the number of threads. Immutable, may be shared
 * between threads. Cost: one gradient a step (L-BFGS now and then more).
 *
 * @param optimiser how the weights are changed
 * @param initialisation how they are drawn
 * @param maxSteps the largest number of steps, at least 1
 * @param tolerance the root-mean-square gradient at which a run has converged, 0 or more
 * @param snapshotEvery the number of steps between two snapshots, the start and the end being
 *     always among them; 0 for none
 * @param seed the seed of all runs
 */
public record Training(
    Optimiser optimiser,
    Initialisation initialisation,
    int maxSteps,
    double tolerance,
    int snapshotEvery,
    long seed)
    implements Serializable {

  /**
   * Checks the numbers.
   *
   * @param optimiser as above
   * @param initialisation as above
   * @param maxSteps as above
   * @param tolerance as above
   * @param snapshotEvery as above
   * @param seed as above
   * @throws IllegalArgumentException if one is out of range
   */
  public Training {
    if (maxSteps < 1) {
      throw new IllegalArgumentException("the number of steps is at least 1, not " + maxSteps);
    }
    if (!(tolerance >= 0.0)) {
      throw new IllegalArgumentException("the tolerance is 0 or more, not " + tolerance);
    }
    if (snapshotEvery < 0) {
      throw new IllegalArgumentException(
          "the steps between snapshots are 0 or more, not " + snapshotEvery);
    }
  }

  /**
   * Training without snapshots, up to a root-mean-square gradient of 1e-6.
   *
   * @param optimiser as above
   * @param initialisation as above
   * @param maxSteps as above
   * @param seed as above
   * @return the training
   * @throws IllegalArgumentException as the constructor
   */
  public static Training of(
      Optimiser optimiser, Initialisation initialisation, int maxSteps, long seed) {
    return new Training(optimiser, initialisation, maxSteps, 1e-6, 0, seed);
  }

  /**
   * A copy with snapshots.
   *
   * @param every the number of steps between two snapshots, 0 for none
   * @return the copy
   * @throws IllegalArgumentException if {@code every} is negative
   */
  public Training withSnapshots(int every) {
    return new Training(optimiser, initialisation, maxSteps, tolerance, every, seed);
  }

  /**
   * A copy with another tolerance.
   *
   * @param rms the root-mean-square gradient at which a run has converged, 0 or more
   * @return the copy
   * @throws IllegalArgumentException if {@code rms} is negative
   */
  public Training withTolerance(double rms) {
    return new Training(optimiser, initialisation, maxSteps, rms, snapshotEvery, seed);
  }

  /**
   * Trains from random weights.
   *
   * @param learner what is trained
   * @param number the number of the run, 0 or more
   * @return what happened
   */
  public Run run(Learner learner, long number) {
    return run(learner, number, start(learner, number));
  }

  /**
   * The weights that a run begins with.
   *
   * @param learner what is trained
   * @param number the number of the run, 0 or more
   * @return a new array
   */
  public double[] start(Learner learner, long number) {
    return learner.start(initialisation, RandomStreams.of(seed, number));
  }

  /**
   * Trains from given weights.
   *
   * @param learner what is trained
   * @param number the number that the run gets
   * @param start the weights; not modified
   * @return what happened
   * @throws IllegalArgumentException if the start has the wrong length, or energy or gradient are
   *     not finite there
   */
  public Run run(Learner learner, long number, double[] start) {
    int n = learner.potential().dimension();
    if (start.length != n) {
      throw new IllegalArgumentException(
          "the starting point has " + start.length + " components, not " + n);
    }
    Recorder recorder = new Recorder(n, snapshotEvery);
    double[] x = start.clone();
    Ending ending;
    if (optimiser instanceof Optimiser.QuasiNewton how) {
      ending = minimise(learner.potential().evaluator(), how.settings(), x, recorder);
    } else if (optimiser instanceof Optimiser.Adam how) {
      ending = follow(learner.potential().evaluator(), Stepper.of(how, n), x, recorder);
    } else {
      Optimiser.GradientDescent how = (Optimiser.GradientDescent) optimiser;
      ending = follow(learner.potential().evaluator(), Stepper.of(how, n), x, recorder);
    }
    if (recorder.isEmpty()) {
      throw new IllegalArgumentException(
          "energy or gradient are not finite at the starting point of run " + number);
    }
    return recorder.run(number, learner, ending);
  }

  /**
   * Trains many times, from different random weights.
   *
   * @param learner what is trained
   * @param runs the number of runs, 0 or more; they have the numbers from 0 on
   * @param threads the number of threads, at least 1; the result does not depend on it
   * @param sink receives the runs by number, in this thread, each as soon as those before it are
   *     done
   * @throws IllegalArgumentException if a number is out of range
   */
  public void runAll(Learner learner, int runs, int threads, Consumer<Run> sink) {
    OrderedJobs.run(runs, threads, () -> number -> run(learner, number), sink);
  }

  private Ending follow(Evaluator evaluator, Stepper stepper, double[] x, Recorder recorder) {
    double[] gradient = new double[x.length];
    while (true) {
      double energy = evaluator.gradient(x, gradient);
      if (!recorder.add(x, energy, gradient)) {
        return Ending.DIVERGED;
      }
      if (recorder.rms() <= tolerance) {
        return Ending.CONVERGED;
      }
      if (recorder.steps() == maxSteps) {
        return Ending.CUT_OFF;
      }
      stepper.step(x, gradient);
    }
  }

  private Ending minimise(
      Evaluator evaluator, LbfgsSettings settings, double[] x, Recorder recorder) {
    LbfgsSettings own = settings.withTolerance(tolerance).withMaxIterations(maxSteps);
    Lbfgs lbfgs =
        new Lbfgs(
            x.length,
            (point, gradient) -> {
              double energy = evaluator.gradient(point, gradient);
              // What L-BFGS accepts as a step; other points are trials.
              if (recorder.isEmpty() || energy - recorder.energy() <= own.maxRise()) {
                recorder.add(point, energy, gradient);
              }
              return energy;
            },
            own);
    Lbfgs.Result.Status status = lbfgs.minimise(x).status();
    return switch (status) {
      case CONVERGED -> Ending.CONVERGED;
      case MAX_ITERATIONS -> Ending.CUT_OFF;
      case STALLED -> Ending.STALLED;
      case NOT_FINITE -> Ending.DIVERGED;
    };
  }

  /**
   * What a training run did.
   *
   * @param number the number of the run, which names its random stream
   * @param energies the energy after each step, the regulariser included; the first is that of the
   *     start
   * @param gradients the root-mean-square gradient at the same points
   * @param snapshots parameters along the run, by step; empty unless asked for
   * @param end the parameters after the last step
   * @param accuracy the share of the training examples that the end predicts rightly; empty for a
   *     network that does not tell classes apart
   * @param ending why the run ended
   */
  public record Run(
      long number,
      Vector energies,
      Vector gradients,
      List<Snapshot> snapshots,
      Vector end,
      OptionalDouble accuracy,
      Ending ending)
      implements Serializable {

    /**
     * Parameters on the way.
     *
     * @param step the number of steps made before
     * @param point the parameters
     */
    public record Snapshot(int step, Vector point) implements Serializable {}

    private Object writeReplace() {
      double known = accuracy.orElse(Double.NaN);
      return new RunForm(number, energies, gradients, snapshots, end, known, ending);
    }

    /**
     * A run that another program made.
     *
     * @param learner what was trained
     * @param weights the weights step by step, at least one; not modified
     * @param every of how many steps one becomes a snapshot, at least 1; the last one does in any
     *     case
     * @return the run, with the number 0 and the energies and gradients of the learner's potential
     * @throws IllegalArgumentException if there are no weights, some have the wrong length, or
     *     energy or gradient are not finite there
     */
    public static Run recorded(Learner learner, List<double[]> weights, int every) {
      int n = learner.potential().dimension();
      Evaluator evaluator = learner.potential().evaluator();
      Recorder recorder = new Recorder(n, every);
      double[] gradient = new double[n];
      for (double[] x : weights) {
        if (x.length != n) {
          throw new IllegalArgumentException(
              "a step of a run has " + n + " weights, not " + x.length);
        }
        if (!recorder.add(x, evaluator.gradient(x, gradient), gradient)) {
          throw new IllegalArgumentException(
              "energy or gradient are not finite at step " + (recorder.steps() + 1));
        }
      }
      if (recorder.isEmpty()) {
        throw new IllegalArgumentException("a recorded run has one step or more, not 0");
      }
      return recorder.run(0, learner, Ending.RECORDED);
    }

    /** Why a run ended. */
    public enum Ending {
      /** Another program ended it. */
      RECORDED,
      /** The root-mean-square gradient fell to the tolerance. */
      CONVERGED,
      /** All steps were made before that. */
      CUT_OFF,
      /** L-BFGS found no step that lowers the energy any more. */
      STALLED,
      /**
       * The energy or the gradient was no longer finite; the end is the last point where it was.
       */
      DIVERGED
    }

    /**
     * Takes a copy of the list.
     *
     * @param number as above
     * @param energies as above
     * @param gradients as above
     * @param snapshots as above
     * @param end as above
     * @param accuracy as above
     * @param ending as above
     */
    public Run {
      snapshots = List.copyOf(snapshots);
    }

    /**
     * The number of steps.
     *
     * @return one less than there are energies
     */
    public int steps() {
      return energies.length() - 1;
    }

    /**
     * Whether the run was neither cut off nor diverged.
     *
     * @return true if it converged or stalled
     */
    public boolean endedByItself() {
      return ending == Ending.CONVERGED || ending == Ending.STALLED;
    }

    /**
     * The energy at the end.
     *
     * @return the last of the energies
     */
    public double energy() {
      return energies.get(steps());
    }
  }
}
