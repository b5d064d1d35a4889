package dev.tarn.path;

import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPolish;

/**
 * The local quadratic model of a potential, resolved in modes: eigenvectors of the Hessian, or the
 * Ritz vectors of a space that holds the gradient. Confined to one thread.
 */
interface LocalModes {

  /** Evaluates a point and resolves its gradient; returns the energy. */
  double resolve(double[] x);

  /** The gradient at the last point. */
  double[] gradient();

  /** The number of modes. */
  int count();

  /** The curvatures of the modes, ascending. */
  double[] values();

  /** The modes, of unit length: number {@code k} from {@code k*n} on. */
  double[] vectors();

  /** The gradient's components along the modes. */
  double[] along();

  /** Whether there are as many modes as variables. */
  boolean isComplete();

  /** Whether no mode leads down. */
  boolean isConvex();

  /**
   * The length of the Newton step from the last point, infinite where the Hessian is singular.
   *
   * @param longest a length beyond which the step is of no use, so that it need not be computed
   */
  double newtonLength(double longest);

  /** Takes the Newton step, whose length was asked for before, from a copy of the last point. */
  void takeNewtonStep(double[] x);

  /** Fills values and vectors with the lowest modes at a saddle. */
  void resolveLowest(double[] saddle);

  /** The modes that suit a potential's dimension. */
  static LocalModes of(Potential potential) {
    return StationaryPolish.usesHessian(potential)
        ? new FullModes(potential)
        : new KrylovModes(potential);
  }
}
