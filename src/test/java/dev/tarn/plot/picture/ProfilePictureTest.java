package dev.tarn.plot.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.EnergyProfile;
import dev.tarn.landscape.EnergyProfile.Stop;
import dev.tarn.plot.canvas.Axis;
import dev.tarn.plot.canvas.Chart;
import dev.tarn.plot.canvas.Marker;
import dev.tarn.plot.canvas.Series;
import dev.tarn.plot.format.Picture;
import dev.tarn.plot.picture.ProfilePicture.Named;
import dev.tarn.potential.Vector;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfilePictureTest {
  /** From minimum 1 over 7 to minimum 2, which lies lower. */
  private static final Named DOWN =
      new Named(
          "over 7",
          new EnergyProfile(
              List.of(
                  new Stop(1, true, 0.0, 1.5),
                  new Stop(7, false, 1.0, 2.0),
                  new Stop(2, true, 3.0, 1.0)),
              Vector.of(0.0, 0.5, 1.0, 2.0, 3.0),
              Vector.of(1.5, 1.75, 2.0, 1.5, 1.0)));

  private static final Named LEVEL =
      new Named(
          "over 8",
          new EnergyProfile(
              List.of(
                  new Stop(1, true, 0.0, 1.5),
                  new Stop(8, false, 2.0, 4.0),
                  new Stop(1, true, 4.0, 1.5)),
              Vector.of(0.0, 2.0, 4.0),
              Vector.of(1.5, 4.0, 1.5)));

  private static Chart chart(boolean logarithmic, Named... profiles) {
    return (Chart)
        ProfilePicture.of(List.of(profiles), logarithmic, "nats", Picture.COLUMN, "a path");
  }

  @Test
  void oneProfileIsACurveWithMinimaAndTransitionStates() {
    Chart chart = chart(false, DOWN);
    assertThat(chart.series())
        .extracting(Series::name, Series::marker)
        .containsExactly(
            tuple("", Marker.NONE),
            tuple("minimum", Marker.CIRCLE),
            tuple("transition state", Marker.DIAMOND));
    Series curve = chart.series().get(0);
    assertThat(curve.x()).isEqualTo(Vector.of(0.0, 0.5, 1.0, 2.0, 3.0));
    double[] heights = {0.5, 0.75, 1.0, 0.5, 0.0};
    assertThat(curve.y().toArray()).containsExactly(heights, within(1e-15));
    assertThat(chart.series().get(1).y()).isEqualTo(Vector.of(0.5, 0.0));
    assertThat(chart.series().get(2).x()).isEqualTo(Vector.of(1.0));
    assertThat(chart.notes())
        .containsExactly(
            new Chart.Note(0.0, 0.5, "1", false),
            new Chart.Note(1.0, 1.0, "7", true),
            new Chart.Note(3.0, 0.0, "2", false));
    assertThat(chart.y().title()).isEqualTo("energy above minimum 2 / nats");
    assertThat(chart.y().low()).isNegative();
    assertThat(chart.y().high()).isGreaterThan(1.0);
  }

  @Test
  void severalProfilesShareTheLowestMinimumAndHaveNames() {
    Chart chart = chart(false, DOWN, LEVEL);
    assertThat(chart.series())
        .extracting(Series::name)
        .containsExactly("over 7", "", "", "over 8", "", "");
    assertThat(chart.series().get(3).y()).isEqualTo(Vector.of(0.5, 3.0, 0.5));
    assertThat(chart.series().get(3).line()).isEqualTo(Series.Line.DASHED);
    assertThat(chart.series().get(3).colour()).isNotEqualTo(chart.series().get(0).colour());
    // Both begin at minimum 1, which is named once.
    assertThat(chart.notes()).extracting(Chart.Note::text).containsExactly("1", "7", "2", "8", "1");
  }

  @Test
  void onALogarithmicScaleTheLowestMinimumStandsAtTheFoot() {
    Chart chart = chart(true, DOWN);
    assertThat(chart.y().scale()).isEqualTo(Axis.Scale.LOGARITHMIC);
    double foot = chart.y().low();
    assertThat(foot).isEqualTo(1e-3);
    assertThat(chart.series())
        .extracting(Series::name)
        .containsExactly("", "minimum", "lowest minimum", "transition state");
    assertThat(chart.series().get(2).x()).isEqualTo(Vector.of(3.0));
    assertThat(chart.series().get(2).y()).isEqualTo(Vector.of(foot));
    Series curve = chart.series().get(0);
    for (int k = 0; k < curve.y().length(); k++) {
      double height = curve.y().get(k);
      assertThat(Double.isNaN(height) || height >= foot).isTrue();
      double x = curve.x().get(k);
      if (x > 2.0 && height > foot) {
        // Between 0.5 at 2 and 0 at 3 the root of the energy is a straight line.
        assertThat(height).isCloseTo(0.5 * (3.0 - x) * (3.0 - x), within(1e-12));
      }
    }
    assertThat(curve.x().get(curve.x().length() - 1)).isEqualTo(3.0);
  }

  @Test
  void aSmallStepIsStillAboveTheFoot() {
    Named small =
        new Named(
            "small",
            new EnergyProfile(
                List.of(
                    new Stop(1, true, 0.0, 1e-9),
                    new Stop(7, false, 1.0, 1.0),
                    new Stop(2, true, 2.0, 0.0)),
                Vector.of(0.0, 1.0, 2.0),
                Vector.of(1e-9, 1.0, 0.0)));
    assertThat(chart(true, small).y().low()).isCloseTo(1e-10, within(1e-20));
  }

  @Test
  void idsThatWouldCoverOthersAreLeftOut() {
    Named close =
        new Named(
            "close",
            new EnergyProfile(
                List.of(
                    new Stop(1, true, 0.0, 0.0),
                    new Stop(700, false, 50.0, 1.0),
                    new Stop(2, true, 50.1, 0.9),
                    new Stop(800, false, 50.2, 1.0),
                    new Stop(3, true, 100.0, 0.0)),
                Vector.of(0.0, 50.0, 50.1, 50.2, 100.0),
                Vector.of(0.0, 1.0, 0.9, 1.0, 0.0)));
    assertThat(chart(false, close).notes())
        .extracting(Chart.Note::text)
        .containsExactly("1", "700", "2", "3");
  }

  @Test
  void nothingToDrawIsRefused() {
    assertThatThrownBy(() -> chart(false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no profile");
  }
}
