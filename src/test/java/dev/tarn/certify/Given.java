package dev.tarn.certify;

import dev.tarn.explore.ExplorerSettings;
import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.network.Network;
import dev.tarn.network.kinds.KindCatalogue;
import dev.tarn.network.kinds.KindEnumeration;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Evaluator.SmoothEnergy;
import dev.tarn.potential.Evaluator.SmoothEnergy.Scalar;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Catalogues to be proven. */
final class Given {
  private static final StationaryPoint.Provenance NOWHERE =
      new StationaryPoint.Provenance(0, 0L, "test");

  private Given() {}

  /** The catalogue of an XOR network, by kinds, as a database holds it. */
  static List<StationaryPoint> xor(int hidden, double lambda) {
    KindEnumeration enumeration =
        new KindEnumeration(Network.xor(1, lambda), ExplorerSettings.defaults().withSeed(1L));
    enumeration.run(hidden, JobRunner.direct(), new Cancellation(), report -> {});
    KindCatalogue catalogue = enumeration.catalogue();
    Network network = Network.xor(hidden, lambda);
    StationaryPolish polish = StationaryPolish.newton(network);
    return points(
        network,
        catalogue.classes(hidden).stream()
            .map(each -> polish.characterise(catalogue.coordinates(each, hidden)))
            .toList());
  }

  static List<StationaryPoint> points(Potential potential, List<PolishedPoint> polished) {
    List<StationaryPoint> points = new ArrayList<>();
    for (PolishedPoint each : polished) {
      points.add(StationaryPoint.of(points.size() + 1, each, potential.symmetry(), NOWHERE));
    }
    return points;
  }

  /** A point as someone might edit it. */
  static StationaryPoint edited(
      StationaryPoint point, int index, double energy, BigInteger orbit, double[] x) {
    return new StationaryPoint(
        point.id(), index, energy, Vector.of(x), point.eigenvalues(), point.rms(), orbit, NOWHERE);
  }

  static StationaryPoint at(int id, int index, double energy, double... x) {
    return new StationaryPoint(
        id,
        index,
        energy,
        Vector.of(x),
        Vector.of(new double[x.length]),
        0.0,
        BigInteger.ONE,
        NOWHERE);
  }

  /** A function of one variable, given once for numbers of any kind. */
  interface Line {
    <T extends Scalar<T>> T energy(T x);
  }

  /** A potential of one variable. */
  static Potential line(Line line, SymmetryGroup group) {
    SmoothEnergy energy =
        new SmoothEnergy() {
          @Override
          public <T extends Scalar<T>> T energy(List<T> x) {
            return line.energy(x.get(0));
          }
        };
    return new Potential() {
      @Override
      public int dimension() {
        return 1;
      }

      @Override
      public Evaluator evaluator() {
        throw new UnsupportedOperationException();
      }

      @Override
      public SymmetryGroup symmetry() {
        return group;
      }

      @Override
      public <C> Optional<C> capability(Class<C> type) {
        return type.isInstance(energy) ? Optional.of(type.cast(energy)) : Optional.empty();
      }
    };
  }
}
