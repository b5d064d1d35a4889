package dev.tarn.certify;

import dev.tarn.interval.Ball;
import dev.tarn.interval.Interval;
import java.math.BigInteger;
import java.util.List;

/**
 * What was proven of a stationary point.
 *
 * <p>In the box there is exactly one stationary point, and it is the only one whose variables all
 * are within {@code uniqueness} of the box's centre. Variables are one unit of each kind (weights
 * from the inputs, bias, weights to the free outputs) and the biases of the free outputs for a
 * network with one hidden layer, else the potential's, without the last output of a softmax.
 *
 * @param multiplicities how many units each kind has; empty if the point is not given by kinds
 * @param zeros the number of units without weights
 * @param box the intervals of the variables
 * @param uniqueness as above
 * @param energy encloses the energy
 * @param eigenvalues enclose the Hessian's eigenvalues, ascending, those across centred outputs
 *     left out
 * @param index the number of negative eigenvalues
 * @param orbit the number of symmetry copies
 */
public record ProvenPoint(
    List<Integer> multiplicities,
    int zeros,
    List<Ball> box,
    double uniqueness,
    Interval energy,
    List<Interval> eigenvalues,
    int index,
    BigInteger orbit) {

  /** Keeps unmodifiable copies of the lists. */
  public ProvenPoint {
    multiplicities = List.copyOf(multiplicities);
    box = List.copyOf(box);
    eigenvalues = List.copyOf(eigenvalues);
  }

  /** The largest radius of the box. */
  public double radius() {
    return box.stream().mapToDouble(Ball::radius).max().orElse(0.0);
  }

  /** A lower bound of the magnitude of every eigenvalue. */
  public double smallestMagnitude() {
    return eigenvalues.stream().mapToDouble(Interval::mignitude).min().orElse(0.0);
  }
}
