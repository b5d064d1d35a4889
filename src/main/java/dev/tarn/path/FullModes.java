package dev.tarn.path;

import dev.tarn.linear.SymmetricEigen;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Slice;

/** All eigenvectors of the Hessian. */
final class FullModes implements LocalModes {
  private final Slice slice;
  private final int n;
  private final SymmetricEigen eigen;
  private final double[] gradient;
  private final double[] hessian;
  private final double[] along;

  FullModes(Potential potential) {
    slice = new Slice(potential);
    n = potential.dimension();
    eigen = new SymmetricEigen(n);
    gradient = new double[n];
    hessian = new double[n * n];
    along = new double[n];
  }

  @Override
  public double resolve(double[] x) {
    double energy = slice.hessian(x, gradient, hessian);
    if (!isFinite(energy)) {
      return Double.NaN;
    }
    eigen.decompose(hessian);
    double[] vectors = eigen.vectors();
    for (int k = 0; k < n; k++) {
      double f = 0.0;
      for (int i = 0; i < n; i++) {
        f += vectors[k * n + i] * gradient[i];
      }
      along[k] = f;
    }
    return energy;
  }

  private boolean isFinite(double energy) {
    double sum = energy;
    for (double component : gradient) {
      sum += Math.abs(component);
    }
    return Double.isFinite(sum);
  }

  @Override
  public double[] gradient() {
    return gradient;
  }

  @Override
  public int count() {
    return n;
  }

  @Override
  public double[] values() {
    return eigen.values();
  }

  @Override
  public double[] vectors() {
    return eigen.vectors();
  }

  @Override
  public double[] along() {
    return along;
  }

  @Override
  public boolean isComplete() {
    return true;
  }

  @Override
  public boolean isConvex() {
    return eigen.values()[0] > 0.0;
  }

  @Override
  public double newtonLength(double longest) {
    return QuadraticModel.newtonLength(this);
  }

  @Override
  public void takeNewtonStep(double[] x) {
    double[] vectors = eigen.vectors();
    for (int k = 0; k < n; k++) {
      double step = along[k] / eigen.values()[k];
      for (int i = 0; i < n; i++) {
        x[i] -= step * vectors[k * n + i];
      }
    }
  }

  @Override
  public void resolveLowest(double[] saddle) {
    slice.hessian(saddle, gradient, hessian);
    eigen.decompose(hessian);
  }
}
