package dev.tarn.plot.report;

import dev.tarn.data.DataSets;
import dev.tarn.explore.Effort;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Layout;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.NetworkDescription;
import dev.tarn.store.PotentialCodec;
import dev.tarn.store.RunRecord;
import dev.tarn.study.RocCurve;
import dev.tarn.study.SensitivityMap.InputGrid;
import dev.tarn.surfaces.Cluster;
import dev.tarn.xor.XorProblem;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.random.Well19937c;

/** Landscapes to write pages about. */
final class Samples {
  static final NetworkDescription ONE = NetworkDescription.of(Network.xor(1, 1e-2));
  static final NetworkDescription TEN = NetworkDescription.of(Network.xor(10, 1e-2));
  static final NetworkDescription TWO = NetworkDescription.of(Network.xor(2, 1e-4));

  /** Three atoms in a triangle. */
  static final PotentialCodec.Description ATOMS =
      new PotentialCodec.Description() {
        @Override
        public Potential potential() {
          return Cluster.lennardJones(3);
        }

        @Override
        public String toString() {
          return "three atoms";
        }
      };

  private Samples() {}

  /** An equilateral triangle with the bond length of the pair. */
  static Landscape triangle() {
    double d = StrictMath.pow(2.0, 1.0 / 6.0);
    double[] x = {0.0, 0.0, 0.0, d, 0.0, 0.0, 0.5 * d, 0.5 * Math.sqrt(3.0) * d, 0.0};
    Landscape landscape = Landscape.of(ATOMS.potential());
    landscape.restore(
        new StationaryPoint(
            1,
            0,
            -3.0,
            Vector.of(x),
            Vector.of(57.1, 57.1, 114.3),
            0.0,
            BigInteger.ONE,
            new StationaryPoint.Provenance(1, 1, "sample")),
        1);
    return landscape;
  }

  static String page(PotentialCodec.Description network, Landscape landscape, String goal) {
    return ReportPage.of(
        "sample.db",
        network,
        landscape,
        List.of(run(goal, landscape)),
        Optional.empty(),
        RocCurve.DEFAULT_TOLERANCE);
  }

  private static RunRecord run(String goal, Landscape landscape) {
    Instant began = Instant.parse("2026-01-02T03:04:05Z");
    return new RunRecord(
        1,
        "0.1.0",
        "17",
        Long.MIN_VALUE,
        2,
        "low",
        goal,
        Integer.MAX_VALUE,
        1e-9,
        "{\"text\":\"</script><b>{{data}}\"}",
        began,
        Optional.of(began.plusSeconds(5)),
        "done",
        0,
        100,
        1000,
        500,
        0,
        0,
        0,
        0,
        landscape.lastId());
  }

  /** A network on many examples with one point, as stationary as any to a page. */
  static NetworkDescription moons(int units) {
    Architecture shape =
        Architecture.of(2, Activation.ELU, new int[] {units}, 1, OutputLayer.LOGISTIC);
    return NetworkDescription.of(
        shape, Penalty.all(shape, 1e-3), DataSets.moons(100, 0.2, 1), Optional.empty());
  }

  static Landscape onePoint(NetworkDescription model) {
    Network network = model.network();
    double[] x = new double[network.dimension()];
    Arrays.setAll(x, k -> StrictMath.sin(k + 1.0));
    Landscape landscape = Landscape.of(network);
    landscape.restore(
        new StationaryPoint(
            1,
            0,
            network.evaluator().energy(x),
            Vector.of(x),
            Vector.of(0.1, 0.2),
            0.0,
            BigInteger.ONE,
            new StationaryPoint.Provenance(1, 1, "sample")),
        1);
    return landscape;
  }

