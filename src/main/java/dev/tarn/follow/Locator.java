package dev.tarn.follow;

import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Finds the place between two points of a branch where a quantity vanishes: bisection on the branch
 * itself, then the zero of the secant. Between two points the branch is a cubic through both with
 * their tangents, which Newton's method corrects; the error of the last interpolation is the square
 * of a distance of 1e-5. Not thread-safe.
 */
final class Locator {
  private static final double NEAR = 1e-5;
  private static final int MAX_HALVINGS = 60;
  // How far from the cubic the branch may run, as a part of the distance of the two points.
  private static final double TRUST = 0.2;

  private final AugmentedSystem system;
  private final Measure measure;
  private final double[] chord;

  Locator(AugmentedSystem system, Measure measure, int n) {
    this.system = system;
    this.measure = measure;
    chord = new double[n + 1];
  }

  /**
   * The place where a quantity vanishes.
   *
   * @param from a point of the branch
   * @param to the next one, where the quantity has the other sign
   * @param quantity the quantity
   * @return the point, on the branch to rounding; empty if the branch cannot be followed from the
   *     one to the other, so that the step was too long
   */
  Optional<Node> zero(Node from, Node to, ToDoubleFunction<Node> quantity) {
    Node a = from;
    Node b = to;
    boolean positive = quantity.applyAsDouble(a) >= 0.0;
    for (int k = 0; k < MAX_HALVINGS && measure.distance(a.y(), b.y()) > NEAR; k++) {
      Optional<Node> middle = between(a, b, 0.5, true);
      if (middle.isEmpty()) {
        return middle;
      }
      if (quantity.applyAsDouble(middle.get()) >= 0.0 == positive) {
        a = middle.get();
      } else {
        b = middle.get();
      }
    }
    double atA = quantity.applyAsDouble(a);
    double atB = quantity.applyAsDouble(b);
    double part = atA == atB ? 0.5 : atA / (atA - atB);
    return between(a, b, Math.min(1.0, Math.max(0.0, part)), false);
  }

  private Optional<Node> between(Node a, Node b, double u, boolean corrected) {
    double h = measure.distance(a.y(), b.y());
    double perA = h / measure.length(a.tangent());
    double perB = h / measure.length(b.tangent());
    double startB = u * u * (3.0 - 2.0 * u);
    double slopeA = u * (1.0 - u) * (1.0 - u) * perA;
    double slopeB = -u * u * (1.0 - u) * perB;
    double[] y = new double[chord.length];
    for (int i = 0; i < y.length; i++) {
      chord[i] = b.y()[i] - a.y()[i];
      y[i] = a.y()[i] + startB * chord[i] + slopeA * a.tangent()[i] + slopeB * b.tangent()[i];
    }
    measure.normalise(chord);
    if (corrected) {
      double[] predicted = y.clone();
      if (system.correct(y, chord, TRUST * h) == 0) {
        // Beside a branch point the equations are singular; the cubic is as good as they are there.
        if (h > Math.sqrt(NEAR)) {
          return Optional.empty();
        }
        System.arraycopy(predicted, 0, y, 0, y.length);
      }
    }
    Node node = system.node(y, chord);
    if (node == null) {
      double[] direction = chord.clone();
      node = new Node(y, direction, a.energy(), a.eigenvalues(), a.index());
    }
    return Optional.of(node);
  }
}
