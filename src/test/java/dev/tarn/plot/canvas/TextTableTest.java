package dev.tarn.plot.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.testing.Drawing;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private static final List<String> HEADER = List.of("a", "b");

  @Test
  void textsAreDrawnRowByRow() {
    TextTable table =
        new TextTable("t", 100.0, HEADER, List.of(List.of("1", "2"), List.of("3", "4")));
    assertThat(Drawing.of(table).texts()).containsExactly("a", "b", "1", "2", "3", "4");
    TextTable shorter = new TextTable("t", 100.0, HEADER, List.of(List.of("1", "2")));
    assertThat(table.height()).isGreaterThan(shorter.height());
    assertThat(Drawing.of(table).count("<line")).isEqualTo(3);
  }

  @Test
  void textShrinksWhereItWouldNotFit() {
    List<List<String>> rows = List.of(List.of("a text of some length", "another one like it"));
    String narrow = Drawing.of(new TextTable("t", 60.0, HEADER, rows)).svg();
    String wide = Drawing.of(new TextTable("t", 400.0, HEADER, rows)).svg();
    assertThat(wide).contains("font-size:7px");
    assertThat(narrow).doesNotContain("font-size:7px");
  }

  @Test
  void rowsOfAnotherLengthAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TextTable("t", 100.0, HEADER, List.of(List.of("1"))))
        .withMessage("a row has 2 texts, not 1: [1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TextTable("t", 100.0, List.of(), List.of()))
        .withMessage("a table has at least one column");
  }
}
