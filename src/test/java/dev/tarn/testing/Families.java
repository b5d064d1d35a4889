package dev.tarn.testing;

import dev.tarn.follow.ParameterFamily;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SimplePotential;

/** Families of one variable whose branches are known, and sums of them that do not interact. */
public final class Families {
  private Families() {}

  /** Derivatives of an energy of one variable: E, E', E'', dE'/dmu. */
  public interface OneVariable {
    double[] at(double x, double mu);
  }

  /** {@code x^3/3 - mu x}: points {@code +-sqrt(mu)} that merge at {@code mu = 0}. */
  public static final OneVariable FOLD =
      (x, mu) -> new double[] {x * x * x / 3 - mu * x, x * x - mu, 2 * x, -1.0};

  /** {@code x^4/4 - mu x^2/2}: {@code +-sqrt(mu)} meet the symmetric branch 0 at {@code mu = 0}. */
  public static final OneVariable PITCHFORK =
      (x, mu) ->
          new double[] {x * x * x * x / 4 - mu * x * x / 2, x * x * x - mu * x, 3 * x * x - mu, -x};

  /** {@code x^3/3 - mu x^2/2}: the branches 0 and {@code mu} exchange their index. */
  public static final OneVariable TRANSCRITICAL =
      (x, mu) -> new double[] {x * x * x / 3 - mu * x * x / 2, x * x - mu * x, 2 * x - mu, -x};

  /** {@code x^4/4 - x^2/2 + mu x}: folds at {@code x = +-1/sqrt 3}, {@code |mu| = 2/(3 sqrt 3)}. */
  public static final OneVariable CUSP_SECTION =
      (x, mu) ->
          new double[] {
            x * x * x * x / 4 - x * x / 2 + mu * x, x * x * x - x + mu, 3 * x * x - 1, 1.0
          };

  /** A term moved along its parameter. */
  public static OneVariable shifted(OneVariable term, double by) {
    return (x, mu) -> term.at(x, mu - by);
  }

  public static ParameterFamily sum(OneVariable... terms) {
    return new ParameterFamily() {
      @Override
      public int dimension() {
        return terms.length;
      }

      @Override
      public ParameterFamily.Evaluator evaluator() {
        return this::evaluate;
      }

      private double evaluate(
          double[] x, double mu, double[] gradient, double[] hessian, double[] slope) {
        java.util.Arrays.fill(hessian, 0.0);
        double energy = 0.0;
        for (int i = 0; i < terms.length; i++) {
          double[] d = terms[i].at(x[i], mu);
          energy += d[0];
          gradient[i] = d[1];
          hessian[i * (terms.length + 1)] = d[2];
          slope[i] = d[3];
        }
        return energy;
      }

      @Override
      public Potential at(double mu) {
        return new SimplePotential() {
          @Override
          public int dimension() {
            return terms.length;
          }

          @Override
          public double gradient(double[] x, double[] gradient) {
            return hessian(x, gradient, new double[x.length * x.length]);
          }

          @Override
          public double hessian(double[] x, double[] gradient, double[] hessian) {
            return evaluate(x, mu, gradient, hessian, new double[x.length]);
          }
        };
      }
    };
  }
}
