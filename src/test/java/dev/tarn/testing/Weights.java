package dev.tarn.testing;

import dev.tarn.network.LayeredNetwork;
import dev.tarn.network.Network;
import java.util.List;
import java.util.stream.IntStream;

/** What tests ask of a network's weights. */
public final class Weights {
  private Weights() {}

  /** The hidden units of the first layer that have a weight or bias beyond a cutoff. */
  public static List<Integer> connectedUnits(Network network, double[] x, double cutoff) {
    LayeredNetwork layers = LayeredNetwork.of(network, x);
    return IntStream.range(0, layers.size(1))
        .filter(j -> layers.isConnected(1, j, cutoff))
        .boxed()
        .toList();
  }

  /** The probability of class 1 of each example of a network of two classes. */
  public static double[] probabilities(Network network, double[] x) {
    return IntStream.range(0, network.data().examples())
        .mapToDouble(d -> network.evaluator().answer(x, network.data().input(d))[1])
        .toArray();
  }
}
