package dev.tarn.store.foreign;

import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** What all writers ask of a landscape. Stateless. */
final class FileOrder {
  private FileOrder() {}

  /** Minima by energy; what was imported keeps its order. */
  static List<StationaryPoint> minima(Landscape landscape, Potential potential) {
    List<StationaryPoint> minima = new ArrayList<>(landscape.minima());
    if (potential instanceof ImportedPotential) {
      minima.sort(Comparator.comparingInt(StationaryPoint::id));
    }
    return minima;
  }

  /** What the sizes of orbits divide. */
  static BigInteger groupOrder(Landscape landscape, Potential potential) {
    return potential instanceof ImportedPotential imported
        ? imported.groupOrder()
        : landscape.symmetry().order();
  }

  /** The logarithm of the product of positive eigenvalues, if all of them are known. */
  static OptionalDouble logProduct(StationaryPoint point, Potential potential) {
    if (potential instanceof ImportedPotential imported) {
      return imported.logProduct(point.id());
    }
    return point.coordinates().length() > StationaryPolish.FULL_DIMENSION
        ? OptionalDouble.empty()
        : OptionalDouble.of(point.eigenvalues().stream().skip(point.index()).map(Math::log).sum());
  }
}
