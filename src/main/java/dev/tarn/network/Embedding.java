package dev.tarn.network;

import dev.tarn.linear.SymmetricEigen;
import dev.tarn.network.relu.IdleUnits;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import java.util.Arrays;

/**
 * Stationary points of a network of one hidden layer as points of a larger one: zero units are
 * added, and the rule that predicts what becomes of the index is compared with the Hessian.
 *
 * <p>A stationary point with a unit of zero weights added is stationary (Mehta, Zhao, Bernal and
 * Wales, Phys. Rev. E 97, 052307, 2018, appendix A) if the activation {@code f} is zero at zero. In
 * the Hessian the weights of the added unit do not couple to the others. With the derivatives of
 * the mean loss by the sums {@code z_i} of the outputs,
 *
 * <pre>
 *   G_ik = f'(0) sum_d dE/dz_i(d) (1, x_1, ..., x_K)_k
 * </pre>
 *
 * <p>over the data, their block consists of {@code G} between the links to the outputs and those
 * from the inputs with the bias, and twice the penalty's coefficients on the diagonal. Each added
 * unit raises the index by the number of its negative eigenvalues. For the XOR network with its
 * {@code g = 1/4 sum_d (p_1 - t_d) (1, x_1, x_2)}, {@code t_d} being the class, the eigenvalues are
 * {@code 2 lambda} three times and {@code 2 lambda +- sqrt(2) |g|}: the index rises by one exactly
 * when {@code sqrt(2) |g| > 2 lambda}; {@code docs/embedding.md} has the derivation. A unit of ReLU
 * stands on its kinks then, and has another rule ({@link IdleUnits}): the point stays a proper one
 * as long as no use of the unit lowers the energy.
 *
 * <p>Every weight of the unit must be regularised: where its bias is free, it changes nothing, and
 * no padded point is isolated. With {@code f(0) = c} other than zero (logistic, softplus) the
 * energy has the slope {@code c sum_d dE/dz_i(d)} along the links out of a zero unit, which is not
 * zero at the stationary points of a network with regularised output biases.
 *
 * <p>Cost of a point: one Hessian and its eigenvalues in the dimension of the larger network. Not
 * thread-safe.
 */
public final class Embedding {
  private final Network network;
  private final Network larger;
  private final int extra;
  private final NetworkEvaluator evaluator;
  private final StationaryPolish polish;

  /**
   * What a stationary point becomes in the larger network.
   *
   * @param id the id of the class in the smaller network's landscape
   * @param sourceIndex its index there
   * @param extra the number of units added
   * @param energy the energy, the same in both networks
   * @param coordinates the padded point
   * @param coupling how strongly the links into a zero unit couple to those out of it: the largest
   *     singular value of {@code G}, for XOR {@code sqrt(2) |g|}, which with one coefficient for
   *     all weights the rule compares with {@code 2 lambda}
   * @param gradient the root-mean-square gradient measured in the larger network
   * @param predictedIndex the index by the rule
   * @param index the number of negative eigenvalues of the larger network's Hessian
   * @param predictedEigenvalues the eigenvalues by the rule, ascending
   * @param eigenvalues the eigenvalues of the larger network's Hessian, ascending
   * @param stationary whether the gradient is below {@link Tolerances#gradient}
   * @param degenerate whether an eigenvalue lies within {@link Tolerances#zeroCutoff} of zero, so
   *     that the index means nothing
   */
  public record Padded(
      int id,
      int sourceIndex,
      int extra,
      double energy,
      Vector coordinates,
      double coupling,
      double gradient,
      int predictedIndex,
      int index,
      Vector predictedEigenvalues,
      Vector eigenvalues,
      boolean stationary,
      boolean degenerate) {

    /**
     * Whether the padded point is a minimum.
     *
     * @return true if it is stationary, not degenerate and of index 0
     */
    public boolean isMinimum() {
      return stationary && !degenerate && index == 0;
    }

    /**
     * Whether the padded point is what the rule says: stationary, and of the index predicted. The
     * index of a degenerate point means nothing and is not compared.
     *
     * @return false for a counterexample
     */
    public boolean agrees() {
      return stationary && (degenerate || index == predictedIndex);
    }
  }

  /** What an added unit brings by the rule. */
  private record Added(double coupling, int rise, double[] eigenvalues) {}