  /** A point of ten units: five are one unit or its negative, two are another, three are zero. */
  static Landscape fivePlusTwo() {
    Network network = TEN.network();
    Layout layout = network.layout();
    double[] x = new double[network.dimension()];
    for (int unit = 0; unit < 7; unit++) {
      double[] weights = unit < 5 ? new double[] {1.5, -1.25, 0.5} : new double[] {0.75, 1.0, -0.5};
      double sign = unit % 2 == 0 ? 1.0 : -1.0;
      for (int from = 0; from < 2; from++) {
        x[layout.link(1, unit, from)] = sign * weights[from];
        x[layout.link(2, from, unit)] = sign * (from == 0 ? 0.6 : -0.6);
      }
      x[layout.bias(1, unit)] = sign * weights[2];
    }
    Landscape landscape = empty(TEN);
    landscape.restore(point(TEN, 1, 0, network.evaluator().energy(x), x), 1);
    return landscape;
  }

  static Landscape empty(NetworkDescription network) {
    return Landscape.of(network.network());
  }

  /** Every stationary point of two hidden units at lambda 1e-4. */
  static Landscape twoUnits() {
    Network network = TWO.network();
    Landscape landscape = Landscape.of(network);
    new Explorer(
            network,
            ExplorerSettings.defaults()
                .enumerating(Integer.MAX_VALUE)
                .withEffort(Effort.LOW)
                .withThreads(2))
        .explore(landscape);
    return landscape;
  }

  /** A landscape that holds the zero minimum, and nothing else but a point that was put aside. */
  static Landscape zeroAndDegenerate() {
    Landscape landscape = empty(ONE);
    landscape.restore(point(ONE, 1, 0, Math.log(2.0), new double[7]), 3);
    double[] x = {0.5, -0.5, 0.25, 0.25, 0.125, 0.0, 0.0};
    double[] eigenvalues = {-0.1, -1e-13, 0.1, 0.2, 0.3, 0.4, 0.5};
    landscape.noteDegenerate(new PolishedPoint(x, 0.625, 1e-17, eigenvalues, 2, true, true));
    return landscape;
  }

  /**
   * A random landscape: minima of random energies, and transition states above the minima that they
   * join. In each part every minimum is joined to an earlier one; further transition states join
   * any two.
   */
  static Landscape random(int minima, int transitionStates, int parts, long seed) {
    Well19937c random = new Well19937c(seed);
    Landscape landscape = empty(ONE);
    double[] energies = new double[minima + 1];
    for (int id = 1; id <= minima; id++) {
      energies[id] = random.nextDouble();
      landscape.restore(point(ONE, id, 0, energies[id], coordinates(random)), id);
    }
    for (int k = 0; k < transitionStates; k++) {
      int a = parts + 1 + (k < minima - parts ? k : random.nextInt(minima - parts));
      int b = a - parts * (1 + random.nextInt((a - 1) / parts));
      int id = minima + 1 + k;
      double energy = Math.max(energies[a], energies[b]) + random.nextDouble();
      landscape.restore(point(ONE, id, 1, energy, coordinates(random)), 1);
      landscape.connect(new Connection(id, a, b, 1.0, 2.0, 0));
    }
    return landscape;
  }

  /** A transition state for a random landscape. */
  static StationaryPoint transitionState(int id, double energy) {
    return point(ONE, id, 1, energy, coordinates(new Well19937c(id)));
  }

  private static double[] coordinates(Well19937c random) {
    double[] x = new double[ONE.network().dimension()];
    Arrays.setAll(x, i -> 2.0 * random.nextGaussian());
    return x;
  }

  private static StationaryPoint point(
      NetworkDescription network, int id, int index, double energy, double[] x) {
    double[] eigenvalues = new double[x.length];
    Arrays.setAll(eigenvalues, i -> i < index ? -0.25 : 0.125 * (i + 1));
    return new StationaryPoint(
        id,
        index,
        energy,
        Vector.of(x),
        Vector.of(eigenvalues),
        1e-17,
        network.network().symmetry().orbitSize(x).max(BigInteger.ONE),
        new StationaryPoint.Provenance(1, id, "sample"));
  }

  /** What part of the square of the paper a point answers right. */
  static double fractionRight(NetworkDescription network, StationaryPoint point) {
    double[] x = point.coordinates().toArray();
    return XorProblem.sensitivity(network.network(), x, InputGrid.ofThePaper()).fractionRight();
  }
}
