package dev.tarn.surfaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explore.Effort;
import dev.tarn.explore.Exploration;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerLimits;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.hop.BasinHopping;
import dev.tarn.hop.HopLimits;
import dev.tarn.hop.HopSettings;
import dev.tarn.job.RandomStreams;
import dev.tarn.landscape.Landscape;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.DerivativeChecker;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Potential.ZeroModes;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Transformation;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import java.math.BigInteger;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterTest {
  private static final double BOND = Math.pow(2.0, 1.0 / 6.0);
  // Seven atoms, from an independent program with an analytic Hessian; the lowest is that of the
  // Cambridge Cluster Database. Doye and Wales, J. Chem. Phys. 116, 3777 (2002), count 4 and 12.
  private static final double[] MINIMA = {
    -16.5053841680122, -15.9350430604889, -15.5932109381926, -15.5330600545749
  };
  private static final int[] MINIMUM_ORDERS = {20, 6, 6, 2};
  private static final double[] TRANSITION_STATES = {
    -15.4447337998194, -15.3198644408606, -15.2834212753498, -15.0978456440277, -15.033384353958,
    -15.0264381057067, -14.8163998038486, -14.811129645116, -14.5969457129301, -14.5680614374786,
    -14.5485729430071, -12.5489377088303
  };
  private static final int[] SADDLE_ORDERS = {2, 2, 1, 4, 2, 1, 2, 4, 1, 4, 2, 12};

  private static RandomGenerator random(long seed) {
    return RandomStreams.of(seed, 0);
  }

  private static double[] start(Cluster cluster, long seed) {
    double[] x = new double[cluster.dimension()];
    cluster.randomPoint(random(seed), x);
    return x;
  }

  /** Turned about two axes and shifted. */
  private static double[] moved(double[] x, double angle) {
    double[] y = x.clone();
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    for (int i = 0; i < y.length; i += 3) {
      double u = c * y[i] - s * y[i + 1];
      double v = s * y[i] + c * y[i + 1];
      y[i] = u + 3.0;
      y[i + 1] = c * v - s * y[i + 2] - 1.0;
      y[i + 2] = s * v + c * y[i + 2];
    }
    return y;
  }

  @Test
  void derivativesAreThoseOfTheEnergy() {
    for (Cluster cluster :
        List.of(Cluster.lennardJones(4), Cluster.morse(5, 6.0), Cluster.morse(3, 14.0))) {
      // Beyond overlap, where numbers are of order one.
      double[] x = new double[cluster.dimension()];
      RandomGenerator random = random(3);
      for (int i = 0; i < x.length; i++) {
        x[i] = 1.1 * (i % 3 == i / 3 % 3 ? 1 + i / 9 : 0) + 0.1 * random.nextDouble();
      }
      assertThat(DerivativeChecker.check(cluster, x).agrees(1e-6)).isTrue();
    }
  }

  /** v'' at the bottom: 72 / 2^(1/3) for Lennard-Jones (from its formula), 2 rho^2 for Morse. */
  @Test
  void twoAtomsHaveOneVibration() {
    Cluster pair = Cluster.lennardJones(2);
    PolishedPoint point =
        StationaryPolish.newton(pair).polish(new double[] {0, 0, 0, 0.9, 0.3, 0.5});
    assertThat(point.isStationary(0)).isTrue();
    assertThat(point.energy()).isCloseTo(-1.0, within(1e-14));
    assertThat(point.eigenvalues()).hasSize(1);
    assertThat(point.eigenvalues()[0]).isCloseTo(2.0 * 72.0 / Math.cbrt(2.0), within(1e-11));
    assertThat(pair.symmetry().orbitSize(point.coordinates())).isEqualTo(BigInteger.ONE);
    PolishedPoint morse =
        StationaryPolish.newton(Cluster.morse(2, 6.0)).polish(new double[] {0, 0, 0, 1.05, 0, 0});
    assertThat(morse.energy()).isCloseTo(-1.0, within(1e-14));
    assertThat(morse.eigenvalues()[0]).isCloseTo(2.0 * 72.0, within(1e-10));
  }

  /** Three atoms in line have two rotations and four vibrations; bending is downhill, twice. */
  @Test
  void aLinearMoleculeHasItsOwnNumberOfZeroModes() {
    Cluster three = Cluster.lennardJones(3);
    double[] line = {-BOND, 0, 0, 0, 0, 0, BOND, 0, 0};
    PolishedPoint point = StationaryPolish.newton(three).polish(line);
    assertThat(point.converged()).isTrue();
    assertThat(point.degenerate()).isFalse();
    assertThat(point.eigenvalues()).hasSize(4);
    assertThat(point.index()).isEqualTo(2);
    ZeroModes modes = three.capability(ZeroModes.class).orElseThrow();
    assertThat(modes.at(line)).hasSize(2);
    assertThat(modes.at(start(three, 1))).hasSize(3);
    assertThat(modes.most()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void zeroModesAreOrthonormalAndTheEnergyIsFlatAlongThem(int atoms) {
    Cluster cluster = Cluster.lennardJones(atoms);
    double[] x = start(cluster, 5);
    List<double[]> modes = cluster.capability(ZeroModes.class).orElseThrow().at(x);
    double[] gradient = new double[x.length];
    cluster.gradient(x, gradient);
    double size = Vectors.norm(gradient);
    for (int k = 0; k < modes.size(); k++) {
      for (int l = 0; l < modes.size(); l++) {
        assertThat(Vectors.dot(modes.get(k), modes.get(l)))
            .isCloseTo(k == l ? 1.0 : 0.0, within(1e-12));
      }
      for (double[] translation : cluster.nullDirections()) {
        assertThat(Vectors.dot(modes.get(k), translation)).isCloseTo(0.0, within(1e-12));
      }
      assertThat(Vectors.dot(modes.get(k), gradient)).isCloseTo(0.0, within(1e-11 * size));
    }
  }

  @Test
  void aCopyIsFoundWhateverItsPlaceAndTheOrderOfItsAtoms() {
    Cluster cluster = Cluster.lennardJones(13);
    SymmetryGroup group = cluster.symmetry();
    for (long seed = 1; seed <= 20; seed++) {
      double[] x = start(cluster, seed);
      Transformation element = group.randomElement(random(seed + 100));
      double[] y = moved(element.apply(x), 0.7 * seed);
      double[] copy = new double[x.length];
      assertThat(group.nearestCopy(x, y, copy)).isLessThan(1e-12);
      assertThat(Vectors.distance(copy, y)).isLessThan(1e-12);
      assertThat(group.transporter(x, y)).contains(element);
      assertThat(element.inverse().after(element).isIdentity()).isTrue();
      assertThat(group.orbitSize(x)).isEqualTo(group.order());
      double[] other = start(cluster, seed + 1000);
      double apart = group.nearestCopy(other, y, copy);
      assertThat(apart).isGreaterThan(0.1).isCloseTo(Vectors.distance(copy, y), within(1e-9));
      assertThat(group.transporter(other, y)).isEmpty();
    }
  }

  @Test
  void anIcosahedronHasItsGroup() {
    Cluster cluster = Cluster.lennardJones(13);
    double golden = (1.0 + Math.sqrt(5.0)) / 2.0;
    double[] x = new double[39];
    int at = 3;
    for (int axis = 0; axis < 3; axis++) {
      for (int signs = 0; signs < 4; signs++) {
        x[at + axis] = (signs & 1) == 0 ? 0.55 : -0.55;
        x[at + (axis + 1) % 3] = ((signs & 2) == 0 ? 0.55 : -0.55) * golden;
        at += 3;
      }
    }
    PolishedPoint point = StationaryPolish.newton(cluster).polish(x);
    assertThat(point.isStationary(0)).isTrue();
    assertThat(point.energy()).isCloseTo(-44.326801, within(1e-6));
    assertThat(point.eigenvalues()).hasSize(33);
    BigInteger copies = cluster.symmetry().orbitSize(moved(point.coordinates(), 1.0));
    assertThat(cluster.symmetry().order().divide(copies)).isEqualTo(BigInteger.valueOf(120));
    // The projection onto the group's fixed points leaves one breathing mode.
    double[] moved = point.coordinates().clone();
    moved[0] += 0.01;
    cluster.symmetry().fixedSpace(point.coordinates()).apply(moved);
    double[] back = new double[39];
    assertThat(cluster.symmetry().orbitSize(moved)).isEqualTo(copies);
    assertThat(cluster.symmetry().nearestCopy(moved, point.coordinates(), back)).isLessThan(0.01);
  }

  @Test
  void sevenAtomsHaveFourMinimaAndTwelveTransitionStates() {
    Cluster cluster = Cluster.lennardJones(7);
    Landscape landscape = Landscape.of(cluster);
    ExplorerSettings settings = ExplorerSettings.defaults().withThreads(2).withEffort(Effort.LOW);
    Exploration end = new Explorer(cluster, settings).explore(landscape);
    assertThat(end.status()).isEqualTo(Exploration.Status.DONE);
    assertPoints(cluster, landscape.minima(), MINIMA, MINIMUM_ORDERS);
    assertPoints(cluster, landscape.transitionStates(), TRANSITION_STATES, SADDLE_ORDERS);
    assertThat(landscape.components()).hasSize(1);
    assertThat(landscape.connections()).hasSize(12);
  }

  private static void assertPoints(
      Potential cluster, List<StationaryPoint> points, double[] energies, int[] orders) {
    assertThat(points).hasSize(energies.length);
    for (int k = 0; k < energies.length; k++) {
      StationaryPoint point = points.get(k);
      assertThat(point.energy()).isCloseTo(energies[k], within(1e-9));
      assertThat(point.eigenvalues().length()).isEqualTo(15);
      assertThat(point.orbit().multiply(BigInteger.valueOf(orders[k])))
          .as("2 N! / h at %s", point.energy())
          .isEqualTo(cluster.symmetry().order());
    }
  }

  /** Lowest minima of the Cambridge Cluster Database. */
  @ParameterizedTest
  @CsvSource({"5, -9.103852", "9, -24.113360", "13, -44.326801"})
  void basinHoppingFindsTheLowestMinimum(int atoms, double energy) {
    BasinHopping search =
        new BasinHopping(
            Cluster.lennardJones(atoms),
            HopSettings.defaults().withStepSize(0.4).withTemperature(0.8));
    BasinHopping.Result result = search.run(random(1), HopLimits.steps(120), step -> {});
    assertThat(result.failures()).isLessThan(10);
    assertThat(result.best().orElseThrow().energy()).isCloseTo(energy, within(1e-6));
  }

  /** Lennard-Jones atoms again, by a pair potential of one's own and by its parts. */
  @Test
  void aPotentialOfOnesOwnTakesTheReadyMadeParts() {
    Cluster own =
        Cluster.of(
            4,
            BOND,
            (r, out) -> {
              double w = Math.pow(r, -6);
              out[0] = 4.0 * w * (w - 1.0);
              out[1] = -24.0 * w * (2.0 * w - 1.0) / r;
              out[2] = 24.0 * w * (26.0 * w - 7.0) / r / r;
            });
    double[] x = start(own, 2);
    assertThat(own.energy(x)).isCloseTo(Cluster.lennardJones(4).energy(x), within(1e-6));
    Landscape landscape = Landscape.of(own);
    ExplorerSettings quick = ExplorerSettings.defaults().withEffort(Effort.LOW);
    new Explorer(own, quick).explore(landscape);
    // One minimum and one transition state: Doye and Wales, as above.
    assertThat(landscape.minima()).hasSize(1);
    assertThat(landscape.transitionStates()).hasSize(1);
    assertThat(landscape.minima().get(0).energy()).isCloseTo(-6.0, within(1e-12));
    assertThat(landscape.minima().get(0).orbit())
        .isEqualTo(Cluster.permutations(4).order().divide(BigInteger.valueOf(24)));
    assertThat(Cluster.rotations(4).at(x)).hasSize(3);
    assertThat(Cluster.translations(4)).hasSize(3);
    assertThat(Cluster.translations(1)).isEmpty();
    assertThat(Cluster.rotations(1).at(new double[3])).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cluster.of(4, 0.0, (r, out) -> {}))
        .withMessageContaining("not 0.0");
  }

  @Test
  void thePlainCountIsNotForClustersAndBadNumbersAreRefused() {
    assertThat(Cluster.lennardJones(3).eulerCharacteristic()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cluster.lennardJones(1))
        .withMessageContaining("at least 2 atoms, not 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cluster.morse(3, -1.0))
        .withMessageContaining("rho is positive and finite, not -1.0");
  }

  /** Searches for any index, from random atoms, end where these have drifted apart. */
  @Test
  void anEnumerationKnowsTheMinimum() {
    Cluster cluster = Cluster.lennardJones(5);
    Landscape landscape = Landscape.of(cluster);
    new Explorer(cluster, ExplorerSettings.defaults().enumerating(Integer.MAX_VALUE))
        .until(ExplorerLimits.searches(2000))
        .explore(landscape);
    assertThat(landscape.minima()).hasSize(1);
    assertThat(landscape.transitionStates()).hasSize(2);
  }

  /** Argon in joules and metres: 1.65e-21 J and 3.4e-10 m; 1 minimum and 2 transition states. */
  @Test
  void unitsDoNotMatter() {
    double depth = 1.65e-21;
    double sigma = 3.4e-10;
    Cluster argon =
        Cluster.of(
            5,
            sigma * BOND,
            (r, out) -> {
              double six = Math.pow(sigma / r, 6.0);
              out[0] = 4.0 * depth * six * (six - 1.0);
              out[1] = depth * (24.0 * six - 48.0 * six * six) / r;
              out[2] = depth * (624.0 * six * six - 168.0 * six) / r / r;
            });
    Landscape landscape = Landscape.of(argon);
    new Explorer(argon, ExplorerSettings.defaults().withEffort(Effort.LOW).withThreads(1))
        .explore(landscape);
    assertThat(landscape.minima()).hasSize(1);
    assertThat(landscape.transitionStates()).hasSize(2);
    StationaryPoint lowest = landscape.minima().get(0);
    assertThat(lowest.energy() / depth).isCloseTo(-9.103852415707555, within(1e-9));
    assertThat(lowest.orbit()).isEqualTo(BigInteger.valueOf(20));
    assertThat(argon.scales()).isNotEqualTo(Cluster.lennardJones(5).scales());
    assertThat(Cluster.morse(5, 6.0).scales()).hasValue(Potential.Scales.ONE);
  }
}
