package dev.tarn.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.testing.ReferenceNetworks;
import dev.tarn.thermo.FreeEnergies;
import dev.tarn.thermo.HarmonicModel;
import dev.tarn.thermo.HarmonicModel.Pass;
import dev.tarn.thermo.HarmonicModel.Well;
import dev.tarn.thermo.Superposition;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers of PATHSAMPLE (2020) unless said otherwise, to the digits that it prints. */
class PassageTest {
  /** Half a unit of the tenth digit, and what rounding adds. */
  private static final double TEN_DIGITS = 6e-10;

  private static final MathContext FIFTY = new MathContext(50);

  private static HarmonicModel model(String name) {
    return switch (name) {
      case "lj7" -> ReferenceNetworks.lj7();
      case "xor2" -> ReferenceNetworks.xor2();
      default -> ReferenceNetworks.toy3();
    };
  }

  private static boolean[] only(int size, int place) {
    boolean[] set = new boolean[size];
    set[place] = true;
    return set;
  }

  private static Passage passage(RateNetwork network) {
    int n = network.size();
    return Passage.of(network, only(n, 0), only(n, n - 1));
  }

  private static void same(double log, double expected) {
    assertThat(Math.exp(log) / expected).isCloseTo(1.0, within(TEN_DIGITS));
  }

  @ParameterizedTest
  @CsvSource({
    "lj7, 0.2, 0.3784505415, 0.2254745674, 0.1004885598, 0.08283349199",
    "xor2, 0.05, 0.6339950547e-2, 0.6239397940e-5, 0.2171304486e-5, 0.1942026062e-5",
    "xor2, 0.01, 0.9146705740e-2, 0.2713184665e-17, 0.7615496195e-29, 0.5370234791e-29",
    "toy3, 1, 0.06587621615, 0.05775412290, 0.06266339517, 0.05493742109",
    "toy3, 0.25, 0.2791189096e-2, 0.2678052351e-2, 0.1254162105e-2, 0.1203326489e-2"
  })
  void constants(
      String name, double t, double steadyAB, double rateAB, double steadyBA, double rateBA) {
    Passage passage = passage(new RateNetwork(model(name), t));
    same(passage.forward().logSteady(), steadyAB);
    same(passage.forward().logRate(), rateAB);
    same(passage.forward().logNonSteady(), rateAB);
    same(passage.backward().logSteady(), steadyBA);
    same(passage.backward().logRate(), rateBA);
    same(passage.backward().logNonSteady(), rateBA);
  }

  @Test
  void moreOfSevenAtoms() {
    RateNetwork network = new RateNetwork(ReferenceNetworks.lj7(), 0.2);
    Passage passage = passage(network);
    same(passage.forward().logTime(), 4.435090004580122);
    Passage.Leaving a = Passage.leaving(network, only(4, 0), only(4, 3), 0);
    Passage.Leaving b = Passage.leaving(network, only(4, 0), only(4, 3), 3);
    assertThat(a.committor()).isCloseTo(0.6717292447, within(5.1e-11));
    assertThat(b.committor()).isCloseTo(0.6975014264, within(5.1e-11));
    same(a.logWaitingTime(), 8.109391849);
    same(b.logWaitingTime(), 3.093481605);
    // By dense linear algebra.
    assertThat(passage.committors().toArray())
        .containsExactly(new double[] {1.0, 0.48740962, 0.67027842, 0.0}, within(5.1e-9));
    same(ratio(network, passage), 0.7227682773);
    RateNetwork colder = new RateNetwork(ReferenceNetworks.lj7(), 0.1);
    same(ratio(colder, passage(colder)), 0.2519629207);
    Passage cold = passage(colder);
    same(cold.forward().logRate(), 0.01858346818);
    same(cold.backward().logRate(), 1.515383799e-4);
  }

