package dev.tarn.certify;

import dev.tarn.interval.Ball;
import dev.tarn.interval.Interval;

/**
 * A potential whose derivatives can be enclosed: the equations {@code dE/dx = 0}. The variables may
 * be other ones than the potential's; then {@link #isometric} says what its eigenvalues are made
 * from. Immutable, may be shared between threads.
 */
interface Equations {

  /** The number of variables. */
  int size();

  /** The energy of all points of a box. */
  Ball energy(Ball[] box);

  /** The gradient over a box. */
  Ball[] gradient(Ball[] box);

  /** The Hessian over a box, row by row: {@code size * size} entries, symmetric. */
  Interval[] hessian(Interval[] box);

  /**
   * The Hessian in coordinates in which lengths are those of the potential's variables; by default
   * these are the variables.
   *
   * @param hessian what {@link #hessian} gave
   */
  default Interval[] isometric(Interval[] hessian) {
    return hessian;
  }
}
