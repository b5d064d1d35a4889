package dev.tarn.explore;

import dev.tarn.potential.Potential;
import dev.tarn.potential.Reduction;
import dev.tarn.potential.space.BatchError;
import dev.tarn.potential.space.Units;
import dev.tarn.saddle.BandSettings;
import dev.tarn.saddle.ElasticBand;
import dev.tarn.saddle.SaddleFinder;
import dev.tarn.saddle.SaddleSettings;

/**
 * What the searches of one job begin on: the potential over a batch of its examples. They go on
 * with the whole from where the batch's gradient is no larger than its error, or from where they
 * would have begun if that was not reached. Confined to one thread.
 */
final class RoughSearches {
  /** The gradient from which on searches close in, where the error of a far start is larger. */
  private static final double NEAR = 1e-3;

  private final Potential batch;
  private final Potential space;
  private final BatchError error;
  private final double unit;
  private final SearchCost cost;
  private double work;

  /** Makes a search on a batch. */
  interface Maker {
    SaddleFinder make(Potential batch, SaddleSettings settings);
  }

  /**
   * The beginnings of a job's searches.
   *
   * @param searched the whole, in the coordinates of searches
   * @param batch the batch, in all variables
   */
  RoughSearches(Potential searched, Potential batch) {
    this.batch = batch;
    space = new Unpolished(batch.reduction().map(Reduction::potential).orElse(batch));
    error = new BatchError(searched, space);
    Units units = Units.of(searched);
    unit = units.energy() / units.length();
    cost = SearchCost.of(space);
  }

  /** The batch in all variables, for quenches. */
  Potential batch() {
    return batch;
  }

  /** Elastic bands on the batch, in the coordinates of searches. */
  ElasticBand band(BandSettings settings) {
    return new ElasticBand(space, settings);
  }

  /**
   * A search with a beginning on the batch.
   *
   * @param whole the search that it ends with
   * @param maker makes the same on the batch, with settings
   * @param settings how to search; the tolerance is not gone below
   */
  SaddleFinder before(SaddleFinder whole, Maker maker, SaddleSettings settings) {
    return start -> whole.search(approach(start, maker, settings));
  }

  private double[] approach(double[] start, Maker maker, SaddleSettings settings) {
    double[] reached = start.clone();
    error.approach(
        reached,
        unit * settings.tolerance(),
        unit * NEAR,
        true,
        (x, aim) -> {
          SaddleFinder.Result end = maker.make(space, settings.withTolerance(aim / unit)).search(x);
          work += cost.of(end.used());
          boolean found = end.point().rms() <= aim;
          if (found) {
            System.arraycopy(end.point().coordinates(), 0, x, 0, x.length);
          }
          return found;
        });
    return reached;
  }

  /** What the beginnings since the last call have cost. */
  double takeWork() {
    double counted = work;
    work = 0.0;
    return counted;
  }
}
