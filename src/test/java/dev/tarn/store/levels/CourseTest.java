package dev.tarn.store.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.store.levels.Course.Polynomial;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CourseTest {

  private static Course course(Integer... values) {
    return new Course("classes", List.of(values));
  }

  /** Newton's form: sums of binomial coefficients, the last one not zero. */
  @Property(tries = 200, seed = "1")
  void aPolynomialIsKnownByItsDegree(
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 50) Integer> coefficients,
      @ForAll @IntRange(min = 0, max = 5) int disturbed) {
    int degree = coefficients.size() - 1;
    List<Integer> values = new ArrayList<>();
    for (int n = 1; n <= degree + 4 + disturbed; n++) {
      int value = n <= disturbed ? -1000 * n * n * n * n * n * n : 0;
      int binomial = 1;
      for (int k = 0; k <= degree; k++) {
        value += coefficients.get(k) * binomial;
        binomial = binomial * (n - k) / (k + 1);
      }
      values.add(value);
    }
    Polynomial found = new Course("classes", values).polynomial().orElseThrow();
    assertThat(found).isEqualTo(new Polynomial(degree, 1, disturbed + 1, 3));
  }

  @Test
  void evenAndOddMayHavePolynomialsOfTheirOwn() {
    assertThat(course(7, 7, 3, 4, 5, 6, 7, 8, 9, 10).polynomial())
        .contains(new Polynomial(1, 1, 3, 6));
    assertThat(course(1, 5, 2, 6, 3, 7, 4, 8, 5, 9, 6, 10).polynomial())
        .contains(new Polynomial(1, 2, 1, 8));
  }

  @Test
  void twoDifferencesThatVanishMayBeChance() {
    assertThat(course(1, 3, 6, 8, 8, 8).polynomial()).isEmpty();
    assertThat(course(1, 3, 6, 8, 8, 8, 8).polynomial()).contains(new Polynomial(0, 1, 4, 3));
    assertThat(course(1).polynomial()).isEmpty();
  }

  @Test
  void theExponentIsThatOfTheLastDoubling() {
    assertThat(course(2, 16, 54, 128).exponent().orElseThrow()).isCloseTo(3.0, within(1e-12));
    assertThat(course(0, 0, 1).exponent()).isEmpty();
    assertThat(course(3).exponent()).isEmpty();
  }
}
