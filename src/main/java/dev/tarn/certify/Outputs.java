package dev.tarn.certify;

import dev.tarn.data.DataSet;
import dev.tarn.interval.Curve;
import dev.tarn.interval.Enclosure;
import dev.tarn.interval.Interval;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.potential.Evaluator.SmoothEnergy.Scalar;
import java.util.ArrayList;
import java.util.List;

/**
 * The outputs of a network as certified equations see them, and the loss of an example.
 *
 * <p>Softmax does not feel a common shift of its outputs, and a penalty makes it zero at every
 * stationary point. So the last output is the negative sum of the others: all that is computed with
 * are those, and no root enters. {@code |v|^2} is then {@code sum v_r^2 + (sum v_r)^2}. Immutable.
 */
final class Outputs {
  private final OutputLayer layer;
  private final DataSet data;
  private final int all;
  private final int free;

  Outputs(Network network) {
    layer = network.architecture().output();
    data = network.data();
    all = network.architecture().outputs();
    free = isCentred() ? all - 1 : all;
  }

  boolean isCentred() {
    return layer == OutputLayer.SOFTMAX;
  }

  /** The number of outputs that are variables. */
  int free() {
    return free;
  }

  /** The number of outputs. */
  int all() {
    return all;
  }

  /** The margin's factor for two classes: the loss is {@code ln(1 + exp(factor * y))}. */
  private double factor(int example) {
    double sign = data.classOf(example) == 1 ? -1.0 : 1.0;
    return isCentred() ? -2.0 * sign : sign;
  }

  private boolean isTwoClasses() {
    return layer == OutputLayer.LOGISTIC || (isCentred() && all == 2);
  }

  /** The loss of an example. */
  <T extends Scalar<T>> T loss(int example, List<T> y) {
    T first = y.get(0);
    if (isTwoClasses()) {
      return first.times(factor(example)).softplus();
    }
    T sum = first.constant(0.0);
    if (!isCentred()) {
      for (int r = 0; r < free; r++) {
        sum = sum.plus(y.get(r).plus(-data.target(example, r)).square());
      }
      return sum;
    }
    List<T> outputs = complete(y);
    int right = data.classOf(example);
    // ln(e^a + e^b) = a + softplus(b - a), class after class.
    for (int c = 0; c < all; c++) {
      if (c != right) {
        T other = outputs.get(c).minus(outputs.get(right));
        sum = sum.plus(other.minus(sum).softplus());
      }
    }
    return sum;
  }

  /** All outputs, from those that are variables. */
  private <T extends Scalar<T>> List<T> complete(List<T> y) {
    List<T> outputs = new ArrayList<>(y);
    T last = y.get(0).negate();
    for (int r = 1; r < free; r++) {
      last = last.minus(y.get(r));
    }
    outputs.add(last);
    return outputs;
  }

  /**
   * The slopes of the loss by the free outputs, and its second derivatives row by row.
   *
   * @param slopes one for each free output
   * @param curvatures {@code free * free}
   */
  record Derivatives<T extends Enclosure<T>>(List<T> slopes, List<T> curvatures) {}

  /** The derivatives of an example's loss. */
  <T extends Enclosure<T>> Derivatives<T> derivatives(int example, List<T> y) {
    T first = y.get(0);
    if (isTwoClasses()) {
      double factor = factor(example);
      Curve<T> logistic = first.times(factor).logisticCurve();
      return new Derivatives<>(
          List.of(logistic.value().times(factor)),
          List.of(logistic.slope().times(factor * factor)));
    }
    if (isCentred()) {
      return softmax(example, complete(y));
    }
    List<T> slopes = new ArrayList<>();
    List<T> curvatures = new ArrayList<>();
    for (int r = 0; r < free; r++) {
      slopes.add(y.get(r).plus(-data.target(example, r)).times(2.0));
      for (int s = 0; s < free; s++) {
        curvatures.add(first.constant(r == s ? 2.0 : 0.0));
      }
    }
    return new Derivatives<>(slopes, curvatures);
  }

  private <T extends Enclosure<T>> Derivatives<T> softmax(int example, List<T> outputs) {
    T one = outputs.get(0).constant(1.0);
    List<T> p = new ArrayList<>();
    for (int c = 0; c < all; c++) {
      T sum = one;
      for (int k = 0; k < all; k++) {
        sum = k == c ? sum : sum.plus(outputs.get(k).minus(outputs.get(c)).exp());
      }
      p.add(one.dividedBy(sum));
    }
    int right = data.classOf(example);
    List<T> delta = new ArrayList<>(p);
    T wrong = one.constant(0.0);
    for (int c = 0; c < all; c++) {
      wrong = c == right ? wrong : wrong.plus(p.get(c));
    }
    delta.set(right, wrong.negate());
    T last = p.get(free);
    List<T> slopes = new ArrayList<>();
    List<T> curvatures = new ArrayList<>();
    for (int r = 0; r < free; r++) {
      slopes.add(delta.get(r).minus(delta.get(free)));
      for (int s = 0; s < free; s++) {
        // Of diag(p) - p p' with the last row and column taken off each other.
        T both = p.get(r).minus(last).times(p.get(s).minus(last)).negate().plus(last);
        curvatures.add(r == s ? both.plus(p.get(r)) : both);
      }
    }
    return new Derivatives<>(slopes, curvatures);
  }

  /** {@code |v|^2} over all outputs. */
  <T extends Scalar<T>> T square(List<T> v) {
    T squares = v.get(0).square();
    T sum = v.get(0);
    for (int r = 1; r < free; r++) {
      squares = squares.plus(v.get(r).square());
      sum = sum.plus(v.get(r));
    }
    return isCentred() ? squares.plus(sum.square()) : squares;
  }

  /** Half the second derivatives of {@link #square}. */
  double metric(int r, int s) {
    return (r == s ? 1.0 : 0.0) + (isCentred() ? 1.0 : 0.0);
  }

  /**
   * The free outputs as functions of orthonormal coordinates, row by row: Helmert's basis for
   * centred ones, whose vector {@code k = 1, 2, ...} is {@code (-1, ..., -1, k, 0, ...)} over
   * {@code sqrt(k (k + 1))}.
   */
  Interval[] basis() {
    Interval[] basis = new Interval[free * free];
    for (int c = 0; c < free; c++) {
      for (int k = 1; k <= free; k++) {
        Interval root = Interval.of(k).times(Interval.of(k + 1.0)).sqrt();
        double above = c < k ? -1.0 : c == k ? k : 0.0;
        basis[c * free + k - 1] =
            isCentred() ? Interval.of(above).dividedBy(root) : Interval.of(c == k - 1 ? 1.0 : 0.0);
      }
    }
    return basis;
  }
}
