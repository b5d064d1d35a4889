package dev.tarn.plot.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.plot.font.Text;
import dev.tarn.plot.format.Picture;
import dev.tarn.testing.Drawing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Charts with their frames and legends. */
class ChartTest {
  private static final double[] X = {1.0, 2.0, 3.0, 4.0};
  private static final Axis WHOLE = new Axis("N_{h}", 0.5, 4.5, Axis.Scale.WHOLE);

  private static Series series(String name, double... y) {
    return Series.of(name, X, y, Palette.BLUE, Marker.SQUARE, Series.Line.SOLID);
  }

  private static Chart chart(Axis y, Series... series) {
    return new Chart("a chart", Picture.COLUMN, WHOLE, y, List.of(series), List.of());
  }

  @Test
  void axesAreNamedAndLabelled() {
    Drawing drawing =
        Drawing.of(chart(Axis.aroundCounts("minima", true, 0, 4), series("", 1, 2, 3, 4)));
    assertThat(drawing.texts())
        .contains("minima", "N", "h")
        .containsSubsequence("1", "2", "3", "4");
  }

  @Test
  void aSingleSeriesHasNoLegendSeveralHave() {
    Axis y = Axis.around("E", 1, 4);
    Chart one = chart(y, series("only", 1, 2, 3, 4));
    Chart two = chart(y, series("first", 1, 2, 3, 4), series("second", 4, 3, 2, 1));
    assertThat(Drawing.of(one).texts()).doesNotContain("only");
    assertThat(Drawing.of(two).texts()).containsSubsequence("first", "second");
    assertThat(two.height()).isGreaterThan(one.height());
  }

  @Test
  void manySeriesTakeMoreRowsAndALongNameIsCutShort() {
    String longName =
        "a name that goes on and on beyond all that a column of a journal has room for";
    List<Series> many = new ArrayList<>(List.of(series(longName, 1, 2, 3, 4)));
    double height = 0.0;
    for (int k = 0; k < 20; k++) {
      many.add(series("series " + k, 1, 2, 3, 4));
      Chart chart = chart(Axis.around("E", 1, 4), many.toArray(Series[]::new));
      assertThat(chart.height()).isGreaterThanOrEqualTo(height);
      height = chart.height();
    }
    Drawing drawing = Drawing.of(chart(Axis.around("E", 1, 4), many.toArray(Series[]::new)));
    assertThat(drawing.texts())
        .doesNotContain(longName)
        .anyMatch(text -> text.startsWith("a name that goes on") && text.endsWith("\u2026"))
        .contains("series 0", "series 19");
    String shown =
        drawing.texts().stream().filter(t -> t.endsWith("\u2026")).findFirst().orElseThrow();
    assertThat(Text.width(shown, Text.SIZE)).isLessThan(Picture.COLUMN);
  }

  @Test
  void nanInterruptsALine() {
    Axis y = Axis.around("E", 1, 4);
    Series whole =
        Series.of("", X, new double[] {1, 2, 3, 4}, Palette.BLUE, Marker.NONE, Series.Line.SOLID);
    Series broken =
        Series.of(
            "",
            X,
            new double[] {1, 2, Double.NaN, 4},
            Palette.BLUE,
            Marker.NONE,
            Series.Line.SOLID);
    // M x y L x y L x y L x y, and M x y L x y M x y.
    assertThat(Drawing.of(chart(y, whole)).svg())
        .containsPattern("d=\"M[^ML\"]+L[^ML\"]+L[^ML\"]+L[^ML\"]+\"");
    assertThat(Drawing.of(chart(y, broken)).svg())
        .containsPattern("d=\"M[^ML\"]+L[^ML\"]+M[^ML\"]+\"");
  }

  @Test
  void hollowMarkersAreWhite() {
    Axis y = Axis.around("E", 1, 4);
    Series squares =
        Series.of("", X, new double[] {1, 2, 3, 4}, Palette.BLUE, Marker.SQUARE, Series.Line.NONE);
    int filled = Drawing.of(chart(y, squares)).count("white");
    assertThat(Drawing.of(chart(y, squares.withHollowMarkers())).count("white"))
        .isGreaterThan(filled);
  }

  @Test
  void aValueWithoutAPlaceDoesNotVanishSilently() {
    Axis logarithmic = Axis.aroundLogarithms("points", 1, 1000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chart(logarithmic, series("zero", 1, 0, 10, 100)))
        .withMessage(
            "series \"zero\" has the value 0.0, which has no place on the axis \"points\"");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> chart(Axis.around("E", 1, 2), series("", 1, 2, Double.POSITIVE_INFINITY, 3)))
        .withMessageContaining("Infinity");
  }

  @Test
  void zeroStandsBehindABreakOfTheAxis() {
    Axis plain = Axis.aroundCounts("points", true, 1, 1000);
    Axis withZero = Axis.aroundCounts("points", true, 0, 1, 1000);
    Drawing drawing = Drawing.of(chart(withZero, series("", 0, 1, 10, 1000)));
    assertThat(drawing.texts()).contains("0");
    // Two strokes at each side.
    Drawing without = Drawing.of(chart(plain, series("", 1, 1, 10, 1000)));
    assertThat(drawing.count("<line")).isGreaterThan(without.count("<line") + 3);
    assertThat(without.texts()).doesNotContain("0");
  }

  @Test
  void aTitleLongerThanItsAxisIsSetSmaller() {
    String title = "transition states of every kind and of every number of hidden units (classes)";
    Chart narrow =
        new Chart(
            "t",
            120.0,
            WHOLE,
            Axis.around(title, 1, 4),
            List.of(series("", 1, 2, 3, 4)),
            List.of());
    double height = narrow.frame().area().getHeight();
    assertThat(Text.width(title, Text.SIZE)).isGreaterThan(height);
    double size = height / Text.width(title, 1.0);
    String pattern = String.format(Locale.ROOT, "font-size:%.3f", size);
    assertThat(Drawing.of(narrow).svg()).contains(pattern);
  }

  @Test
  void notesKeepInsideTheArea() {
    Axis y = new Axis("E", 1, 4, Axis.Scale.LINEAR);
    Chart chart =
        new Chart(
            "t",
            Picture.COLUMN,
            WHOLE,
            y,
            List.of(series("", 1, 2, 3, 4)),
            List.of(new Chart.Note(4, 4, "top", true), new Chart.Note(1, 1, "bottom", false)));
    Drawing drawing = Drawing.of(chart);
    double top = chart.frame().area().getY();
    double bottom = chart.frame().area().getMaxY();
    assertThat(height(drawing, "top")).isBetween(top, bottom);
    assertThat(height(drawing, "bottom")).isBetween(top, bottom);
  }

  private static double height(Drawing drawing, String text) {
    Matcher matcher =
        Pattern.compile(" y=\"([0-9.]+)\"[^>]*>" + text + "</text").matcher(drawing.svg());
    assertThat(matcher.find()).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  @Test
  void seriesOfUnequalLengthsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> series("short", 1.0))
        .withMessage("series \"short\" has 4 places and 1 values");
  }
}
