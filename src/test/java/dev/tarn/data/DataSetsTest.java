package dev.tarn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetsTest {

  @Test
  void xorOfTwoInputsIsThatOfThePaper() {
    DataSet data = DataSets.xor(2);
    assertThat(data.name()).isEqualTo("XOR");
    assertThat(data.table()).containsExactly(0, 0, 0, 1, 1, 0, 1, 1);
    for (int d = 0; d < 4; d++) {
      assertThat(data.classOf(d)).isEqualTo(d == 1 || d == 2 ? 1 : 0);
    }
    assertThat(data.inputNames()).containsExactly("x1", "x2");
  }

  @Test
  void xorOfManyInputsIsTheParity() {
    DataSet data = DataSets.xor(5);
    assertThat(data.examples()).isEqualTo(32);
    for (int d = 0; d < 32; d++) {
      double ones = 0.0;
      double number = 0.0;
      for (int k = 0; k < 5; k++) {
        ones += data.input(d, k);
        number = 2.0 * number + data.input(d, k);
      }
      assertThat(number).isEqualTo(d);
      assertThat(data.classOf(d)).isEqualTo((int) ones % 2);
    }
  }

  // By the formulas of sklearn.datasets.make_moons: angles 0 and pi for the 2 points of the outer
  // half circle; 0, pi/2 and pi for the 3 of the inner one.
  @Test
  void moonsAreThoseOfScikitLearn() {
    DataSet data = DataSets.moons(5, 0.0, 1);
    assertThat(data.table())
        .containsExactly(new double[] {1, 0, -1, 0, 0, 0.5, 1, -0.5, 2, 0.5}, within(1e-15));
    assertThat(data.classOf(1)).isZero();
    assertThat(data.classOf(2)).isOne();
    assertThat(data.name()).isEqualTo("two moons, 5 examples, noise 0, seed 1");
  }

  @Test
  void circlesHaveTheirRadii() {
    DataSet data = DataSets.circles(9, 0.3, 0.0, 1);
    for (int d = 0; d < 9; d++) {
      assertThat(Math.hypot(data.input(d, 0), data.input(d, 1)))
          .isCloseTo(d < 4 ? 1.0 : 0.3, within(1e-15));
      assertThat(data.classOf(d)).isEqualTo(d < 4 ? 0 : 1);
    }
    // A quarter of the outer circle.
    assertThat(data.input(1, 0)).isCloseTo(0.0, within(1e-15));
    assertThat(data.input(1, 1)).isOne();
  }

  @Test
  void spiralsWindOutwards() {
    DataSet data = DataSets.spirals(4, 2, 0.5, 0.0, 1);
    assertThat(data.examples()).isEqualTo(8);
    // The ends: half a turn, and half a turn further for the second arm.
    assertThat(data.input(3)).containsExactly(new double[] {-1.0, 0.0}, within(1e-15));
    assertThat(data.input(7)).containsExactly(new double[] {1.0, 0.0}, within(1e-15));
    assertThat(Math.hypot(data.input(1, 0), data.input(1, 1))).isCloseTo(0.5, within(1e-15));
    assertThat(data.classOf(7)).isOne();
  }

  @Test
  void blobsLieAroundTheCornersWithTheirSpread() {
    int each = 2000;
    DataSet data = DataSets.xorBlobs(each, 0.1, 3);
    assertThat(data.examples()).isEqualTo(4 * each);
    for (int corner = 0; corner < 4; corner++) {
      double mean = 0.0;
      double squares = 0.0;
      for (int i = 0; i < each; i++) {
        double shift = data.input(corner * each + i, 1) - (corner & 1);
        mean += shift / each;
        squares += shift * shift / each;
        assertThat(data.classOf(corner * each + i)).isEqualTo((corner >> 1) ^ (corner & 1));
      }
      // Five standard errors.
      assertThat(mean).isCloseTo(0.0, within(5.0 * 0.1 / Math.sqrt(each)));
      assertThat(Math.sqrt(squares)).isCloseTo(0.1, within(5.0 * 0.1 / Math.sqrt(2.0 * each)));
    }
    assertThat(data.name()).isEqualTo("XOR blobs, 8000 examples, spread 0.1, seed 3");
  }

  @Test
  void theSeedDecides() {
    double[] first = DataSets.moons(30, 0.2, 1).table();
    assertThat(DataSets.moons(30, 0.2, 1).table()).containsExactly(first);
    assertThat(DataSets.moons(30, 0.2, 2).table()).isNotEqualTo(first);
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
  void noiseOutOfRangeIsRefused(double noise) {
    String message = "from 0 on, not " + noise;
    assertRefused(() -> DataSets.moons(10, noise, 1), "the noise is a number " + message);
    assertRefused(() -> DataSets.xorBlobs(10, noise, 1), "the spread is a number " + message);
    assertRefused(() -> DataSets.circles(10, 0.5, noise, 1), message);
    assertRefused(() -> DataSets.spirals(10, 2, 1.0, noise, 1), message);
  }

  @Test
  void otherArgumentsOutOfRangeAreRefused() {
    assertRefused(() -> DataSets.xor(0), "from 1 to 16, not 0");
    assertRefused(() -> DataSets.xor(17), "from 1 to 16, not 17");
    assertRefused(() -> DataSets.moons(1, 0.1, 1), "not 1");
    assertRefused(() -> DataSets.xorBlobs(-3, 0.1, 1), "not -12");
    assertRefused(() -> DataSets.spirals(0, 2, 1.0, 0.1, 1), "not 0");
    assertRefused(() -> DataSets.spirals(5, 1, 1.0, 0.1, 1), "at least 2 spiral arms, not 1");
    assertRefused(() -> DataSets.spirals(5, 2, Double.NaN, 0.1, 1), "turns is finite, not NaN");
    for (double factor : new double[] {0.0, 1.0, Double.NaN}) {
      assertRefused(() -> DataSets.circles(9, factor, 0.1, 1), "between 0 and 1, not " + factor);
    }
    assertThat(List.of(DataSets.xor(1).classOf(0), DataSets.xor(16).examples()))
        .containsExactly(0, 65536);
  }
}
