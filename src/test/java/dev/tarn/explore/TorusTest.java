package dev.tarn.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.landscape.Completeness;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Transformation;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A space that is not flat: the Morse sum of a complete catalogue is its Euler characteristic. */
class TorusTest {

  /** {@code E = cos(k x) + cos(y)} of two angles. */
  private record Torus(int waves, OptionalLong eulerCharacteristic) implements Potential {
    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public Evaluator evaluator() {
      return new Evaluator() {
        @Override
        public double gradient(double[] x, double[] gradient) {
          gradient[0] = -waves * StrictMath.sin(waves * x[0]);
          gradient[1] = -StrictMath.sin(x[1]);
          return StrictMath.cos(waves * x[0]) + StrictMath.cos(x[1]);
        }

        @Override
        public double hessian(double[] x, double[] gradient, double[] hessian) {
          hessian[0] = -waves * waves * StrictMath.cos(waves * x[0]);
          hessian[1] = 0.0;
          hessian[2] = 0.0;
          hessian[3] = -StrictMath.cos(x[1]);
          return gradient(x, gradient);
        }

        @Override
        public boolean hasAnalyticHessian() {
          return true;
        }
      };
    }

    @Override
    public SymmetryGroup symmetry() {
      return new Periods();
    }

    @Override
    public void randomPoint(RandomGenerator random, double[] x) {
      for (int i = 0; i < 2; i++) {
        x[i] = 2.0 * Math.PI * random.nextDouble();
      }
    }
  }

  /** Full turns of each angle; a point of the torus has no other copies than these names of it. */
  private static final class Periods implements SymmetryGroup {
    @Override
    public BigInteger order() {
      return BigInteger.ONE;
    }

    @Override
    public void canonical(double[] x, double[] canonical) {
      nearestCopy(x, new double[x.length], canonical);
    }

    @Override
    public BigInteger orbitSize(double[] x) {
      return BigInteger.ONE;
    }

    @Override
    public double nearestCopy(double[] x, double[] reference, double[] copy) {
      double square = 0.0;
      for (int i = 0; i < x.length; i++) {
        double apart = StrictMath.IEEEremainder(x[i] - reference[i], 2.0 * Math.PI);
        copy[i] = reference[i] + apart;
        square += apart * apart;
      }
      return Math.sqrt(square);
    }

    @Override
    public Transformation identity() {
      return SymmetryGroup.trivial().identity();
    }

    @Override
    public Transformation randomElement(RandomGenerator random) {
      return identity();
    }

    @Override
    public List<Transformation> stabiliserGenerators(double[] x) {
      return List.of();
    }

    @Override
    public Optional<Transformation> transporter(double[] x, double[] y) {
      boolean same = nearestCopy(x, y, new double[x.length]) < 1e-5;
      return same ? Optional.of(identity()) : Optional.empty();
    }

    @Override
    public void randomCopy(RandomGenerator random, double[] x, double[] copy) {
      for (int i = 0; i < x.length; i++) {
        copy[i] = x[i] + 2.0 * Math.PI * (random.nextInt(3) - 1);
      }
    }
  }

  private static final ExplorerSettings ALL =
      ExplorerSettings.defaults().withEffort(Effort.LOW).enumerating(Integer.MAX_VALUE);

  @ParameterizedTest
  @CsvSource({"1, 1, 2, 1", "2, 2, 4, 2"})
  void catalogueIsCompleteWithSumZero(int waves, int minima, int saddles, int maxima) {
    Potential torus = new Torus(waves, OptionalLong.of(0));
    Landscape landscape = Landscape.of(torus);
    Exploration end = new Explorer(torus, ALL).explore(landscape);
    assertThat(end.status()).isEqualTo(Exploration.Status.DONE);
    assertThat(landscape.count(0)).isEqualTo(minima);
    assertThat(landscape.count(1)).isEqualTo(saddles);
    assertThat(landscape.count(2)).isEqualTo(maxima);
    assertThat(landscape.morseSum()).isZero();
    assertThat(landscape.connections()).hasSize(saddles);
    assertThat(landscape.components()).hasSize(1);
    Completeness completeness = Completeness.of(landscape, torus.eulerCharacteristic(), true);
    assertThat(completeness.complete()).isTrue();
    // No more searches than for a sum of 1 elsewhere.
    assertThat(end.progress().quiet()).isLessThan(2 * Effort.LOW.patience(landscape.size()));
  }

  @Test
  void aSumThatIsNotTheCharacteristicIsIncomplete() {
    Potential torus = new Torus(1, OptionalLong.of(1));
    Exploration end = new Explorer(torus, ALL).explore(Landscape.of(torus));
    assertThat(end.status()).isEqualTo(Exploration.Status.INCOMPLETE);
  }

  @Test
  void whereNothingIsExpectedOfTheSumItIsNotHeldAgainstTheRun() {
    Potential torus = new Torus(1, OptionalLong.empty());
    Landscape landscape = Landscape.of(torus);
    Exploration end = new Explorer(torus, ALL).explore(landscape);
    assertThat(end.status()).isEqualTo(Exploration.Status.DONE);
    assertThat(Completeness.of(landscape, torus.eulerCharacteristic(), true).complete()).isFalse();
  }
}
