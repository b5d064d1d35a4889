package dev.tarn.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.follow.Branch.CriticalPoint.Kind;
import dev.tarn.follow.Branch.End;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SimplePotential;
import dev.tarn.testing.Families;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContinuationTest {
  private static final FollowSettings DEFAULTS = FollowSettings.defaults();

  private static Branch follow(ParameterFamily family, double from, double to, double... x) {
    return new Continuation(family, DEFAULTS).follow(x, from, to);
  }

  @Test
  void aFoldIsPassedAndLeadsToTheOtherPoint() {
    Branch branch = follow(Families.sum(Families.FOLD), 1.0, -1.0, 1.0);
    assertThat(branch.end()).isEqualTo(End.RETURNED);
    assertThat(branch.last().coordinates().get(0)).isCloseTo(-1.0, within(1e-12));
    assertThat(branch.last().mu()).isEqualTo(1.0);
    assertThat(branch.last().index()).isEqualTo(1);
    assertThat(branch.criticalPoints()).hasSize(1);
    Branch.CriticalPoint fold = branch.criticalPoints().get(0);
    assertThat(fold.kind()).isEqualTo(Kind.FOLD);
    assertThat(fold.turns()).isTrue();
    assertThat(fold.mu()).isCloseTo(0.0, within(1e-8));
    assertThat(fold.energy()).isCloseTo(0.0, within(1e-8));
    assertThat(fold.eigenvalue()).isCloseTo(0.0, within(1e-7));
    assertThat(fold.indexBefore()).isZero();
    assertThat(fold.indexAfter()).isEqualTo(1);
  }

  @Test
  void theSymmetricBranchOfAPitchforkGoesStraightOn() {
    Branch branch = follow(Families.sum(Families.PITCHFORK), -1.0, 1.0, 0.0);
    assertThat(branch.end()).isEqualTo(End.ARRIVED);
    assertThat(branch.last().index()).isEqualTo(1);
    assertThat(branch.criticalPoints()).hasSize(1);
    Branch.CriticalPoint at = branch.criticalPoints().get(0);
    assertThat(at.kind()).isEqualTo(Kind.BRANCH_POINT);
    assertThat(at.turns()).isFalse();
    assertThat(at.mu()).isCloseTo(0.0, within(1e-8));
  }

  @Test
  void theOtherBranchOfAPitchforkComesBackAsItsMirrorImage() {
    Branch branch = follow(Families.sum(Families.PITCHFORK), 1.0, -1.0, 1.0);
    assertThat(branch.end()).isEqualTo(End.RETURNED);
    assertThat(branch.last().coordinates().get(0)).isCloseTo(-1.0, within(1e-12));
    assertThat(branch.criticalPoints()).hasSize(1);
    Branch.CriticalPoint at = branch.criticalPoints().get(0);
    assertThat(at.kind()).isEqualTo(Kind.BRANCH_POINT);
    assertThat(at.turns()).isTrue();
    assertThat(at.mu()).isCloseTo(0.0, within(1e-8));
    assertThat(at.indexBefore()).isZero();
    assertThat(at.indexAfter()).isZero();
  }

  @Test
  void branchesThatCrossExchangeTheirIndex() {
    ParameterFamily family = Families.sum(Families.TRANSCRITICAL);
    Branch straight = follow(family, -1.0, 1.0, 0.0);
    Branch other = follow(family, -1.0, 1.0, -1.0);
    for (Branch branch : new Branch[] {straight, other}) {
      assertThat(branch.end()).isEqualTo(End.ARRIVED);
      assertThat(branch.criticalPoints()).hasSize(1);
      assertThat(branch.criticalPoints().get(0).kind()).isEqualTo(Kind.BRANCH_POINT);
      assertThat(branch.criticalPoints().get(0).mu()).isCloseTo(0.0, within(1e-8));
    }
    assertThat(straight.last().index()).isEqualTo(1);
    assertThat(other.last().coordinates().get(0)).isCloseTo(1.0, within(1e-12));
    assertThat(other.last().index()).isZero();
  }

  @Test
  void twoFoldsAreAHysteresis() {
    double fold = 2.0 / (3.0 * Math.sqrt(3.0));
    Branch branch = follow(Families.sum(Families.CUSP_SECTION), -1.0, 1.0, 1.3247179572447460);
    assertThat(branch.end()).isEqualTo(End.ARRIVED);
    assertThat(branch.criticalPoints())
        .extracting(Branch.CriticalPoint::kind)
        .containsExactly(Kind.FOLD, Kind.FOLD);
    assertThat(branch.criticalPoints().get(0).mu()).isCloseTo(fold, within(1e-8));
    assertThat(branch.criticalPoints().get(1).mu()).isCloseTo(-fold, within(1e-8));
    assertThat(branch.last().coordinates().get(0)).isCloseTo(-1.3247179572447460, within(1e-12));
  }

  /** Terms that do not feel each other: each has its own place, also where two coincide. */
  @Test
  void eachTermOfASumHasItsOwnPlace() {
    ParameterFamily family =
        Families.sum(
            Families.shifted(Families.PITCHFORK, 0.3),
            Families.PITCHFORK,
            Families.shifted(Families.PITCHFORK, 0.3),
            Families.shifted(Families.PITCHFORK, 0.3001));
    Branch branch = follow(family, -1.0, 1.0, 0.0, 0.0, 0.0, 0.0);
    assertThat(branch.end()).isEqualTo(End.ARRIVED);
    assertThat(branch.last().index()).isEqualTo(4);
    assertThat(branch.criticalPoints()).hasSize(3);
    assertThat(branch.criticalPoints().get(0).mu()).isCloseTo(0.0, within(1e-8));
    assertThat(branch.criticalPoints().get(1).mu()).isCloseTo(0.3, within(1e-8));
    assertThat(branch.criticalPoints().get(1).indexAfter()).isEqualTo(3);
    assertThat(branch.criticalPoints().get(2).mu()).isCloseTo(0.3001, within(1e-8));
  }

  /** Uncoupled: the first variable turns round at 0; the second never gets to its own fold. */
  @Test
  void aSumTurnsRoundAtItsFirstFold() {
    ParameterFamily family = Families.sum(Families.FOLD, Families.shifted(Families.FOLD, -0.01));
    Branch branch = follow(family, 1.0, -1.0, 1.0, -Math.sqrt(1.01));
    assertThat(branch.end()).isEqualTo(End.RETURNED);
    assertThat(branch.criticalPoints()).hasSize(1);
    assertThat(branch.criticalPoints().get(0).mu()).isCloseTo(0.0, within(1e-8));
    assertThat(branch.criticalPoints().get(0).indexBefore()).isEqualTo(1);
    assertThat(branch.criticalPoints().get(0).indexAfter()).isEqualTo(2);
    assertThat(branch.last().coordinates().get(1)).isCloseTo(-Math.sqrt(1.01), within(1e-12));
  }

  @Test
  void samplesLeadFromTheStartToTheEnd() {
    Branch branch = follow(Families.sum(Families.FOLD), 1.0, -1.0, 1.0);
    assertThat(branch.samples().get(0).mu()).isEqualTo(1.0);
    assertThat(branch.samples()).hasSizeGreaterThan(10);
    for (Branch.Sample sample : branch.samples()) {
      double x = sample.coordinates().get(0);
      assertThat(x * x).isCloseTo(sample.mu(), within(1e-8));
      assertThat(sample.size()).isEqualTo(Math.abs(x));
      assertThat(sample.energy()).isCloseTo(x * x * x / 3 - sample.mu() * x, within(1e-8));
    }
  }

  @Test
  void limitsEndABranch() {
    ParameterFamily family = Families.sum(Families.TRANSCRITICAL);
    FollowSettings few = DEFAULTS.withMaxSteps(3);
    assertThat(new Continuation(family, few).follow(new double[] {1.0}, 1.0, 2.0).end())
        .isEqualTo(End.OUT_OF_STEPS);
    FollowSettings small = DEFAULTS.withMaxSize(1.5);
    assertThat(new Continuation(family, small).follow(new double[] {1.0}, 1.0, 2.0).end())
        .isEqualTo(End.OUT_OF_BOUNDS);
  }

  @Test
  void badInputIsExplained() {
    ParameterFamily family = Families.sum(Families.FOLD);
    assertThatThrownBy(() -> follow(family, 1.0, 2.0, 1.0, 1.0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 components, the family 1");
    assertThatThrownBy(() -> follow(family, 1.0, 1.0, 1.0)).hasMessageContaining("1.0 to 1.0");
    assertThatThrownBy(() -> follow(family, 1.0, Double.NaN, 1.0)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> follow(family, 1.0, 2.0, 0.5)).hasMessageContaining("gradient");
  }

  /** The same family with other energies and lengths, which it names as its scales. */
  private record Large(ParameterFamily inner, double length, double energy)
      implements ParameterFamily {
    @Override
    public int dimension() {
      return inner.dimension();
    }

    @Override
    public Evaluator evaluator() {
      Evaluator evaluator = inner.evaluator();
      return (x, mu, gradient, hessian, slope) -> {
        double[] y = Arrays.stream(x).map(v -> v / length).toArray();
        double value = evaluator.evaluate(y, mu, gradient, hessian, slope);
        multiply(gradient, energy / length);
        multiply(slope, energy / length);
        multiply(hessian, energy / length / length);
        return energy * value;
      };
    }

    private static void multiply(double[] v, double factor) {
      Arrays.setAll(v, i -> factor * v[i]);
    }

    @Override
    public Potential at(double mu) {
      return new SimplePotential() {
        @Override
        public int dimension() {
          return inner.dimension();
        }

        @Override
        public double gradient(double[] x, double[] gradient) {
          return hessian(x, gradient, new double[x.length * x.length]);
        }

        @Override
        public double hessian(double[] x, double[] gradient, double[] hessian) {
          return Large.this.evaluator().evaluate(x, mu, gradient, hessian, new double[x.length]);
        }

        @Override
        public boolean hasAnalyticHessian() {
          return true;
        }

        @Override
        public Optional<Scales> scales() {
          return Optional.of(new Scales(length, energy));
        }
      };
    }
  }

  /** Powers of two change no bit of a branch: it is the same one. */
  @ParameterizedTest
  @CsvSource({"0x1p20, 0x1p40", "0x1p-20, 0x1p-40", "1, 0x1p30", "0x1p14, 1"})
  void unitsChangeNothing(String lengthText, String energyText) {
    double length = Double.parseDouble(lengthText);
    double energy = Double.parseDouble(energyText);
    ParameterFamily family =
        Families.sum(Families.CUSP_SECTION, Families.shifted(Families.PITCHFORK, 0.3));
    Branch plain = follow(family, -1.0, 1.0, 1.3247179572447460, 0.0);
    Branch large =
        follow(new Large(family, length, energy), -1.0, 1.0, length * 1.3247179572447460, 0.0);
    assertThat(large.end()).isEqualTo(plain.end());
    assertThat(large.steps()).isEqualTo(plain.steps());
    assertThat(large.criticalPoints()).hasSameSizeAs(plain.criticalPoints()).isNotEmpty();
    for (int k = 0; k < plain.criticalPoints().size(); k++) {
      Branch.CriticalPoint a = plain.criticalPoints().get(k);
      Branch.CriticalPoint b = large.criticalPoints().get(k);
      assertThat(b.mu()).isEqualTo(a.mu());
      assertThat(b.kind()).isEqualTo(a.kind());
      assertThat(b.energy()).isEqualTo(energy * a.energy());
      assertThat(b.eigenvalue()).isEqualTo(energy / length / length * a.eigenvalue());
      assertThat(b.coordinates().get(0)).isEqualTo(length * a.coordinates().get(0));
    }
    assertThat(large.last().size()).isEqualTo(length * plain.last().size());
  }
}
