package dev.tarn.study.superposed;

import dev.tarn.data.DataSet;
import dev.tarn.network.Network;
import dev.tarn.network.NetworkEvaluator;
import dev.tarn.network.NetworkTransformation;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.study.RocCurve;
import java.util.ArrayList;
import java.util.List;

/**
 * A classifier whose probabilities are those of several minima, averaged with weights: what a
 * system that is spread over its minima answers.
 *
 * <p>All copies of a class count. Those by hidden units answer alike; those by a symmetry of the
 * data answer the images of the examples, so each class answers with the mean over the symmetries
 * of the data. Holds a workspace: for one thread.
 */
public final class SuperposedClassifier {
  private final DataSet data;
  private final double tolerance;
  private final List<double[][]> answers = new ArrayList<>();

  /**
   * How a classifier does on the training data.
   *
   * @param auc the area under the ROC curve of p(class 1); NaN unless there are two classes
   * @param accuracy the share of examples whose right class has the highest probability
   * @param sensitivity the share of the examples of class 1 that are answered rightly; NaN unless
   *     there are two classes and some of class 1
   * @param loss the mean of {@code -ln p} of the right class, in nats
   */
  public record Score(double auc, double accuracy, double sensitivity, double loss) {}

  /**
   * Lets each class of minima answer once.
   *
   * @param network the network, which classifies
   * @param minima the minima
   * @param tolerance the largest difference of two probabilities that counts as a tie, 0 or more
   * @throws IllegalArgumentException if the network does not classify
   */
  public SuperposedClassifier(Network network, List<StationaryPoint> minima, double tolerance) {
    if (!applies(network)) {
      throw new IllegalArgumentException("only networks that classify can be averaged");
    }
    data = network.data();
    this.tolerance = tolerance;
    NetworkEvaluator evaluator = network.evaluator();
    List<NetworkTransformation> copies = network.symmetry().dataSymmetries();
    for (StationaryPoint minimum : minima) {
      double[][] mean = new double[data.examples()][];
      for (NetworkTransformation copy : copies) {
        double[] x = copy.apply(minimum.coordinates().toArray());
        for (int d = 0; d < mean.length; d++) {
          mean[d] =
              plus(mean[d] == null ? new double[0] : mean[d], evaluator.answer(x, data.input(d)));
        }
      }
      for (double[] row : mean) {
        for (int c = 0; c < row.length; c++) {
          row[c] /= copies.size();
        }
      }
      answers.add(mean);
    }
  }

  private static double[] plus(double[] sum, double[] more) {
    double[] result = more.clone();
    for (int c = 0; c < sum.length; c++) {
      result[c] += sum[c];
    }
    return result;
  }

  /**
   * Whether a network's answers can be averaged.
   *
   * @param network the network
   * @return whether it classifies, with probabilities
   */
  public static boolean applies(Network network) {
    return network.architecture().output().isClassifier();
  }

  /**
   * How the average does.
   *
   * @param weights the weight of each minimum, such as its occupation; the sum is 1
   * @return the score
   */
  public Score score(Vector weights) {
    int examples = data.examples();
    double[] scores = new double[examples];
    int[] classes = new int[examples];
    int right = 0;
    int ofOne = 0;
    int rightOfOne = 0;
    double loss = 0.0;
    for (int d = 0; d < examples; d++) {
      double[] p = new double[answers.get(0)[d].length];
      for (int m = 0; m < weights.length(); m++) {
        for (int c = 0; c < p.length; c++) {
          p[c] += weights.get(m) * answers.get(m)[d][c];
        }
      }
      classes[d] = data.classOf(d);
      scores[d] = p[1];
      boolean hit = largest(p) == classes[d];
      right += hit ? 1 : 0;
      ofOne += classes[d] == 1 ? 1 : 0;
      rightOfOne += hit && classes[d] == 1 ? 1 : 0;
      loss -= StrictMath.log(p[classes[d]]);
    }
    boolean two = data.outputNames().size() == 2;
    return new Score(
        two ? RocCurve.area(scores, classes, tolerance) : Double.NaN,
        (double) right / examples,
        two && ofOne > 0 ? (double) rightOfOne / ofOne : Double.NaN,
        loss / examples);
  }

  private static int largest(double[] p) {
    int best = 0;
    for (int c = 1; c < p.length; c++) {
      best = p[c] > p[best] ? c : best;
    }
    return best;
  }

  /**
   * How one minimum does alone, its copies together.
   *
   * @param number the number of the minimum, from 0
   * @return the score
   */
  public Score alone(int number) {
    double[] weights = new double[answers.size()];
    weights[number] = 1.0;
    return score(Vector.of(weights));
  }
}
