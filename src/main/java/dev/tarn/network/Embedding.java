package dev.tarn.network;

import dev.tarn.potential.Vector;
import dev.tarn.stationary.NewtonPolish;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import java.util.Arrays;

/**
 * Stationary points of a network as points of a larger one: zero units are added, and the rule that
 * predicts what becomes of the index is compared with the Hessian.
 *
 * <p>A stationary point with a unit of zero weights added is stationary (Mehta, Zhao, Bernal and
 * Wales, Phys. Rev. E 97, 052307, 2018, appendix A). In the Hessian the five weights of the added
 * unit do not couple to the others. With
 *
 * <pre>
 *   g = 1/4 sum_d (p_1 - t_d) (1, x_1, x_2)
 * </pre>
 *
 * <p>over the data, {@code t_d} being the class, their block has the eigenvalues {@code 2 lambda}
 * three times and {@code 2 lambda +- sqrt(2) |g|}. So each added unit raises the index by one
 * exactly when {@code sqrt(2) |g| > 2 lambda}; {@code docs/embedding.md} has the derivation.
 *
 * <p>Every weight must be regularised. Where biases are free, a zero unit's hidden bias changes
 * nothing, and no padded point is isolated.
 *
 * <p>Cost of a point: one Hessian and its eigenvalues in {@code 5 (N_h + M) + 2} dimensions. Not
 * thread-safe.
 */
public final class Embedding {
  private final XorNetwork network;
  private final XorNetwork larger;
  private final int extra;
  private final NewtonPolish polish;

  /**
   * What a stationary point becomes in the larger network.
   *
   * @param id the id of the class in the smaller network's landscape
   * @param sourceIndex its index there
   * @param extra the number of units added
   * @param energy the energy, the same in both networks
   * @param coordinates the padded point
   * @param coupling {@code sqrt(2) |g|}, which the rule compares with {@code 2 lambda}
   * @param gradient the root-mean-square gradient measured in the larger network
   * @param predictedIndex the index by the rule
   * @param index the number of negative eigenvalues of the larger network's Hessian
   * @param predictedEigenvalues the eigenvalues by the rule, ascending
   * @param eigenvalues the eigenvalues of the larger network's Hessian, ascending
   * @param stationary whether the gradient is below {@link NewtonPolish#DEFAULT_TOLERANCE}
   * @param degenerate whether an eigenvalue lies within {@link NewtonPolish#DEFAULT_ZERO_CUTOFF} of
   *     zero, so that the index means nothing
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

  /**
   * Prepares to pad the points of a network.
   *
   * @param network the smaller network
   * @param extra the number of zero units to add, at least 1
   * @throws IllegalArgumentException if {@code extra} is less than 1, or not every weight of the
   *     network is regularised
   */
  public Embedding(XorNetwork network, int extra) {
    if (extra < 1) {
      throw new IllegalArgumentException("the number of added units is at least 1, not " + extra);
    }
    if (network.regularisation() != Regularisation.ALL) {
      throw new IllegalArgumentException(
          "padded points are isolated only where every weight and bias is regularised; here the"
              + " regularisation covers "
              + network.regularisation().label()
              + ", and the bias of a zero unit changes nothing");
    }
    this.network = network;
    this.extra = extra;
    larger = new XorNetwork(network.parameters().hidden() + extra, network.lambda());
    polish = new NewtonPolish(larger);
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
    double[] padded = network.parameters().pad(x, extra);
    PolishedPoint found = polish.characterise(padded);
    double coupling = coupling(network, x);
    int rise = coupling > 2.0 * network.lambda() ? extra : 0;
    return new Padded(
        point.id(),
        point.index(),
        extra,
        found.energy(),
        Vector.of(padded),
        coupling,
        found.rms(),
        point.index() + rise,
        found.index(),
        predicted(point.eigenvalues(), coupling),
        Vector.of(found.eigenvalues()),
        found.converged(),
        found.degenerate());
  }

  /**
   * How strongly a zero unit would couple its weights to the outputs with those from the inputs.
   *
   * @param network the network
   * @param x its parameters; not modified
   * @return {@code sqrt(2) |g|}, 0 or more
   */
  public static double coupling(XorNetwork network, double[] x) {
    double[] p = network.probabilities(x);
    int[] classes = XorNetwork.classes();
    double bias = 0.0;
    double first = 0.0;
    double second = 0.0;
    for (int d = 0; d < p.length; d++) {
      double slope = (p[d] - classes[d]) / p.length;
      bias += slope;
      first += slope * (d >> 1);
      second += slope * (d & 1);
    }
    return Math.sqrt(2.0 * (bias * bias + first * first + second * second));
  }

  private Vector predicted(Vector eigenvalues, double coupling) {
    double[] all = Arrays.copyOf(eigenvalues.toArray(), larger.dimension());
    double own = 2.0 * network.lambda();
    int at = eigenvalues.length();
    for (int unit = 0; unit < extra; unit++) {
      for (double value : new double[] {own, own, own, own - coupling, own + coupling}) {
        all[at++] = value;
      }
    }
    Arrays.sort(all);
    return Vector.of(all);
  }
}
