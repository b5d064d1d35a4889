package dev.tarn.network;

import dev.tarn.data.DataSet;
import dev.tarn.job.share.Team;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The loss of a large network over many examples, as the sum over some parts of them. Threads of
 * the caller's {@link Team} that have no job take parts; the parts depend on the data alone, and
 * are added in their order, so the bits are the same for any number of threads.
 *
 * <p>Each part has a workspace of its own. Otherwise nothing is allocated after construction, but
 * for a note to the helpers. For one thread, as far as the caller sees.
 */
final class PartedLoss implements DataTerm {
  /** From how many products of an input or value with a weight on: an evaluation takes 1 ms. */
  private static final long LARGE = 4_000_000L;

  // So few and so large that to add their sums takes a fiftieth of an evaluation.
  private static final int MOST_PARTS = 8;
  private static final int LEAST_EXAMPLES = 1_000;

  private final BatchedLoss[] parts;
  private final BatchedLoss first;
  private final double[] values;
  // For each part a vector of which only the places of the biases are used.
  private final double[][] biases;
  private final IntConsumer value = this::takeValue;
  private final IntConsumer gradient = this::takeGradient;
  private final IntConsumer product = this::takeProduct;
  // What is asked for.
  private double[] point = {};
  private double[] direction = {};

  PartedLoss(Layout layout, DataSet data) {
    int count = parts(data.examples());
    Optional<SparseWeights> weights = BatchedLoss.sparseWeights(layout, data, false);
    parts = new BatchedLoss[count];
    Arrays.setAll(parts, p -> new BatchedLoss(layout, data, p, count, weights));
    first = parts[0];
    values = new double[count];
    biases = new double[count][layout.dimension()];
  }

  /** Whether parts are worth it. */
  static boolean suits(Layout layout, DataSet data) {
    return parts(data.examples()) > 1 && (long) data.examples() * layout.dimension() >= LARGE;
  }

  private static int parts(int examples) {
    return Math.min(MOST_PARTS, examples / LEAST_EXAMPLES);
  }

  @Override
  public double value(double[] x) {
    point = x;
    first.moveTo(x);
    Team.share(parts.length, value);
    return sum();
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    point = x;
    first.moveTo(x);
    Team.share(parts.length, this.gradient);
    takeSums(gradient);
    return sum();
  }

  @Override
  public double hessian(double[] x, double[] gradient, double[] hessian) {
    throw new UnsupportedOperationException("the Hessian of a large network is not formed");
  }

  @Override
  public void hessianProduct(double[] x, double[] direction, double[] product) {
    point = x;
    this.direction = direction;
    first.moveTo(x);
    first.moveAlong(direction);
    Team.share(parts.length, this.product);
    takeSums(product);
  }

  private void takeValue(int p) {
    values[p] = parts[p].sumValues(point);
  }

  private void takeGradient(int p) {
    Arrays.fill(biases[p], 0.0);
    values[p] = parts[p].sumGradients(point, biases[p]);
  }

  private void takeProduct(int p) {
    Arrays.fill(biases[p], 0.0);
    parts[p].sumProducts(point, direction, biases[p]);
  }

  private double sum() {
    double sum = 0.0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private void takeSums(double[] out) {
    for (int p = 1; p < parts.length; p++) {
      first.addSums(parts[p], biases[p], biases[0]);
    }
    first.takeSums(biases[0]);
    Rows.add(out, 1.0, biases[0], out.length);
  }
}
