package dev.tarn.interval;

import java.util.List;
import java.util.Optional;

/**
 * What a potential offers, as a capability, whose points can be certified: its energy, written once
 * for numbers of any kind. Gradient and Hessian follow by the chain rule ({@link Jet}). It is
 * immutable, and may be shared between threads.
 */
public interface SmoothEnergy {

  /**
   * The energy.
   *
   * @param x the variables
   * @param <T> what encloses the numbers
   */
  <T extends Scalar<T>> T energy(List<T> x);

  /**
   * This energy as a capability of a potential.
   *
   * @param type what is asked for
   * @return this energy if it is that
   */
  default <C> Optional<C> as(Class<C> type) {
    return type.equals(SmoothEnergy.class) ? Optional.of(type.cast(this)) : Optional.empty();
  }
}
