package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.network.LayeredNetwork.Layer;
import dev.tarn.potential.Vector;
import dev.tarn.testing.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayeredNetworkTest {
  private static final Vector ONE = Vector.of(1.0);

  @Test
  void theXorNetworkIsLaidOutByName() {
    Network network = Network.xor(2, 1e-3);
    double[] x = new double[network.dimension()];
    for (int i = 0; i < x.length; i++) {
      x[i] = i + 1;
    }
    LayeredNetwork layered = LayeredNetwork.of(network, x);
    assertThat(layered.inputs()).isEqualTo(2);
    Layer hidden = layered.layers().get(0);
    Layer output = layered.layers().get(1);
    assertThat(hidden.links()).containsExactly(Vector.of(3.0, 4.0), Vector.of(8.0, 9.0));
    assertThat(hidden.biases()).isEqualTo(Vector.of(5.0, 10.0));
    assertThat(output.links()).containsExactly(Vector.of(1.0, 6.0), Vector.of(2.0, 7.0));
    assertThat(output.biases()).isEqualTo(Vector.of(11.0, 12.0));
    assertThat(layered.largest()).isEqualTo(12.0);
    assertThat(layered.count(0.0)).isEqualTo(12);
    assertThat(layered.count(9.0)).isEqualTo(3);
    assertThat(List.of(layered.size(0), layered.size(1), layered.size(2))).containsOnly(2);
    assertThatThrownBy(() -> LayeredNetwork.of(network, new double[3])).hasMessageContaining("3");
  }

  @Test
  void aNodeIsConnectedByAnyWeightBeyondTheCutoff() {
    Network network = Network.xor(4, 1e-3);
    for (int place = 0; place < network.dimension(); place++) {
      double[] x = new double[network.dimension()];
      x[place] = -1e-9;
      LayeredNetwork layered = LayeredNetwork.of(network, x);
      List<Integer> units = Weights.connectedUnits(network, x, 1e-10);
      for (int j = 0; j < 4; j++) {
        assertThat(layered.isConnected(1, j, 1e-10)).isEqualTo(units.contains(j));
        assertThat(layered.isConnected(1, j, 1e-9)).isFalse();
      }
    }
    double[] x = new double[network.dimension()];
    x[network.layout().link(1, 2, 1)] = 1.0;
    x[network.layout().bias(2, 0)] = 1.0;
    LayeredNetwork layered = LayeredNetwork.of(network, x);
    assertThat(layered.isConnected(0, 0, 0.5)).isFalse();
    assertThat(layered.isConnected(0, 1, 0.5)).isTrue();
    assertThat(layered.isConnected(2, 0, 0.5)).isTrue();
    assertThat(layered.isConnected(2, 1, 0.5)).isFalse();
  }

  @Test
  void layersThatDoNotFitAreRefused() {
    Layer single = new Layer(List.of(ONE), ONE);
    assertThatThrownBy(() -> new LayeredNetwork(2, List.of(single)))
        .hasMessageContaining("1 links to the 2 nodes");
    assertThatThrownBy(() -> new LayeredNetwork(0, List.of(single)))
        .hasMessageContaining("not 0 and 1");
    assertThatThrownBy(() -> new LayeredNetwork(1, List.of())).hasMessageContaining("not 1 and 0");
    assertThatThrownBy(() -> new Layer(List.of(), Vector.of()))
        .hasMessageContaining("at least one unit");
    assertThatThrownBy(() -> new Layer(List.of(ONE, ONE), ONE)).hasMessageContaining("1 for 2");
    Layer infinite = new Layer(List.of(ONE), Vector.of(Double.NaN));
    assertThatThrownBy(() -> new LayeredNetwork(1, List.of(infinite)))
        .hasMessageContaining("finite");
  }
}
