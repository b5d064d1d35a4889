package dev.tarn.plot.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.data.DataSets;
import dev.tarn.job.JobRunner;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.plot.canvas.Axis;
import dev.tarn.plot.canvas.Chart;
import dev.tarn.plot.canvas.Panels;
import dev.tarn.plot.canvas.Series;
import dev.tarn.plot.format.Picture;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.study.Reliability;
import dev.tarn.study.Reliability.Share;
import dev.tarn.study.Visits;
import dev.tarn.study.Visits.Visit;
import dev.tarn.study.cloud.GradientWalks;
import dev.tarn.study.cloud.GradientWalks.Granularity;
import dev.tarn.study.cloud.LossGradientCloud;
import dev.tarn.study.cloud.LossGradientCloud.Mark;
import dev.tarn.testing.Drawing;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pictures of training runs and of what they tell. */
class TrainingPicturesTest {
  private static Network network;
  private static LossGradientCloud cloud;

  @BeforeAll
  static void sample() {
    int[] widths = {2};
    Architecture shape = Architecture.of(2, Activation.ELU, widths, 1, OutputLayer.LOGISTIC);
    network = Network.of(shape, Penalty.none(shape), DataSets.xor(2));
    cloud =
        GradientWalks.of(network, 1.0, Granularity.MICRO, 1)
            .sample(network, JobRunner.threads(2), walks -> {});
  }

  private static Chart drawn(LossGradientCloud sample, List<Mark> marks, boolean logarithmic) {
    return (Chart)
        new CloudPicture(logarithmic, 4000)
            .of(new CloudPicture.Named("", sample, marks), Picture.COLUMN, "cloud");
  }

  private static Reliability reliability(int units, int good) {
    Share share = Share.of(good, 20, 0.95);
    return new Reliability(units, share, share, share, 0.0, Vector.of(), Vector.of(), List.of());
  }

  private static Chart reliabilities(ReliabilityPicture.Named... named) {
    return (Chart) ReliabilityPicture.of(List.of(named), Picture.COLUMN, "reliability");
  }

  @Test
  void intervalsReachFromEndToEnd() {
    ReliabilityPicture.Named one =
        new ReliabilityPicture.Named("Adam", List.of(reliability(2, 0), reliability(4, 15)));
    Chart chart = reliabilities(one);
    assertThat(chart.series()).hasSize(2);
    Series bars = chart.series().get(0);
    Share last = Share.of(15, 20, 0.95);
    double[] ends = bars.y().stream().filter(y -> !Double.isNaN(y)).distinct().toArray();
    assertThat(ends).containsExactly(0.0, Share.of(0, 20, 0.95).high(), last.low(), last.high());
    assertThat(bars.x().get(2)).isEqualTo(2.0);
    assertThat(chart.series().get(1).y().toArray()).containsExactly(0.0, 0.75);
    assertThat(Drawing.of(chart).texts()).contains("hidden units").doesNotContain("Adam");
  }

  @Test
  void severalMeasurementsStandSideBySide() {
    ReliabilityPicture.Named one =
        new ReliabilityPicture.Named("Adam", List.of(reliability(2, 3), reliability(4, 15)));
    ReliabilityPicture.Named other =
        new ReliabilityPicture.Named("L-BFGS", List.of(reliability(2, 5)));
    Chart chart = reliabilities(one, other);
    assertThat(chart.series().get(1).x().get(0)).isLessThan(chart.series().get(3).x().get(0));
    assertThat(Drawing.of(chart).texts()).containsSubsequence("Adam", "L-BFGS");
  }

  private static DoubleSummaryStatistics range(IntToDoubleFunction value) {
    return IntStream.range(0, cloud.size()).mapToDouble(value).summaryStatistics();
  }

  private static double part(double value, DoubleSummaryStatistics range) {
    return (value - range.getMin()) / (range.getMax() - range.getMin());
  }

  @Test
  void aCloudIsColouredByCurvatureAndThinned() {
    Chart chart = drawn(cloud, List.of(), false);
    assertThat(chart.series())
        .extracting(Series::name)
        .containsExactly("singular", "saddle", "convex");
    int drawn = chart.series().stream().mapToInt(one -> one.x().length()).sum();
    assertThat(drawn).isBetween(500, 6000);
    // Dots of one colour do not cover each other: a 240 by 180 grid holds at most one in each cell.
    DoubleSummaryStatistics across = range(cloud::energy);
    assertThat(across.getMax()).isLessThan(2.0);
    DoubleSummaryStatistics up = range(cloud::norm);
    for (Series one : chart.series()) {
      Set<String> cells = new HashSet<>();
      for (int k = 0; k < one.x().length(); k++) {
        int column = (int) (239 * part(one.x().get(k), across));
        int row = (int) (179 * part(one.y().get(k), up));
        assertThat(cells.add(column + " " + row)).isTrue();
      }
    }
    assertThat(Drawing.of(chart).texts())
        .contains("energy / nats", "length of the gradient / nats");
  }

