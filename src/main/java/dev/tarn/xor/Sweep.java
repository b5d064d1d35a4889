package dev.tarn.xor;

import dev.tarn.explore.Exploration;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerEvent;
import dev.tarn.explore.ExplorerRun;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.explore.JobReport;
import dev.tarn.job.Cancellation;
import dev.tarn.network.smaller.SmallerNetworks;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.RunRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Enumerates a grid of networks into a folder of databases: smaller networks first, so that larger
 * ones start from their points padded with zero units, and from one regularisation parameter to the
 * next, so that each starts from its neighbours' points. Whatever is not complete after the first
 * pass is tried once more, with the neighbours on both sides. Databases that are complete are left
 * as they are, so a sweep that was interrupted goes on.
 */
public final class Sweep {

  /** What a sweep tells while it runs. */
  public interface Listener extends Consumer<JobReport> {

    /**
     * A database is about to be enumerated.
     *
     * @param hidden the number of hidden units
     * @param lambda the regularisation parameter
     * @param seeds the number of starting points from other databases
     */
    void begins(int hidden, double lambda, int seeds);

    /**
     * A database was enumerated.
     *
     * @param hidden the number of hidden units
     * @param lambda the regularisation parameter
     * @param end how it ended
     */
    void ends(int hidden, double lambda, Exploration end);
  }

  private static final int PASSES = 2;

  private final Catalogues catalogues;
  private final ExplorerSettings settings;
  private final Listener listener;
  private final Cancellation cancellation;

  /**
   * Prepares a sweep.
   *
   * @param catalogues the folder of the databases, which exists
   * @param settings how to enumerate each; the longest time holds for each database
   * @param listener told of what happens
   * @param cancellation a request to stop
   */
  public Sweep(
      Catalogues catalogues,
      ExplorerSettings settings,
      Listener listener,
      Cancellation cancellation) {
    this.catalogues = catalogues;
    this.settings = settings;
    this.listener = listener;
    this.cancellation = cancellation;
  }

  /**
   * Runs the sweep.
   *
   * @param hidden the numbers of hidden units, ascending
   * @param lambdas the regularisation parameters, in the order in which neighbours help each other
   * @throws dev.tarn.store.StoreException if a database cannot be read or written
   */
  public void run(List<Integer> hidden, List<Double> lambdas) {
    for (int units : hidden) {
      for (int pass = 0; pass < PASSES; pass++) {
        for (int k = 0; k < lambdas.size() && !cancellation.isCancelled(); k++) {
          enumerate(units, lambdas, k);
        }
      }
    }
  }

  private void enumerate(int hidden, List<Double> lambdas, int k) {
    double lambda = lambdas.get(k);
    if (catalogues.read(hidden, lambda).filter(c -> c.completeness().complete()).isPresent()) {
      return;
    }
    List<double[]> seeds = new ArrayList<>();
    catalogues
        .read(hidden - 1, lambda)
        .ifPresent(c -> seeds.addAll(SmallerNetworks.pad(c.network(), c.landscape().points(), 1)));
    for (int neighbour : new int[] {k - 1, k + 1}) {
      if (neighbour >= 0 && neighbour < lambdas.size()) {
        catalogues
            .read(hidden, lambdas.get(neighbour))
            .ifPresent(c -> c.landscape().points().forEach(p -> seeds.add(coordinates(p))));
      }
    }
    try (LandscapeDatabase database =
            LandscapeDatabase.open(
                catalogues.file(hidden, lambda), catalogues.description(hidden, lambda));
        RunRecorder recorder = database.startRun(settings)) {
      // With another cutoff they may be proper points.
      recorder.landscape().degeneratePoints().forEach(p -> seeds.add(p.coordinates()));
      listener.begins(hidden, lambda, seeds.size());
      Explorer explorer =
          new Explorer(catalogues.description(hidden, lambda).network(), settings)
              .seeding(seeds)
              .resuming(recorder.restart())
              .keepingIn(recorder)
              .stoppingAt(cancellation);
      try (ExplorerRun run = explorer.on(recorder.landscape())) {
        Exploration end = run.run(ExplorerEvent.reports(listener));
        recorder.finish(end);
        listener.ends(hidden, lambda, end);
      }
    }
  }

  private static double[] coordinates(StationaryPoint point) {
    return point.coordinates().toArray();
  }
}
