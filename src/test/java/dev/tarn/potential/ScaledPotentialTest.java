package dev.tarn.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential.Scales;
import dev.tarn.potential.Potential.ZeroModes;
import dev.tarn.potential.space.Units;
import dev.tarn.surfaces.Cluster;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** A potential in units of its own is a potential like any other, with the same group. */
class ScaledPotentialTest extends SymmetricPotentialContract {
  private static final double LENGTH = 8.0;
  private static final double ENERGY = 4.0;

  /** A potential that says that its numbers are not of order one. */
  private record Large(Potential inner) implements Potential {
    @Override
    public int dimension() {
      return inner.dimension();
    }

    @Override
    public Evaluator evaluator() {
      return inner.evaluator();
    }

    @Override
    public SymmetryGroup symmetry() {
      return inner.symmetry();
    }

    @Override
    public List<double[]> knownPoints() {
      return inner.knownPoints();
    }

    @Override
    public void randomPoint(RandomGenerator random, double[] x) {
      inner.randomPoint(random, x);
    }

    @Override
    public void combine(double[] a, double[] b, RandomGenerator random, double[] x) {
      inner.combine(a, b, random, x);
    }

    @Override
    public OptionalLong eulerCharacteristic() {
      return inner.eulerCharacteristic();
    }

    @Override
    public Optional<Scales> scales() {
      return Optional.of(new Scales(LENGTH, ENERGY));
    }

    @Override
    public <C> Optional<C> capability(Class<C> type) {
      return inner.capability(type);
    }
  }

  private final Network network = Network.xor(2, 1e-2);
  private final Units units = Units.of(new Large(network));

  @Override
  protected Potential create() {
    return units.potential();
  }

  @Test
  void energyAndLengthsAreThoseOfTheUnits() {
    Potential scaled = create();
    RandomGenerator random = RandomStreams.of(1, 2);
    double[] y = new double[scaled.dimension()];
    scaled.randomPoint(random, y);
    double[] x = units.leave(y);
    assertThat(Vectors.norm(x)).isCloseTo(LENGTH * Vectors.norm(y), within(1e-12));
    assertThat(units.enter(x)).isEqualTo(y);
    assertThat(scaled.evaluator().energy(y))
        .isCloseTo(network.evaluator().energy(x) / ENERGY, within(1e-15));
    assertThat(units.curvature()).isEqualTo(ENERGY / LENGTH / LENGTH);
    assertThat(scaled.scales()).contains(Scales.ONE);
    assertThat(scaled.eulerCharacteristic()).hasValue(1L);
    assertThat(scaled.hasKinks()).isFalse();
    assertThat(scaled.reduction()).isEmpty();
    assertThat(scaled.nullDirections()).isEmpty();
    assertThat(scaled.knownPoints()).hasSameSizeAs(network.knownPoints());
    double[] other = new double[y.length];
    scaled.randomPoint(random, other);
    double[] combined = new double[y.length];
    double[] expected = new double[y.length];
    scaled.combine(y, other, RandomStreams.of(1, 3), combined);
    network.combine(x, units.leave(other), RandomStreams.of(1, 3), expected);
    assertThat(combined).isEqualTo(units.enter(expected));
  }

  /** The zero modes of a cluster depend on the point, which has to be in the cluster's units. */
  @Test
  void zeroModesAreThoseOfThePoint() {
    Cluster cluster = Cluster.lennardJones(4);
    Potential scaled = Units.of(new Large(cluster)).potential();
    ZeroModes modes = scaled.capability(ZeroModes.class).orElseThrow();
    ZeroModes plain = cluster.capability(ZeroModes.class).orElseThrow();
    assertThat(modes.most()).isEqualTo(plain.most());
    double[] y = new double[cluster.dimension()];
    scaled.randomPoint(RandomStreams.of(1, 4), y);
    List<double[]> found = modes.at(y);
    List<double[]> expected = plain.at(Units.of(new Large(cluster)).leave(y));
    assertThat(found).hasSameSizeAs(expected);
    for (int k = 0; k < found.size(); k++) {
      assertThat(found.get(k)).isEqualTo(expected.get(k));
    }
    assertThat(scaled.capability(Reduction.class)).isEmpty();
  }
}
