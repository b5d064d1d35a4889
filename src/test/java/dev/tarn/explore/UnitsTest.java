package dev.tarn.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.hop.BasinHopping;
import dev.tarn.hop.HopLimits;
import dev.tarn.hop.HopSettings;
import dev.tarn.job.RandomStreams;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.Pathways;
import dev.tarn.network.Network;
import dev.tarn.path.Pathway;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.Tolerances;
import dev.tarn.surfaces.Himmelblau;
import dev.tarn.surfaces.MuellerBrown;
import dev.tarn.surfaces.SixHumpCamel;
import dev.tarn.testing.InOtherUnits;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Surfaces whose numbers are not of order one: the lists of their points stay what they are. */
class UnitsTest {
  private static final ExplorerSettings QUICK = ExplorerSettings.defaults().withEffort(Effort.LOW);
  // The references of the tests of the surfaces, by ascending energy and by index.
  private static final double[] CAMEL_MINIMA = {-1.031628453, -0.215463824, 2.104250310};
  private static final double[] CAMEL_SADDLES = {0.0, 0.543718601, 2.229357198, 2.229470818};

  private static Landscape explore(Potential potential, ExplorerSettings settings) {
    Landscape landscape = Landscape.of(potential);
    Exploration end = new Explorer(potential, settings).explore(landscape);
    assertThat(end.status()).isEqualTo(Exploration.Status.DONE);
    return landscape;
  }

  private static ExplorerSettings whole(long seed) {
    return QUICK.withSeed(seed).enumerating(Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "1e-9, 1, 0",
    "1e-3, 1, 0",
    "1e3, 1, 0",
    "1e6, 1, 0",
    "1, 1e-4, 0",
    "1, 1e4, 0",
    "1, 1, 100",
    "1, 1, 1e4",
    "1e-9, 1e4, 1e4",
    "1e6, 1e-4, 100"
  })
  void findsTheListsWhateverTheUnits(double energy, double length, double origin) {
    for (long seed = 1; seed <= 5; seed++) {
      boolean differences = seed % 2 == 0;
      InOtherUnits surface =
          new InOtherUnits(new MuellerBrown(), energy, length, origin, differences);
      Landscape landscape = explore(surface, QUICK.withSeed(seed));
      assertEnergies(landscape.minima(), energy, -146.699517210, -108.166724117, -80.767818130);
      assertEnergies(landscape.transitionStates(), energy, -72.248940112, -40.664843509);
      StationaryPoint lowest = landscape.minima().get(0);
      assertThat(surface.inside(lowest.coordinates().toArray())[0])
          .isCloseTo(-0.55822363, within(1e-7));
      camel(new InOtherUnits(new SixHumpCamel(), energy, length, origin, differences), seed);
      InOtherUnits himmelblau =
          new InOtherUnits(new Himmelblau(), energy, length, origin, differences);
      Landscape whole = explore(himmelblau, whole(seed));
      assertThat(List.of(whole.count(0), whole.count(1), whole.count(2)))
          .isEqualTo(List.of(4, 4, 1));
      assertEnergies(
          whole.transitionStates(),
          energy,
          13.311926270,
          67.719150088,
          104.015162918,
          178.337239202);
    }
  }

  private static void camel(InOtherUnits surface, long seed) {
    Landscape landscape = explore(surface, whole(seed));
    assertEnergies(landscape.minima(), surface.energy(), twice(CAMEL_MINIMA));
    double[] saddles = twice(CAMEL_SADDLES);
    // The saddle at the origin is its own image.
    assertEnergies(
        landscape.transitionStates(),
        surface.energy(),
        Arrays.copyOfRange(saddles, 1, saddles.length));
    assertThat(landscape.points().stream().filter(point -> point.index() == 2)).hasSize(2);
  }

  private static double[] twice(double... values) {
    double[] all = new double[2 * values.length];
    for (int k = 0; k < all.length; k++) {
      all[k] = values[k / 2];
    }
    return all;
  }

  private static void assertEnergies(
      List<StationaryPoint> points, double unit, double... energies) {
    assertThat(points).hasSize(energies.length);
    for (int k = 0; k < energies.length; k++) {
      assertThat(points.get(k).energy() / unit).isCloseTo(energies[k], within(1e-6));
    }
  }

