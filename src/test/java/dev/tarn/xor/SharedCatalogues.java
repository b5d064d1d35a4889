package dev.tarn.xor;

import dev.tarn.explore.Effort;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Catalogues of small networks at low effort, made once for all tests of a process. */
final class SharedCatalogues {
  static final ExplorerSettings QUICK =
      ExplorerSettings.defaults()
          .withEffort(Effort.LOW)
          .withThreads(2)
          // At low effort seed 1 misses one class of three units at 1e-6, and says so.
          .withSeed(2)
          .enumerating(Integer.MAX_VALUE);
  private static final Catalogues SHARED = new Catalogues(folder());

  private SharedCatalogues() {}

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("catalogues");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts those of some networks at some lambdas into a folder. */
  static synchronized void copy(Path folder, List<Integer> hidden, List<Double> lambdas)
      throws IOException {
    new Sweep(
            SHARED,
            QUICK,
            JobRunner.threads(QUICK.threads()),
            new SilentListener(),
            new Cancellation())
        .run(hidden, lambdas);
    for (int units : hidden) {
      for (double lambda : lambdas) {
        Path file = SHARED.file(units, lambda);
        file.toFile().deleteOnExit();
        Files.copy(file, new Catalogues(folder).file(units, lambda));
      }
    }
  }
}