  /**
   * Prepares to pad the points of a network.
   *
   * @param network the smaller network
   * @param extra the number of zero units to add, at least 1
   * @throws IllegalArgumentException if {@code extra} is less than 1, or a padded point need not be
   *     stationary and isolated: the network has not exactly one hidden layer, its activation is
   *     not zero at zero, or not every weight of a hidden unit is regularised
   */
  public Embedding(Network network, int extra) {
    if (extra < 1) {
      throw new IllegalArgumentException("the number of added units is at least 1, not " + extra);
    }
    larger = network.withUnits(network.architecture().units() + extra);
    checkExact(network);
    this.network = network;
    this.extra = extra;
    evaluator = network.evaluator();
    polish = StationaryPolish.of(larger);
  }

  private static void checkExact(Network network) {
    Activation activation = network.architecture().hidden().get(0).activation();
    if (!activation.isZeroAtZero()) {
      throw new IllegalArgumentException(
          "a unit of zero weights is not silent where the activation is "
              + activation.label()
              + ", which is not zero at zero: a padded point is not stationary");
    }
    Penalty penalty = network.penalty();
    if (penalty.links().get(0) == 0.0
        || penalty.biases().get(0) == 0.0
        || penalty.links().get(1) == 0.0) {
      throw new IllegalArgumentException(
          "padded points are isolated only where every weight and the bias of a hidden unit are"
              + " regularised; here some are free, which in a zero unit change nothing");
    }
  }

  /**
   * Pads a stationary point and compares the rule with the Hessian.
   *
   * @param point a stationary point of the smaller network
   * @return prediction and measurement
   * @throws IllegalArgumentException if the point is of another dimension
   */
  public Padded pad(StationaryPoint point) {
    double[] x = point.coordinates().toArray();
    double[] padded = larger.layout().arrange(x, network.layout());
    PolishedPoint found = polish.characterise(padded);
    Added added = network.hasKinks() ? onKinks(x) : smooth(x);
    return new Padded(
        point.id(),
        point.index(),
        extra,
        found.energy(),
        Vector.of(padded),
        added.coupling(),
        found.rms(),
        point.index() + extra * added.rise(),
        found.index(),
        predicted(point.eigenvalues(), added.eigenvalues()),
        Vector.of(found.eigenvalues()),
        found.converged(),
        found.degenerate());
  }

  private Added smooth(double[] x) {
    int inputs = network.architecture().inputs();
    int outputs = network.architecture().outputs();
    int size = outputs + inputs + 1;
    double[] block = new double[size * size];
    double[] slopes = evaluator.sumGradient(x, 2);
    double steepness = network.architecture().hidden().get(0).activation().slopeAtZero();
    for (int d = 0; d < network.data().examples(); d++) {
      for (int i = 0; i < outputs; i++) {
        double slope = steepness * slopes[d * outputs + i];
        for (int k = 0; k <= inputs; k++) {
          double value = slope * (k < inputs ? network.data().input(d, k) : 1.0);
          block[i * size + outputs + k] += value;
          block[(outputs + k) * size + i] += value;
        }
      }
    }
    double[] couplings = eigenvalues(block, size);
    Penalty penalty = network.penalty();
    for (int c = 0; c < size; c++) {
      boolean bias = c == size - 1;
      double own = bias ? penalty.biases().get(0) : penalty.links().get(c < outputs ? 1 : 0);
      block[c * (size + 1)] = 2.0 * own;
    }
    double[] values = eigenvalues(block, size);
    int rise = (int) Arrays.stream(values).filter(value -> value < 0.0).count();
    return new Added(couplings[size - 1], rise, values);
  }

  /** The kinks leave the links to the outputs free, on which the energy is that of the penalty. */
  private Added onKinks(double[] x) {
    double ratio = IdleUnits.ratio(network.kinked(), x);
    double above = 2.0 * network.penalty().links().get(1);
    double[] values = new double[network.architecture().outputs()];
    Arrays.fill(values, above);
    return new Added(above * Math.sqrt(ratio), ratio > 1.0 ? 1 : 0, values);
  }

  private static double[] eigenvalues(double[] matrix, int size) {
    SymmetricEigen eigen = new SymmetricEigen(size);
    eigen.decomposeValues(matrix);
    return eigen.values().clone();
  }

  private Vector predicted(Vector eigenvalues, double[] added) {
    int own = eigenvalues.length();
    double[] all = Arrays.copyOf(eigenvalues.toArray(), own + extra * added.length);
    for (int unit = 0; unit < extra; unit++) {
      System.arraycopy(added, 0, all, own + unit * added.length, added.length);
    }
    Arrays.sort(all);
    return Vector.of(all);
  }
}
