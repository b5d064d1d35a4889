package dev.tarn.minimise;

import dev.tarn.network.DenseNetwork;
import dev.tarn.network.DenseParameters;
import dev.tarn.potential.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Hidden ReLU units without weights, which stand on all their kinks at once, and whether they can
 * lower the energy.
 *
 * <p>With weights {@code u} below and {@code v} above such a unit changes the energy, to second
 * order, by {@code a |w|² + b bias² + o |v|² + v . h(u)}, {@code h_k(u) = sum_d dE/dz_kd max(0, u .
 * (x_d, 1))}, where {@code a}, {@code b} and {@code o} are the coefficients of the regulariser.
 * With the best {@code v = -h/(2 o)} this is positive for every {@code u} if and only if {@code
 * |h(u)|² < 4 o (a |w|² + b bias²)}; compare the condition for a tanh unit, {@code sqrt(2)|g| < 2
 * lambda}. The largest ratio is sought by ascents from many directions: on each piece {@code h} is
 * linear, and {@code u <- (grad h)' h} scaled by the coefficients does not lower it. A unit whose
 * ratio is found to exceed 1 does lower the energy; that none is found is strong evidence, no
 * proof.
 */
final class IdleUnits {
  private static final int RANDOM_STARTS = 32;
  private static final int DATA_STARTS = 64;
  private static final int ASCENTS = 100;
  private static final double GAIN = 1e-12;

  private final DenseNetwork network;
  private final DenseParameters layout;
  private final int width;

  IdleUnits(DenseNetwork network) {
    this.network = network;
    layout = network.parameters();
    width = network.architecture().inputs();
  }

  /** The units of the first hidden layer without links and bias. */
  static List<Integer> of(HeldKinks kinks, double[] x, double tolerance) {
    List<Integer> idle = new ArrayList<>();
    for (int j = 0; j < kinks.units(); j++) {
      if (kinks.size(x, j) <= tolerance) {
        idle.add(j);
      }
    }
    return idle;
  }

  /**
   * The best use of an idle unit.
   *
   * @param ratio how {@code |h|²} compares with {@code 4 o (a |w|² + b bias²)}; above 1 the unit
   *     lowers the energy
   * @param below the unit's links and bias, of unit length
   * @param above its links upwards, for these
   */
  record Use(double ratio, double[] below, double[] above) {}

  /** The best use; empty if what holds the weights together is not regularised. */
  Optional<Use> best(double[] x) {
    double links = network.penalty().links().get(0);
    double bias = network.penalty().biases().get(0);
    double above = network.penalty().links().get(1);
    if (!(links > 0.0 && bias > 0.0 && above > 0.0)) {
      return Optional.empty();
    }
    double[] slopes = network.sumGradient(x, 2);
    RandomGenerator random = RandomStreams.of(0, 0);
    Use best = new Use(0.0, new double[width + 1], new double[0]);
    int examples = network.data().examples();
    int stride = Math.max(1, examples / DATA_STARTS);
    for (int s = -RANDOM_STARTS; s < examples; s += s < 0 ? 1 : stride) {
      for (int sign = -1; sign <= 1; sign += 2) {
        double[] u = new double[width + 1];
        for (int k = 0; k <= width; k++) {
          double input = s < 0 ? random.nextGaussian() : k < width ? at(s, k) : 1.0;
          u[k] = sign * input;
        }
        Use use = ascend(u, slopes, links, bias, above);
        best = use.ratio() > best.ratio() ? use : best;
      }
    }
    return Optional.of(best);
  }

  private double at(int example, int input) {
    return network.data().input(example, input);
  }

  private Use ascend(double[] start, double[] slopes, double links, double bias, double above) {
    int rows = slopes.length / network.data().examples();
    double[] u = start.clone();
    double[] h = new double[rows];
    double[][] gradient = new double[rows][width + 1];
    Use best = new Use(0.0, u, h);
    for (int k = 0; k < ASCENTS; k++) {
      double length = NewtonIteration.length(u);
      if (!(length > 0.0)) {
        break;
      }
      for (int i = 0; i <= width; i++) {
        u[i] /= length;
      }
      fill(u, slopes, h, gradient);
      double cost = bias * u[width] * u[width];
      for (int i = 0; i < width; i++) {
        cost += links * u[i] * u[i];
      }
      double ratio = HeldKinks.dot(h, h) / (4.0 * above * cost);
      if (!(ratio > best.ratio() + GAIN)) {
        break;
      }
      double[] up = h.clone();
      Arrays.setAll(up, i -> -up[i] / (2.0 * above));
      best = new Use(ratio, u.clone(), up);
      for (int i = 0; i <= width; i++) {
        double sum = 0.0;
        for (int r = 0; r < rows; r++) {
          sum += gradient[r][i] * h[r];
        }
        u[i] = sum / (i < width ? links : bias);
      }
    }
    return best;
  }

  private void fill(double[] u, double[] slopes, double[] h, double[][] gradient) {
    int rows = h.length;
    Arrays.fill(h, 0.0);
    for (double[] row : gradient) {
      Arrays.fill(row, 0.0);
    }
    for (int d = 0; d < network.data().examples(); d++) {
      double sum = u[width];
      for (int i = 0; i < width; i++) {
        sum += u[i] * at(d, i);
      }
      for (int r = 0; sum > 0.0 && r < rows; r++) {
        double slope = slopes[d * rows + r];
        h[r] += slope * sum;
        for (int i = 0; i < width; i++) {
          gradient[r][i] += slope * at(d, i);
        }
        gradient[r][width] += slope;
      }
    }
  }

  /** Gives an idle unit weights of some size along its best use. */
  void wake(double[] x, int unit, Use use, double size) {
    int row = layout.link(1, unit, 0);
    for (int k = 0; k <= width; k++) {
      x[row + k] = size * use.below()[k];
    }
    for (int k = 0; k < use.above().length; k++) {
      x[layout.link(2, k, unit)] = size * use.above()[k];
    }
  }
}
