package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.cli.command.ExitCodes;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.network.Network;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.RunRecorder;
import dev.tarn.store.levels.DatabaseRun;
import dev.tarn.xor.Catalogues;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperCommandTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"0", "7", "1,9"})
  void figuresThatAreNotThere(String figures) {
    CommandLineRun run = CommandLineRun.of("paper", "--out", folder, "--figures", figures);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains("--figures are from 1 to 6, not");
  }

  @Test
  void aFolderThatCannotBeMade() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    CommandLineRun run = CommandLineRun.of("paper", "--out", file, "--figures", 2);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains("is no folder and cannot be made one");
  }

  /** On a machine that is slow or busy each figure has its turn, and shows what there is of it. */
  @Test
  void whatIsNotCompleteIsDrawnAndMarked() throws Exception {
    beginCatalogue();
    CommandLineRun run =
        CommandLineRun.of(
            "paper",
            "--out",
            folder,
            "--figures=2,3",
            "--quick",
            "--max-time=3s",
            "--threads=1",
            "--quiet");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(run.out())
        .contains(
            "The catalogue of N_h = 6 at lambda 1e-2 is not complete: figure 2 shows what there is"
                + " of it. The same command goes on with it.",
            "at lambda 1e-3");
    assertThat(Files.readString(folder.resolve("figure-2.svg")))
        .contains("the catalogue is not complete");
    assertThat(folder.resolve("catalogues/xor-6-1e-3.db")).exists();
    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("figure-2.svg", "figure 2 shows what there is of it");
  }

  /** The zero point and what one descent of six hidden units at 1e-2 leads to. */
  private void beginCatalogue() throws Exception {
    Catalogues catalogues = new Catalogues(folder.resolve("catalogues"));
    Files.createDirectories(catalogues.folder());
    Network network = Network.xor(6, 1e-2);
    Well19937c random = new Well19937c(3);
    double[] x = new double[network.dimension()];
    Arrays.setAll(x, i -> 2.0 * random.nextGaussian());
    new Lbfgs(network, LbfgsSettings.defaults()).minimise(x);
    ExplorerSettings settings = ExplorerSettings.defaults().withThreads(1).withZeroCutoff(1e-10);
    try (LandscapeDatabase database =
            LandscapeDatabase.open(catalogues.file(6, 1e-2), catalogues.description(6, 1e-2));
        RunRecorder recorder = database.startRun(settings)) {
      DatabaseRun into =
          new DatabaseRun(
              database,
              recorder,
              settings,
              JobRunner.direct(),
              new Cancellation(),
              System.nanoTime());
      List<double[]> points = List.of(new double[network.dimension()], x);
      recorder.finish(into.run(into.adopting(points, "test"), report -> {}));
      assertThat(recorder.landscape().minima()).hasSize(2);
    }
  }
}
