package dev.tarn.surfaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.hop.BasinHopping;
import dev.tarn.hop.HopLimits;
import dev.tarn.hop.HopSettings;
import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.Potential;
import dev.tarn.surfaces.atoms.ClusterMoves;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterMovesTest {
  private static final double BOND = Math.pow(2.0, 1.0 / 6.0);
  private static final Cluster THIRTEEN = Cluster.lennardJones(13);

  /** The lowest minima of the Cambridge Cluster Database. */
  private static final double LOWEST_12 = -37.967600;

  private static final double LOWEST_13 = -44.326801;
  private static final double LOWEST_38 = -173.928427;

  private static BasinHopping.Result hop(
      Cluster cluster, double target, int most, RandomGenerator random) {
    HopSettings settings =
        HopSettings.defaults().withTemperature(0.8).withStepSize(0.4).withAdaptationInterval(0);
    return new BasinHopping(cluster, settings)
        .run(random, HopLimits.energyBelow(target + 1e-5).or(HopLimits.steps(most)), step -> {});
  }

  private static double[] lowest(Cluster cluster, double target) {
    BasinHopping.Result found = hop(cluster, target, 500, RandomStreams.of(1, 0));
    assertThat(found.best().orElseThrow().energy()).isCloseTo(target, within(1e-6));
    return found.best().orElseThrow().coordinates();
  }

  private static double fromCentre(double[] x, int atom) {
    double square = 0.0;
    for (int k = 0; k < 3; k++) {
      double mean = 0.0;
      for (int i = k; i < x.length; i += 3) {
        mean += 3.0 * x[i] / x.length;
      }
      square += (x[3 * atom + k] - mean) * (x[3 * atom + k] - mean);
    }
    return Math.sqrt(square);
  }

  private static double nearestTo(double[] x, int atom) {
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < x.length; j += 3) {
      if (j != 3 * atom) {
        least = Math.min(least, Math.sqrt(Vectors.squaredDistance(x, j, 1.0, x, 3 * atom, 3)));
      }
    }
    return least;
  }

  /** The 14th atom far off moves to any direction; the others are bound, and move by the step. */
  @Test
  void looseAtomsMoveAboutTheCentre() {
    Cluster cluster = Cluster.lennardJones(14);
    Potential.Moves moves = cluster.capability(Potential.Moves.class).orElseThrow();
    double[] x = Arrays.copyOf(lowest(THIRTEEN, LOWEST_13), 42);
    x[39] = 2.5;
    RandomGenerator random = RandomStreams.of(1, 0);
    int turned = 0;
    for (int k = 0; k < 50; k++) {
      double[] moved = x.clone();
      moves.displace(moved, 0.1, random);
      boolean shaken = true;
      for (int i = 0; i < 39; i++) {
        shaken &= Math.abs(moved[i] - x[i]) <= 0.1;
      }
      double change = Math.sqrt(Vectors.squaredDistance(moved, 39, 1.0, x, 39, 3));
      turned += shaken && change > 0.5 ? 1 : 0;
    }
    // Nine moves of ten are of that kind.
    assertThat(turned).isBetween(35, 50);
  }

  @Test
  void noMoveLetsAnAtomEvaporate() {
    Potential.Moves moves = THIRTEEN.capability(Potential.Moves.class).orElseThrow();
    double container = new ClusterMoves(13, BOND, r -> 0.0).container();
    assertThat(container).isCloseTo(BOND * (1.0 + 0.7 * Math.cbrt(13.0)), within(1e-12));
    RandomGenerator random = RandomStreams.of(2, 0);
    for (int k = 0; k < 50; k++) {
      double[] x = lowest(THIRTEEN, LOWEST_13).clone();
      moves.displace(x, 10.0, random);
      for (int atom = 0; atom < 13; atom++) {
        // The container is about the centre of before; both are in it.
        assertThat(fromCentre(x, atom)).isLessThan(2.0 * container);
      }
    }
  }

  @Test
  void anAtomIsPlacedWhereItTouches() {
    ClusterMoves moves = new ClusterMoves(13, BOND, r -> 0.0);
    RandomGenerator random = RandomStreams.of(3, 0);
    for (int k = 0; k < 50; k++) {
      double[] x = lowest(THIRTEEN, LOWEST_13).clone();
      moves.place(x, 13, k % 13, random);
      assertThat(nearestTo(x, k % 13)).isCloseTo(BOND, within(1e-9));
    }
  }

  /** Twelve atoms are an icosahedron with one place empty. */
  @Test
  void growsFromOneAtomLess() {
    double[] twelve = lowest(Cluster.lennardJones(12), LOWEST_12);
    BasinHopping quench = new BasinHopping(THIRTEEN, HopSettings.defaults());
    int found = 0;
    for (long seed = 1; seed <= 10; seed++) {
      RandomGenerator random = RandomStreams.of(seed, 0);
      double[] start = THIRTEEN.grown(twelve, random);
      assertThat(start).startsWith(twelve).hasSize(39);
      double energy =
          quench.run(start, random, HopLimits.steps(1), step -> {}).best().orElseThrow().energy();
      found += Math.abs(energy - LOWEST_13) < 1e-5 ? 1 : 0;
    }
    // A random start leads there once in six times.
    assertThat(found).isGreaterThanOrEqualTo(4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> THIRTEEN.grown(new double[39], RandomStreams.of(1, 0)))
        .withMessageContaining("grows from 1 to 12 atoms");
  }

  /** As a random start does, since walls of pairs are no places to search from. */
  @Test
  void randomAtomsKeepApart() {
    RandomGenerator random = RandomStreams.of(4, 0);
    double[] x = new double[39];
    for (int k = 0; k < 20; k++) {
      THIRTEEN.randomPoint(random, x);
      for (int atom = 0; atom < 13; atom++) {
        assertThat(nearestTo(x, atom)).isGreaterThan(0.8 * BOND);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "5"})
  void thirteenAtomsTakeFewSteps(long seed) {
    BasinHopping.Result result = hop(THIRTEEN, LOWEST_13, 200, RandomStreams.of(seed, 0));
    assertThat(result.best().orElseThrow().energy()).isCloseTo(LOWEST_13, within(1e-6));
  }

  /** The truncated octahedron, which is far from the icosahedra that most minima resemble. */
  @Test
  void findsTheTruncatedOctahedron() {
    Cluster cluster = Cluster.lennardJones(38);
    BasinHopping.Result result = hop(cluster, LOWEST_38, 200, new SplittableRandom(4));
    assertThat(result.best().orElseThrow().energy()).isCloseTo(LOWEST_38, within(1e-6));
    // Its point group is Oh.
    double[] x = result.best().orElseThrow().coordinates();
    assertThat(cluster.symmetry().order().divide(cluster.symmetry().orbitSize(x)).intValue())
        .isEqualTo(48);
  }
}
