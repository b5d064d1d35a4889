package dev.tarn.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  /** Counted by hand; the last but one has a part that would have to be changed twice. */
  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "tree, '', 4",
    "kitten, sitting, 3",
    "explroe, explore, 1",
    "lits, list, 1",
    "hiden, hidden, 1",
    "ca, abc, 3",
    "abcdef, badcfe, 3"
  })
  void distancesAreThoseCountedByHand(String a, String b, int distance) {
    assertThat(Spelling.distance(a, b)).isEqualTo(distance);
  }

  @Property(tries = 200, seed = "1")
  void isADistance(
      @ForAll @AlphaChars @StringLength(max = 8) String a,
      @ForAll @AlphaChars @StringLength(max = 8) String b) {
    int distance = Spelling.distance(a, b);
    assertThat(distance)
        .isEqualTo(Spelling.distance(b, a))
        .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
    assertThat(distance == 0).isEqualTo(a.equals(b));
  }

  @Test
  void severalThatAreEquallyNearAreAllNamed() {
    List<String> words = List.of("list", "path", "plot", "lost");
    assertThat(Spelling.nearest("lsit", words)).containsExactly("list");
    assertThat(Spelling.nearest("lst", words)).containsExactly("list", "lost");
    assertThat(Spelling.nearest("certify", words)).isEmpty();
    assertThat(Spelling.nearest("x", words)).isEmpty();
    assertThat(Spelling.nearest("pl", words)).containsExactly("plot");
  }
}
