package dev.tarn.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Chao1 in its bias-corrected form, {@code f1 (f1 - 1) / (2 (f2 + 1))}, worked out by hand. */
class MissingClassesTest {
  @Test
  void isTheBiasCorrectedFormula() {
    // f1 = 3, f2 = 1: 3 * 2 / (2 * 2).
    assertThat(MissingClasses.chao1(List.of(1L, 1L, 1L, 2L, 5L))).isCloseTo(1.5, within(1e-15));
    // f1 = 4, f2 = 0: 4 * 3 / (2 * 1).
    assertThat(MissingClasses.chao1(List.of(1L, 7L, 1L, 1L, 1L))).isCloseTo(6.0, within(1e-15));
    // f1 = 2, f2 = 4: 2 * 1 / (2 * 5).
    assertThat(MissingClasses.chao1(List.of(2L, 2L, 1L, 2L, 2L, 1L))).isCloseTo(0.2, within(1e-15));
  }

  @Test
  void nothingIsMissingWhereAtMostOneClassWasSeenOnce() {
    assertThat(MissingClasses.chao1(List.of())).isZero();
    assertThat(MissingClasses.chao1(List.of(1L))).isZero();
    assertThat(MissingClasses.chao1(List.of(1L, 2L, 2L, 9L))).isZero();
    assertThat(MissingClasses.chao1(List.of(3L, 4L, 100L))).isZero();
  }

  @Test
  void classesThatNoSearchOfTheirOwnHitAreLeftOut() {
    assertThat(MissingClasses.chao1(List.of(0L, 1L, 1L, 1L, 2L, 0L)))
        .isEqualTo(MissingClasses.chao1(List.of(1L, 1L, 1L, 2L)));
    assertThat(MissingClasses.chao1(List.of(0L, 0L))).isZero();
  }

  @Test
  void doesNotOverflow() {
    List<Long> many = Collections.nCopies(200_000, 1L);
    // f1 = 2e5: 2e5 * 199999 / 2.
    assertThat(MissingClasses.chao1(many)).isEqualTo(19_999_900_000.0);
  }
}
