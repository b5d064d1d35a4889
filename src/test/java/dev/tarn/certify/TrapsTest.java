package dev.tarn.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.certify.CatalogueProof.Result;
import dev.tarn.data.DataSets;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.network.Regularisation;
import dev.tarn.potential.Evaluator.SmoothEnergy.Scalar;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.stationary.StationaryPoint;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What looks like a point and is none, or like one point and is two. */
class TrapsTest {

  /** {@code (t (t - 1))^2} with {@code t = 1e9 x}: minima at 0 and 1e-9, a maximum between. */
  private static final class Close implements Given.Line {
    @Override
    public <T extends Scalar<T>> T energy(T x) {
      T t = x.times(1e9);
      return t.times(t.plus(-1.0)).square();
    }
  }

  /** {@code x^3 / 3 + c x}: a fold at {@code c = 0}, no point above, two below. */
  private record Fold(double c) implements Given.Line {
    @Override
    public <T extends Scalar<T>> T energy(T x) {
      return x.square().times(x).dividedBy(x.constant(3.0)).plus(x.times(c));
    }
  }

  /** {@code (x^2 - s^2)^2}: minima at {@code +-s}, a maximum at zero. */
  private record DoubleWell(double s) implements Given.Line {
    @Override
    public <T extends Scalar<T>> T energy(T x) {
      return x.square().minus(x.constant(s).square()).times(1e20).square();
    }
  }

  private static List<Result> prove(Potential potential, StationaryPoint... points) {
    return CatalogueProof.of(potential, List.of(points), List.of()).results();
  }

  @Test
  void twoPointsOneBillionthApartAreTwo() {
    Potential close = Given.line(new Close(), SymmetryGroup.trivial());
    List<Result> results =
        prove(
            close,
            Given.at(1, 0, 0.0, 1e-12),
            Given.at(2, 0, 0.0, 1.001e-9),
            Given.at(3, 1, 0.0625, 5e-10));
    assertThat(results).allSatisfy(r -> assertThat(r.reason()).isEmpty());
    assertThat(results.get(1).proven().orElseThrow().box().get(0).hi()).isEqualTo(1e-9);
  }

  @Test
  void onePointTwiceIsNotTwo() {
    Potential close = Given.line(new Close(), SymmetryGroup.trivial());
    List<Result> results = prove(close, Given.at(1, 0, 0.0, 1e-12), Given.at(2, 0, 0.0, -2e-12));
    assertThat(results.get(1).reason()).isEqualTo("it may be the same as point 1");
  }

  @Test
  void aFoldIsNoPoint() {
    for (double c : new double[] {0.0, 1e-30, 1e-12}) {
      Potential fold = Given.line(new Fold(c), SymmetryGroup.trivial());
      for (double x : new double[] {0.0, 1e-9, 1e-7}) {
        assertThat(prove(fold, Given.at(1, 0, 0.0, x)).get(0).proven()).as("%s %s", c, x).isEmpty();
      }
    }
  }

  @Test
  void theTwoPointsBeforeAFoldAreProven() {
    Potential fold = Given.line(new Fold(-1e-14), SymmetryGroup.trivial());
    List<Result> results = prove(fold, Given.at(1, 0, 0.0, 1e-7), Given.at(2, 1, 0.0, -1e-7));
    assertThat(results).allSatisfy(r -> assertThat(r.reason()).isEmpty());
  }

  @Test
  void aPointThatIsNearlySymmetricHasTwoCopies() {
    Potential well = Given.line(new DoubleWell(1e-8), SymmetryGroup.inversion());
    List<Result> results = prove(well, Given.at(1, 0, 0.0, 1e-8), Given.at(2, 1, 1e8, 0.0));
    assertThat(results.get(0).reason()).isEqualTo("its copies are stated as 1, but are 2");
    // (s^2 1e20)^2 = 1e8 is the energy of the maximum, which is symmetric.
    assertThat(results.get(1).proven().orElseThrow().orbit()).isEqualTo(BigInteger.ONE);
  }

  @Test
  void whatCannotBeCertifiedIsRefusedWithASentence() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Prover.of(network(Activation.RELU)))
        .withMessageContaining("ReLU");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Prover.of(Potential.of(1, () -> (x, g) -> g[0] = 2.0 * x[0])))
        .withMessageContaining("in doubles only");
  }

  private static Network network(Activation activation) {
    Architecture architecture =
        Architecture.of(2, activation, new int[] {2}, 2, OutputLayer.SOFTMAX);
    return Network.of(
        architecture, Penalty.of(architecture, 0.01, Regularisation.ALL), DataSets.xor(2));
  }
}
