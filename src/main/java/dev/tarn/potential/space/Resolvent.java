package dev.tarn.potential.space;

import dev.tarn.linear.Tridiagonal;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.Potential;

/**
 * Solves equations with the shifted Hessian of a potential, on its {@link Slice}. Holds a
 * workspace, for one thread.
 */
public interface Resolvent {

  /** What a potential offers whose Hessian has a form that is cheaper than a general one. */
  interface Source {
    /** A new workspace. */
    Resolvent resolvent();
  }

  /** The potential's own, or else the Hessian's tridiagonal form. */
  static Resolvent of(Potential potential) {
    return potential
        .capability(Source.class)
        .map(Source::resolvent)
        .orElseGet(() -> new General(potential));
  }

  /** Takes the components along null directions out of a point. */
  default void project(double[] x) {}

  /**
   * Moves to a point.
   *
   * @param x the point; not modified
   * @return the root-mean-square gradient
   */
  double moveTo(double[] x);

  /**
   * Takes gradient and Hessian where it has moved to for the equations to be solved.
   *
   * @param x the point it moved to last; not modified
   */
  void take(double[] x);

  /** The Frobenius norm of that Hessian, or a bound of its size. */
  double norm();

  /**
   * Fills {@code Re (H + i s)^-1 g}.
   *
   * @param shift {@code s}, positive
   * @param step receives the solution
   * @return its length
   */
  double solve(double shift, double[] step);

  /** The same with a right side in place of the gradient; not modified. */
  void solve(double[] right, double shift, double[] x);

  /** A general Hessian. */
  final class General implements Resolvent {
    private final Slice slice;
    private final Tridiagonal form;
    private final double[] gradient;
    private final double[] right;
    private final double[] entered;
    private final double[] hessian;

    private General(Potential potential) {
      slice = new Slice(potential);
      int n = potential.dimension();
      form = new Tridiagonal(n);
      gradient = new double[n];
      right = new double[n];
      entered = new double[n];
      hessian = new double[n * n];
    }

    @Override
    public void project(double[] x) {
      slice.project(x);
    }

    @Override
    public double moveTo(double[] x) {
      slice.gradient(x, gradient);
      return Vectors.rms(gradient);
    }

    @Override
    public void take(double[] x) {
      // An evaluator that keeps its last point has half of the Hessian there already.
      slice.hessian(x, right, hessian);
      form.decompose(hessian);
      form.enter(right);
    }

    @Override
    public double norm() {
      return Vectors.norm(hessian);
    }

    @Override
    public double solve(double shift, double[] step) {
      double length = form.solve(right, shift, step);
      form.leave(step);
      return length;
    }

    @Override
    public void solve(double[] c, double shift, double[] x) {
      System.arraycopy(c, 0, entered, 0, c.length);
      form.enter(entered);
      form.solve(entered, shift, x);
      form.leave(x);
    }
  }
}
