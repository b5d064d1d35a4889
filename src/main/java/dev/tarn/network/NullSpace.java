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
  // The other directions.
  private final List<double[]> basis = new ArrayList<>();

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
      for (double[] combination : dependencies(data, penalty.biases().get(0) == 0.0)) {
        for (int j = 0; j < architecture.width(1); j++) {
          double[] change = new double[dimension];
          for (int k = 0; k < combination.length; k++) {
            change[k == data.inputs() ? layout.bias(1, j) : layout.link(1, j, k)] = combination[k];
          }
          add(change);
        }
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
    remove(vector);
    remove(vector);
    double after = Vectors.norm(vector);
    if (after > DEPENDENT * before) {
      for (int i = 0; i < vector.length; i++) {
        vector[i] /= after;
      }
      basis.add(vector);
    }
  }

  /** The directions, new arrays. */
  List<double[]> directions() {
    List<double[]> directions = new ArrayList<>();
    for (int[] shifted : shifts) {
      double[] direction = new double[dimension];
      for (int i : shifted) {
        direction[i] = Math.sqrt(1.0 / shifted.length);
      }
      directions.add(direction);
    }
    basis.forEach(direction -> directions.add(direction.clone()));
    return directions;
  }

  boolean isTrivial() {
    return shifts.isEmpty() && basis.isEmpty();
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
    for (double[] direction : basis) {
      Vectors.remove(direction, x);
    }
  }

  /** The point without its component in the null space, a new array. */
  double[] without(double[] x) {
    double[] out = x.clone();
    remove(out);
    return out;
  }
}
