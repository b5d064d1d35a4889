package dev.tarn.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.thermo.HarmonicModel;
import dev.tarn.thermo.HarmonicModel.Pass;
import dev.tarn.thermo.HarmonicModel.Well;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for the kinetics of any landscape. */
class PassageProperties {
  private static final double LITTLE = 1e-9;

  private static HarmonicModel random(int size, long seed) {
    Random random = new Random(seed);
    List<Well> wells = new ArrayList<>();
    List<Pass> passes = new ArrayList<>();
    for (int k = 0; k < size; k++) {
      wells.add(new Well(k + 1, random.nextDouble(), random.nextGaussian()));
      if (k > 0) {
        passes.add(pass(random, size + k, k, random.nextInt(k)));
      }
    }
    for (int k = 0; k < size; k++) {
      passes.add(pass(random, 2 * size + k, random.nextInt(size), random.nextInt(size)));
    }
    return new HarmonicModel(wells, passes, 3);
  }

  private static Pass pass(Random random, int id, int from, int to) {
    return new Pass(id, 1.0 + random.nextDouble(), random.nextGaussian(), from, to);
  }

  private static boolean[] set(int size, int... places) {
    boolean[] set = new boolean[size];
    for (int place : places) {
      set[place] = true;
    }
    return set;
  }

