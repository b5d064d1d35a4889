package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.DataSet;
import dev.tarn.job.RandomStreams;
import dev.tarn.linear.SymmetricEigen;
import dev.tarn.linear.Vectors;
import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.PreconditionedEvaluator;
import dev.tarn.potential.space.Preconditioner;
import dev.tarn.testing.Images;
import dev.tarn.testing.Inputs;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayerPreconditionerTest {

  /** The quotients of the unit vectors: the inverse of the matrix. */
  private static double[] inverse(Preconditioner preconditioner, int n) {
    double[] matrix = new double[n * n];
    double[] unit = new double[n];
    double[] quotient = new double[n];
    for (int i = 0; i < n; i++) {
      unit[i] = 1.0;
      preconditioner.divide(unit, quotient);
      System.arraycopy(quotient, 0, matrix, i * n, n);
      unit[i] = 0.0;
    }
    return matrix;
  }

  /** Where the outputs are linear and there is no hidden layer, the Hessian is such a product. */
  @Test
  void isTheHessianOfALinearNetworkButForWhatIsNegligible() {
    RandomGenerator random = RandomStreams.of(51, 0);
    int examples = 150;
    double[] inputs = Inputs.gaussian(random, 20 * examples);
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] *= StrictMath.pow(10.0, -(i % 20) / 5.0);
    }
    DataSet data =
        DataSet.ofTargets(
            "table", names("x", 20), names("y", 3), inputs, Inputs.gaussian(random, 3 * examples));
    Architecture shape = Architecture.of(20, Activation.TANH, new int[0], 3, OutputLayer.LINEAR);
    Network network = Network.of(shape, Penalty.all(shape, 1e-3), data);
    Preconditioner preconditioner =
        new LayerPreconditioner(network.layout(), network.penalty(), data, data);
    int n = network.dimension();
    double[] x = Inputs.gaussian(random, n);
    preconditioner.moveTo(x);
    double[] v = Inputs.gaussian(random, n);
    double[] product = new double[n];
    double[] back = new double[n];
    for (int k = 0; k < 5; k++) {
      network.evaluator().hessianProduct(x, v, product);
      preconditioner.divide(product, back);
      Vectors.add(back, -1.0, v);
      assertThat(Vectors.norm(back)).isLessThan(0.1 * Vectors.norm(v));
      // What differs are directions of little curvature: the next vector has none of them.
      preconditioner.divide(product, v);
    }
  }

  private static List<String> names(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }

  @Test
  void bringsTheCurvaturesOfAMinimumTogether() {
    Network network = faded();
    Potential space = network.reduction().orElseThrow().potential();
    int n = space.dimension();
    Preconditioner preconditioner = Preconditioner.of(space).orElseThrow();
    // Without symmetry, which would lead to a saddle.
    double[] x = Inputs.gaussian(RandomStreams.of(52, 0), n);
    LbfgsSettings settings = LbfgsSettings.defaults().withTolerance(1e-7);
    double[] plain = x.clone();
    Lbfgs.Result before = new Lbfgs(space, settings).minimise(plain);
    Lbfgs.Result now = new Lbfgs(n, PreconditionedEvaluator.of(space), settings).minimise(x);
    assertThat(now.converged()).isTrue();
    assertThat(now.iterations()).isLessThan(before.iterations());
    double[] hessian = new double[n * n];
    space.evaluator().hessian(x, new double[n], hessian);
    preconditioner.moveTo(x);
    double[] inverse = inverse(preconditioner, n);
    SymmetricEigen eigen = new SymmetricEigen(n);
    eigen.decompose(inverse);
    assertThat(eigen.values()[0]).isPositive();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        assertThat(inverse[i * n + k]).isCloseTo(inverse[k * n + i], within(1e-9));
      }
    }
    double[] root = root(eigen, n);
    double[] divided = product(product(root, hessian, n), root, n);
    assertThat(spread(divided, n)).isLessThan(0.5 * spread(hessian, n));
  }

  /**
   * Of many units the outputs feel few combinations; the others are stiff by the activation's
   * second derivative alone.
   */
  @Test
  void feelsTheCurvatureOfTheActivation() {
    Network network = bright();
    Potential space = network.reduction().orElseThrow().potential();
    int n = space.dimension();
    double[] x = Inputs.gaussian(RandomStreams.of(53, 0), n);
    LbfgsSettings settings = LbfgsSettings.defaults().withTolerance(1e-6);
    assertThat(new Lbfgs(n, PreconditionedEvaluator.of(space), settings).minimise(x).converged())
        .isTrue();
    Preconditioner preconditioner = Preconditioner.of(space).orElseThrow();
    preconditioner.moveTo(x);
    double[] v = Inputs.gaussian(RandomStreams.of(53, 1), n);
    double[] product = new double[n];
    double largest = 0.0;
    for (int k = 0; k < 200; k++) {
      space.evaluator().hessianProduct(x, v, product);
      preconditioner.divide(product, v);
      largest = Vectors.normalise(v);
    }
    assertThat(largest).isLessThan(5.0);
  }

  /** Images whose pixels are less and less bright. */
  private static Network faded() {
    DataSet images = Images.data(40, 4, 120);
    double[] inputs = new double[40 * 120];
    int[] labels = new int[120];
    for (int d = 0; d < 120; d++) {
      labels[d] = images.classOf(d);
      for (int k = 0; k < 40; k++) {
        inputs[d * 40 + k] = StrictMath.pow(10.0, (8.0 - k) / 16.0) * images.input(d, k);
      }
    }
    DataSet data = DataSet.ofClasses("faded", names("x", 40), names("c", 4), inputs, labels);
    Architecture shape =
        Architecture.of(40, Activation.TANH, new int[] {6}, 4, OutputLayer.SOFTMAX);
    return Network.of(shape, Penalty.all(shape, 1e-4), data);
  }

  /** Images with hardly a black pixel, so that the inputs' mean is their largest moment. */
  private static Network bright() {
    DataSet images = Images.data(60, 3, 200);
    double[] inputs = new double[60 * 200];
    int[] labels = new int[200];
    for (int d = 0; d < 200; d++) {
      labels[d] = images.classOf(d);
      for (int k = 0; k < 60; k++) {
        inputs[d * 60 + k] = 1.0 + images.input(d, k);
      }
    }
    DataSet data = DataSet.ofClasses("bright", names("x", 60), names("c", 3), inputs, labels);
    Architecture shape =
        Architecture.of(60, Activation.TANH, new int[] {24}, 3, OutputLayer.SOFTMAX);
    return Network.of(shape, Penalty.all(shape, 1e-3), data);
  }

  private static double spread(double[] matrix, int n) {
    SymmetricEigen eigen = new SymmetricEigen(n);
    eigen.decomposeValues(matrix);
    return eigen.values()[n - 1] / Math.abs(eigen.values()[0]);
  }

  private static double[] root(SymmetricEigen eigen, int n) {
    double[] root = new double[n * n];
    for (int e = 0; e < n; e++) {
      double size = Math.sqrt(eigen.values()[e]);
      for (int i = 0; i < n; i++) {
        for (int k = 0; k < n; k++) {
          root[i * n + k] += size * eigen.vectors()[e * n + i] * eigen.vectors()[e * n + k];
        }
      }
    }
    return root;
  }

  private static double[] product(double[] a, double[] b, int n) {
    double[] out = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          out[i * n + k] += a[i * n + j] * b[j * n + k];
        }
      }
    }
    return out;
  }

  @Test
  void smallNetworksFewExamplesAndFreeWeightsHaveNone() {
    assertThat(Preconditioner.of(Images.network(30, 6, 4, 120, 1e-3))).isPresent();
    assertThat(Preconditioner.of(Images.network(10, 6, 4, 120, 1e-3))).isEmpty();
    assertThat(Preconditioner.of(Images.network(30, 6, 4, 90, 1e-3))).isEmpty();
    Network network = Images.network(30, 6, 4, 120, 1e-3);
    Penalty links = Penalty.links(network.architecture(), 1e-3);
    assertThat(Preconditioner.of(network.withPenalty(links))).isEmpty();
  }
}
