package dev.tarn.certify;

import dev.tarn.interval.Ball;
import dev.tarn.interval.Interval;
import dev.tarn.network.Network;
import dev.tarn.network.Penalty;

/**
 * What is added to the energy for a unit {@code (w, b, v)} of a network with one hidden layer, and
 * for the output biases: a coefficient for each component times the square, {@code v} taken with
 * the output that is no variable ({@link Outputs#square}).
 */
final class UnitPenalty {
  private final Penalty penalty;
  private final Outputs outputs;
  private final int inputs;
  private final int unit;

  UnitPenalty(Network network, Outputs outputs) {
    penalty = network.penalty();
    this.outputs = outputs;
    inputs = network.architecture().inputs();
    unit = inputs + 1 + outputs.free();
  }

  /** The coefficient of a component of a unit. */
  double coefficient(int k) {
    return k < inputs
        ? penalty.links().get(0)
        : k == inputs ? penalty.biases().get(0) : penalty.links().get(1);
  }

  /** The coefficient of the output biases. */
  double ofBiases() {
    return penalty.biases().get(1);
  }

  /** Half the second derivatives of {@code |u|^2}. */
  private double metric(int k, int l) {
    boolean out = k > inputs && l > inputs;
    return out ? outputs.metric(k - inputs - 1, l - inputs - 1) : k == l ? 1.0 : 0.0;
  }

  /** The slope of {@code |u|^2} by a component of the unit that begins at a place. */
  Ball squareSlope(Ball[] x, int at, int k) {
    Ball sum = Ball.ZERO;
    for (int l = 0; l < unit; l++) {
      if (metric(k, l) != 0.0) {
        sum = sum.plus(x[at + l].times(2.0 * metric(k, l)));
      }
    }
    return sum;
  }

  /** The second derivatives of a unit's penalty. */
  Interval[] block() {
    Interval[] block = new Interval[unit * unit];
    for (int k = 0; k < unit; k++) {
      for (int l = 0; l < unit; l++) {
        block[k * unit + l] = Interval.of(2.0 * metric(k, l)).times(coefficient(k));
      }
    }
    return block;
  }
}
