package dev.tarn.thermo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import dev.tarn.surfaces.Cluster;
import dev.tarn.surfaces.SixHumpCamel;
import dev.tarn.testing.ReferenceNetworks;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InertiaTest {
  /** Of the minima of seven Lennard-Jones atoms, as PATHSAMPLE (2020) keeps them. */
  private static final double[][] MOMENTS = {
    {2.9444802085, 2.9444802085, 4.5716525326},
    {2.5021124206, 4.0931293927, 4.0931293927},
    {3.2371289263, 3.2371289263, 4.6909156435},
    {2.3101802678, 4.5303060500, 4.7457419578}
  };

  private static final HarmonicModel WELLS =
      new HarmonicModel(ReferenceNetworks.lj7().wells(), List.of(), 15);

  /** A landscape of files. */
  private record Told() implements Potential, LogProducts {
    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public Evaluator evaluator() {
      throw new UnsupportedOperationException();
    }

    @Override
    public OptionalDouble logProduct(int id) {
      return OptionalDouble.empty();
    }

    @Override
    public Optional<Vector> inertia(int id) {
      return Optional.of(Vector.of(MOMENTS[id - 1]));
    }

    @Override
    public int vibrations() {
      return 15;
    }

    static Landscape landscape() {
      Landscape landscape = new Landscape(1, SymmetryGroup.trivial(), Tolerances.defaults());
      for (HarmonicModel.Well well : WELLS.wells()) {
        landscape.restore(
            new StationaryPoint(
                well.id(),
                0,
                well.energy(),
                Vector.of(well.id()),
                Vector.of(),
                0.0,
                BigInteger.ONE,
                new StationaryPoint.Provenance(0, 0, "made")),
            0L);
      }
      return landscape;
    }
  }

  /** PATHSAMPLE (2020) prints it in the third column of Cv.out. */
  @ParameterizedTest
  @CsvSource({"0.02, 15.0", "0.06, 15.03255308", "0.18, 18.99853365", "0.2, 18.97747275"})
  void heatCapacityWithTheInverseRoot(double temperature, double expected) {
    HarmonicModel weighed = Inertia.weigh(WELLS, Told.landscape(), new Told(), -0.5);
    assertThat(Superposition.of(weighed).at(temperature).heatCapacity())
        .isCloseTo(expected, within(5.1e-9));
    HarmonicModel same = Inertia.weigh(WELLS, Told.landscape(), new Told(), 0.0);
    assertThat(same.wells()).isEqualTo(WELLS.wells());
  }

  /** The pentagonal bipyramid, from its shape. */
  @Test
  void momentsOfAtoms() {
    double[] x = new double[21];
    for (int k = 0; k < 5; k++) {
      x[3 * k] = Math.cos(0.4 * Math.PI * k);
      x[3 * k + 1] = Math.sin(0.4 * Math.PI * k);
    }
    x[17] = 0.6;
    x[20] = -0.6;
    Cluster cluster = Cluster.lennardJones(7);
    PolishedPoint found = StationaryPolish.of(cluster).polish(x);
    assertThat(found.energy()).isCloseTo(-16.505384168, within(1e-8));
    Vector moments = Inertia.ofAtoms(Vector.of(found.coordinates()));
    assertThat(moments.toArray()).containsExactly(MOMENTS[0], within(1e-9));
  }

  @Test
  void noAtomsHaveNone() {
    Potential camel = new SixHumpCamel();
    Landscape landscape = Landscape.of(camel);
    landscape.add(
        StationaryPolish.of(camel).polish(new double[] {0.09, -0.71}),
        new StationaryPoint.Provenance(0, 0, "made"));
    HarmonicModel model = HarmonicModel.of(landscape, camel);
    assertThatThrownBy(() -> Inertia.weigh(model, landscape, camel, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("moments of inertia of point 1 are not known: they are of atoms in space");
  }
}
