package dev.tarn.minimise;

import dev.tarn.linear.LbfgsDirection;
import dev.tarn.linear.Vectors;
import dev.tarn.minimise.Lbfgs.Result.Status;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Preconditioner;
import java.util.Optional;

/**
 * The L-BFGS minimiser in the manner of GMIN: no line search. A step longer than the cap is scaled
 * back; a step that raises the energy by more than the tolerance is cut to a tenth until it does
 * not (Wales and Doye, J. Phys. Chem. A 101, 5111, 1997, and the GMIN documentation describe the
 * custom minimiser). When ten cuts do not help, the history is dropped and the steepest descent
 * tried once.
 *
 * <p>Where the objective is its own {@link Preconditioner}, the history begins with that at every
 * direction, and it is taken anew every {@value #REFRESH} steps.
 *
 * <p>It needs the gradient only, so that it suits thousands of variables: memory {@code (2m + 6)
 * n}, one gradient and {@code 4mn} multiplications an iteration. Nothing is allocated in the loop.
 * Not thread-safe.
 */
public final class Lbfgs {
  private static final int MAX_CUTS = 10;
  private static final double CUT = 0.1;
  private static final double ROUNDINGS = 8.0;
  private static final int REFRESH = 10;

  // From here on the room is given back at the end: minimisers wait in great numbers.
  private static final int HEAVY = 30_000;

  private final int n;
  private final Evaluator objective;
  private final LbfgsSettings settings;
  private final Optional<Preconditioner> preconditioner;
  private final LbfgsDirection history;
  private double[] direction = {};
  private double[] point = {};
  private double[] trial = {};
  private double[] gradient = {};
  private double[] trialGradient = {};

  /**
   * A minimiser of a potential.
   *
   * @param potential the potential; used by this minimiser's thread only
   * @param settings how to minimise
   */
  public Lbfgs(Potential potential, LbfgsSettings settings) {
    this(potential.dimension(), potential.evaluator(), settings);
  }

  /**
   * A minimiser of any differentiable function.
   *
   * @param n the number of variables
   * @param objective the function
   * @param settings how to minimise
   */
  public Lbfgs(int n, Evaluator objective, LbfgsSettings settings) {
    this.n = n;
    this.objective = objective;
    this.settings = settings;
    preconditioner = objective instanceof Preconditioner own ? Optional.of(own) : Optional.empty();
    history =
        new LbfgsDirection(
            n,
            settings.memory(),
            settings.initialDiagonal(),
            preconditioner.map(own -> own::divide));
    takeRoom(n);
  }

  private void takeRoom(int size) {
    direction = new double[size];
    point = new double[size];
    trial = new double[size];
    gradient = new double[size];
    trialGradient = new double[size];
  }

  /**
   * Minimises from a point, with the settings' tolerance and limit.
   *
   * @param x the starting point, replaced by the last point reached; its energy is at most the
   *     starting one plus the tolerated rises
   * @return how it ended
   * @throws IllegalArgumentException if {@code x} has another length than the number of variables
   */
  public Result minimise(double[] x) {
    return minimise(x, settings.maxIterations());
  }

  /**
   * Minimises from a point, with a limit of its own.
   *
   * @param x the starting point, replaced by the last point reached
   * @param maxIterations the largest number of accepted steps
   * @return how it ended
   * @throws IllegalArgumentException if {@code x} has another length than the number of variables
   */
  public Result minimise(double[] x, int maxIterations) {
    if (x.length != n) {
      throw new IllegalArgumentException(
          "the starting point has " + x.length + " components, not " + n);
    }
    if (point.length < n) {
      takeRoom(n);
    }
    System.arraycopy(x, 0, point, 0, n);
    history.reset();
    double energy = objective.gradient(point, gradient);
    double rms = Vectors.rms(gradient);
    int evaluations = 1;
    int iterations = 0;
    Status status = Status.MAX_ITERATIONS;
    if (!Double.isFinite(energy) || !Double.isFinite(rms)) {
      return new Result(energy, rms, 0, 1, Status.NOT_FINITE);
    }
    while (true) {
      if (rms <= settings.tolerance()) {
        status = Status.CONVERGED;
        break;
      }
      if (iterations >= maxIterations) {
        break;
      }
      if (iterations % REFRESH == 0) {
        preconditioner.ifPresent(own -> own.moveTo(point));
      }
      double step = capped();
      // What a difference of two energies may be by rounding alone is no rise.
      double rise = settings.maxRise() == 0.0 ? 0.0 : Math.max(settings.maxRise(), noise(energy));
      int cuts = 0;
      double trialEnergy;
      while (true) {
        for (int i = 0; i < n; i++) {
          trial[i] = point[i] + step * direction[i];
        }
        trialEnergy = objective.gradient(trial, trialGradient);
        evaluations++;
        if (trialEnergy - energy <= rise || cuts == MAX_CUTS) {
          break;
        }
        step *= CUT;
        cuts++;
      }
      if (!(trialEnergy - energy <= rise)) {
        if (history.isEmpty()) {
          status = Status.STALLED;
          break;
        }
        history.reset();
        continue;
      }
      history.update(trial, point, trialGradient, gradient);
      double[] swap = point;
      point = trial;
      trial = swap;
      swap = gradient;
      gradient = trialGradient;
      trialGradient = swap;
      energy = trialEnergy;
      rms = Vectors.rms(gradient);
      iterations++;
    }
    System.arraycopy(point, 0, x, 0, n);
    if (n > HEAVY) {
      history.reset();
      takeRoom(0);
    }
    return new Result(energy, rms, iterations, evaluations, status);
  }

  private static double noise(double energy) {
    return ROUNDINGS * Math.ulp(energy);
  }

  /** Computes the direction and the factor that caps its length. */
  private double capped() {
    history.direction(gradient, direction);
    double square = 0.0;
    double slope = 0.0;
    for (int i = 0; i < n; i++) {
      square += direction[i] * direction[i];
      slope += direction[i] * gradient[i];
    }
    double length = Math.sqrt(square);
    double step = length > settings.maxStep() ? settings.maxStep() / length : 1.0;
    // Rounding can turn the direction uphill when the history is ill-conditioned.
    return slope > 0.0 ? -step : step;
  }

  /**
   * What a minimisation ended with.
   *
   * @param energy the energy at the last point
   * @param rms the root-mean-square gradient there
   * @param iterations the number of accepted steps
   * @param evaluations the number of gradients evaluated
   * @param status why it stopped
   */
  public record Result(double energy, double rms, int iterations, int evaluations, Status status) {

    /** Why a minimisation stopped. */
    public enum Status {
      /** The root-mean-square gradient fell to the tolerance. */
      CONVERGED,
      /** The limit of iterations was reached. */
      MAX_ITERATIONS,
      /** No step along the steepest descent lowers the energy any more: the rounding floor. */
      STALLED,
      /** The energy or gradient is not finite at the starting point. */
      NOT_FINITE
    }

    /**
     * Whether the tolerance was met.
     *
     * @return true for {@link Status#CONVERGED}
     */
    public boolean converged() {
      return status == Status.CONVERGED;
    }
  }
}
