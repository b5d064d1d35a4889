package dev.tarn.plot.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.plot.canvas.Palette;
import dev.tarn.study.PointQuantities.Quantity;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColouringTest {

  /** A value has one colour, whatever other values a picture shows. */
  @Test
  void aValueHasOneColour() {
    Colouring few = new Colouring(Quantity.AUC, Map.of(1, 1.0, 2, 0.5));
    Colouring more = new Colouring(Quantity.AUC, Map.of(1, 0.875, 2, 0.75, 3, 1.0, 4, 0.5));
    assertThat(few.colour(1)).isEqualTo(more.colour(3)).isEqualTo(Palette.BLUE);
    assertThat(few.colour(2)).isEqualTo(more.colour(4)).isEqualTo(Palette.GREEN);
    Colouring two = new Colouring(Quantity.UNITS, Map.of(1, 2.0, 2, 3.0));
    Colouring six = new Colouring(Quantity.UNITS, Map.of(1, 0.0, 2, 1.0, 3, 2.0, 4, 6.0));
    assertThat(two.colour(1)).isEqualTo(six.colour(3)).isEqualTo(Palette.GREEN);
    assertThat(few.ramp()).isEmpty();
  }

  @Test
  void manyValuesAreOnARamp() {
    assertThat(new Colouring(Quantity.UNITS, Map.of(1, 2.0, 2, 14.0)).ramp()).isPresent();
    assertThat(new Colouring(Quantity.AUC, Map.of(1, 0.97, 2, 1.0)).ramp()).isPresent();
    assertThat(new Colouring(Quantity.ENERGY, Map.of(1, 0.5, 2, 1.0)).ramp()).isPresent();
  }

  /** The report's colours and their order are those of the pictures. */
  @Test
  void theReportHasTheSameColours() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(
            Colouring.class.getResourceAsStream("/dev/tarn/plot/report/colours.js"))) {
      String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      Matcher list = Pattern.compile("CATEGORIES = \\[([^]]*)]").matcher(text);
      assertThat(list.find()).isTrue();
      List<String> own =
          Palette.CATEGORIES.stream()
              .map(
                  colour ->
                      colour.equals(Palette.INK)
                          ? "var(--ink)"
                          : colour.equals(Palette.MUTED) ? "var(--muted)" : hex(colour))
              .collect(Collectors.toList());
      assertThat(list.group(1).strip())
          .isEqualTo(own.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ")));
      Matcher ramp =
          Pattern.compile("RAMP = d3.piecewise\\(d3.interpolateRgb, \\[([^]]*)]").matcher(text);
      assertThat(ramp.find()).isTrue();
      assertThat(ramp.group(1).strip())
          .isEqualTo(
              IntStream.rangeClosed(0, 7)
                  .mapToObj(k -> '"' + hex(Palette.area(k / 7.0)) + '"')
                  .collect(Collectors.joining(", ")));
      Matcher lightest = Pattern.compile("LIGHTEST_LINE = ([0-9.]+);").matcher(text);
      assertThat(lightest.find()).isTrue();
      assertThat(Palette.area(Double.parseDouble(lightest.group(1)))).isEqualTo(Palette.ramp(1.0));
      Matcher order = Pattern.compile("AREA_ORDER = \\[([^]]*)]").matcher(text);
      assertThat(order.find()).isTrue();
      assertThat(order.group(1)).isEqualTo("1, 0.75, 0.5, 0.875, 0.625, 0.375, 0.25, 0.125");
    }
  }

  private static String hex(Color colour) {
    return String.format("#%06x", colour.getRGB() & 0xffffff);
  }
}
