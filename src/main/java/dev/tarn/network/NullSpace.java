package dev.tarn.network;

import dev.tarn.data.DataSet;
import dev.tarn.linear.Vectors;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRPDecomposition_F64;

/**
 * The directions along which a fully connected network's energy does not change, wherever one
 * starts: an orthonormal basis, constant in space.
 *
 * <ul>
 *   <li>A softmax does not feel a common shift of its outputs: the common shift of the output
 *       biases if they are not regularised, and for each node below the common shift of its links
 *       to the outputs if those are not.
 *   <li>The first layer does not feel a change of a unit's links (and bias) that adds up to nothing
 *       for every example: if the links are not regularised, the vectors that the table of inputs
 *       (with a column of ones if the biases are free too) takes to zero. An input that is always
 *       zero, or two inputs that are always equal, give such vectors.
 * </ul>
 *
 * <p>With every group regularised there are none. Regularised groups have none of their own: the
 * penalty grows along every direction that moves them. Other continuous symmetries, such as the
 * rescaling of unregularised ReLU units, are curved and not among these.
 *
 * <p>Immutable.
 */
final class NullSpace {
  private static final double RANK_TOLERANCE = 1e-12;
  private static final double DEPENDENT = 1e-8;

  private final int dimension;
  // Where the parameters stand whose common shift is not felt; no parameter is in two of them.
  private final List<int[]> shifts = new ArrayList<>();
  // The other directions are the same for each unit of the first layer: changes of its links, and
  // of
  // its bias where that is free, orthonormal. In all parameters there may be more of them than fit
  // into memory: 784 inputs of 100 examples leave 685 to each unit.
  private final List<double[]> changes = new ArrayList<>();
  // Where the links and the bias of each unit of the first layer stand.
  private final List<int[]> places = new ArrayList<>();
  // Whether the first layer is that of the outputs, so that common changes are among the shifts.
  private final boolean shared;

  /**
   * The null space of a network.
   *
   * @param layout the layout; one with centred outputs has no common shifts
   */
  NullSpace(Layout layout, Penalty penalty, DataSet data) {
    Architecture architecture = layout.architecture();
    dimension = layout.dimension();
    int top = architecture.layers();
    int below = architecture.width(top - 1);
    shared = top == 1 && architecture.output() == OutputLayer.SOFTMAX && !layout.isCentred();
    if (architecture.output() == OutputLayer.SOFTMAX && !layout.isCentred()) {
      boolean links = penalty.links().get(top - 1) == 0.0;
      boolean biases = penalty.biases().get(top - 1) == 0.0;
      // The bias is that of one more node.
      for (int k = links ? 0 : below; k < (biases ? below + 1 : below); k++) {
        int[] shifted = new int[architecture.outputs()];
        for (int i = 0; i < shifted.length; i++) {
          shifted[i] = k == below ? layout.bias(top, i) : layout.link(top, i, k);
        }
        shifts.add(shifted);
      }
    }
    if (penalty.links().get(0) == 0.0) {
      boolean withBias = penalty.biases().get(0) == 0.0;
      dependencies(data, withBias).forEach(this::add);
      for (int j = 0; j < architecture.width(1); j++) {
        int[] of = new int[data.inputs() + (withBias ? 1 : 0)];
        for (int k = 0; k < of.length; k++) {
          of[k] = k == data.inputs() ? layout.bias(1, j) : layout.link(1, j, k);
        }
        places.add(of);
      }
    }
  }

  /** What the table of inputs takes to zero, by a QR decomposition with column pivoting. */
  private static List<double[]> dependencies(DataSet data, boolean withOnes) {
    int columns = data.inputs() + (withOnes ? 1 : 0);
    DMatrixRMaj table = new DMatrixRMaj(data.examples(), columns);
    for (int d = 0; d < data.examples(); d++) {
      for (int k = 0; k < columns; k++) {
        table.set(d, k, k < data.inputs() ? data.input(d, k) : 1.0);
      }
    }
    QRPDecomposition_F64<DMatrixRMaj> qr = DecompositionFactory_DDRM.qrp(data.examples(), columns);
    qr.setSingularThreshold(RANK_TOLERANCE);
    qr.decompose(table);
    DMatrixRMaj r = qr.getR(null, true);
    int[] pivots = qr.getColPivots();
    int rank = qr.getRank();
    List<double[]> found = new ArrayList<>();
    for (int free = rank; free < columns; free++) {
      double[] combination = new double[columns];
      combination[pivots[free]] = -1.0;
      for (int i = rank - 1; i >= 0; i--) {
        double sum = r.get(i, free);
        for (int m = i + 1; m < rank; m++) {
          sum -= r.get(i, m) * combination[pivots[m]];
        }
        combination[pivots[i]] = sum / r.get(i, i);
      }
      found.add(combination);
    }
    return found;
  }

  /** Adds the part of a vector that is new, by Gram and Schmidt's method. */
  private void add(double[] vector) {
    double before = Vectors.norm(vector);
    // Twice is enough for orthogonality to rounding.
    for (int times = 0; times < 2; times++) {
      for (double[] change : changes) {
        Vectors.remove(change, vector);
      }
    }
    double after = Vectors.norm(vector);
    if (after > DEPENDENT * before) {
      for (int i = 0; i < vector.length; i++) {
        vector[i] /= after;
      }
      changes.add(vector);
    }
  }

  /** The directions, new arrays in all parameters. */
  List<double[]> directions() {
    List<double[]> directions = new ArrayList<>();
    for (int[] shifted : shifts) {
      double[] direction = new double[dimension];
      for (int i : shifted) {
        direction[i] = Math.sqrt(1.0 / shifted.length);
      }
      directions.add(direction);
    }
    for (double[] change : changes) {
      for (int unit = shared ? 1 : 0; unit < places.size(); unit++) {
        directions.add(direction(change, unit));
      }
    }
    return directions;
  }

  /** A change of one unit; where shifts are apart, of one unit against all before it. */
  private double[] direction(double[] change, int unit) {
    double[] direction = new double[dimension];
    double norm = shared ? Math.sqrt(unit * (unit + 1.0)) : 1.0;
    for (int k = 0; k < change.length; k++) {
      direction[places.get(unit)[k]] = shared ? -unit * change[k] / norm : change[k];
      for (int before = 0; shared && before < unit; before++) {
        direction[places.get(before)[k]] = change[k] / norm;
      }
    }
    return direction;
  }

  boolean isTrivial() {
    return shifts.isEmpty() && changes.isEmpty();
  }

  /** Takes the component in the null space out of a point. */
  void remove(double[] x) {
    for (int[] shifted : shifts) {
      double sum = 0.0;
      for (int i : shifted) {
        sum += x[i];
      }
      double mean = sum / shifted.length;
      for (int i : shifted) {
        x[i] -= mean;
      }
    }
    for (int[] of : places) {
      for (double[] change : changes) {
        double along = 0.0;
        for (int k = 0; k < of.length; k++) {
          along += change[k] * x[of[k]];
        }
        for (int k = 0; k < of.length; k++) {
          x[of[k]] -= along * change[k];
        }
      }
    }
  }

  /** The point without its component in the null space, a new array. */
  double[] without(double[] x) {
    double[] out = x.clone();
    remove(out);
    return out;
  }
}
