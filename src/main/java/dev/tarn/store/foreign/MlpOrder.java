package dev.tarn.store.foreign;

import dev.tarn.network.Layout;
import dev.tarn.network.Network;

/**
 * The order in which the MLP family of PATHSAMPLE and GMIN keeps weights: for each hidden unit its
 * links from the inputs, then for each output its links from the hidden units, then the biases of
 * the hidden units, then those of the outputs. For networks of one hidden layer. Stateless.
 */
final class MlpOrder {
  private MlpOrder() {}

  static boolean applies(Network network) {
    return network.architecture().hidden().size() == 1;
  }

  /** For each place of their order the place of ours. */
  private static int[] places(Network network) {
    Layout layout = network.layout();
    int[] places = new int[layout.dimension()];
    int n = 0;
    for (int layer = 1; layer <= 2; layer++) {
      for (int unit = 0; unit < layout.width(layer); unit++) {
        for (int from = 0; from < layout.width(layer - 1); from++) {
          places[n] = layout.link(layer, unit, from);
          n++;
        }
      }
    }
    for (int layer = 1; layer <= 2; layer++) {
      for (int unit = 0; unit < layout.width(layer); unit++) {
        places[n] = layout.bias(layer, unit);
        n++;
      }
    }
    return places;
  }

  static double[] fromProgram(Network network, double[] theirs) {
    int[] places = places(network);
    double[] ours = new double[theirs.length];
    for (int k = 0; k < places.length; k++) {
      ours[places[k]] = theirs[k];
    }
    return ours;
  }

  static double[] toProgram(Network network, double[] ours) {
    int[] places = places(network);
    double[] theirs = new double[ours.length];
    for (int k = 0; k < places.length; k++) {
      theirs[k] = ours[places[k]];
    }
    return theirs;
  }
}
