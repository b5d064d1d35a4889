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

class NetworkPartsTest {
  private static Architecture shape(Activation activation, OutputLayer output, int... hidden) {
    return Architecture.of(2, activation, hidden, output == OutputLayer.LOGISTIC ? 1 : 2, output);
  }

  private static final Architecture PAPER = shape(Activation.TANH, OutputLayer.SOFTMAX, 3);

  @Test
  void thePapersNetworkTakesItsFastForm() {
    Network all = Network.of(PAPER, Penalty.all(PAPER, 1e-3), DataSets.xor(2));
    assertThat(all.isXor()).isTrue();
    assertThat(all.layout().isByUnit()).isTrue();
    assertThat(all).isEqualTo(Network.xor(3, 1e-3)).hasSameHashCodeAs(Network.xor(3, 1e-3));
    Network links = Network.of(PAPER, Penalty.links(PAPER, 1e-3), DataSets.xor(2));
    assertThat(links).isEqualTo(Network.xor(3, 1e-3, Regularisation.LINKS)).isNotEqualTo(all);
  }

  @Test
  void theGeneralFormIsTheSameNetworkInAnotherOrder() {
    Network general = Network.general(PAPER, Penalty.all(PAPER, 1e-3), DataSets.xor(2));
    assertThat(general.isXor()).isFalse();
    assertThat(general.layout().isByUnit()).isFalse();
    assertThat(general).isNotEqualTo(Network.xor(3, 1e-3)).hasToString("2-3-2 tanh softmax on XOR");
    assertThat(general.withLambda(0.1).isXor()).isFalse();
    assertThat(general.withUnits(2).isXor()).isFalse();
  }

  @Test
  void otherPenaltiesAndWidthsMakeTheSameNetworkOtherwise() {
    Network xor = Network.xor(3, 1e-3);
    assertThat(xor.withLambda(0.25)).isEqualTo(Network.xor(3, 0.25));
    assertThat(xor.withUnits(5)).isEqualTo(Network.xor(5, 1e-3));
    Network links = Network.xor(3, 1e-3, Regularisation.LINKS);
    assertThat(links.withLambda(0.25)).isEqualTo(Network.xor(3, 0.25, Regularisation.LINKS));
    assertThat(xor.withPenalty(Penalty.none(PAPER)))
        .isEqualTo(Network.of(PAPER, Penalty.none(PAPER), DataSets.xor(2)));
    Vector several = Vector.of(1e-3, 1e-4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> xor.withPenalty(new Penalty(several, several)).withLambda(1.0))
        .withMessageContaining("one lambda");
    Architecture deep = shape(Activation.TANH, OutputLayer.SOFTMAX, 3, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> xor.withPenalty(Penalty.all(deep, 1.0)))
        .withMessageContaining("for 3 layers of weights");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.of(deep, Penalty.all(deep, 1.0), DataSets.xor(2)).withUnits(2))
        .withMessageContaining("one hidden layer");
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
    Network network = Network.of(shape, penalty, data);
    assertThat(network.isXor()).isFalse();
    assertThat(network.layout().isByUnit()).isFalse();
  }

  /** Nothing holds the biases of a class that does not occur, nor those of a hidden unit. */
  @Test
  void countAppliesWhereTheEnergyGrowsInEveryDirection() {
    assertThat(Network.xor(2, 1e-3).eulerCharacteristic()).hasValue(1L);
    assertThat(Network.xor(2, 1e-3, Regularisation.LINKS).eulerCharacteristic()).isEmpty();
    Architecture none = shape(Activation.TANH, OutputLayer.SOFTMAX);
    Penalty links = Penalty.links(none, 0.1);
    DataSet two = DataSets.xor(2);
    assertThat(Network.of(none, links, two).eulerCharacteristic()).hasValue(1L);
    Architecture three = Architecture.of(2, Activation.TANH, new int[0], 3, OutputLayer.SOFTMAX);
    DataSet spirals = DataSets.spirals(2, 3, 1.0, 0.0, 1);
    assertThat(Network.of(three, links, spirals).eulerCharacteristic()).hasValue(1L);
    DataSet missing = spirals.select(0, 1, 2, 3);
    assertThat(missing.classesPresent()).isEqualTo(2);
    assertThat(Network.of(three, links, missing).eulerCharacteristic()).isEmpty();
    assertThat(Network.of(none, Penalty.none(none), two).eulerCharacteristic()).isEmpty();
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Penalty wrong = Penalty.all(shape(Activation.TANH, OutputLayer.SOFTMAX, 3, 3), 1e-3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.of(PAPER, wrong, DataSets.xor(2)))
        .withMessageContaining("3 layers of weights");
  }

  /** The derivatives by the sums of a layer are those by its biases, added up over the examples. */
  @ParameterizedTest
  @EnumSource(Activation.class)
  void sumGradientsAddUpToThoseOfTheBiases(Activation activation) {
    Architecture shape = shape(activation, OutputLayer.SOFTMAX, 3, 2);
    Network network = Network.of(shape, Penalty.none(shape), DataSets.moons(10, 0.2, 1));
    double[] gradient = new double[network.dimension()];
    for (double[] x : Inputs.random(network, 10)) {
      network.evaluator().gradient(x, gradient);
      for (int layer = 1; layer <= 3; layer++) {
        int units = shape.width(layer);
        double[] slopes = network.evaluator().sumGradient(x, layer);
        assertThat(slopes).hasSize(10 * units);
        for (int j = 0; j < units; j++) {
          int unit = j;
          double sum = IntStream.range(0, 10).mapToDouble(d -> slopes[d * units + unit]).sum();
          double bias = gradient[network.layout().bias(layer, j)];
          assertThat(Math.abs(sum - bias)).isLessThan(1e-14 * (1.0 + Math.abs(bias)));
        }
      }
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.evaluator().sumGradient(new double[network.dimension()], 4))
        .withMessageContaining("from 1 to 3, not 4");
  }
}
