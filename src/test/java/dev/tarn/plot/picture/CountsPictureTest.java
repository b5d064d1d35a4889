package dev.tarn.plot.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.plot.format.Picture;
import dev.tarn.testing.Drawing;
import dev.tarn.xor.CountsTable;
import dev.tarn.xor.CountsTable.Counts;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountsPictureTest {
  private static Counts row(int hidden, double lambda, boolean complete, Integer... classes) {
    List<BigInteger> points =
        Arrays.stream(classes).map(n -> BigInteger.valueOf(1000L * n)).toList();
    return new Counts(hidden, lambda, List.of(classes), points, complete);
  }

  private static CountsTable table(Counts... rows) {
    return new CountsTable(List.of(1, 2), List.of(1e-1, 1e-2), List.of(rows));
  }

  private static final CountsTable WHOLE =
      table(
          row(1, 1e-1, true, 1),
          row(1, 1e-2, true, 4, 3),
          row(2, 1e-1, true, 1),
          row(2, 1e-2, true, 4, 10, 6));

  private static Drawing drawing(CountsTable table, CountsPicture.Against against, double place) {
    return Drawing.of(
        new CountsPicture(table, against, CountsPicture.Unit.CLASSES, place, Picture.COLUMN));
  }

  @Test
  void fourPanelsAndASeriesForEachLambda() {
    Drawing drawing = drawing(WHOLE, CountsPicture.Against.HIDDEN, 2.0);
    assertThat(drawing.texts())
        .contains("(a)", "(b)", "(c)", "(d)", "minima (classes)", "transition states (classes)")
        .contains("transition states / minima", "index", "classes at N")
        // The smallest first.
        .containsSubsequence("\u22122", "\u22121", "(a)")
        .noneMatch(text -> text.startsWith("hollow") || text.startsWith("no database"));
    assertThat(drawing.count("white")).isEqualTo(1);
  }

  @Test
  void againstLambdaTheSeriesAreTheNumbersOfHiddenUnits() {
    assertThat(drawing(WHOLE, CountsPicture.Against.LAMBDA, 1e-2).texts())
        .containsSubsequence(" = 1", " = 2", "(a)")
        .contains("\u03bb", "classes at \u03bb = 10");
  }

  @Test
  void copiesAreCountedInstead() {
    Drawing drawing =
        Drawing.of(
            new CountsPicture(
                WHOLE,
                CountsPicture.Against.HIDDEN,
                CountsPicture.Unit.POINTS,
                1.0,
                Picture.COLUMN));
    assertThat(drawing.texts()).contains("minima (points)", "points at N", "4000");
  }

  @Test
  void whatIsIncompleteIsHollowAndSaid() {
    CountsTable partial = table(row(1, 1e-2, false, 4, 3), row(2, 1e-2, true, 4, 10, 6));
    Drawing drawing = drawing(partial, CountsPicture.Against.HIDDEN, 1.0);
    assertThat(drawing.texts()).contains("hollow: not complete, 1 of 2", "no database: 2 of 4");
    assertThat(drawing.count("white")).isGreaterThan(1);
  }

  @Test
  void placesWithoutACatalogueAreRefused() {
    CountsTable partial = table(row(1, 1e-2, true, 4, 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> drawing(partial, CountsPicture.Against.HIDDEN, 2.0))
        .withMessage("there is no catalogue at N_h = 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> drawing(table(), CountsPicture.Against.HIDDEN, 2.0))
        .withMessage("the table has no catalogue");
  }

  @Test
  void anEmptyCatalogueHasNoRatio() {
    CountsTable empty = table(row(1, 1e-2, false));
    Drawing drawing = drawing(empty, CountsPicture.Against.HIDDEN, 1.0);
    assertThat(drawing.texts()).contains("hollow: not complete, 1 of 1");
  }
}