  /** What detailed balance would make 1 if the steady state applied. */
  private static double ratio(RateNetwork network, Passage passage) {
    return passage.forward().logNonSteady()
        + network.logWeight(3)
        - passage.backward().logNonSteady()
        - network.logWeight(0);
  }

  @Test
  void committorsOfTheXorNetwork() {
    Passage passage = passage(new RateNetwork(ReferenceNetworks.xor2(), 0.05));
    assertThat(passage.committors().toArray())
        .containsExactly(
            new double[] {1.0, 0.25281163, 0.62220814, 0.75423617, 0.0}, within(5.1e-9));
  }

  @Test
  void relaxation() {
    // By dense linear algebra.
    assertThat(Relaxation.slowest(new RateNetwork(ReferenceNetworks.lj7(), 0.2), 5))
        .containsExactly(new double[] {0.376564927, 0.605754858, 1.07522217}, within(5.1e-9));
    double[] cold = Relaxation.slowest(new RateNetwork(ReferenceNetworks.lj7(), 0.1), 5);
    assertThat(cold[0]).isCloseTo(0.0193584780, within(5.1e-11));
    assertThat(cold[1]).isCloseTo(0.113551812, within(5.1e-10));
    assertThat(cold[2]).isCloseTo(0.135990328, within(5.1e-10));
  }

  @Test
  void fastestPaths() {
    RateNetwork network = new RateNetwork(ReferenceNetworks.lj7(), 0.2);
    List<FastestPaths.Path> paths = FastestPaths.of(network, only(4, 0), only(4, 3), 10);
    FastestPaths.Path best = paths.get(0);
    assertThat(best.ids()).containsExactly(4, 1);
    // The sixth transition state has the id 10.
    assertThat(best.transitionStates()).containsExactly(10);
    same(best.logSteady(), 0.2223835714);
    same(best.logTime(), 5.003747570);
    same(best.logTimeBack(), 18.84464244);
    FastestPaths.Path second = paths.get(1);
    assertThat(second.ids()).containsExactly(4, 2, 1);
    same(second.logSteady(), 0.1027468671);
    same(second.logTime(), 11.67180834);
    same(second.logTimeBack(), 30.79429369);
    FastestPaths.Path third = paths.get(2);
    same(third.logSteady(), 0.2837951090e-1);
    same(third.logTime(), 38.38493045);
    same(third.logTimeBack(), 75.93164193);
    // Without loops there is no other one.
    assertThat(paths).hasSize(3);
  }

  /** The fourth path of the program is 4, 2, 3, 2, 1, which it prints without the loop. */
  @Test
  void fastestPathsWithLoops() {
    RateNetwork network = new RateNetwork(ReferenceNetworks.lj7(), 0.2);
    List<FastestPaths.Path> paths = FastestPaths.withLoops(network, only(4, 0), only(4, 3), 5);
    double[] steady = {
      0.2223835714, 0.1027468671, 0.2837951090e-1, 0.1641966717e-1, 0.4535244107e-2
    };
    double[] times = {5.003747570, 11.67180834, 38.38493045, 11.67180834, 38.38493045};
    double[] back = {18.84464244, 30.79429369, 75.93164193, 30.79429369, 75.93164193};
    for (int k = 0; k < 5; k++) {
      same(paths.get(k).logSteady(), steady[k]);
      same(paths.get(k).logTime(), times[k]);
      same(paths.get(k).logTimeBack(), back[k]);
    }
    assertThat(paths.get(3).ids()).containsExactly(4, 2, 3, 2, 1);
    assertThat(paths.get(4).ids()).containsExactly(4, 2, 3, 2, 3, 1);
    // All walks together carry the whole flow.
    double sum = 0.0;
    for (FastestPaths.Path path : FastestPaths.withLoops(network, only(4, 0), only(4, 3), 60)) {
      sum += Math.exp(path.logSteady());
    }
    assertThat(sum).isCloseTo(0.3784505415, within(1e-10));
  }

