package dev.tarn.train;

import dev.tarn.network.DenseNetwork;
import dev.tarn.network.DensePredictor;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/** Training of a fully connected network. */
final class DenseLearner implements Learner {
  private final DenseNetwork network;
  private final DensePredictor predictor;

  DenseLearner(DenseNetwork network) {
    this.network = network;
    predictor = new DensePredictor(network);
  }

  @Override
  public DenseNetwork potential() {
    return network;
  }

  @Override
  public double[] start(Initialisation initialisation, RandomGenerator random) {
    double[] x = new double[network.dimension()];
    initialisation.draw(network.parameters(), random, x);
    return x;
  }

  @Override
  public OptionalDouble accuracy(double[] x) {
    return network.architecture().output().isClassifier()
        ? OptionalDouble.of(predictor.accuracy(x, network.data()))
        : OptionalDouble.empty();
  }

  @Override
  public Learner copy() {
    return new DenseLearner(network.copy());
  }
}
