package dev.tarn.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotedTest {
  @Test
  void textsAreShortAndWithoutControlCharacters() {
    assertThat(Quoted.of("a\u001b[31mb\n")).isEqualTo("\"a?[31mb?\"");
    assertThat(Quoted.of("")).isEqualTo("\"\"");
    assertThat(Quoted.plain("x".repeat(60))).isEqualTo("x".repeat(60));
    assertThat(Quoted.plain("x".repeat(61))).isEqualTo("x".repeat(60) + "...");
    assertThat(Quoted.hasControl("\u0085")).isTrue();
    assertThat(Quoted.hasControl("\u00e4 \u0394")).isFalse();
  }

  @Test
  void ofManyTextsTheFirstAreShown() {
    assertThat(Quoted.all(List.of("a", "b\t"))).isEqualTo("[a, b?]");
    assertThat(Quoted.all(Collections.nCopies(784, "p"))).endsWith("p and 764 others]");
  }
}
