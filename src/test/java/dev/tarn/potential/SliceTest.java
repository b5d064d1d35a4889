package dev.tarn.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.linear.SymmetricEigen;
import dev.tarn.network.Network;
import dev.tarn.network.Regularisation;
import dev.tarn.potential.space.Slice;
import dev.tarn.testing.Fake;
import dev.tarn.testing.Inputs;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SliceTest {

  /** A flat potential that claims some null directions. */
  private static Potential claiming(int n, double[]... directions) {
    Potential flat = Fake.quadratic(new double[n]);
    return new SimplePotential() {
      @Override
      public int dimension() {
        return n;
      }

      @Override
      public double gradient(double[] x, double[] gradient) {
        return flat.evaluator().gradient(x, gradient);
      }

      @Override
      public List<double[]> nullDirections() {
        return List.of(directions);
      }
    };
  }

  @Test
  void withoutNullDirectionsNothingChanges() {
    Network network = Network.xor(2, 1e-2);
    Slice slice = new Slice(network);
    assertThat(slice.dimension()).isEqualTo(12);
    double[] x = Inputs.random(network, 1).get(0);
    double[] before = x.clone();
    slice.project(x);
    assertThat(x).isEqualTo(before);
    double[] expected = new double[144];
    double[] found = new double[144];
    double energy = network.evaluator().hessian(x, new double[12], expected);
    assertThat(slice.hessian(x, new double[12], found)).isEqualTo(energy);
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void shiftsTheZeroEigenvalueBeyondTheOthersAndLeavesThese() {
    Network network = Network.xor(3, 1e-2, Regularisation.LINKS);
    int n = network.dimension();
    Slice slice = new Slice(network);
    assertThat(slice.dimension()).isEqualTo(n - 1);
    SymmetricEigen eigen = new SymmetricEigen(n);
    for (double[] x : Inputs.random(network, 10)) {
      double[] hessian = new double[n * n];
      network.evaluator().hessian(x, new double[n], hessian);
      eigen.decomposeValues(hessian);
      // The eigenvalue nearest to zero is the one that goes.
      double[] rest =
          Arrays.stream(eigen.values())
              .boxed()
              .sorted((a, b) -> Double.compare(Math.abs(a), Math.abs(b)))
              .skip(1)
              .sorted()
              .mapToDouble(Double::doubleValue)
              .toArray();
      double scale = Math.max(Math.abs(rest[0]), Math.abs(rest[n - 2]));
      slice.hessian(x, new double[n], hessian);
      eigen.decomposeValues(hessian);
      assertThat(Arrays.copyOf(eigen.values(), n - 1))
          .containsExactly(rest, within(1e-14 * n * scale));
      assertThat(eigen.values()[n - 1]).isGreaterThan(scale);
    }
  }

  @Test
  void projectsPointsAndGradients() {
    double s = Math.sqrt(0.5);
    Slice slice = new Slice(claiming(3, new double[] {s, s, 0}, new double[] {0, 0, 1}));
    assertThat(slice.dimension()).isEqualTo(1);
    double[] x = {3, 1, 5};
    slice.project(x);
    assertThat(x).containsExactly(new double[] {1, -1, 0}, within(1e-15));
    // A Hessian of zeros has a shift as well.
    double[] hessian = new double[9];
    slice.hessian(x, new double[3], hessian);
    assertThat(hessian)
        .containsExactly(new double[] {0.5, 0.5, 0, 0.5, 0.5, 0, 0, 0, 1}, within(1e-15));
  }

  @Test
  void directionsThatAreNoneAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Slice(claiming(2, new double[] {1, 0, 0})))
        .withMessage("a null direction has 3 components, the potential 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Slice(claiming(2, new double[2])))
        .withMessage(
            "null directions are orthonormal, but the product of number 1 and number 1 is 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Slice(claiming(3, new double[] {1, 0, 0}, new double[] {1, 0, 0})))
        .withMessageContaining("the product of number 1 and number 2 is 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Slice(claiming(1, new double[] {Double.NaN})))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Slice(claiming(1, new double[] {1})))
        .withMessageContaining("all 1 directions are null directions");
  }
}
