package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.potential.Vector;
import dev.tarn.testing.Inputs;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkModelTest {
  private static Architecture shape(Activation activation, OutputLayer output, int... hidden) {
    return Architecture.of(2, activation, hidden, output == OutputLayer.LOGISTIC ? 1 : 2, output);
  }

  private static final Architecture PAPER = shape(Activation.TANH, OutputLayer.SOFTMAX, 3);

  @Test
  void thePapersNetworkTakesItsFastForm() {
    NetworkModel all = NetworkModel.of(PAPER, Penalty.all(PAPER, 1e-3), DataSets.xor(2));
    assertThat(all)
        .isInstanceOfSatisfying(
            XorNetwork.class,
            network -> {
              assertThat(network.lambda()).isEqualTo(1e-3);
              assertThat(network.regularisation()).isEqualTo(Regularisation.ALL);
              assertThat(network.parameters().hidden()).isEqualTo(3);
            });
    NetworkModel links = NetworkModel.of(PAPER, Penalty.links(PAPER, 1e-3), DataSets.xor(2));
    assertThat(links)
        .isInstanceOfSatisfying(
            XorNetwork.class,
            network -> assertThat(network.regularisation()).isEqualTo(Regularisation.LINKS));
  }

  @Test
  void everythingElseIsGeneral() {
    assertGeneral(PAPER, Penalty.all(PAPER, 1e-3), DataSets.moons(10, 0.1, 1));
    assertGeneral(PAPER, Penalty.none(PAPER), DataSets.xor(2));
    Vector one = Vector.of(1e-3, 1e-3);
    Vector other = Vector.of(1e-3, 1e-4);
    assertGeneral(PAPER, new Penalty(one, other), DataSets.xor(2));
    assertGeneral(PAPER, new Penalty(other, other), DataSets.xor(2));
    for (Architecture shape :
        new Architecture[] {
          shape(Activation.ELU, OutputLayer.SOFTMAX, 3),
          shape(Activation.TANH, OutputLayer.LOGISTIC, 3),
          shape(Activation.TANH, OutputLayer.SOFTMAX, 3, 3),
          shape(Activation.TANH, OutputLayer.SOFTMAX)
        }) {
      assertGeneral(shape, Penalty.all(shape, 1e-3), DataSets.xor(2));
    }
  }

  private static void assertGeneral(Architecture shape, Penalty penalty, DataSet data) {
    assertThat(NetworkModel.of(shape, penalty, data)).isInstanceOf(DenseNetwork.class);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Penalty wrong = Penalty.all(shape(Activation.TANH, OutputLayer.SOFTMAX, 3, 3), 1e-3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NetworkModel.of(PAPER, wrong, DataSets.xor(2)))
        .withMessageContaining("3 layers of weights");
  }

  /** The derivatives by the sums of a layer are those by its biases, added up over the examples. */
  @ParameterizedTest
  @EnumSource(Activation.class)
  void sumGradientsAddUpToThoseOfTheBiases(Activation activation) {
    Architecture shape = shape(activation, OutputLayer.SOFTMAX, 3, 2);
    DenseNetwork network = new DenseNetwork(shape, Penalty.none(shape), DataSets.moons(10, 0.2, 1));
    double[] gradient = new double[network.dimension()];
    for (double[] x : Inputs.random(network, 10)) {
      network.gradient(x, gradient);
      for (int layer = 1; layer <= 3; layer++) {
        int units = shape.width(layer);
        double[] slopes = network.sumGradient(x, layer);
        assertThat(slopes).hasSize(10 * units);
        for (int j = 0; j < units; j++) {
          int unit = j;
          double sum = IntStream.range(0, 10).mapToDouble(d -> slopes[d * units + unit]).sum();
          double bias = gradient[network.parameters().bias(layer, j)];
          assertThat(Math.abs(sum - bias)).isLessThan(1e-14 * (1.0 + Math.abs(bias)));
        }
      }
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.sumGradient(new double[network.dimension()], 4))
        .withMessageContaining("from 1 to 3, not 4");
  }
}
