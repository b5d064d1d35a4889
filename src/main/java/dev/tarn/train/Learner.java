package dev.tarn.train;

import dev.tarn.network.DenseNetwork;
import dev.tarn.network.NetworkModel;
import dev.tarn.network.XorNetwork;
import dev.tarn.potential.Potential;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * A network to be trained: its energy, its layers as an initialisation sees them, and its accuracy
 * on the training set. As its potential it belongs to one thread; {@link #copy()} makes another.
 */
public interface Learner {

  /**
   * The energy that training lowers.
   *
   * @return the potential, of this learner's thread
   */
  Potential potential();

  /**
   * Draws weights to begin with.
   *
   * @param initialisation how
   * @param random the source of randomness
   * @return a new array, in the order of the potential
   */
  double[] start(Initialisation initialisation, RandomGenerator random);

  /**
   * The share of the training examples whose class is predicted rightly.
   *
   * @param x the parameters; not modified
   * @return from 0 to 1; empty for a network that does not tell classes apart
   */
  OptionalDouble accuracy(double[] x);

  /**
   * An independent instance of the same problem, for another thread.
   *
   * @return the copy
   */
  Learner copy();

  /**
   * Training of a fully connected network.
   *
   * @param network the network with its data
   * @return the problem, which uses {@code network}
   */
  static Learner of(DenseNetwork network) {
    return new DenseLearner(network);
  }

  /**
   * Training of the XOR network.
   *
   * @param network the network
   * @return the problem, which uses {@code network}
   */
  static Learner of(XorNetwork network) {
    return new XorLearner(network);
  }

  /**
   * A network of either kind.
   *
   * @param network the network
   * @return what trains it
   */
  static Learner of(NetworkModel network) {
    return network instanceof DenseNetwork dense ? of(dense) : of((XorNetwork) network);
  }
}
