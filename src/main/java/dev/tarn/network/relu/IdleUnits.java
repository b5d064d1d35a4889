package dev.tarn.network.relu;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Hidden ReLU units without weights, which stand on all their kinks at once, and whether they can
 * lower the energy.
 *
 * <p>With weights {@code u = (w, bias)} below and {@code v} above such a unit changes the energy,
 * to second order, by {@code a |w|² + b bias² + o |v|² + v . h(u)}, {@code h_k(u) = sum_d dE/dz_kd
 * max(0, u . (x_d, 1))}, where {@code a}, {@code b} and {@code o} are the coefficients of the
 * regulariser. With the best {@code v = -h/(2 o)} this is positive for every {@code u} if and only
 * if the ratio {@code |h(u)|² / (4 o (a |w|² + b bias²))} is below 1; compare the condition for a
 * tanh unit, {@code sqrt(2)|g| < 2 lambda}.
 *
 * <p>The ratio depends on the direction only. In the variables {@code (sqrt(a) w, sqrt(b) bias)} it
 * is {@code |h|²} on the unit sphere, on each piece a linear map's, and its maximum may lie on a
 * piece's border. It is sought by ascents from many directions: along the great circle to {@code
 * (grad h)' h}, and where the ratio begins to fall at a border, along that border. A ratio above 1
 * that is found does lower the energy; that none is found is strong evidence, no proof.
 */
public final class IdleUnits {
  private static final int RANDOM_STARTS = 64;
  private static final int DATA_STARTS = 64;
  private static final int ASCENTS = 200;
  private static final double NEARLY_THERE = 1.0 - 1e-9;
  private static final double GAIN = 1e-14;
  private static final double ON_BORDER = 1e-10;

  private final KinkedNetwork network;
  private final KinkedEvaluator evaluator;
  private final int width;
  private final boolean bounded;
  private final double above;

  /** The inputs with a last one of 1, scaled as above, and the scales. */
  private final double[][] inputs;

  private final double[] scale;

  /** The derivatives by the sums above, and how many they are for each example. */
  private double[] slopes = new double[0];

  private int rows;

  IdleUnits(KinkedNetwork network, KinkedEvaluator evaluator) {
    this.network = network;
    this.evaluator = evaluator;
    width = network.data().inputs() + 1;
    double links = network.linkPenalty();
    double bias = network.biasPenalty();
    above = network.penaltyAbove();
    bounded = links > 0.0 && bias > 0.0 && above > 0.0;
    scale = new double[width];
    Arrays.fill(scale, 1.0 / Math.sqrt(links));
    scale[width - 1] = 1.0 / Math.sqrt(bias);
    inputs = new double[network.data().examples()][width];
    for (int d = 0; d < inputs.length; d++) {
      for (int k = 0; k < width; k++) {
        inputs[d][k] = scale[k] * (k < width - 1 ? network.data().input(d, k) : 1.0);
      }
    }
  }

