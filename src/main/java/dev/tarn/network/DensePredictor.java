package dev.tarn.network;

import dev.tarn.data.DataSet;
import dev.tarn.data.Standardisation;
import java.util.Arrays;

/**
 * Applies a fully connected network to inputs: outputs, probabilities, the predicted class, and how
 * well it does on a data set.
 *
 * <p>Inputs are taken as they come; if the network was trained on standardised data, {@link
 * Standardisation#apply} is the caller's. Holds a workspace; not thread-safe.
 */
public final class DensePredictor {
  private final Architecture architecture;
  private final DenseParameters parameters;
  private final DenseLoss network;

  /**
   * Makes a predictor.
   *
   * @param network the network
   */
  public DensePredictor(DenseNetwork network) {
    architecture = network.architecture();
    parameters = network.parameters();
    this.network = new DenseLoss(architecture, network.data(), false);
  }

  /**
   * The sums of the outputs for an input.
   *
   * @param x the parameters; not modified
   * @param input the inputs; not modified
   * @return a new array, one number for each output
   * @throws IllegalArgumentException if a length does not fit the network
   */
  public double[] outputs(double[] x, double[] input) {
    parameters.checkLength(x);
    if (input.length != architecture.inputs()) {
      throw new IllegalArgumentException(
          "the network has " + architecture.inputs() + " inputs, not " + input.length);
    }
    return Arrays.copyOf(network.outputs(x, input), architecture.outputs());
  }

  /**
   * The probabilities of the classes for an input.
   *
   * @param x the parameters; not modified
   * @param input the inputs; not modified
   * @return a new array, one number between 0 and 1 for each class; they add up to 1
   * @throws IllegalArgumentException if a length does not fit the network
   * @throws IllegalStateException if the network has linear outputs
   */
  public double[] probabilities(double[] x, double[] input) {
    double[] y = outputs(x, input);
    if (!architecture.output().isClassifier()) {
      throw new IllegalStateException("linear outputs are no probabilities");
    }
    if (architecture.output() == OutputLayer.LOGISTIC) {
      return new double[] {SoftFunctions.logistic(-y[0]), SoftFunctions.logistic(y[0])};
    }
    double largest = Arrays.stream(y).max().getAsDouble();
    double sum = 0.0;
    for (int c = 0; c < y.length; c++) {
      y[c] = ElementaryFunctions.expOfMinus(largest - y[c]);
      sum += y[c];
    }
    for (int c = 0; c < y.length; c++) {
      y[c] /= sum;
    }
    return y;
  }

  /**
   * The class of largest probability for an input, the first one of several.
   *
   * @param x the parameters; not modified
   * @param input the inputs; not modified
   * @return the number of the class, from 0
   * @throws IllegalArgumentException if a length does not fit the network
   * @throws IllegalStateException if the network has linear outputs
   */
  public int predictedClass(double[] x, double[] input) {
    double[] p = probabilities(x, input);
    int best = 0;
    for (int c = 1; c < p.length; c++) {
      best = p[c] > p[best] ? c : best;
    }
    return best;
  }

  /**
   * The share of examples whose class is predicted rightly.
   *
   * @param x the parameters; not modified
   * @param data the examples, as a rule a test set
   * @return from 0 to 1
   * @throws IllegalArgumentException if the data do not fit the network
   * @throws IllegalStateException if the network has linear outputs
   */
  public double accuracy(double[] x, DataSet data) {
    architecture.checkFit(data);
    int right = 0;
    for (int d = 0; d < data.examples(); d++) {
      if (predictedClass(x, data.input(d)) == data.classOf(d)) {
        right++;
      }
    }
    return (double) right / data.examples();
  }

  /**
   * The mean loss on a data set: the energy without the regulariser.
   *
   * @param x the parameters; not modified
   * @param data the examples, as a rule a test set
   * @return the mean over the examples, in nats for classes
   * @throws IllegalArgumentException if the data do not fit the network
   */
  public double meanLoss(double[] x, DataSet data) {
    parameters.checkLength(x);
    architecture.checkFit(data);
    return new DenseLoss(architecture, data, false).value(x);
  }
}
