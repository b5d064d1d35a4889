package dev.tarn.network;

import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Reduction;
import dev.tarn.potential.SymmetryGroup;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A network with softmax outputs on the subspace where, for each node below the outputs, the
 * weights of its links to the outputs add up to zero, and so do the biases of the outputs.
 *
 * <p>The softmax does not feel a common shift of its outputs. So at a stationary point the common
 * part is zero where it is regularised, and may be taken as zero where it is not. The coordinates
 * are those of {@link CentredOutputs}, one output less in the same {@link Layout}: an isometry, so
 * the regulariser is the sum of squares of these coordinates too. Across the subspace the Hessian's
 * eigenvalues are twice the penalty's coefficients. Immutable.
 */
final class CentredNetwork implements Potential, Reduction {
  private final Network full;
  private final Blueprint blueprint;
  private final CentredOutputs basis;
  private final NullSpace nullSpace;

  CentredNetwork(Network full, Blueprint fullBlueprint) {
    this.full = full;
    blueprint = fullBlueprint.centred();
    basis = new CentredOutputs(full.architecture().outputs());
    nullSpace = new NullSpace(blueprint.layout(), full.penalty(), full.data());
  }

  @Override
  public Potential potential() {
    return this;
  }

  Blueprint blueprint() {
    return blueprint;
  }

  @Override
  public double[] lift(double[] reduced) {
    Layout from = blueprint.layout();
    Layout to = full.layout();
    from.checkLength(reduced);
    double[] x = new double[to.dimension()];
    copyBelow(from, reduced, to, x);
    int top = to.layers();
    int fromStride = from.outputStride();
    int toStride = to.outputStride();
    for (int k = 0; k < to.width(top - 1); k++) {
      basis.spread(reduced, from.link(top, 0, k), fromStride, x, to.link(top, 0, k), toStride);
    }
    basis.spread(
        reduced, from.bias(top, 0), from.biasStride(top), x, to.bias(top, 0), to.biasStride(top));
    return x;
  }

  @Override
  public double[] reduce(double[] x) {
    Layout from = full.layout();
    Layout to = blueprint.layout();
    from.checkLength(x);
    double[] reduced = new double[to.dimension()];
    copyBelow(from, x, to, reduced);
    int top = to.layers();
    int fromStride = from.outputStride();
    int toStride = to.outputStride();
    for (int k = 0; k < to.width(top - 1); k++) {
      basis.gather(x, from.link(top, 0, k), fromStride, reduced, to.link(top, 0, k), toStride);
    }
    basis.gather(
        x, from.bias(top, 0), from.biasStride(top), reduced, to.bias(top, 0), to.biasStride(top));
    return reduced;
  }

  /** Copies what is below the layer of the outputs. */
  private static void copyBelow(Layout from, double[] x, Layout to, double[] out) {
    for (int l = 1; l < from.layers(); l++) {
      for (int j = 0; j < from.width(l); j++) {
        for (int k = 0; k < from.width(l - 1); k++) {
          out[to.link(l, j, k)] = x[from.link(l, j, k)];
        }
        out[to.bias(l, j)] = x[from.bias(l, j)];
      }
    }
  }

  @Override
  public int dimension() {
    return blueprint.layout().dimension();
  }

  @Override
  public Evaluator evaluator() {
    return blueprint.evaluator();
  }

  @Override
  public boolean hasKinks() {
    return blueprint.hasKinks();
  }

  @Override
  public <C> Optional<C> capability(Class<C> type) {
    return blueprint.capability(type, this).or(() -> Potential.super.capability(type));
  }

  @Override
  public SymmetryGroup symmetry() {
    return restrict(full.symmetry());
  }

  @Override
  public List<double[]> nullDirections() {
    return nullSpace.directions();
  }

  @Override
  public List<double[]> knownPoints() {
    return full.knownPoints().stream().map(this::reduce).toList();
  }

  @Override
  public void randomPoint(RandomGenerator random, double[] x) {
    double[] point = new double[full.dimension()];
    full.randomPoint(random, point);
    put(point, x);
  }

  @Override
  public void combine(double[] a, double[] b, RandomGenerator random, double[] x) {
    double[] point = new double[full.dimension()];
    full.combine(lift(a), lift(b), random, point);
    put(point, x);
  }

  private void put(double[] point, double[] x) {
    System.arraycopy(reduce(point), 0, x, 0, x.length);
  }
}
