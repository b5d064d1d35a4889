package dev.tarn.xor;

import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.train.Initialisation;
import dev.tarn.train.Initialisation.Law;
import dev.tarn.train.Optimiser.Adam;
import dev.tarn.train.Training;

/**
 * The setting of a question of 2018 on an internet forum, why a wider hidden layer makes training
 * find a good minimum more reliably: four clouds of 5000 examples each around the XOR points, one
 * hidden layer of ReLU units, a logistic output, cross-entropy without regularisation, biases in
 * both layers, Adam with the learning rate 0.1.
 *
 * <p>The question does not say how wide the clouds are, how weights are drawn, nor how long
 * training lasts. Taken here are a standard deviation of 0.1, with which the clouds can be told
 * apart, the uniform law of Glorot with zero biases, and {@value #STEPS} steps on all examples
 * each. Immutable.
 *
 * @param data the examples
 * @param training how the network is trained
 */
public record BlobQuestion(DataSet data, Training training) {
  /** The number of examples of each cloud in the question. */
  public static final int EACH = 5000;

  /** The standard deviation of a cloud that is taken here. */
  public static final double SPREAD = 0.1;

  /** The number of training steps that is taken here. */
  public static final int STEPS = 500;

  /** The learning rate of Adam in the question. */
  public static final double RATE = 0.1;

  /**
   * The setting of the question.
   *
   * @param each the number of examples of each cloud, at least 1; {@link #EACH} as in the question
   * @param seed the seed of data and training
   * @return the setting
   * @throws IllegalArgumentException if {@code each} is out of range
   */
  public static BlobQuestion of(int each, long seed) {
    return new BlobQuestion(
        DataSets.xorBlobs(each, SPREAD, seed),
        Training.of(Adam.withRate(RATE), Initialisation.of(Law.GLOROT_UNIFORM, 1.0), STEPS, seed));
  }

  /**
   * A network of the question.
   *
   * @param units the number of hidden units, at least 1
   * @return the network with its data
   * @throws IllegalArgumentException if {@code units} is out of range
   */
  public Network network(int units) {
    int[] widths = {units};
    Architecture architecture =
        Architecture.of(data.inputs(), Activation.RELU, widths, 1, OutputLayer.LOGISTIC);
    return Network.of(architecture, Penalty.none(architecture), data);
  }
}
