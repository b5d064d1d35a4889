package dev.tarn.network;

import dev.tarn.data.DataSet;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.space.Preconditioner;
import dev.tarn.stationary.StationaryPolish;
import java.util.Arrays;

/**
 * The Hessian of a network with many weights, roughly: for each layer {@code G x A + 2 c}, a
 * Kronecker product with the coefficient {@code c} of its links in the penalty (Martens and Grosse,
 * Proc. 32nd ICML, 2408, 2015). {@code A} is the mean of {@code a a'} over the examples, with the
 * values {@code a} of the nodes below and 1 for the bias; {@code G} that of {@code J' L J}, with
 * the second derivatives {@code L} of the loss in the outputs' sums and the derivatives {@code J}
 * of these in the layer's sums. To the diagonal of {@code G} comes the mean of the loss's slope in
 * a unit's value times the activation's second derivative, where that is positive: many units have
 * combinations that the outputs do not feel, and only this term makes stiff.
 *
 * <p>In the eigenvectors of {@code G} and {@code A} it is diagonal, so the quotient is exact, but
 * that directions in which {@code G x A} is less than a tenth of {@code 2 c} are taken for those of
 * the penalty alone. What is below the first layer does not depend on the point ({@link
 * InputSpectrum}).
 *
 * <p>Cost: about two energies for a point; for a quotient twice the square of a layer's nodes below
 * for each of its units, at most, mostly a fraction of that. Not thread-safe.
 */
final class LayerPreconditioner implements Preconditioner {
  /** The eigenvectors of more inputs than these are not computed: a second or two. */
  private static final int MOST_INPUTS = 1_024;

  private static final double NEGLIGIBLE = 0.1;

  private final BatchedLoss loss;
  private final int examples;
  private final Factor[] factors;

  /**
   * A preconditioner.
   *
   * @param data the examples that the loss is the mean over
   * @param inputs those whose inputs the first layer's factor is of: the same, or more of the kind
   */
  LayerPreconditioner(Layout layout, Penalty penalty, DataSet data, DataSet inputs) {
    loss = new BatchedLoss(layout, data, false);
    examples = data.examples();
    factors = new Factor[loss.layers.length];
    for (int l = 0; l < factors.length; l++) {
      BatchLayer layer = loss.layers[l];
      Spectrum below = l == 0 ? InputSpectrum.of(inputs) : new Spectrum(layer.cols + 1);
      factors[l] = new Factor(layer, l == 0, below, 2.0 * penalty.links().get(l));
    }
  }

  /** Whether a network is so large, and its penalty such, that this serves it. */
  static boolean suits(Layout layout, Penalty penalty, DataSet data) {
    return layout.dimension() > StationaryPolish.FULL_DIMENSION
        && data.examples() >= DataTerm.MANY
        && data.inputs() <= MOST_INPUTS
        && penalty.coversEverything();
  }

  @Override
  public void moveTo(double[] x) {
    for (Factor factor : factors) {
      factor.clear();
    }
    int top = factors.length - 1;
    loss.moveTo(x);
    for (int d = 0; d < examples; d += loss.lanes) {
      int m = loss.count(d);
      loss.forward(x, d, m);
      loss.backward(x, m);
      loss.curvatures(m);
      for (int l = 0; l < top; l++) {
        factors[l].addBend(m);
      }
      for (int l = 1; l <= top; l++) {
        factors[l].addBelow(m);
      }
      for (int c = 0; c < loss.layers[top].rows; c++) {
        loss.layers[top].probe(c, m);
        loss.curveOutputs(m);
        for (int l = top; l >= 0; l--) {
          if (l < top) {
            takeDown(x, l, m);
          }
          factors[l].addCurvature(m);
        }
      }
    }
    for (int l = 0; l <= top; l++) {
      factors[l].decompose(l == 0 ? 0 : examples);
    }
  }

  /** Takes an output's derivative, and its product with {@code L}, to the sums of a layer. */
  private void takeDown(double[] x, int l, int m) {
    BatchLayer above = loss.layers[l + 1];
    BatchLayer layer = loss.layers[l];
    pullBack(x, above, above.zTangent, layer, layer.zTangent, m);
    pullBack(x, above, above.deltaTangent, layer, layer.deltaTangent, m);
  }