  @Test
  void stationaryPointsStandAtZero() {
    List<Mark> marks =
        List.of(
            new Mark(1, 0, 0.35, 1e-15), new Mark(2, 1, 0.48, 1e-15), new Mark(3, 4, 0.69, 0.0));
    Chart chart = drawn(cloud, marks, true);
    List<Series> last = chart.series().subList(3, 6);
    assertThat(last)
        .extracting(Series::name)
        .containsExactly("higher saddle", "transition state", "minimum");
    assertThat(last).allMatch(one -> one.y().equals(Vector.of(0.0)));
    assertThat(last.get(1).x()).isEqualTo(Vector.of(0.48));
    assertThat(chart.y().scale()).isEqualTo(Axis.Scale.LOGARITHMIC_AND_ZERO);
    assertThat(chart.x().scale()).isEqualTo(Axis.Scale.LOGARITHMIC);
  }

  @Test
  void cloudsStandSideBySideUnderOneLegend() {
    List<Mark> marks = List.of(new Mark(1, 0, 0.35, 1e-15));
    Drawing drawing =
        Drawing.of(
            new CloudPicture(false, 200)
                .sideBySide(
                    List.of(
                        new CloudPicture.Named("plain", cloud, List.of()),
                        new CloudPicture.Named("marked", cloud, marks)),
                    2,
                    Picture.PAGE,
                    "clouds"));
    assertThat(drawing.texts())
        .containsSubsequence(
            "convex", "minimum", "saddle", "singular", "(a) plain", "(b) marked", "energy / nats");
    assertThat(drawing.texts()).containsOnlyOnce("convex", "minimum", "saddle", "singular");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CloudPicture(false, 0))
        .withMessage("the number of points drawn is at least 1, not 0");
  }

  @Test
  void cloudsSideBySideShareTheirAxes() {
    // A point far above the cloud stretches the axis of one, and so of both.
    List<Mark> far = List.of(new Mark(1, 0, 9.5, 1e-15));
    List<String> texts =
        Drawing.of(
                new CloudPicture(false, 200)
                    .sideBySide(
                        List.of(
                            new CloudPicture.Named("plain", cloud, List.of()),
                            new CloudPicture.Named("marked", cloud, far)),
                        2,
                        Picture.PAGE,
                        "clouds"))
            .texts();
    List<String> numbers = texts.stream().filter(text -> text.matches("[0-9.]+")).toList();
    assertThat(numbers).contains("8");
    assertThat(numbers.subList(0, numbers.size() / 2))
        .isEqualTo(numbers.subList(numbers.size() / 2, numbers.size()));
  }

  @Test
  void longGradientsCanBeLeftOut() {
    CloudPicture.Named named = new CloudPicture.Named("", cloud, List.of());
    Chart whole = (Chart) new CloudPicture(false, 4000).of(named, Picture.COLUMN, "cloud");
    Chart low = (Chart) new CloudPicture(false, 4000, 0.1).of(named, Picture.COLUMN, "cloud");
    assertThat(whole.y().high()).isGreaterThan(0.3);
    assertThat(low.y().high()).isLessThan(0.15);
    assertThat(low.series())
        .allSatisfy(one -> assertThat(one.y().stream().max().orElseThrow()).isLessThan(0.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CloudPicture(false, 4000, 0.0))
        .withMessage("the longest gradient drawn is positive, not 0.0");
  }

  @Test
  void fewerPointsMakeASmallerFile() {
    CloudPicture.Named named = new CloudPicture.Named("", cloud, List.of());
    Chart few = (Chart) new CloudPicture(false, 400).of(named, Picture.COLUMN, "cloud");
    assertThat(few.series().stream().mapToInt(one -> one.x().length()).sum()).isBetween(300, 700);
    assertThat(Drawing.of(few).svg().length()).isLessThan(60_000);
    assertThat(Drawing.of(few).svg()).doesNotContain("NaN");
  }

  @Test
  void theTableStandsBesideTheChartOrBelowIt() {
    List<ReliabilityPicture.Named> one =
        List.of(new ReliabilityPicture.Named("Adam", List.of(reliability(2, 5))));
    Panels wide = (Panels) ReliabilityPicture.withTable(one, Picture.PAGE, "reliability");
    Panels narrow = (Panels) ReliabilityPicture.withTable(one, Picture.COLUMN, "reliability");
    assertThat(wide.columns()).isEqualTo(2);
    assertThat(narrow.columns()).isEqualTo(1);
    assertThat(narrow.height()).isGreaterThan(narrow.pictures().get(0).height() + 20.0);
    assertThat(Drawing.of(wide).texts())
        .containsSubsequence("hidden units", "good runs", "probability", "95 % interval")
        .containsSubsequence("2", "5 of 20", "0.250", "0.087 to 0.491")
        .doesNotContain("training");
    ReliabilityPicture.Named other =
        new ReliabilityPicture.Named("L-BFGS", List.of(reliability(2, 20)));
    assertThat(
            Drawing.of(
                    ReliabilityPicture.withTable(
                        List.of(one.get(0), other), Picture.PAGE, "reliability"))
                .texts())
        .containsSubsequence("training", "Adam", "5 of 20", "L-BFGS", "20 of 20", "1.000");
  }

  @Test
  void pointsWithoutCurvatureAreShownToo() {
    LossGradientCloud bare =
        GradientWalks.of(network, 1.0, Granularity.MACRO, 1)
            .withCurvatures(0)
            .sample(network, JobRunner.threads(1), walks -> {});
    assertThat(drawn(bare, List.of(), true).series())
        .extracting(Series::name)
        .containsExactly("curvature not looked at");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new CurvatureBars(
                    "bars", Picture.COLUMN, List.of(new CurvatureBars.Named("none", bare))))
        .withMessage("no curvature is known of the points of \"none\"");
  }

  @Test
  void barsAreNamedAndDivided() {
    CurvatureBars bars =
        new CurvatureBars(
            "bars",
            Picture.COLUMN,
            List.of(
                new CurvatureBars.Named("first", cloud),
                new CurvatureBars.Named("second sample", cloud)));
    Drawing drawing = Drawing.of(bars);
    assertThat(drawing.texts())
        .containsSubsequence("convex", "saddle", "singular", "first", "second sample", "0.2")
        .contains("share of the points")
        .doesNotContain("concave");
    CurvatureBars single =
        new CurvatureBars("bars", Picture.COLUMN, List.of(new CurvatureBars.Named("a", cloud)));
    assertThat(bars.height()).isGreaterThan(single.height());
  }

  @Test
  void visitsStandOnTheCurveWithTheirIds() {
    Vector energies = Vector.of(0.7, 0.69, 0.5, 0.2, 0.1);
    Vector gradients = Vector.of(0.1, 0.001, 0.1, 0.01, 1e-6);
    PolishedPoint end =
        new PolishedPoint(new double[1], 0.1, 0.0, new double[] {1.0}, 0, true, false);
    Visits visits =
        new Visits(
            energies,
            gradients,
            List.of(
                new Visit(20, 2, 0.6931, 0, 1, 1, 0.05, 0.05, true),
                new Visit(12, 1, 0.45, 2, 2, 2, 0.05, 0.05, false),
                new Visit(5, 0, 0.1, 3, 4, 4, 1e-3, 1e-3, true)),
            List.of(1, 4),
            end,
            Optional.of(5),
            Optional.of(new Visits.Level(3, 0.02)));
    Panels panels = (Panels) VisitPicture.of(visits, false, Picture.COLUMN, "visits");
    assertThat(Drawing.of(panels).texts())
        .contains("20", "12", "5", "run", "minimum", "transition state", "higher saddle")
        .contains("near a point", "point 5, led to", "point 3, lowest")
        .contains("slow place", "(a)", "(b)", "step", "energy / nats", "rms gradient");
    Chart above = (Chart) panels.pictures().get(0);
    assertThat(above.notes()).extracting(Chart.Note::y).containsExactly(0.69, 0.5, 0.1);
    // Stretches 0 to 1, 2 and 3 to 4, and the two levels.
    Series stretches = above.series().get(3);
    assertThat(stretches.x().stream().count()).isEqualTo(8);
    assertThat(above.series().get(0).y()).isEqualTo(Vector.of(0.1, 0.1));
    assertThat(above.series().get(1).y()).isEqualTo(Vector.of(0.02, 0.02));
    assertThat(above.y().low()).isLessThanOrEqualTo(0.02);
    Chart below = (Chart) panels.pictures().get(1);
    assertThat(below.series().get(1).y().toArray()).containsExactly(0.001, 1e-6);
  }

  @Test
  void badInputIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(TrainingPicturesTest::reliabilities)
        .withMessage("there is no measurement to draw");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReliabilityPicture.Named("empty", List.of()))
        .withMessage("\"empty\" has no result to draw");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CurvatureBars("bars", Picture.COLUMN, List.of()))
        .withMessage("there is no sample to draw");
  }
}
