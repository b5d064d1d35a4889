package dev.tarn.certify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.interval.Interval;
import dev.tarn.job.Cancellation;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The zero point alone, for every number of hidden units. */
class EveryWidthTest {
  private static EveryWidth prove(double lambda) {
    return EveryWidth.prove(lambda, 1_000_000, new Cancellation());
  }

  @Test
  void theZeroPointIsTheOnlyOneForLargeLambda() {
    for (double lambda : new double[] {1e300, 1.0, 0.1, 0.07}) {
      EveryWidth proof = prove(lambda);
      assertThat(proof.isComplete()).as("%s", lambda).isTrue();
      assertThat(proof.undecided()).isZero();
    }
  }

  /** For 0.0287995892 and less two units have other points: a fold of the continuation. */
  @Test
  void nothingIsProvenWhereThereAreOthers() {
    for (double lambda : new double[] {0.05, 0.0288, 0.01, 1e-6}) {
      EveryWidth proof = prove(lambda);
      assertThat(proof.isComplete()).as("%s", lambda).isFalse();
      assertThat(proof.counterexample()).hasSize(3);
    }
  }

  @Test
  void aFewBoxesAreNoProof() {
    EveryWidth proof = EveryWidth.prove(0.07, 100, new Cancellation());
    assertThat(proof.isComplete()).isFalse();
    assertThat(proof.counterexample()).isEmpty();
    assertThat(proof.undecided()).isPositive();
  }

  /** The conditions are necessary: the unit of a stationary point satisfies them. */
  @Test
  void unitsOfStationaryPointsAreNotExcluded() {
    SplittableRandom random = new SplittableRandom(5);
    int points = 0;
    for (double lambda : new double[] {0.022, 0.02, 0.01, 1e-3}) {
      UnitNewton newton = new UnitNewton(lambda, 1);
      for (int k = 0; k < 300; k++) {
        Interval[] start = new Interval[UnitContractor.SIZE];
        for (int i = 0; i < start.length; i++) {
          start[i] = Interval.of(8.0 * random.nextDouble() - 4.0);
        }
        double[] x = newton.approach(start);
        Interval[] at = new Interval[x.length];
        boolean stationary = Math.abs(x[1]) > 1e-6;
        for (int i = 0; i < x.length; i++) {
          stationary &= Double.isFinite(x[i]);
          at[i] = Interval.of(Double.isFinite(x[i]) ? x[i] : 0.0);
        }
        for (Interval value : new UnitSlopes(lambda, 1).values(at)) {
          stationary &= value.magnitude() < 1e-11;
        }
        if (stationary) {
          points++;
          double bias = 0.5 * (x[0] - x[1] - x[2]);
          assertThat(EveryWidth.isExcluded(lambda, bias, x[1], x[2])).isFalse();
        }
      }
    }
    assertThat(points).isGreaterThan(100);
  }
}
