package dev.tarn.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.job.RandomStreams;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import dev.tarn.surfaces.DoubleWells;
import dev.tarn.surfaces.SixHumpCamel;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LandscapeTest {
  private static final StationaryPoint.Provenance BY_HAND =
      new StationaryPoint.Provenance(0, 0, "by hand");

  private final DoubleWells wells = DoubleWells.equal(2);
  private final Landscape landscape =
      new Landscape(2, SymmetryGroup.trivial(), Tolerances.defaults());

  private PolishedPoint at(double... x) {
    return StationaryPolish.newton(wells).polish(x);
  }

  private int add(double... x) {
    return landscape.add(at(x), BY_HAND).point().id();
  }

  @Test
  void recognisesAPointItKnows() {
    Landscape.Addition first = landscape.add(at(1.0, 1.0), BY_HAND);
    Landscape.Addition again = landscape.add(at(1.0001, 0.9999), BY_HAND);
    assertThat(first.isNew()).isTrue();
    assertThat(again.isNew()).isFalse();
    assertThat(again.point()).isEqualTo(first.point());
    assertThat(landscape.hits(first.point().id())).isEqualTo(2);
    landscape.hit(first.point().id(), 5);
    assertThat(landscape.hits(first.point().id())).isEqualTo(7);
  }

  @Test
  void takesSymmetryCopiesAsOneClass() {
    SixHumpCamel camel = new SixHumpCamel();
    Landscape folded = Landscape.of(camel);
    PolishedPoint minimum = StationaryPolish.newton(camel).polish(new double[] {0.09, -0.71});
    PolishedPoint copy = StationaryPolish.newton(camel).polish(new double[] {-0.09, 0.71});
    assertThat(folded.add(copy, BY_HAND).isNew()).isTrue();
    assertThat(folded.add(minimum, BY_HAND).isNew()).isFalse();
    StationaryPoint point = folded.points().get(0);
    assertThat(point.orbit()).isEqualTo(BigInteger.TWO);
    assertThat(point.coordinates().get(0)).isPositive();
  }

  @Test
  void distinguishesPointsOfEqualEnergy() {
    assertThat(add(1.0, 1.0)).isNotEqualTo(add(-1.0, -1.0));
  }

  @Test
  void growsTheGraphOfMinima() {
    int a = add(1.0, 1.0);
    int b = add(-1.0, 1.0);
    int c = add(1.0, -1.0);
    int ts = add(0.0, 1.0);
    assertThat(landscape.components()).containsExactly(Set.of(a), Set.of(b), Set.of(c));
    Connection connection = new Connection(ts, a, b, 1.0, 1.0, 0);
    landscape.connect(connection);
    landscape.connect(new Connection(ts, a, c, 1.0, 1.0, 0));
    assertThat(landscape.connection(ts)).contains(connection);
    assertThat(landscape.connections()).containsExactly(connection);
    assertThat(landscape.components()).containsExactly(Set.of(a, b), Set.of(c));
    assertThat(landscape.minima()).hasSize(3);
    assertThat(landscape.transitionStates()).extracting(StationaryPoint::id).containsExactly(ts);
    assertThat(landscape.globalMinimum()).map(StationaryPoint::energy).hasValue(0.0);
    assertThat(landscape.size()).isEqualTo(4);
    assertThat(landscape.lastId()).isEqualTo(ts);
  }

  @Test
  void findsWithoutAdding() {
    PolishedPoint point = at(1.0, 1.0);
    assertThat(landscape.find(point.energy(), point.coordinates())).isEmpty();
    int id = add(1.0, 1.0);
    assertThat(landscape.find(point.energy(), point.coordinates()))
        .map(StationaryPoint::id)
        .hasValue(id);
    assertThat(landscape.hits(id)).isEqualTo(1);
  }

  @Test
  void putsStoredPointsBackUnderTheirIds() {
    add(1.0, 1.0);
    StationaryPoint point = landscape.get(1);
    Landscape other = new Landscape(2, SymmetryGroup.trivial(), Tolerances.defaults());
    other.restore(
        new StationaryPoint(
            41,
            0,
            point.energy(),
            point.coordinates(),
            point.eigenvalues(),
            point.rms(),
            point.orbit(),
            point.provenance()),
        9);
    assertThat(other.hits(41)).isEqualTo(9);
    assertThat(other.add(at(1.0, 1.0), BY_HAND).point().id()).isEqualTo(41);
    assertThat(other.add(at(-1.0, 1.0), BY_HAND).point().id()).isEqualTo(42);
    assertThatThrownBy(() -> other.restore(other.get(41), 1)).hasMessageContaining("41");
    assertThatThrownBy(
            () ->
                new Landscape(3, SymmetryGroup.trivial(), Tolerances.defaults()).restore(point, 1))
        .hasMessageContaining("2 components, not 3");
  }

  @Test
  void refusesWhatIsNoProperStationaryPoint() {
    StationaryPolish polish = StationaryPolish.newton(wells);
    assertThatThrownBy(() -> landscape.add(polish.characterise(new double[] {0.5, 0.5}), BY_HAND))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("proper stationary points");
    assertThatThrownBy(
            () ->
                new Landscape(3, SymmetryGroup.trivial(), Tolerances.defaults())
                    .add(at(1.0, 1.0), BY_HAND))
        .hasMessageContaining("2 components, not 3");
    assertThatThrownBy(() -> landscape.get(7)).hasMessageContaining("id 7");
    assertThatThrownBy(() -> landscape.hits(7)).hasMessageContaining("id 7");
    int a = add(1.0, 1.0);
    int b = add(-1.0, 1.0);
    assertThatThrownBy(() -> landscape.connect(new Connection(a, a, b, 0.0, 0.0, 0)))
        .hasMessageContaining("over a transition state");
  }

  @Test
  void growsFromManyThreadsWithoutLossOrDuplicates() throws Exception {
    DoubleWells four = DoubleWells.equal(4);
    Landscape shared = new Landscape(4, SymmetryGroup.trivial(), Tolerances.defaults());
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> futures =
          IntStream.range(0, 4)
              .<Future<?>>mapToObj(t -> pool.submit(() -> fill(four, shared, t)))
              .toList();
      for (Future<?> future : futures) {
        future.get();
      }
    } finally {
      pool.shutdownNow();
    }
    // Four double wells have 2^4 minima.
    assertThat(shared.minima()).hasSize(16);
    assertThat(shared.minima().stream().mapToLong(m -> shared.hits(m.id())).sum()).isEqualTo(800);
  }

  private static void fill(DoubleWells potential, Landscape landscape, int stream) {
    StationaryPolish polish = StationaryPolish.newton(potential);
    RandomGenerator random = RandomStreams.of(1, stream);
    for (int k = 0; k < 200; k++) {
      double[] x = new double[4];
      for (int i = 0; i < 4; i++) {
        x[i] = random.nextBoolean() ? 1.01 : -0.99;
      }
      landscape.add(polish.polish(x), BY_HAND);
    }
  }
}
