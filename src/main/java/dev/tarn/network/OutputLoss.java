package dev.tarn.network;

import dev.tarn.data.DataSet;
import java.util.Arrays;

/**
 * The loss of one example as a function of the outputs' sums {@code y}, with its derivatives, for
 * the lanes of a workspace. Derivatives carry the factor {@code 1/D} of the mean over the examples,
 * values do not. Holds what {@link #curve} needs of the last values. Not thread-safe.
 */
abstract class OutputLoss {
  final DataSet data;
  final int outputs;
  final double weight;

  private OutputLoss(DataSet data, int outputs) {
    this.data = data;
    this.outputs = outputs;
    weight = 1.0 / data.examples();
  }

  /**
   * The loss of a network's outputs.
   *
   * @param lanes the number of examples at a time
   * @param centred whether the sums of the outputs are given by coordinates in the space in which
   *     they add up to zero ({@link CentredOutputs}); softmax only
   */
  static OutputLoss of(Architecture architecture, DataSet data, int lanes, boolean centred) {
    OutputLoss loss = of(architecture, data, lanes);
    return centred ? new Centred(loss, lanes) : loss;
  }

  private static OutputLoss of(Architecture architecture, DataSet data, int lanes) {
    return switch (architecture.output()) {
      case SOFTMAX ->
          architecture.outputs() == 2
              ? new TwoClasses(data, 2, lanes)
              : new Softmax(data, architecture.outputs(), lanes);
      case LOGISTIC -> new TwoClasses(data, 1, lanes);
      case LINEAR -> new Squares(data, architecture.outputs());
    };
  }

  /** Fills the gradient in {@code y} of one example in a lane; returns its loss. */
  abstract double value(double[] y, int lane, int example, double[] delta);

  /** Fills the product of the second derivatives in {@code y} with a vector, for the same lane. */
  abstract void curve(int lane, double[] vector, double[] product);

  /** How many numbers {@link #curve} needs of the last values. */
  int stateSize() {
    return 0;
  }

  /** Copies what {@link #curve} needs of the last values. */
  void save(double[] to) {}

  /** Goes back to what was copied. */
  void restore(double[] from) {}

  /** What the network answers: probabilities, or the outputs where they are linear; a new array. */
  abstract double[] answer(double[] y);

  /**
   * {@code ln sum_c exp(y_c) - y_right}. Differences to the largest output are taken everywhere, so
   * that small probabilities keep their relative accuracy and a common shift has no effect at all.
   */
  private static final class Softmax extends OutputLoss {
    private final double[] probability;
    private final int[] largest;

    Softmax(DataSet data, int outputs, int lanes) {
      super(data, outputs);
      largest = new int[lanes];
      probability = new double[lanes * outputs];
    }

    @Override
    double value(double[] y, int lane, int example, double[] delta) {
      int at = lane * outputs;
      int top = at;
      for (int c = at + 1; c < at + outputs; c++) {
        top = y[c] > y[top] ? c : top;
      }
      largest[lane] = top;
      double others = 0.0;
      for (int c = at; c < at + outputs; c++) {
        double e = c == top ? 1.0 : ElementaryFunctions.expOfMinus(y[top] - y[c]);
        probability[c] = e;
        others += c == top ? 0.0 : e;
      }
      double factor = 1.0 / (1.0 + others);
      int right = at + data.classOf(example);
      double wrong = 0.0;
      for (int c = at; c < at + outputs; c++) {
        double p = probability[c] * factor;
        probability[c] = p;
        delta[c] = weight * p;
        wrong += c == right ? 0.0 : p;
      }
      delta[right] = -weight * wrong;
      return (y[top] - y[right]) + SoftFunctions.log1p(others);
    }

    @Override
    void curve(int lane, double[] vector, double[] product) {
      int at = lane * outputs;
      int top = largest[lane];
      double mean = 0.0;
      for (int c = at; c < at + outputs; c++) {
        mean += probability[c] * (vector[c] - vector[top]);
      }
      double sum = 0.0;
      for (int c = at; c < at + outputs; c++) {
        if (c != top) {
          product[c] = weight * probability[c] * ((vector[c] - vector[top]) - mean);
          sum += product[c];
        }
      }
      product[top] = -sum;
    }

    @Override
    int stateSize() {
      return probability.length + largest.length;
    }

    @Override
    void save(double[] to) {
      System.arraycopy(probability, 0, to, 0, probability.length);
      for (int lane = 0; lane < largest.length; lane++) {
        to[probability.length + lane] = largest[lane];
      }
    }

