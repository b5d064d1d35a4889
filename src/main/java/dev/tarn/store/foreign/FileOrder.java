package dev.tarn.store.foreign;

import dev.tarn.data.UnusableFileException;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.path.Pathway.Side;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A landscape as the files of other programs have it: minima numbered by ascending energy, or as
 * they were imported, and transition states that join two of them each. One whose side has several
 * minima stands once for each pair of its ends, with as many times the order of its point group, so
 * that rates stay the same ({@link dev.tarn.thermo.HarmonicModel}). For one thread.
 */
final class FileOrder {

  /**
   * A row of a file.
   *
   * @param point the transition state
   * @param plus the number of a minimum, from 0
   * @param minus the number of the other one, from 0
   * @param parts how many rows the transition state has
   */
  record Row(StationaryPoint point, int plus, int minus, int parts) {}

  private final Potential potential;
  private final BigInteger groupOrder;
  private final List<StationaryPoint> minima;
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private Optional<StationaryPolish> polish = Optional.empty();

  FileOrder(Landscape landscape, Potential potential) {
    this.potential = potential;
    minima = new ArrayList<>(landscape.minima());
    if (potential instanceof ImportedPotential imported) {
      minima.sort(Comparator.comparingInt(StationaryPoint::id));
      groupOrder = imported.groupOrder();
    } else {
      groupOrder = landscape.symmetry().order();
    }
    for (StationaryPoint minimum : minima) {
      numbers.put(minimum.id(), numbers.size());
    }
    for (Connection connection : landscape.connections()) {
      List<Integer> minus = connection.minima(Side.MINUS);
      List<Integer> plus = connection.minima(Side.PLUS);
      StationaryPoint state = landscape.get(connection.transitionState());
      for (int a : minus) {
        for (int b : plus) {
          rows.add(new Row(state, number(b), number(a), minus.size() * plus.size()));
        }
      }
    }
  }

  List<StationaryPoint> minima() {
    return minima;
  }

  List<Row> rows() {
    return rows;
  }

  List<StationaryPoint> states() {
    return rows.stream().map(Row::point).toList();
  }

  /** The number of a minimum, from 0. */
  int number(int id) {
    Integer number = numbers.get(id);
    if (number == null) {
      throw new IllegalArgumentException("point " + id + " is no minimum");
    }
    return number;
  }

  /** The order of the point group of a minimum. */
  BigInteger pointGroup(StationaryPoint minimum) {
    return groupOrder.divide(minimum.orbit());
  }

  /** The order of the point group of a transition state, as its rows have it. */
  BigInteger pointGroup(Row row) {
    return pointGroup(row.point).multiply(BigInteger.valueOf(row.parts));
  }

  /** The logarithm of the product of positive eigenvalues, if all of them are known. */
  OptionalDouble logProduct(StationaryPoint point) {
    if (potential instanceof ImportedPotential imported) {
      return imported.logProduct(point.id());
    }
    return point.coordinates().length() > StationaryPolish.FULL_DIMENSION
        ? OptionalDouble.empty()
        : OptionalDouble.of(point.eigenvalues().stream().skip(point.index()).map(Math::log).sum());
  }

  /** What a writer says whose files have a curvature for every point. */
  static UnusableFileException unknownCurvature(String format, StationaryPoint point) {
    return new UnusableFileException(
        format
            + " holds the Hessian's eigenvalues; of point "
            + point.id()
            + " only "
            + point.eigenvalues().length()
            + " of them are known");
  }

  /** The lowest eigenvalue of a transition state, if it is known. */
  static OptionalDouble negative(StationaryPoint state) {
    boolean known = !state.eigenvalues().isEmpty() && state.eigenvalues().get(0) < 0.0;
    return known ? OptionalDouble.of(state.eigenvalues().get(0)) : OptionalDouble.empty();
  }

  /** The eigenvector of the lowest eigenvalue, if the file that it is from or the Hessian says. */
  Optional<Vector> mode(StationaryPoint state) {
    if (potential instanceof ImportedPotential imported) {
      return imported.mode(state.id());
    }
    double[] mode = new double[potential.dimension()];
    if (polish.isEmpty()) {
      polish = Optional.of(StationaryPolish.of(potential.measured()));
    }
    polish.get().lowestMode(state.coordinates().toArray(), mode);
    return Optional.of(Vector.of(mode));
  }

  /** A point in the order of the MLP family where that applies. */
  double[] inTheirOrder(StationaryPoint point) {
    double[] x = point.coordinates().toArray();
    return potential instanceof Network network && MlpOrder.applies(network)
        ? MlpOrder.toProgram(network, x)
        : x;
  }
}
