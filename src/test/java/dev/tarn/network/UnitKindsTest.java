package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.data.DataSets;
import org.junit.jupiter.api.Test;

class UnitKindsTest {

  private static double[] point(Network network, double[][] units) {
    double[] x = new double[network.dimension()];
    for (int j = 0; j < units.length; j++) {
      int[] places = network.layout().unit(1, j);
      for (int k = 0; k < places.length; k++) {
        x[places[k]] = units[j][k];
      }
    }
    return x;
  }

  @Test
  void equalAndOppositeUnitsAreOneKind() {
    Network network = Network.xor(6, 1e-3);
    double[] a = {0.3, -0.4, 1.2, 0.5, -0.5};
    double[] b = {0.3, -0.4, 1.2, 0.5, 0.5};
    double[] opposite = {-0.3, 0.4, -1.2, -0.5, 0.5};
    double[] near = {0.3, -0.4, 1.2, 0.5 + 1e-9, 0.5};
    UnitKinds kinds =
        UnitKinds.of(
                network, point(network, new double[][] {b, a, new double[5], near, opposite, a}))
            .orElseThrow();
    assertThat(kinds.multiplicities()).containsExactly(3, 2);
    assertThat(kinds.zeros()).isEqualTo(1);
    assertThat(kinds.kinds().get(0).units()).containsExactly(1, 4, 5);
    assertThat(kinds.kinds().get(1).units()).containsExactly(0, 3);
    assertThat(kinds).hasToString("3+2");
    assertThat(kinds.counts()).containsExactly(3, 2, 1);
    assertThat(kinds.units()).isEqualTo(6);
    LayeredNetwork.Layer hidden =
        LayeredNetwork.of(
                network, point(network, new double[][] {b, a, new double[5], near, opposite, a}))
            .layers()
            .get(0);
    assertThat(kinds.kinds().get(0).incoming()).isEqualTo(hidden.links().get(1));
    assertThat(kinds.kinds().get(0).bias()).isEqualTo(hidden.biases().get(1));
    assertThat(kinds.kinds().get(0).outgoing().length()).isEqualTo(2);
    LayeredNetwork whole =
        LayeredNetwork.of(
            network, point(network, new double[][] {b, a, new double[5], near, opposite, a}));
    LayeredNetwork once = kinds.shortened(whole);
    assertThat(once.size(1)).isEqualTo(3);
    assertThat(once.layers().get(0).links().get(1)).isEqualTo(hidden.links().get(0));
    assertThat(once.layers().get(1).links().get(1).get(0))
        .isEqualTo(whole.layers().get(1).links().get(1).get(1));
    assertThat(once.isConnected(1, 2, 0.0)).isFalse();
    assertThat(once.layers().get(1).biases()).isEqualTo(whole.layers().get(1).biases());
  }

  @Test
  void thePointWithoutWeightsHasNoKinds() {
    Network network = Network.xor(3, 1e-3);
    UnitKinds kinds = UnitKinds.of(network, new double[network.dimension()]).orElseThrow();
    assertThat(kinds.kinds()).isEmpty();
    assertThat(kinds.zeros()).isEqualTo(3);
    assertThat(kinds).hasToString("0");
  }

  @Test
  void signsCountWhereTheActivationIsNotOdd() {
    Architecture architecture =
        Architecture.of(2, Activation.ELU, new int[] {2}, 1, OutputLayer.LOGISTIC);
    Network network = Network.of(architecture, Penalty.all(architecture, 1e-3), DataSets.xor(2));
    double[] x = point(network, new double[][] {{0.1, 0.2, 0.3, 0.4}, {-0.1, -0.2, -0.3, -0.4}});
    assertThat(UnitKinds.of(network, x).orElseThrow().multiplicities()).containsExactly(1, 1);
  }

  @Test
  void isForOneHiddenLayer() {
    Architecture deep =
        Architecture.of(2, Activation.TANH, new int[] {1, 1}, 2, OutputLayer.SOFTMAX);
    Network network = Network.of(deep, Penalty.all(deep, 1e-3), DataSets.xor(2));
    assertThat(UnitKinds.of(network, new double[network.dimension()])).isEmpty();
  }
}
