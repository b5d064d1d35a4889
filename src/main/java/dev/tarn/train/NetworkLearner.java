package dev.tarn.train;

import dev.tarn.network.Network;
import java.io.Serializable;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Training of a network. */
record NetworkLearner(Network network) implements Learner, Serializable {

  @Override
  public Network potential() {
    return network;
  }

  @Override
  public double[] start(Initialisation initialisation, RandomGenerator random) {
    double[] x = new double[network.dimension()];
    initialisation.draw(network.layout(), random, x);
    return x;
  }

  @Override
  public OptionalDouble accuracy(double[] x) {
    return network.architecture().output().isClassifier()
        ? OptionalDouble.of(network.evaluator().accuracy(x, network.data()))
        : OptionalDouble.empty();
  }

  @Override
  public OptionalInt liveUnits(double[] x) {
    return OptionalInt.of(network.evaluator().liveUnits(x, network.data()));
  }
}