  /** A surface that does not say where its points are: searches go where random points relax to. */
  @ParameterizedTest
  @CsvSource({"1, 1e4", "1, -1e3", "1e4, 1e7", "1e-3, 5"})
  void findsTheListFarFromTheOrigin(double length, double origin) {
    InOtherUnits surface = new InOtherUnits(new Himmelblau(), 1.0, length, origin, false);
    Potential plain = Potential.of(2, surface::evaluator);
    Landscape landscape = explore(plain, whole(1));
    assertThat(List.of(landscape.count(0), landscape.count(1), landscape.count(2)))
        .isEqualTo(List.of(4, 4, 1));
    double[] x = new double[2];
    plain.measured().randomPoint(RandomStreams.of(1, 1), x);
    assertThat(surface.inside(x)[0]).isBetween(-300.0, 300.0);
  }

  @Test
  void basinHoppingAndPathsAreInTheSurfacesOwnNumbers() {
    InOtherUnits surface = new InOtherUnits(new MuellerBrown(), 1e6, 1e-4, 0.0, true);
    BasinHopping.Result result =
        new BasinHopping(surface, HopSettings.defaults().withTemperature(10.0).withStepSize(30.0))
            .run(RandomStreams.of(1, 0), HopLimits.steps(60), step -> {});
    assertThat(result.failures()).isLessThan(10);
    assertThat(result.best().orElseThrow().energy()).isCloseTo(-146.699517210e6, within(1.0));
    Landscape landscape = explore(surface, QUICK);
    for (StationaryPoint saddle : landscape.transitionStates()) {
      Pathway pathway = new Pathways(surface, landscape).through(saddle).orElseThrow();
      assertThat(pathway.transitionState().energy()).isCloseTo(saddle.energy(), within(1e-3));
      // The whole surface is about 1e-4 across.
      assertThat(pathway.minus().length()).isBetween(1e-5, 1e-3);
      assertThat(pathway.points().get(0).energy()).isEqualTo(pathway.minus().end().energy());
    }
  }

  @Test
  void scalesAreTheSameEveryTimeAndOneWhereNumbersAreOfOrderOne() {
    for (Potential surface : List.of(new MuellerBrown(), new SixHumpCamel(), new Himmelblau())) {
      assertThat(surface.measured().scales()).contains(Potential.Scales.ONE);
    }
    assertThat(Network.xor(2, 1e-4).scales()).contains(Potential.Scales.ONE);
    Potential large = new InOtherUnits(new Himmelblau(), 1e6, 1e4, 0.0, false);
    assertThat(large.measured().scales()).isEqualTo(large.measured().scales());
    Potential.Scales scales = large.measured().scales().orElseThrow();
    assertThat(scales.length()).isBetween(1e3, 1e5);
    assertThat(scales.energy()).isBetween(1e5, 1e9);
    assertThat(Landscape.of(large).scales()).isEqualTo(scales);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void singlePrecisionServesWithAStatedTolerance(long seed) {
    Potential single = new SinglePrecision(new SixHumpCamel());
    ExplorerSettings settings = whole(seed).withTolerances(Tolerances.forGradient(1e-5));
    Landscape landscape = explore(single, settings);
    assertThat(List.of(landscape.count(0), landscape.count(1), landscape.count(2)))
        .isEqualTo(List.of(6, 7, 2));
    assertThat(landscape.minima().get(0).energy()).isCloseTo(-1.031628453, within(1e-6));
    double worst = landscape.points().stream().mapToDouble(StationaryPoint::rms).max().orElse(0.0);
    assertThat(worst).isBetween(1e-9, 1e-5);
  }

  /** A surface whose energy and gradient are rounded to single precision. */
  private record SinglePrecision(Potential surface) implements Potential {
    @Override
    public int dimension() {
      return surface.dimension();
    }

    @Override
    public Evaluator evaluator() {
      Evaluator inner = surface.evaluator();
      return (x, gradient) -> {
        double[] rounded = new double[x.length];
        for (int i = 0; i < x.length; i++) {
          rounded[i] = (float) x[i];
        }
        float energy = (float) inner.gradient(rounded, gradient);
        for (int i = 0; i < gradient.length; i++) {
          gradient[i] = (float) gradient[i];
        }
        return energy;
      };
    }

    @Override
    public void randomPoint(RandomGenerator random, double[] x) {
      surface.randomPoint(random, x);
    }
  }
}
