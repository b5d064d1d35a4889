package dev.tarn.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import java.math.BigInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The trivial group and the inversion; the contract of potentials tests what they share. */
class SymmetryGroupTest {
  private static final double[] POINT = {0.0, -2.0, 3.0};

  @Test
  void trivialGroupLeavesEveryPointAlone() {
    SymmetryGroup symmetry = SymmetryGroup.trivial();
    double[] out = new double[3];
    symmetry.canonical(POINT, out);
    assertThat(out).containsExactly(POINT);
    symmetry.randomCopy(RandomStreams.of(1, 1), POINT, out);
    assertThat(out).containsExactly(POINT);
    assertThat(symmetry.nearestCopy(POINT, new double[3], out)).isEqualTo(Math.sqrt(13.0));
    assertThat(out).containsExactly(POINT);
    assertThat(symmetry.order()).isEqualTo(BigInteger.ONE);
    assertThat(symmetry.orbitSize(POINT)).isEqualTo(BigInteger.ONE);
  }

  @Test
  void inversionMakesTheFirstNonZeroComponentPositive() {
    double[] out = new double[3];
    SymmetryGroup.inversion().canonical(POINT, out);
    assertThat(out).containsExactly(-0.0, 2.0, -3.0);
    SymmetryGroup.inversion().canonical(new double[] {1e-7, -1.0, 0.0}, out);
    assertThat(out).containsExactly(-1e-7, 1.0, -0.0);
  }

  @Test
  void inversionHasOrbitsOfTwoExceptTheOrigin() {
    assertThat(SymmetryGroup.inversion().order()).isEqualTo(BigInteger.TWO);
    assertThat(SymmetryGroup.inversion().orbitSize(POINT)).isEqualTo(BigInteger.TWO);
    assertThat(SymmetryGroup.inversion().orbitSize(new double[] {0.0, -0.0, 1e-9}))
        .isEqualTo(BigInteger.ONE);
  }

  @Test
  void onlyTheOriginIsFixedByTheInversion() {
    double[] point = POINT.clone();
    SymmetryGroup.inversion().fixedSpace(new double[] {0.0, 1.0, 0.0}).apply(point);
    assertThat(point).containsExactly(POINT);
    SymmetryGroup.inversion().fixedSpace(new double[3]).apply(point);
    assertThat(point).containsOnly(0.0);
  }

  @Test
  void trivialGroupFixesTheWholeSpace() {
    double[] point = POINT.clone();
    SymmetryGroup.trivial().fixedSpace(new double[3]).apply(point);
    assertThat(point).containsExactly(POINT);
  }

  @Test
  void inversionFindsTheNearerOfTwoCopies() {
    double[] out = new double[3];
    double distance =
        SymmetryGroup.inversion().nearestCopy(POINT, new double[] {0.0, 2.0, -2.0}, out);
    assertThat(out).containsExactly(-0.0, 2.0, -3.0);
    assertThat(distance).isEqualTo(1.0);
  }

  @Test
  void inversionDrawsBothCopies() {
    RandomGenerator random = RandomStreams.of(2, 2);
    int turned = 0;
    double[] out = new double[3];
    for (int k = 0; k < 1000; k++) {
      SymmetryGroup.inversion().randomCopy(random, POINT, out);
      turned += out[1] > 0.0 ? 1 : 0;
    }
    assertThat(turned).isBetween(420, 580);
  }

  @Test
  void distanceIsEuclidean() {
    assertThat(Vectors.distance(new double[] {1.0, 2.0}, new double[] {4.0, 6.0})).isEqualTo(5.0);
  }

  /** Of a potential whose lengths are nanometres in metres, no point but the origin is it. */
  @Test
  void inversionKnowsWhatIsSmall() {
    double[] x = {2e-9, -1e-9};
    double[] y = {-2e-9, 1e-9};
    double[] z = {1e-9, 1e-9};
    SymmetryGroup fine = SymmetryGroup.inversion(1e-9);
    assertThat(fine.orbitSize(x)).isEqualTo(BigInteger.TWO);
    assertThat(fine.stabiliserGenerators(x)).isEmpty();
    assertThat(fine.transporter(x, y)).isPresent();
    assertThat(fine.transporter(x, z)).isEmpty();
    assertThat(SymmetryGroup.inversion().orbitSize(x)).isEqualTo(BigInteger.ONE);
    assertThat(fine).isEqualTo(SymmetryGroup.inversion());
    assertThat(SymmetryGroup.trivial().transporter(x, z)).isEmpty();
    assertThat(SymmetryGroup.trivial().transporter(x, x.clone())).isPresent();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SymmetryGroup.inversion(0.0))
        .withMessageContaining("positive and finite, not 0.0");
  }
}
