package dev.tarn.train;

import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.DenseParameters;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.XorNetwork;
import dev.tarn.network.XorParameters;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/** Training of the XOR network, whose parameters stand unit by unit. */
final class XorLearner implements Learner {
  private static final double EVEN = 0.5;

  private final XorNetwork network;

  XorLearner(XorNetwork network) {
    this.network = network;
  }

  @Override
  public XorNetwork potential() {
    return network;
  }

  /** The layers are drawn as those of the general network of the same shape. */
  @Override
  public double[] start(Initialisation initialisation, RandomGenerator random) {
    XorParameters xor = network.parameters();
    int[] widths = {xor.hidden()};
    DenseParameters layers =
        new DenseParameters(
            Architecture.of(
                XorParameters.INPUTS,
                Activation.TANH,
                widths,
                XorParameters.OUTPUTS,
                OutputLayer.SOFTMAX));
    double[] drawn = new double[layers.dimension()];
    initialisation.draw(layers, random, drawn);
    double[] x = new double[xor.dimension()];
    for (int j = 0; j < xor.hidden(); j++) {
      for (int k = 0; k < XorParameters.INPUTS; k++) {
        x[xor.hidden(j, k)] = drawn[layers.link(1, j, k)];
      }
      x[xor.hiddenBias(j)] = drawn[layers.bias(1, j)];
    }
    for (int i = 0; i < XorParameters.OUTPUTS; i++) {
      for (int j = 0; j < xor.hidden(); j++) {
        x[xor.output(i, j)] = drawn[layers.link(2, i, j)];
      }
      x[xor.outputBias(i)] = drawn[layers.bias(2, i)];
    }
    return x;
  }

  @Override
  public OptionalDouble accuracy(double[] x) {
    double[] p = network.probabilities(x);
    int[] classes = XorNetwork.classes();
    int right = 0;
    for (int d = 0; d < classes.length; d++) {
      // A tie is the first class, as with a general network.
      right += (p[d] > EVEN ? 1 : 0) == classes[d] ? 1 : 0;
    }
    return OptionalDouble.of((double) right / classes.length);
  }

  @Override
  public Learner copy() {
    return new XorLearner(network.copy());
  }
}
