package dev.tarn.hop;

import dev.tarn.hop.BasinHopping.Step.Outcome;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.PolishedPoint;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One walker with its place, temperature, step size and random stream. Not thread-safe, but it may
 * pass from thread to thread between steps.
 */
final class Walker {
  /** How far the step size may depart from the first one, as a factor. */
  static final double STEP_RANGE = 100.0;

  /** A step before the run has looked up which minimum it found. */
  record Trial(
      long number,
      int walker,
      Outcome outcome,
      PolishedPoint trial,
      PolishedPoint current,
      double stepSize) {}

  private final Potential potential;
  private final HopSettings settings;
  private final Potential.Scales scales;
  private final int walker;
  private final RandomGenerator random;
  private final boolean startsAnywhere;
  private final Quench quench;
  private final double[] point;
  private final Optional<Potential.Moves> moves;
  private PolishedPoint current;
  private boolean located;
  private double stepSize;
  private long number;
  private int tried;
  private int accepted;

  /**
   * A walker that has not moved yet.
   *
   * @param potential used by this walker alone
   * @param settings how it hops, with its own temperature
   * @param quench how it goes down, used by this walker alone
   * @param walker its number
   * @param random its own stream
   * @param start where it starts, not kept; empty to draw random points until one leads to a
   *     minimum
   */
  Walker(
      Potential potential,
      HopSettings settings,
      Quench quench,
      int walker,
      RandomGenerator random,
      Optional<double[]> start) {
    this.potential = potential;
    this.settings = settings;
    this.walker = walker;
    this.random = random;
    startsAnywhere = start.isEmpty();
    this.quench = quench;
    moves = potential.capability(Potential.Moves.class);
    point = new double[potential.dimension()];
    current = Quench.notStationary(start.orElse(point), Double.NaN, Double.NaN);
    scales = potential.scales().orElse(Potential.Scales.ONE);
    stepSize = settings.stepSize() * scales.length();
  }

  Trial step() {
    number++;
    double used = stepSize;
    if (startsAnywhere && !located) {
      potential.randomPoint(random, point);
    } else {
      System.arraycopy(current.coordinates(), 0, point, 0, point.length);
      if (number > 1) {
        displace();
      }
    }
    PolishedPoint trial = quench.run(point, random);
    Outcome outcome = decide(trial);
    if (number > 1 && settings.adaptationInterval() > 0) {
      adapt(outcome == Outcome.ACCEPTED);
    }
    return new Trial(number, walker, outcome, trial, current, used);
  }

  double temperature() {
    return settings.temperature() * scales.energy();
  }

  /** Whether the walker stands at a minimum. */
  boolean located() {
    return located;
  }

  double energy() {
    return current.energy();
  }

  /** Exchanges the minima of two walkers; temperatures and step sizes stay. */
  void exchange(Walker other) {
    PolishedPoint mine = current;
    current = other.current;
    other.current = mine;
  }

  private void displace() {
    if (moves.isPresent()) {
      moves.get().displace(point, stepSize, random);
      return;
    }
    for (int i = 0; i < point.length; i++) {
      point[i] += stepSize * (2.0 * random.nextDouble() - 1.0);
    }
  }

  private Outcome decide(PolishedPoint trial) {
    if (!quench.isMinimum(trial)) {
      return Outcome.FAILED;
    }
    if (located) {
      double rise = trial.energy() - current.energy();
      if (rise > 0.0 && random.nextDouble() >= StrictMath.exp(-rise / temperature())) {
        return Outcome.REJECTED;
      }
    }
    current = trial;
    located = true;
    return Outcome.ACCEPTED;
  }

  private void adapt(boolean wasAccepted) {
    tried++;
    if (wasAccepted) {
      accepted++;
    }
    if (tried < settings.adaptationInterval()) {
      return;
    }
    double aim = settings.targetAcceptance() * tried;
    double initial = settings.stepSize() * scales.length();
    if (accepted > aim) {
      stepSize = Math.min(stepSize * settings.adaptationFactor(), initial * STEP_RANGE);
    } else if (accepted < aim) {
      stepSize = Math.max(stepSize / settings.adaptationFactor(), initial / STEP_RANGE);
    }
    tried = 0;
    accepted = 0;
  }
}
