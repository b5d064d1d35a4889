package dev.tarn.testing;

import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/**
 * The reference for steepest-descent paths: the gradient flow {@code dx/dt = -g} by an adaptive
 * Runge-Kutta method of eighth order (Dormand and Prince).
 */
public final class GradientFlow {
  private GradientFlow() {}

  /** Where the flow has come to from a point after some time. */
  public static double[] integrate(Potential potential, double[] start, double time) {
    int n = start.length;
    Evaluator evaluator = potential.evaluator();
    FirstOrderDifferentialEquations flow =
        new FirstOrderDifferentialEquations() {
          @Override
          public int getDimension() {
            return n;
          }

          @Override
          public void computeDerivatives(double t, double[] x, double[] dx) {
            evaluator.gradient(x, dx);
            for (int i = 0; i < n; i++) {
              dx[i] = -dx[i];
            }
          }
        };
    double[] end = new double[n];
    new DormandPrince853Integrator(1e-9, 1e3, 1e-10, 1e-10).integrate(flow, 0.0, start, time, end);
    return end;
  }
}
