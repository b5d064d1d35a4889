package dev.tarn.train;

import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * What is to be trained: its energy, how its weights are drawn before, and its accuracy on the
 * training set. Immutable, may be shared between threads.
 */
public interface Learner {

  /**
   * The energy that training lowers.
   *
   * @return the potential
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
   * @return from 0 to 1; empty for what does not tell classes apart
   */
  OptionalDouble accuracy(double[] x);

  /**
   * How many hidden units tell the training examples apart.
   *
   * @param x the parameters; not modified
   * @return from 0 on; empty for what has no hidden units
   */
  default OptionalInt liveUnits(double[] x) {
    return OptionalInt.empty();
  }

  /**
   * Training of a network.
   *
   * @param network the network with its data
   * @return the problem
   */
  static Learner of(Network network) {
    return new NetworkLearner(network);
  }
}
