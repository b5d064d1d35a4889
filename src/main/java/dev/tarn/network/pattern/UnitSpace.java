package dev.tarn.network.pattern;

import dev.tarn.potential.Potential;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A family of networks that differ in the number of units of their one hidden layer, seen as units
 * and output biases in the space that searches run in (with centred outputs where the network has a
 * reduction).
 *
 * <p>A unit is a vector {@code (w, c, v)}: its weights from the inputs, its bias, its weights to
 * the (centred) outputs. Thread-safe.
 */
public final class UnitSpace {
  private final UnitFamily family;
  private final int inputs;
  private final int outputs;
  private final double[] penalty;
  private final double outputPenalty;

  /** The units of a family. */
  public UnitSpace(UnitFamily family) {
    this.family = family;
    inputs = family.inputs();
    outputs = family.outputs();
    double[] coefficients = family.penalties();
    penalty = new double[size()];
    for (int k = 0; k < size(); k++) {
      penalty[k] = coefficients[Math.max(0, Math.min(k - inputs + 1, 2))];
    }
    outputPenalty = coefficients[3];
  }

  UnitFamily family() {
    return family;
  }

  /** The number of components of a unit. */
  public int size() {
    return inputs + 1 + outputs;
  }

  /** The number of (centred) outputs. */
  public int outputs() {
    return outputs;
  }

  /**
   * Whether component {@code k} of a unit belongs to what comes in, rather than to what goes out.
   */
  boolean isIncoming(int k) {
    return k <= inputs;
  }

  /** The penalty's coefficient of a component of a unit. */
  double penalty(int k) {
    return penalty[k];
  }

  /** The penalty's coefficient of an output bias. */
  double outputPenalty() {
    return outputPenalty;
  }

  /** Whether a unit with the opposite sign contributes the same. */
  public boolean isOdd() {
    return family.isOdd();
  }

  /** Whether a unit without weights contributes nothing, wherever it stands. */
  public boolean hasZeroUnits() {
    return family.isZeroAtZero();
  }

  /** The lowest level whose classes, padded with zero units, a network has. */
  public int lowestLevel(int hidden) {
    return hasZeroUnits() ? 0 : hidden;
  }

  /** The space that searches run in, for a number of units. */
  Potential potential(int units) {
    return family.potential(units);
  }

  /** Where the components of each unit stand, and after them the output biases. */
  int[][] places(int units) {
    return family.places(units);
  }

  /**
   * A point's weights in the network of a number of hidden units: kinds repeated, then zero units.
   */
  public double[] coordinates(KindPoint point, int hidden) {
    int[][] places = places(hidden);
    double[] x = new double[hidden * size() + outputs];
    int next = 0;
    for (int j = 0; j < point.kinds(); j++) {
      double[] unit = point.unit(j);
      for (int copy = 0; copy < point.multiplicity(j); copy++, next++) {
        for (int k = 0; k < size(); k++) {
          x[places[next][k]] = unit[k];
        }
      }
    }
    double[] biases = point.biases();
    for (int i = 0; i < outputs; i++) {
      x[places[hidden][i]] = biases[i];
    }
    return family.lift(hidden, x);
  }

  /**
   * The Hessian's eigenvalues across the space that searches run in, wherever one is: twice the
   * penalty of the links to the outputs for each unit, and of the output biases.
   */
  DoubleStream across(int hidden) {
    int one = family.lift(1, new double[size() + outputs]).length - size() - outputs;
    return IntStream.range(0, one / 2)
        .boxed()
        .flatMapToDouble(
            each ->
                DoubleStream.concat(
                    DoubleStream.generate(() -> 2.0 * penalty[inputs + 1]).limit(hidden),
                    DoubleStream.of(2.0 * outputPenalty)));
  }

  /** The number of transformations of inputs and outputs that leave the data as they are. */
  public int symmetries() {
    return family.symmetries();
  }

  /** A point under a transformation of inputs and outputs, unit by unit. */
  public KindPoint transform(KindPoint point, int symmetry) {
    if (symmetry == 0) {
      return point;
    }
    List<double[]> units = new ArrayList<>();
    double[] biases = point.biases();
    for (int j = 0; j < point.kinds(); j++) {
      units.add(transform(point.unit(j), point.biases(), symmetry, biases));
    }
    if (point.kinds() == 0) {
      transform(new double[size()], point.biases(), symmetry, biases);
    }
    return new KindPoint(units, point.multiplicities(), biases);
  }

  /** A point under every transformation of inputs and outputs, itself first. */
  public List<KindPoint> images(KindPoint point) {
    return IntStream.range(0, symmetries()).mapToObj(s -> transform(point, s)).toList();
  }

  /** A unit transformed, a new array; the transformed biases are filled in. */
  private double[] transform(double[] unit, double[] biases, int symmetry, double[] newBiases) {
    int[][] places = places(1);
    double[] x = new double[size() + outputs];
    for (int k = 0; k < size(); k++) {
      x[places[0][k]] = unit[k];
    }
    for (int i = 0; i < outputs; i++) {
      x[places[1][i]] = biases[i];
    }
    double[] y = family.reduce(1, family.transform(symmetry, family.lift(1, x)));
    double[] out = new double[size()];
    for (int k = 0; k < size(); k++) {
      out[k] = y[places[0][k]];
    }
    for (int i = 0; i < outputs; i++) {
      newBiases[i] = y[places[1][i]];
    }
    return out;
  }
}
