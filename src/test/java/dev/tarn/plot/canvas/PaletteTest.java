package dev.tarn.plot.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.potential.Vector;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
  /**
   * What colours look like without one kind of cone, in linear RGB: Machado, Oliveira and
   * Fernandes, IEEE Trans. Vis. Comput. Graph. 15, 1291 (2009), table 1, severity 1.0.
   */
  @SuppressWarnings("ImmutableEnumChecker")
  enum Vision {
    COMMON(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPIA(
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
        1.051998),
    DEUTERANOPIA(
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881);

    private final Vector matrix;

    Vision(double... matrix) {
      this.matrix = Vector.of(matrix);
    }

    double[] linear(Color colour) {
      double[] rgb = {linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())};
      double[] seen = new double[3];
      for (int i = 0; i < 9; i++) {
        seen[i / 3] += matrix.get(i) * rgb[i % 3];
      }
      return seen;
    }

    private static double linear(int component) {
      double c = component / 255.0;
      return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
  }

  /** CIELAB coordinates under D65; a distance of 2.3 is just noticeable. */
  private static double[] lab(double[] rgb) {
    double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
    double y = f(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
    double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
    return new double[] {116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
  }

  private static double f(double t) {
    return t > 216.0 / 24389.0 ? Math.cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
  }

  private static double lightness(Color colour) {
    return lab(Vision.COMMON.linear(colour))[0];
  }

  @ParameterizedTest
  @EnumSource
  void categoriesAreToldApart(Vision vision) {
    List<Color> colours = Palette.CATEGORIES;
    for (int i = 0; i < colours.size(); i++) {
      for (int j = 0; j < i; j++) {
        double[] a = lab(vision.linear(colours.get(i)));
        double[] b = lab(vision.linear(colours.get(j)));
        double distance = Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
        assertThat(distance)
            .as("%s and %s, %s", colours.get(i), colours.get(j), vision)
            .isGreaterThan(9.0);
      }
    }
  }

  @Test
  void neighbouringCategoriesDifferInLightness() {
    for (int k = 1; k < Palette.CATEGORIES.size(); k++) {
      double difference = lightness(Palette.category(k)) - lightness(Palette.category(k - 1));
      assertThat(Math.abs(difference)).as("category %d", k).isGreaterThan(6.0);
    }
    assertThat(Palette.category(Palette.CATEGORIES.size())).isEqualTo(Palette.category(0));
  }

  @ParameterizedTest
  @EnumSource
  void theRampGetsLighterForEveryone(Vision vision) {
    double before = -1.0;
    for (int k = 0; k <= 100; k++) {
      double lightness = lab(vision.linear(Palette.ramp(k / 100.0)))[0];
      assertThat(lightness).as("at %d %%", k).isGreaterThan(before);
      before = lightness;
    }
    assertThat(before - lightness(Palette.ramp(0.0))).isGreaterThan(40.0);
    assertThat(lightness(Palette.area(1.0)) - lightness(Palette.area(0.0))).isGreaterThan(60.0);
  }

  /** WCAG 2: the ratio of luminances, each with 0.05 of light from around added. */
  private static double contrast(Color a, Color b) {
    double one = luminance(a);
    double other = luminance(b);
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static double luminance(Color colour) {
    double[] rgb = Vision.COMMON.linear(colour);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }

  /** What is no text needs 3:1 (WCAG 2.1, 1.4.11), text 4.5:1 (1.4.3). */
  @Test
  void linesStandOutFromWhite() {
    for (Color colour : Palette.CATEGORIES) {
      assertThat(contrast(colour, Color.WHITE)).as("%s", colour).isGreaterThanOrEqualTo(3.0);
    }
    for (int k = 0; k <= 100; k++) {
      assertThat(contrast(Palette.ramp(k / 100.0), Color.WHITE))
          .as("ramp at %d %%", k)
          .isGreaterThanOrEqualTo(3.0);
    }
    for (Color text : List.of(Palette.INK, Palette.MUTED)) {
      assertThat(contrast(text, Color.WHITE)).as("%s", text).isGreaterThanOrEqualTo(4.5);
    }
  }

  @Test
  void theDivergingRampIsLightestInTheMiddle() {
    for (int k = 1; k <= 50; k++) {
      double below = lightness(Palette.diverging(0.5 - k / 100.0));
      double above = lightness(Palette.diverging(0.5 + k / 100.0));
      assertThat(below).isLessThan(lightness(Palette.diverging(0.5 - (k - 1) / 100.0)));
      assertThat(above).isLessThan(lightness(Palette.diverging(0.5 + (k - 1) / 100.0)));
      assertThat(Palette.diverging(0.5 - k / 100.0).getBlue())
          .isGreaterThan(Palette.diverging(0.5 - k / 100.0).getRed());
      assertThat(Palette.diverging(0.5 + k / 100.0).getRed())
          .isGreaterThan(Palette.diverging(0.5 + k / 100.0).getBlue());
    }
  }

  @Test
  void sharesOutsideAreThoseOfTheEnds() {
    assertThat(Palette.ramp(-1.0)).isEqualTo(Palette.ramp(0.0));
    assertThat(Palette.ramp(7.0)).isEqualTo(Palette.ramp(1.0));
    assertThat(Palette.area(1.0)).isEqualTo(new Color(0xaddc30));
  }
}
