package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.cli.command.DurationConverter;
import dev.tarn.cli.view.BarProgress;
import dev.tarn.cli.view.LineProgress;
import dev.tarn.cli.view.ProgressView;
import dev.tarn.cli.view.Table;
import dev.tarn.explore.ExplorerEvent;
import dev.tarn.explore.ExplorerEvent.Progress;
import dev.tarn.explore.JobReport;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times that are read, tables and progress as text. */
class TextTest {
  private static final StationaryPoint NEWS =
      new StationaryPoint(
          1,
          0,
          0.0,
          Vector.of(),
          Vector.of(),
          0.0,
          BigInteger.ONE,
          new StationaryPoint.Provenance(1, 0, ""));

  @ParameterizedTest
  @CsvSource({
    "90s, PT90S",
    "5m, PT5M",
    "1h30m, PT1H30M",
    "1H2M3S, PT1H2M3S",
    "0.5s, PT0.5S",
    "PT5M, PT5M",
    "P1D, P1D"
  })
  void readsTimes(String text, Duration duration) {
    assertThat(new DurationConverter().convert(text)).isEqualTo(duration);
  }

  @Test
  void tablesAlignNumbersToTheRight() {
    Table table = new Table("n", "name", "value");
    table.row(1, "one", -1e-5);
    table.row(10L, "ten", "");
    StringWriter text = new StringWriter();
    table.print(new PrintWriter(text, true));
    assertThat(text.toString().lines())
        .containsExactly(" n  name  value", " 1  one   -1e-5", "10  ten");
  }

  private static JobReport report(long millis, boolean news, long openPairs) {
    return new JobReport(
        1,
        JobReport.Kind.PAIR,
        1,
        1,
        1,
        1,
        0,
        0,
        ExplorerEvent.Failures.NONE,
        news ? List.of(NEWS) : List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Optional.empty(),
        new Progress(
            2, 4000, 1, 12, 13, BigInteger.ONE, 300, 4680, openPairs, Duration.ofMillis(millis)));
  }

  private static String describe(Progress progress, Optional<Duration> maxTime) {
    return ProgressView.describe(ProgressView.counts(progress), progress, maxTime);
  }

  @Test
  void progressSaysWhatIsKnown() {
    Progress progress = report(2000, false, 3).progress();
    assertThat(describe(progress, Optional.of(Duration.ofSeconds(92))))
        .isEqualTo(
            "1 minimum, 12 transition states, 4000 searches, 2000/s, 3 jobs waiting,"
                + " at most 1 min 30 s left");
    assertThat(describe(report(0, false, 0).progress(), Optional.empty()))
        .isEqualTo("1 minimum, 12 transition states, 4000 searches");
  }

  @Test
  void linesAreRareAndNewsComeSooner() {
    StringWriter text = new StringWriter();
    try (LineProgress lines = new LineProgress(new PrintWriter(text), Optional.empty())) {
      lines.update(report(100, true, 0));
      lines.update(report(999, false, 0));
      assertThat(text.toString()).isEmpty();
      lines.update(report(1000, false, 0));
      assertThat(text.toString().lines()).hasSize(1);
      lines.update(report(5999, false, 0));
      assertThat(text.toString().lines()).hasSize(1);
      lines.update(report(6000, false, 0));
      assertThat(text.toString().lines()).hasSize(2);
      lines.update(report(6500, true, 0));
      lines.update(report(6999, true, 0));
      assertThat(text.toString().lines()).hasSize(2);
      lines.update(report(7000, true, 0));
    }
    assertThat(text.toString().lines())
        .hasSize(3)
        .allMatch(line -> line.endsWith("; nothing new for 300 of 4680"));
  }

  /** Each smaller network is a search of its own, whose clock begins again. */
  @Test
  void linesSayWhichSmallerNetworkTheyAreOf() {
    StringWriter text = new StringWriter();
    try (LineProgress lines = new LineProgress(new PrintWriter(text), Optional.empty())) {
      lines.updateSmaller(1, report(60_000, true, 0));
      lines.updateSmaller(2, report(1000, true, 0));
      lines.update(report(6000, false, 0));
    }
    assertThat(text.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("the network of 1 hidden unit: 1 minimum, 12"),
            line -> assertThat(line).startsWith("the network of 2 hidden units: 1 minimum, 12"),
            line -> assertThat(line).startsWith("1 minimum, 12 transition states"));
  }

  @Test
  void theBarShowsHowMuchOfThePatienceIsUsedUp() {
    String text = "11 minima, 25 transition states, 614 searches, 103/s, 36 pairs waiting";
    assertThat(BarProgress.render(1170, 4680, text, 200))
        .isEqualTo("[" + "=".repeat(10) + " ".repeat(30) + "] nothing new for 1170/4680, " + text);
    assertThat(BarProgress.render(1170, 4680, text, 79))
        .isEqualTo(
            "[===         ] quiet 1170/4680, 11 minima, 25 TS, 614 searches, 103/s, 36 pairs")
        .hasSizeLessThanOrEqualTo(79);
    assertThat(BarProgress.render(0, 0, "", 79)).startsWith("[   ");
    assertThat(BarProgress.render(4680, 4680, text, 200)).startsWith("[" + "=".repeat(40) + "]");
  }
}
