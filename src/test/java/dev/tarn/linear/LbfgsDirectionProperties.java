package dev.tarn.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.testing.Inputs;
import java.util.ArrayDeque;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

class LbfgsDirectionProperties {

  private record Pair(RealVector s, RealVector y) {}

  /** The two-loop recursion against the BFGS update written out with matrices. */
  @Property(tries = 60, seed = "1")
  void equalsTheDenseUpdate(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int n,
      @ForAll @IntRange(min = 1, max = 4) int memory,
      @ForAll @IntRange(min = 1, max = 9) int pairs) {
    RandomGenerator random = RandomStreams.of(seed, 0);
    LbfgsDirection history = new LbfgsDirection(n, memory, 1.0);
    ArrayDeque<Pair> kept = new ArrayDeque<>();
    double[] x = Inputs.gaussian(random, n);
    double[] g = curved(x);
    for (int k = 0; k < pairs; k++) {
      double[] next = Inputs.gaussian(random, n);
      double[] nextGradient = curved(next);
      history.update(next, x, nextGradient, g);
      kept.add(new Pair(difference(next, x), difference(nextGradient, g)));
      if (kept.size() > memory) {
        kept.remove();
      }
      x = next;
      g = nextGradient;
    }
    RealMatrix inverse = dense(kept, n);
    double[] gradient = Inputs.gaussian(random, n);
    double[] direction = new double[n];
    history.direction(gradient, direction);
    assertThat(direction)
        .containsExactly(
            inverse.operate(new ArrayRealVector(gradient)).mapMultiply(-1.0).toArray(),
            within(1e-9));
    // The secant equation, and downhill whatever the gradient.
    history.direction(kept.getLast().y().toArray(), direction);
    assertThat(direction)
        .containsExactly(kept.getLast().s().mapMultiply(-1.0).toArray(), within(1e-9));
  }

  /** The gradient of a convex function, so that every pair has positive curvature. */
  private static double[] curved(double[] x) {
    double[] g = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      g[i] = (1.0 + 0.3 * i) * x[i] + 0.1 * x[i] * x[i] * x[i];
    }
    return g;
  }

  private static RealVector difference(double[] a, double[] b) {
    return new ArrayRealVector(a).subtract(new ArrayRealVector(b));
  }

  private static RealMatrix dense(ArrayDeque<Pair> pairs, int n) {
    Pair newest = pairs.getLast();
    double scale = newest.s().dotProduct(newest.y()) / newest.y().dotProduct(newest.y());
    RealMatrix inverse = MatrixUtils.createRealIdentityMatrix(n).scalarMultiply(scale);
    for (Pair pair : pairs) {
      double rho = 1.0 / pair.s().dotProduct(pair.y());
      RealMatrix left =
          MatrixUtils.createRealIdentityMatrix(n)
              .subtract(pair.s().outerProduct(pair.y()).scalarMultiply(rho));
      inverse =
          left.multiply(inverse)
              .multiply(left.transpose())
              .add(pair.s().outerProduct(pair.s()).scalarMultiply(rho));
    }
    return new Array2DRowRealMatrix(inverse.getData());
  }
}