    @Override
    void restore(double[] from) {
      System.arraycopy(from, 0, probability, 0, probability.length);
      for (int lane = 0; lane < largest.length; lane++) {
        largest[lane] = (int) from[probability.length + lane];
      }
    }

    @Override
    double[] answer(double[] y) {
      return probabilities(Arrays.copyOf(y, outputs));
    }
  }

  /** Turns the outputs of a softmax into probabilities. */
  private static double[] probabilities(double[] y) {
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
   * {@code ln(1 + e^-m)} for the margin {@code m} of the right class: {@code z} for class 1 and
   * {@code -z} for class 0, where {@code z} is a logistic output or the difference of the two
   * outputs of a softmax.
   */
  private static final class TwoClasses extends OutputLoss {
    private final double[] curvature;

    TwoClasses(DataSet data, int outputs, int lanes) {
      super(data, outputs);
      curvature = new double[lanes];
    }

    @Override
    double value(double[] y, int lane, int example, double[] delta) {
      double z = difference(y, lane);
      double sign = data.classOf(example) == 1 ? 1.0 : -1.0;
      double margin = sign * z;
      double e = ElementaryFunctions.expOfMinus(Math.abs(margin));
      double right = 1.0 / (1.0 + e);
      curvature[lane] = weight * e * right * right;
      spread(-sign * weight * (margin >= 0.0 ? e * right : right), lane, delta);
      return Math.max(0.0, -margin) + SoftFunctions.log1p(e);
    }

    @Override
    void curve(int lane, double[] vector, double[] product) {
      spread(curvature[lane] * difference(vector, lane), lane, product);
    }

    @Override
    int stateSize() {
      return curvature.length;
    }

    @Override
    void save(double[] to) {
      System.arraycopy(curvature, 0, to, 0, curvature.length);
    }

    @Override
    void restore(double[] from) {
      System.arraycopy(from, 0, curvature, 0, curvature.length);
    }

    @Override
    double[] answer(double[] y) {
      return outputs == 1
          ? new double[] {SoftFunctions.logistic(-y[0]), SoftFunctions.logistic(y[0])}
          : probabilities(Arrays.copyOf(y, outputs));
    }

    private double difference(double[] y, int lane) {
      return outputs == 1 ? y[lane] : y[2 * lane + 1] - y[2 * lane];
    }

    private void spread(double slope, int lane, double[] out) {
      if (outputs == 1) {
        out[lane] = slope;
      } else {
        out[2 * lane] = -slope;
        out[2 * lane + 1] = slope;
      }
    }
  }

  private static final class Squares extends OutputLoss {

    Squares(DataSet data, int outputs) {
      super(data, outputs);
    }

    @Override
    double value(double[] y, int lane, int example, double[] delta) {
      double sum = 0.0;
      for (int i = 0; i < outputs; i++) {
        double error = y[lane * outputs + i] - data.target(example, i);
        sum += error * error;
        delta[lane * outputs + i] = 2.0 * weight * error;
      }
      return sum;
    }

    @Override
    void curve(int lane, double[] vector, double[] product) {
      for (int i = lane * outputs; i < (lane + 1) * outputs; i++) {
        product[i] = 2.0 * weight * vector[i];
      }
    }

    @Override
    double[] answer(double[] y) {
      return Arrays.copyOf(y, outputs);
    }
  }

  /** The loss of a softmax as a function of the coordinates of {@link CentredOutputs}. */
  private static final class Centred extends OutputLoss {
    private final OutputLoss full;
    private final CentredOutputs basis;
    private final double[] y;
    private final double[] fullDelta;

    Centred(OutputLoss full, int lanes) {
      super(full.data, full.outputs - 1);
      this.full = full;
      basis = new CentredOutputs(full.outputs);
      y = new double[lanes * full.outputs];
      fullDelta = new double[y.length];
    }

    @Override
    double value(double[] u, int lane, int example, double[] delta) {
      basis.spread(u, lane * outputs, y, lane * full.outputs);
      double value = full.value(y, lane, example, fullDelta);
      basis.gather(fullDelta, lane * full.outputs, delta, lane * outputs);
      return value;
    }

    @Override
    void curve(int lane, double[] vector, double[] product) {
      basis.spread(vector, lane * outputs, y, lane * full.outputs);
      full.curve(lane, y, fullDelta);
      basis.gather(fullDelta, lane * full.outputs, product, lane * outputs);
    }

    @Override
    int stateSize() {
      return full.stateSize();
    }

    @Override
    void save(double[] to) {
      full.save(to);
    }

    @Override
    void restore(double[] from) {
      full.restore(from);
    }

    @Override
    double[] answer(double[] u) {
      basis.spread(u, 0, y, 0);
      return full.answer(y);
    }
  }
}
