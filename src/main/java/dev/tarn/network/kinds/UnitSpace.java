package dev.tarn.network.kinds;

import dev.tarn.network.Activation;
import dev.tarn.network.Layout;
import dev.tarn.network.Network;
import dev.tarn.network.NetworkTransformation;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Reduction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * A family of networks that differ in the number of units of their one hidden layer, seen as units
 * and output biases in the space that searches run in (with centred outputs where the network has a
 * reduction).
 *
 * <p>A unit is a vector {@code (w, c, v)}: its weights from the inputs, its bias, its weights to
 * the (centred) outputs. Thread-safe.
 */
final class UnitSpace {
  private final Network one;
  private final int inputs;
  private final int outputs;
  private final double[] penalty;
  private final double[] outputPenalty;
  private final List<NetworkTransformation> dataSymmetries;
  private final Map<Integer, Network> networks = new ConcurrentHashMap<>();

  /**
   * The family of a network.
   *
   * @throws IllegalArgumentException if the network has more or less than one hidden layer, or some
   *     weight is not regularised
   */
  UnitSpace(Network network) {
    if (network.architecture().hidden().size() != 1) {
      throw new IllegalArgumentException(
          "kinds of units are for networks with one hidden layer, not for " + network);
    }
    if (!network.penalty().coversEverything()) {
      throw new IllegalArgumentException(
          "kinds of units need a penalty on every weight and bias, not " + network.penalty());
    }
    one = network.withUnits(1);
    inputs = one.architecture().inputs();
    outputs = layout(1).width(2);
    penalty = new double[size()];
    for (int k = 0; k < size(); k++) {
      penalty[k] =
          k < inputs
              ? network.penalty().links().get(0)
              : k == inputs ? network.penalty().biases().get(0) : network.penalty().links().get(1);
    }
    outputPenalty = new double[outputs];
    Arrays.fill(outputPenalty, network.penalty().biases().get(1));
    dataSymmetries = one.symmetry().dataSymmetries();
  }

  /** The number of components of a unit. */
  int size() {
    return inputs + 1 + outputs;
  }

  /** The number of (centred) outputs. */
  int outputs() {
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
  double outputPenalty(int i) {
    return outputPenalty[i];
  }

  /** Whether a unit with the opposite sign contributes the same. */
  boolean isOdd() {
    return activation().isOdd();
  }

  /** Whether a unit without weights contributes nothing, wherever it stands. */
  boolean hasZeroUnits() {
    return activation().isZeroAtZero();
  }

  /** The lowest level whose classes, padded with zero units, a network has. */
  int lowestLevel(int hidden) {
    return hasZeroUnits() ? 0 : hidden;
  }

  /** Whether a class, padded with zero units, is one of a network. */
  boolean contains(int hidden, KindClass found) {
    return found.units() >= lowestLevel(hidden) && found.units() <= hidden;
  }

  private Activation activation() {
    return one.architecture().hidden().get(0).activation();
  }

  Network network(int units) {
    return networks.computeIfAbsent(units, one::withUnits);
  }

  /** The space that searches run in, for a number of units. */
  Potential potential(int units) {
    Network network = network(units);
    return network.reduction().map(Reduction::potential).orElse(network);
  }

  Layout layout(int units) {
    return network(units).searchLayout();
  }

  /** Where the components of each unit stand, and after them the output biases. */
  int[][] places(int units) {
    Layout layout = layout(units);
    int[][] places = new int[units + 1][];
    for (int j = 0; j < units; j++) {
      places[j] = new int[size()];
      for (int k = 0; k < size(); k++) {
        places[j][k] =
            k < inputs
                ? layout.link(1, j, k)
                : k == inputs ? layout.bias(1, j) : layout.link(2, k - inputs - 1, j);
      }
    }
    places[units] = new int[outputs];
    for (int i = 0; i < outputs; i++) {
      places[units][i] = layout.bias(2, i);
    }
    return places;
  }

  /**
   * A point's weights in the network of a number of hidden units: kinds repeated, then zero units.
   */
  double[] coordinates(KindPoint point, int hidden) {
    Network network = network(hidden);
    int[][] places = places(hidden);
    double[] x = new double[network.searchLayout().dimension()];
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
    return network.reduction().map(r -> r.lift(x)).orElse(x);
  }

  /** The number of transformations of inputs and outputs that leave the data as they are. */
  int symmetries() {
    return dataSymmetries.size();
  }

  /** A point under a transformation of inputs and outputs, unit by unit. */
  KindPoint transform(KindPoint point, int symmetry) {
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
  List<KindPoint> images(KindPoint point) {
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
    double[] full = one.reduction().map(r -> r.lift(x)).orElse(x);
    double[] moved = dataSymmetries.get(symmetry).apply(full);
    double[] y = one.reduction().map(r -> r.reduce(moved)).orElse(moved);
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