  @Test
  void groupsOfSevenAtoms() {
    HarmonicModel classes = ReferenceNetworks.lj7();
    FreeEnergies groups =
        FreeEnergies.regrouped(
            Superposition.of(classes), 0.2, 1.0, 0.3, List.of(Set.of(1), Set.of(4)));
    Passage passage = passage(new RateNetwork(groups.model(classes), 0.2));
    same(passage.forward().logRate(), 0.2270695262);
    same(passage.backward().logRate(), 0.1495968213);
  }

  @Test
  void simulationAgrees() {
    RateNetwork network = new RateNetwork(ReferenceNetworks.lj7(), 0.2);
    KineticMonteCarlo.Estimate estimate =
        KineticMonteCarlo.walk(network, only(4, 0), only(4, 3), 20_000, 1, 10_000_000);
    assertThat(estimate.meanTime()).isCloseTo(4.43509000, within(4.0 * estimate.standardError()));
    assertThat(estimate.standardError()).isLessThan(0.05);
    assertThatThrownBy(
            () -> KineticMonteCarlo.walk(network, only(4, 0), only(4, 3), 20_000, 1, 100))
        .hasMessageContaining("100 steps have made");
  }

  /** Both kinds of arithmetic, and elimination in any order. */
  @ParameterizedTest
  @EnumSource(Semifield.class)
  void arithmeticDoesNotMatter(Semifield field) {
    RateNetwork network = new RateNetwork(ReferenceNetworks.xor2(), 0.01);
    Passage passage = Passage.of(network, only(5, 0), only(5, 4), field);
    same(passage.backward().logRate(), 0.5370234791e-29);
    same(passage.forward().logRate(), 0.2713184665e-17);
    for (int[] order : new int[][] {{1, 2, 3}, {3, 2, 1}, {2, 3, 1}}) {
      Elimination elimination = new Elimination(network, field);
      elimination.takeOut(order);
      double log = field.log(elimination.flowTo(4, only(5, 0))) - field.log(elimination.weight(4));
      same(log, 0.2713184665e-17);
    }
  }

  /** Colder than doubles reach: k = exp(-barrier / T) for two wells. */
  @Test
  void nothingUnderflows() {
    HarmonicModel two =
        new HarmonicModel(
            List.of(new Well(1, 0.0, 0.0), new Well(2, 1.0, 0.0)),
            List.of(new Pass(3, 3.0, 0.0, 0, 1)),
            1);
    Passage passage = passage(new RateNetwork(two, 1e-3));
    double prefactor = -Math.log(2.0 * Math.PI);
    assertThat(passage.forward().logRate()).isCloseTo(prefactor - 2000.0, within(1e-9));
    assertThat(passage.backward().logRate()).isCloseTo(prefactor - 3000.0, within(1e-9));
  }

  /** Mean first-passage times of xor2 at T = 0.01 against Gaussian elimination in 50 digits. */
  @Test
  void coldFirstPassageKeepsItsDigits() {
    HarmonicModel model = ReferenceNetworks.xor2();
    RateNetwork network = new RateNetwork(model, 0.01);
    for (int target : new int[] {0, 4}) {
      BigDecimal[] exact = exactTimes(network, target);
      Passage passage = passage(network);
      for (int x = 0; x < 5; x++) {
        if (x != target) {
          double log = (target == 0 ? passage.logTimesToA() : passage.logTimesToB()).get(x);
          double ratio = Math.exp(log) / exact[x].doubleValue();
          assertThat(ratio).isCloseTo(1.0, within(1e-12));
        }
      }
    }
  }

