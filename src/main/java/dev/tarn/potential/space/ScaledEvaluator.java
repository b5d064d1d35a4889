package dev.tarn.potential.space;

import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential.Scales;

/** Evaluates a {@link ScaledPotential}. For one thread. */
final class ScaledEvaluator implements Evaluator {
  private final Evaluator base;
  private final double length;
  private final double energy;
  private final double noise;
  private final double slope;
  private final double[] point;

  ScaledEvaluator(Evaluator base, int n, Scales scales, double noise) {
    this.base = base;
    this.noise = noise;
    length = scales.length();
    energy = scales.energy();
    slope = length / energy;
    point = new double[n];
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    double value = base.gradient(at(x), gradient);
    multiply(slope, gradient);
    return value / energy;
  }

  @Override
  public double energy(double[] x) {
    return base.energy(at(x)) / energy;
  }

  @Override
  public double hessian(double[] x, double[] gradient, double[] hessian) {
    if (!base.hasAnalyticHessian()) {
      return Evaluator.super.hessian(x, gradient, hessian);
    }
    double value = base.hessian(at(x), gradient, hessian);
    multiply(slope, gradient);
    multiply(slope * length, hessian);
    return value / energy;
  }

  @Override
  public void hessianProduct(double[] x, double[] direction, double[] product) {
    if (!base.hasAnalyticHessian()) {
      Evaluator.super.hessianProduct(x, direction, product);
      return;
    }
    base.hessianProduct(at(x), direction, product);
    multiply(slope * length, product);
  }

  @Override
  public double gradientNoise() {
    return Math.max(noise, slope * base.gradientNoise());
  }

  @Override
  public boolean hasAnalyticHessian() {
    return base.hasAnalyticHessian();
  }

  private double[] at(double[] x) {
    for (int i = 0; i < point.length; i++) {
      point[i] = length * x[i];
    }
    return point;
  }

  private static void multiply(double factor, double[] v) {
    for (int i = 0; i < v.length; i++) {
      v[i] *= factor;
    }
  }
}
