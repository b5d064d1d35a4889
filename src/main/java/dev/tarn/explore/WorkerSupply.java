package dev.tarn.explore;

import dev.tarn.path.PathSettings;
import dev.tarn.potential.Potential;
import dev.tarn.saddle.BandSettings;
import dev.tarn.saddle.SaddleSettings;
import dev.tarn.stationary.Tolerances;
import java.io.Serializable;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes workers: what they know beside their jobs. May be sent elsewhere if the potential may.
 *
 * @param potential the potential
 * @param seed the seed of all random streams
 * @param maxIndex the largest index that is kept
 * @param tolerances when a point counts as stationary and as degenerate, and two points as one
 * @param saddle how saddles are searched for
 * @param band how elastic bands are relaxed
 * @param path how steepest-descent paths are followed
 * @param batch the number of examples that searches begin on, 0 for all
 */
record WorkerSupply(
    Potential potential,
    long seed,
    int maxIndex,
    Tolerances tolerances,
    SaddleSettings saddle,
    BandSettings band,
    PathSettings path,
    int batch)
    implements Supplier<Function<Job, JobResult>>, Serializable {

  static WorkerSupply of(Explorer explorer) {
    ExplorerSettings settings = explorer.settings();
    return new WorkerSupply(
        explorer.potential(),
        settings.seed(),
        explorer.maxIndex(),
        settings.tolerances(),
        settings.saddle(),
        settings.band(),
        settings.path(),
        settings.batch());
  }

  @Override
  public Function<Job, JobResult> get() {
    return new Worker(this);
  }
}
