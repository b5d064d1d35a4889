package dev.tarn.surfaces.atoms;

import dev.tarn.potential.Evaluator.SmoothEnergy.Scalar;
import java.io.Serializable;

/**
 * The energy of a pair of atoms, written once for numbers of any kind: what a cluster offers, as a
 * capability, whose points can be proven. Immutable.
 */
public interface PairEnergy extends Serializable {

  /**
   * The energy of a pair.
   *
   * @param square the squared distance {@code q = r^2}
   * @param <T> what encloses the numbers
   * @return {@code v(sqrt(q))}
   */
  <T extends Scalar<T>> T at(T square);

  /** Lennard-Jones: {@code 4 (q^-6 - q^-3)}. */
  record LennardJones() implements PairEnergy {
    @Override
    public <T extends Scalar<T>> T at(T square) {
      T inverse = square.constant(1.0).dividedBy(square);
      T six = inverse.square().times(inverse);
      return six.square().minus(six).times(4.0);
    }
  }

  /**
   * Morse: {@code e (e - 2)} with {@code e = exp(rho (1 - sqrt(q)))}.
   *
   * @param rho the range parameter
   */
  record Morse(double rho) implements PairEnergy {
    @Override
    public <T extends Scalar<T>> T at(T square) {
      T e = square.constant(1.0).minus(square.sqrt()).times(rho).exp();
      return e.square().minus(e.times(2.0));
    }
  }
}
