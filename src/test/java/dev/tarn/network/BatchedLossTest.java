package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.tarn.data.DataSet;
import dev.tarn.job.RandomStreams;
import dev.tarn.network.Architecture.HiddenLayer;
import dev.tarn.testing.Inputs;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches of many examples against four at a time. */
class BatchedLossTest {

  /** Narrow and wide layers, none, one, two and three hidden ones, batches that are not full. */
  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of(2, List.of(), OutputLayer.LOGISTIC, 97, false),
        Arguments.of(
            2, List.of(new HiddenLayer(5, Activation.TANH)), OutputLayer.LOGISTIC, 300, false),
        Arguments.of(
            3, List.of(new HiddenLayer(4, Activation.LOGISTIC)), OutputLayer.SOFTMAX, 129, true),
        Arguments.of(
            3,
            List.of(new HiddenLayer(3, Activation.ELU), new HiddenLayer(2, Activation.SOFTPLUS)),
            OutputLayer.LINEAR,
            256,
            false),
        Arguments.of(
            2,
            List.of(
                new HiddenLayer(34, Activation.TANH),
                new HiddenLayer(3, Activation.RELU),
                new HiddenLayer(2, Activation.TANH)),
            OutputLayer.SOFTMAX,
            101,
            true),
        Arguments.of(
            201, List.of(new HiddenLayer(2, Activation.TANH)), OutputLayer.SOFTMAX, 99, false));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void agreesWithFourExamplesAtATime(
      int inputs, List<HiddenLayer> hidden, OutputLayer output, int examples, boolean centred) {
    int outputs = output == OutputLayer.LOGISTIC ? 1 : 3;
    Architecture shape = new Architecture(inputs, ImmutableList.copyOf(hidden), outputs, output);
    Layout byLayer = Layout.byLayer(shape);
    Layout layout = centred ? byLayer.centred() : byLayer;
    DataSet data = RandomNetworks.data(shape, examples, 5);
    int n = layout.dimension();
    boolean withHessian = n <= 300;
    BatchedLoss batched = new BatchedLoss(layout, data, withHessian);
    DenseLoss plain = new DenseLoss(layout, data, withHessian);
    // Twice, since workspaces are used again.
    for (int round = 0; round < 2; round++) {
      double[] x = Inputs.gaussian(RandomStreams.of(round, n), n);
      double[] v = Inputs.gaussian(RandomStreams.of(round, n + 1), n);
      double[] g = new double[n];
      double[] h = new double[n];
      double energy = plain.gradient(x, g);
      assertThat(batched.value(x)).isCloseTo(energy, within(1e-13 * energy));
      assertThat(batched.gradient(x, h)).isEqualTo(batched.value(x));
      assertNear(h, g);
      double[] product = new double[n];
      double[] other = new double[n];
      plain.hessianProduct(x, v, product);
      batched.hessianProduct(x, v, other);
      assertNear(other, product);
      // What was kept of the point gives the same bits, and an evaluation elsewhere spoils nothing.
      double[] repeated = new double[n];
      batched.gradient(v, new double[n]);
      batched.hessianProduct(x, v, repeated);
      assertThat(repeated).isEqualTo(other);
      if (withHessian) {
        double[] hessian = new double[n * n];
        double[] otherHessian = new double[n * n];
        plain.hessian(x, new double[n], hessian);
        double[] again = new double[n];
        batched.hessian(x, again, otherHessian);
        assertThat(again).isEqualTo(h);
        assertNear(otherHessian, hessian);
      }
    }
  }

  private static void assertNear(double[] found, double[] expected) {
    double size = 0.0;
    for (double value : expected) {
      size = Math.max(size, Math.abs(value));
    }
    for (int i = 0; i < expected.length; i++) {
      assertThat(found[i]).as("component %d", i).isCloseTo(expected[i], within(1e-13 * size));
    }
  }

  @Test
  void manyExamplesGoInBatches() {
    Architecture shape =
        Architecture.of(2, Activation.TANH, new int[] {2}, 1, OutputLayer.LOGISTIC);
    Layout layout = Layout.byLayer(shape);
    assertThat(DataTerm.of(layout, RandomNetworks.data(shape, DataTerm.MANY, 1), true))
        .isInstanceOf(BatchedLoss.class);
    assertThat(DataTerm.of(layout, RandomNetworks.data(shape, DataTerm.MANY - 1, 1), true))
        .isInstanceOf(DenseLoss.class);
  }
}
