package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Regressions whose targets are not of order one. */
class UnscaledTargetsTest {
  @TempDir private Path folder;

  /** A step of a given height with a little curvature: one unit can follow it. */
  private Path data(double height) throws IOException {
    StringBuilder rows = new StringBuilder("x,y\n");
    for (int d = 0; d < 12; d++) {
      double x = -1.1 + 0.2 * d;
      double y = height * (StrictMath.tanh(2.0 * x) + 0.1 * x * x);
      rows.append(String.format(Locale.ROOT, "%.2f,%.6f%n", x, y));
    }
    return Files.writeString(folder.resolve(height + ".csv"), rows);
  }

  private JsonNode explore(double height, String... more) throws IOException {
    Path db = folder.resolve(height + "-" + more.length + ".db");
    CommandLineRun run =
        CommandLineRun.of(
            (Object[])
                ("explore --label y --loss linear --layers 1-1-1 --lambda 1e-4 --effort low --quiet"
                        + " --threads 2 --data "
                        + data(height)
                        + " --db "
                        + db
                        + (more.length == 0 ? "" : " " + String.join(" ", more)))
                    .split(" "));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return CommandLineRun.of("summary", "--db", db, "--json").json();
  }

  @Test
  void largeTargetsAreLearntAsSmallOnesAre() throws IOException {
    for (double height : new double[] {1.0, 1e3, 1e6}) {
      JsonNode summary = explore(height);
      assertThat(summary.get("minima").asInt()).as("minima at %s", height).isPositive();
      assertThat(summary.get("runs").get(0).get("status").asText()).isEqualTo("done");
      // Without penalty the best fit leaves the curvature over: about 0.04^2 of the height's
      // square.
      double loss = summary.get("globalMinimum").get("energy").asDouble() / height / height;
      assertThat(loss).isBetween(1e-5, 0.1);
    }
  }

  @Test
  void standardisedTargetsMakeHeightsAlike() throws IOException {
    double one = explore(1.0, "--standardise").get("globalMinimum").get("energy").asDouble();
    double large = explore(1e3, "--standardise").get("globalMinimum").get("energy").asDouble();
    // The files hold six decimals.
    assertThat(large).isCloseTo(one, within(1e-5));
  }

  @Test
  void aToleranceOutOfRangeIsRefused() {
    CommandLineRun run =
        CommandLineRun.of(
            "explore",
            "--hidden",
            1,
            "--lambda",
            "1e-2",
            "--tolerance",
            "2",
            "--db",
            folder.resolve("none.db"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--tolerance").contains("at most 0.01, not 2.0");
  }
}