  private static void pullBack(
      double[] x, BatchLayer above, double[][] from, BatchLayer layer, double[][] to, int m) {
    Rows.clear(layer.valueTangent, m);
    above.multiplyTransposed(x, from, layer.valueTangent, m);
    for (int j = 0; j < layer.rows; j++) {
      Rows.multiply(layer.slope[j], layer.valueTangent[j], to[j], m);
    }
  }

  @Override
  public void divide(double[] v, double[] quotient) {
    for (Factor factor : factors) {
      factor.divide(v, quotient);
    }
  }

  /** What is kept of a layer. */
  private static final class Factor {
    private final BatchLayer layer;
    private final int units;
    private final int nodes;
    private final double penalty;
    private final Spectrum below;
    private final Spectrum above;
    private final double[] moments;
    private final double[] curvatures;
    private final double[] bends;
    private final double[][] work;
    private final double[][] turned;
    private int used;

    Factor(BatchLayer layer, boolean first, Spectrum below, double penalty) {
      this.layer = layer;
      this.below = below;
      this.penalty = penalty;
      units = layer.rows;
      nodes = layer.cols + 1;
      above = new Spectrum(units);
      moments = new double[first ? 0 : nodes * nodes];
      curvatures = new double[units * units];
      bends = new double[units];
      work = new double[units][nodes];
      turned = new double[units][nodes];
    }

    void clear() {
      Arrays.fill(moments, 0.0);
      Arrays.fill(curvatures, 0.0);
      Arrays.fill(bends, 0.0);
    }

    void addBelow(int m) {
      for (int i = 0; i < layer.cols; i++) {
        Rows.dots(layer.below[i], layer.below, i, layer.cols, moments, i * nodes, m);
        moments[i * nodes + layer.cols] += Rows.sum(layer.below[i], m);
      }
      moments[nodes * nodes - 1] += m;
    }

    /** Adds the share of one output: the second derivatives are means over the examples already. */
    void addCurvature(int m) {
      for (int i = 0; i < units; i++) {
        Rows.dots(layer.zTangent[i], layer.deltaTangent, i, units, curvatures, i * units, m);
      }
    }

    /** Adds the share of the activations' second derivatives, which meets each unit by itself. */
    void addBend(int m) {
      for (int j = 0; j < units; j++) {
        bends[j] += Vectors.dotInParts(layer.curvature[j], layer.valueGradient[j], m);
      }
    }

    /** Decomposes what was added; the nodes below only where they are of a number of examples. */
    void decompose(int examples) {
      if (examples > 0) {
        below.decompose(moments, 1.0 / examples);
      }
      for (int j = 0; j < units; j++) {
        curvatures[j * units + j] += Math.max(0.0, bends[j]);
      }
      above.decompose(curvatures, 1.0);
      used = 0;
      while (used < nodes && above.values[0] * below.values[used] > NEGLIGIBLE * penalty) {
        used++;
      }
    }

    void divide(double[] v, double[] quotient) {
      int first = layer.offset;
      Rows.clear(work, used);
      Rows.combine(v, first, nodes, 1, below.components, nodes, work, units, used);
      Rows.clear(turned, used);
      Rows.combine(above.vectors, work, units, turned, units, used);
      for (int j = 0; j < units; j++) {
        for (int e = 0; e < used; e++) {
          double data = above.values[j] * below.values[e];
          turned[j][e] *= -data / (penalty * (data + penalty));
        }
      }
      Rows.clear(work, used);
      Rows.combine(above.components, turned, units, work, units, used);
      Rows.clear(turned, nodes);
      Rows.combine(work, below.vectors, used, turned, units, nodes);
      for (int j = 0; j < units; j++) {
        int at = first + j * nodes;
        for (int k = 0; k < nodes; k++) {
          quotient[at + k] = v[at + k] / penalty + turned[j][k];
        }
      }
    }
  }
}