  /**
   * Solves sum_j f_ij (t_i - t_j) = z_i; flows and weights are the doubles that the network has.
   */
  private static BigDecimal[] exactTimes(RateNetwork network, int target) {
    int n = network.size();
    BigDecimal[][] m = new BigDecimal[n][n + 1];
    for (int i = 0; i < n; i++) {
      BigDecimal out = BigDecimal.ZERO;
      for (int j = 0; j < n; j++) {
        BigDecimal flow =
            i == j ? BigDecimal.ZERO : new BigDecimal(StrictMath.exp(network.logFlow(i, j)));
        m[i][j] = flow.negate();
        out = out.add(flow);
      }
      m[i][i] = out;
      m[i][n] = new BigDecimal(StrictMath.exp(network.logWeight(i)));
    }
    for (int j = 0; j <= n; j++) {
      m[target][j] = j == target ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        if (i != k) {
          BigDecimal factor = m[i][k].divide(m[k][k], FIFTY);
          for (int j = k; j <= n; j++) {
            m[i][j] = m[i][j].subtract(factor.multiply(m[k][j], FIFTY), FIFTY);
          }
        }
      }
    }
    BigDecimal[] t = new BigDecimal[n];
    for (int i = 0; i < n; i++) {
      t[i] = m[i][n].divide(m[i][i], FIFTY);
    }
    return t;
  }

  @Test
  void threeThousandMinima() {
    SplittableRandom random = new SplittableRandom(5);
    List<Well> wells = new ArrayList<>();
    List<Pass> passes = new ArrayList<>();
    for (int k = 0; k < 3000; k++) {
      wells.add(new Well(k + 1, random.nextDouble(), random.nextDouble()));
      if (k > 0) {
        passes.add(pass(random, passes.size(), k, random.nextInt(k)));
      }
    }
    while (passes.size() < 10_000) {
      passes.add(pass(random, passes.size(), random.nextInt(3000), random.nextInt(3000)));
    }
    HarmonicModel model = new HarmonicModel(wells, passes, 10);
    // Processor time, since others may be at work on the machine.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long first = threads.getCurrentThreadCpuTime();
    double sum = Superposition.of(model).at(0.1).occupations().stream().sum();
    Duration occupied = Duration.ofNanos(threads.getCurrentThreadCpuTime() - first);
    assertThat(sum).isCloseTo(1.0, within(1e-12));
    assertThat(occupied).isLessThan(Duration.ofSeconds(1));
    RateNetwork network = new RateNetwork(model, 0.1);
    long start = threads.getCurrentThreadCpuTime();
    Passage passage = Passage.of(network, only(3000, 0), only(3000, 2999));
    Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
    assertThat(took).isLessThan(Duration.ofSeconds(10));
    // Detailed balance of the steady-state constants.
    assertThat(passage.forward().logSteady() + network.logWeight(2999))
        .isCloseTo(passage.backward().logSteady() + network.logWeight(0), within(1e-9));
  }

  private static Pass pass(SplittableRandom random, int id, int from, int to) {
    return new Pass(10_000 + id, 1.0 + random.nextDouble(), random.nextDouble(), from, to);
  }

  @Test
  void badInputIsNamed() {
    RateNetwork network = new RateNetwork(ReferenceNetworks.lj7(), 0.2);
    assertThatThrownBy(() -> Passage.of(network, only(4, 0), only(4, 0)))
        .hasMessage("class 1 is in both A and B");
    assertThatThrownBy(() -> Passage.of(network, new boolean[4], only(4, 0)))
        .hasMessage("the set A has no class of minima");
    HarmonicModel apart =
        new HarmonicModel(List.of(new Well(1, 0.0, 0.0), new Well(2, 1.0, 0.0)), List.of(), 1);
    RateNetwork two = new RateNetwork(apart, 1.0);
    assertThatThrownBy(() -> Passage.of(two, only(2, 0), only(2, 1)))
        .hasMessage("no path is known from class 1 to the set B");
    assertThatThrownBy(() -> new RateNetwork(apart, -1.0)).hasMessageContaining("not -1.0");
    assertThat(Relaxation.slowest(two, 3)).isEmpty();
  }
}