  @Property(tries = 100, seed = "101")
  void balanceCommittorsAndTimes(
      @ForAll @IntRange(min = 3, max = 12) int size,
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0.01, max = 10.0) double temperature) {
    RateNetwork network = new RateNetwork(random(size, seed), temperature);
    boolean[] a = set(size, 0);
    boolean[] b = set(size, size - 1);
    Passage passage = Passage.of(network, a, b);
    // Detailed balance of rates, of the steady state, and p k = p k by first passage both ways.
    assertThat(passage.forward().logSteady() + network.logWeight(size - 1))
        .isCloseTo(passage.backward().logSteady() + network.logWeight(0), within(LITTLE));
    Passage swapped = Passage.of(network, b, a);
    for (int x = 0; x < size; x++) {
      assertThat(passage.committors().get(x) + swapped.committors().get(x))
          .isCloseTo(1.0, within(LITTLE));
      double mean = 0.0;
      double time = Math.exp(-network.logEscapeRate(x));
      for (int y : network.neighbours(x)) {
        assertThat(network.logRate(x, y) + network.logWeight(x))
            .isCloseTo(network.logRate(y, x) + network.logWeight(y), within(LITTLE));
        double p = Math.exp(network.logRate(x, y) - network.logEscapeRate(x));
        mean += p * passage.committors().get(y);
        time += p * Math.exp(passage.logTimesToA().get(y));
      }
      if (!a[x] && !b[x]) {
        assertThat(passage.committors().get(x)).isCloseTo(mean, within(LITTLE));
      }
      if (!a[x]) {
        assertThat(Math.exp(passage.logTimesToA().get(x)) / time).isCloseTo(1.0, within(LITTLE));
      }
    }
    double best = Double.NEGATIVE_INFINITY;
    double sum = 0.0;
    for (FastestPaths.Path path : FastestPaths.of(network, a, b, 5)) {
      best = Math.max(best, path.logSteady());
      sum += Math.exp(path.logSteady() - passage.forward().logSteady());
    }
    assertThat(best).isLessThanOrEqualTo(passage.forward().logSteady() + LITTLE);
    assertThat(sum).isLessThanOrEqualTo(1.0 + LITTLE);
  }

  /** Loops only add paths: the first is the same, and those without loops come in their order. */
  @Property(tries = 50, seed = "110")
  void loopsAddPaths(@ForAll @IntRange(min = 3, max = 8) int size, @ForAll long seed) {
    RateNetwork network = new RateNetwork(random(size, seed), 0.3);
    boolean[] a = set(size, 0);
    boolean[] b = set(size, size - 1);
    List<FastestPaths.Path> walks = FastestPaths.withLoops(network, a, b, 200);
    List<FastestPaths.Path> plain =
        walks.stream()
            .filter(walk -> walk.ids().stream().distinct().count() == walk.ids().size())
            .toList();
    List<FastestPaths.Path> yen = FastestPaths.of(network, a, b, Math.max(1, plain.size()));
    assertThat(plain).isNotEmpty();
    for (int k = 0; k < plain.size(); k++) {
      assertThat(plain.get(k).logSteady()).isCloseTo(yen.get(k).logSteady(), within(LITTLE));
    }
    for (int k = 1; k < walks.size(); k++) {
      assertThat(walks.get(k).logSteady())
          .isLessThanOrEqualTo(walks.get(k - 1).logSteady() + LITTLE);
    }
    double sum = walks.stream().mapToDouble(walk -> Math.exp(walk.logSteady())).sum();
    Passage passage = Passage.of(network, a, b);
    assertThat(sum).isLessThanOrEqualTo(Math.exp(passage.forward().logSteady()) * (1.0 + LITTLE));
  }

  /** Classes between A and B may be taken out in any order. */
  @Property(tries = 50, seed = "111")
  void anyOrderOfElimination(@ForAll @IntRange(min = 4, max = 9) int size, @ForAll long seed) {
    RateNetwork network = new RateNetwork(random(size, seed), 0.2);
    List<Integer> between = new ArrayList<>();
    for (int k = 1; k + 1 < size; k++) {
      between.add(k);
    }
    Passage passage = Passage.of(network, set(size, 0), set(size, size - 1));
    for (int shuffle = 0; shuffle < 3; shuffle++) {
      Collections.shuffle(between, new Random(seed + shuffle));
      for (Semifield field : Semifield.values()) {
        Elimination elimination = new Elimination(network, field);
        elimination.takeOut(between.stream().mapToInt(Integer::intValue).toArray());
        double rate =
            field.log(elimination.flowTo(size - 1, set(size, 0)))
                - field.log(elimination.weight(size - 1));
        assertThat(rate).isCloseTo(passage.forward().logRate(), within(LITTLE));
      }
    }
  }

  @Property(tries = 50, seed = "102")
  void namesMeanNothing(@ForAll @IntRange(min = 3, max = 10) int size, @ForAll long seed) {
    HarmonicModel model = random(size, seed);
    List<Integer> order = new ArrayList<>();
    for (int k = 0; k < size; k++) {
      order.add(k);
    }
    Collections.shuffle(order, new Random(seed + 1));
    List<Well> wells = order.stream().map(k -> model.wells().get(k)).toList();
    List<Pass> passes =
        model.passes().stream()
            .map(
                p ->
                    new Pass(
                        p.id(),
                        p.energy(),
                        p.logWeight(),
                        order.indexOf(p.from()),
                        order.indexOf(p.to())))
            .toList();
    Passage one = Passage.of(new RateNetwork(model, 0.3), set(size, 0), set(size, 1));
    Passage two =
        Passage.of(
            new RateNetwork(new HarmonicModel(wells, passes, 3), 0.3),
            set(size, order.indexOf(0)),
            set(size, order.indexOf(1)));
    assertThat(two.forward().logRate()).isCloseTo(one.forward().logRate(), within(LITTLE));
    assertThat(two.backward().logTime()).isCloseTo(one.backward().logTime(), within(LITTLE));
  }

  /**
   * Every class split into two copies that the group exchanges, every pass into two: those of a
   * class joined to itself, too, which then join the copies to each other and change nothing.
   */
  @Property(tries = 50, seed = "103")
  void copiesMeanNothing(@ForAll @IntRange(min = 3, max = 8) int size, @ForAll long seed) {
    HarmonicModel model = random(size, seed);
    Random random = new Random(seed + 2);
    List<Well> wells = new ArrayList<>();
    List<Pass> passes = new ArrayList<>();
    for (int copy = 0; copy < 2; copy++) {
      for (Well w : model.wells()) {
        wells.add(new Well(w.id() + copy * 1000, w.energy(), w.logWeight() - Math.log(2.0)));
      }
    }
    for (Pass p : model.passes()) {
      int twist = random.nextInt(2);
      for (int copy = 0; copy < 2; copy++) {
        passes.add(
            new Pass(
                p.id() + copy * 1000,
                p.energy(),
                p.logWeight() - Math.log(2.0),
                p.from() + copy * size,
                p.to() + (copy + twist) % 2 * size));
      }
    }
    Passage classes = Passage.of(new RateNetwork(model, 0.3), set(size, 0), set(size, 1));
    Passage copies =
        Passage.of(
            new RateNetwork(new HarmonicModel(wells, passes, 3), 0.3),
            set(2 * size, 0, size),
            set(2 * size, 1, size + 1));
    assertThat(copies.forward().logSteady())
        .isCloseTo(classes.forward().logSteady(), within(LITTLE));
    assertThat(copies.forward().logRate()).isCloseTo(classes.forward().logRate(), within(LITTLE));
    assertThat(copies.backward().logTime()).isCloseTo(classes.backward().logTime(), within(LITTLE));
    for (int x = 0; x < size; x++) {
      assertThat(copies.committors().get(x)).isCloseTo(classes.committors().get(x), within(LITTLE));
      assertThat(copies.committors().get(x + size))
          .isCloseTo(classes.committors().get(x), within(LITTLE));
    }
  }

  /** The spectrum of the sum of a dense matrix: the trace holds. */
  @Property(tries = 50, seed = "104")
  void relaxationRatesAddUpToTheEscapeRates(
      @ForAll @IntRange(min = 3, max = 9) int size, @ForAll long seed) {
    RateNetwork network = new RateNetwork(random(size, seed), 0.5);
    double trace = 0.0;
    for (int x = 0; x < size; x++) {
      trace += Math.exp(network.logEscapeRate(x));
    }
    double sum = 0.0;
    for (double rate : Relaxation.slowest(network, size)) {
      sum += rate;
    }
    assertThat(sum / trace).isCloseTo(1.0, within(1e-8));
  }
}