  /**
   * The largest ratio that is found, for a unit that a network gets or has.
   *
   * @param network the network
   * @param x its parameters; not modified
   * @return the ratio; infinite if what holds the unit's weights together is not regularised
   */
  public static double ratio(KinkedNetwork network, double[] x) {
    return new IdleUnits(network, network.evaluator())
        .best(x)
        .map(Use::ratio)
        .orElse(Double.POSITIVE_INFINITY);
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
   * @param ratio as above; beyond 1 the unit lowers the energy
   * @param below the unit's links and bias, up to a factor
   * @param above its links upwards, for these
   */
  record Use(double ratio, double[] below, double[] above) {}

  /** The best use that is found; empty if what holds the weights together is not regularised. */
  Optional<Use> best(double[] x) {
    if (!bounded) {
      return Optional.empty();
    }
    slopes = evaluator.slopesAbove(x);
    rows = slopes.length / inputs.length;
    RandomGenerator random = RandomStreams.of(0, 0);
    Ascent best = new Ascent(new double[width]);
    int stride = Math.max(1, inputs.length / DATA_STARTS);
    for (int s = -RANDOM_STARTS; s < inputs.length; s += s < 0 ? 1 : stride) {
      double[] u = new double[width];
      for (int k = 0; k < width; k++) {
        u[k] = s < 0 ? random.nextGaussian() : inputs[s][k];
      }
      Ascent ascent = new Ascent(u);
      ascent.run();
      best = ascent.ratio > best.ratio ? ascent : best;
    }
    return Optional.of(best.use());
  }

  /** One ascent on the unit sphere. */
  private final class Ascent {
    private double[] u;
    private double ratio;
    private final double[] h = new double[rows];
    private final double[] target = new double[width];
    private final List<double[]> borders = new ArrayList<>();

    Ascent(double[] start) {
      u = start;
    }

    void run() {
      Vectors.normalise(u);
      for (int k = 0; k < ASCENTS; k++) {
        fill(u);
        double before = ratio;
        ratio = Vectors.dot(h, h) / (4.0 * above);
        double length = Vectors.normalise(target);
        if (!(length > 0.0) || (k > 0 && ratio <= before * (1.0 + GAIN) && !stopAtBorder())) {
          return;
        }
        advance();
      }
    }

    /** Goes along the great circle to the target, at most to where the ratio begins to fall. */
    private void advance() {
      double[] aim = target.clone();
      double low = 0.0;
      double high = 1.0;
      double t = NEARLY_THERE;
      while (t > low && t < high) {
        if (rises(at(aim, t), aim)) {
          low = t;
        } else {
          high = t;
        }
        if (low == NEARLY_THERE) {
          break;
        }
        t = 0.5 * (low + high);
      }
      u = at(aim, high);
      stopAtBorder();
    }

    private double[] at(double[] aim, double t) {
      double[] point = new double[width];
      Arrays.setAll(point, k -> (1.0 - t) * u[k] + t * aim[k]);
      Vectors.normalise(point);
      return point;
    }

    /** Whether the ratio rises at a point in the direction of the aim. */
    private boolean rises(double[] point, double[] aim) {
      fill(point);
      double along = Vectors.dot(aim, point);
      double rise = 0.0;
      for (int k = 0; k < width; k++) {
        rise += target[k] * (aim[k] - along * point[k]);
      }
      return rise > 0.0;
    }

    /** Keeps to the borders that the point lies on; false if there is no new one. */
    private boolean stopAtBorder() {
      boolean held = false;
      for (double[] input : inputs) {
        double[] border = input.clone();
        double size = Vectors.normalise(border);
        if (size > 0.0 && Math.abs(Vectors.dot(border, u)) <= ON_BORDER) {
          project(border);
          if (Vectors.normalise(border) > ON_BORDER && borders.size() < width - 1) {
            borders.add(border);
            held = true;
          }
        }
      }
      project(u);
      Vectors.normalise(u);
      return held;
    }

    private void project(double[] v) {
      for (double[] border : borders) {
        Vectors.remove(border, v);
      }
    }

    /** Fills {@code h} and the target, half the gradient of {@code |h|²} along the borders. */
    private void fill(double[] point) {
      Arrays.fill(h, 0.0);
      Arrays.fill(target, 0.0);
      double[][] gradient = new double[rows][width];
      for (int d = 0; d < inputs.length; d++) {
        double sum = Vectors.dot(inputs[d], point);
        for (int r = 0; sum > 0.0 && r < rows; r++) {
          double slope = slopes[d * rows + r];
          h[r] += slope * sum;
          for (int k = 0; k < width; k++) {
            gradient[r][k] += slope * inputs[d][k];
          }
        }
      }
      for (int r = 0; r < rows; r++) {
        for (int k = 0; k < width; k++) {
          target[k] += gradient[r][k] * h[r];
        }
      }
      project(target);
    }

    Use use() {
      fill(u);
      double[] below = new double[width];
      Arrays.setAll(below, k -> scale[k] * u[k]);
      double[] up = new double[rows];
      Arrays.setAll(up, r -> -h[r] / (2.0 * above));
      return new Use(ratio, below, up);
    }
  }

  /** Gives an idle unit weights of some size along its best use. */
  void wake(double[] x, int unit, Use use, double size) {
    double factor = size / Vectors.norm(use.below());
    for (int k = 0; k < width; k++) {
      x[k < width - 1 ? network.link(unit, k) : network.bias(unit)] = factor * use.below()[k];
    }
    for (int k = 0; k < use.above().length; k++) {
      x[network.linkAbove(k, unit)] = factor * use.above()[k];
    }
  }
}
