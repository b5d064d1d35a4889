package dev.tarn.interval;

import java.util.List;

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
}
