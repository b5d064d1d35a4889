package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.command.ExitCodes;
import dev.tarn.data.DataSet;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.testing.Images;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images in MNIST's format, 784-10-10, from the command line, in 512 MB. */
class LargeNetworkCommandIT {
  private static final int SIDE = 28;
  private static final int CLASSES = 10;
  private static final int EXAMPLES = 200;
  private static final double WHITE = 255.0;
  private static final Pattern FOUND = Pattern.compile("minima, [1-9]\\d* transition state");

  @TempDir private Path folder;

  private void writeImages(Path images, Path labels) throws IOException {
    DataSet data = Images.data(SIDE * SIDE, CLASSES, EXAMPLES);
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(images))) {
      out.writeInt(0x803);
      out.writeInt(EXAMPLES);
      out.writeInt(SIDE);
      out.writeInt(SIDE);
      for (int d = 0; d < EXAMPLES; d++) {
        for (double pixel : data.input(d)) {
          out.writeByte((int) (WHITE * Math.max(0.0, Math.min(1.0, pixel))));
        }
      }
    }
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(labels))) {
      out.writeInt(0x801);
      out.writeInt(EXAMPLES);
      for (int d = 0; d < EXAMPLES; d++) {
        out.writeByte(data.classOf(d));
      }
    }
  }

  /** What the progress says. */
  private static boolean hasTransitionState(TarnJar run) {
    try {
      return FOUND.matcher(run.err()).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void minimaAndTransitionStatesOfANetworkOnImages() throws Exception {
    Path images = folder.resolve("images");
    Path labels = folder.resolve("labels");
    writeImages(images, labels);
    Path db = folder.resolve("images.db");
    TarnJar run =
        TarnJar.start(
            folder,
            // Whoever runs the tests in the background passes on that SIGINT is ignored.
            List.of(
                "env",
                "--default-signal=INT",
                TarnJar.java(),
                "-Xmx512m",
                "-jar",
                TarnJar.jar().toString()),
            "explore",
            "--data",
            images,
            "--labels",
            labels,
            "--layers",
            "784-10-10",
            "--lambda",
            "1e-3",
            "--threads",
            2,
            "--max-time",
            "4m30s",
            "--db",
            db);
    for (int k = 0; k < 2 && run.isAlive() && !hasTransitionState(run); k++) {
      run.waitUntil(() -> hasTransitionState(run));
    }
    // Nothing more is needed: what is found stays.
    new ProcessBuilder("kill", "-INT", Long.toString(run.pid())).start().waitFor();
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.INTERRUPTED);
    assertThat(run.err()).contains("7960 parameters, too many for a Hessian");
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(db)) {
      Network network = database.network().network();
      Landscape landscape = database.landscape();
      assertThat(landscape.minima()).hasSizeGreaterThan(1);
      assertThat(landscape.transitionStates()).isNotEmpty();
      StationaryPoint top = landscape.transitionStates().get(0);
      // Verified anew: stationary, one negative eigenvalue, its vector's curvature by products.
      double[] x = top.coordinates().toArray();
      StationaryPolish polish = StationaryPolish.krylov(network);
      assertThat(polish.characterise(x).isStationary(1)).isTrue();
      double[] mode = new double[x.length];
      double[] product = new double[x.length];
      polish.lowestMode(x, mode);
      network.evaluator().hessianProduct(x, mode, product);
      double curvature = 0.0;
      for (int i = 0; i < x.length; i++) {
        curvature += mode[i] * product[i];
      }
      assertThat(curvature).isNegative();
      Connection connection = landscape.connection(top.id()).orElseThrow();
      for (int id : new int[] {connection.minus(), connection.plus()}) {
        assertThat(landscape.get(id).isMinimum()).isTrue();
        assertThat(landscape.get(id).energy()).isLessThan(top.energy());
      }
    }
    // What needs all eigenvalues says so.
    CommandLineRun refused = CommandLineRun.of("enumerate", "--db", db);
    assertThat(refused.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(refused.err()).contains("at most 200 variables, not for 7960");
    JsonNode summary = CommandLineRun.of("summary", "--db", db, "--json").json();
    assertThat(summary.get("dimension").asInt()).isEqualTo(7960);
  }
}
