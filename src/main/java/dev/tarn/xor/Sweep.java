package dev.tarn.xor;

import dev.tarn.explore.Exploration;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.explore.JobReport;
import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.network.kinds.KindCatalogue;
import dev.tarn.network.kinds.KindClass;
import dev.tarn.network.smaller.SmallerNetworks;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.RunRecorder;
import dev.tarn.store.levels.DatabaseRun;
import dev.tarn.store.levels.LevelRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Enumerates a grid of networks into a folder of databases, smaller networks first.
 *
 * <p>Where levels of kinds of units serve the network ({@link KindCatalogue#serves}), each level is
 * searched once for each regularisation parameter, also from its neighbours' classes: a database
 * takes over the levels of the nearest network that has any. Elsewhere larger networks start from
 * the points of smaller ones padded with zero units, and from one regularisation parameter to the
 * next, so that each starts from its neighbours' points.
 *
 * <p>Whatever is not complete after the first pass is tried once more, with the neighbours on both
 * sides. Databases that are complete are left as they are, so a sweep that was interrupted goes on.
 */
public final class Sweep {

  /** What a sweep tells while it runs. */
  public interface Listener extends Consumer<JobReport>, LevelRun.Watch {

    /**
     * A database is about to be enumerated.
     *
     * @param hidden the number of hidden units
     * @param lambda the regularisation parameter
     * @param known the number of points that other databases have given: classes of the levels
     *     taken over, and starting points
     */
    void begins(int hidden, double lambda, int known);

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
  private final JobRunner runner;
  private final Listener listener;
  private final Cancellation cancellation;

  /**
   * Prepares a sweep.
   *
   * @param catalogues the folder of the databases, which exists
   * @param settings how to enumerate each; the longest time holds for each database
   * @param runner where the searches are done
   * @param listener told of what happens
   * @param cancellation a request to stop
   */
  public Sweep(
      Catalogues catalogues,
      ExplorerSettings settings,
      JobRunner runner,
      Listener listener,
      Cancellation cancellation) {
    this.catalogues = catalogues;
    this.settings = settings;
    this.runner = runner;
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

  /**
   * Whether a database is there and complete.
   *
   * @param hidden the number of hidden units
   * @param lambda the regularisation parameter
   * @return whether nothing is left to be done
   */
  public boolean isComplete(int hidden, double lambda) {
    return catalogues.read(hidden, lambda).filter(c -> c.completeness().complete()).isPresent();
  }

  /**
   * The same sweep with another longest time for each database.
   *
   * @param time the longest time
   * @return a new sweep
   */
  public Sweep within(Duration time) {
    return new Sweep(catalogues, settings.withMaxTime(time), runner, listener, cancellation);
  }

  /**
   * Whether somebody asked to stop.
   *
   * @return whether nothing more is begun
   */
  public boolean isCancelled() {
    return cancellation.isCancelled();
  }

  /**
   * Enumerates one database, unless it is complete.
   *
   * @param hidden the number of hidden units
   * @param lambdas the regularisation parameters whose neighbours help each other
   * @param k which of them
   * @throws dev.tarn.store.StoreException if a database cannot be read or written
   */
  public void enumerate(int hidden, List<Double> lambdas, int k) {
    double lambda = lambdas.get(k);
    if (isComplete(hidden, lambda)) {
      return;
    }
    try (LandscapeDatabase database =
            LandscapeDatabase.open(
                catalogues.file(hidden, lambda), catalogues.description(hidden, lambda));
        RunRecorder recorder = database.startRun(settings)) {
      DatabaseRun into =
          new DatabaseRun(database, recorder, settings, runner, cancellation, System.nanoTime());
      Exploration end =
          KindCatalogue.serves(into.network()) ? byKinds(into, lambdas, k) : full(into, lambdas, k);
      recorder.finish(end);
      listener.ends(hidden, lambda, end);
    }
  }

  private Exploration byKinds(DatabaseRun into, List<Double> lambdas, int k) {
    int hidden = into.network().architecture().units();
    int taken = takeLevels(into.database(), hidden, lambdas.get(k));
    LevelRun run = new LevelRun(into, listener);
    List<KindClass> near = new ArrayList<>();
    for (double lambda : neighbours(lambdas, k)) {
      catalogues.reading(hidden, lambda, LandscapeDatabase::levelClasses).ifPresent(near::addAll);
    }
    listener.begins(hidden, lambdas.get(k), taken + near.size());
    run.offer(near);
    return run.run();
  }

  private static List<Double> neighbours(List<Double> lambdas, int k) {
    List<Double> neighbours = new ArrayList<>();
    for (int near : new int[] {k - 1, k + 1}) {
      if (near >= 0 && near < lambdas.size()) {
        neighbours.add(lambdas.get(near));
      }
    }
    return neighbours;
  }

  /** Those of the nearest network that has any, a smaller one if possible. */
  private int takeLevels(LandscapeDatabase database, int hidden, double lambda) {
    int classes = 0;
    for (int smaller = hidden - 1; smaller > 0 && classes == 0; smaller--) {
      classes = catalogues.reading(smaller, lambda, database::takeLevels).orElse(0);
    }
    for (int larger = hidden + 1; larger <= Catalogues.MOST_UNITS && classes == 0; larger++) {
      classes = catalogues.reading(larger, lambda, database::takeLevels).orElse(0);
    }
    return classes;
  }

  private Exploration full(DatabaseRun into, List<Double> lambdas, int k) {
    int hidden = into.network().architecture().units();
    double lambda = lambdas.get(k);
    List<double[]> seeds = new ArrayList<>();
    catalogues
        .read(hidden - 1, lambda)
        .ifPresent(c -> seeds.addAll(SmallerNetworks.pad(c.network(), c.landscape().points(), 1)));
    for (double neighbour : neighbours(lambdas, k)) {
      catalogues
          .read(hidden, neighbour)
          .ifPresent(c -> c.landscape().points().forEach(p -> seeds.add(coordinates(p))));
    }
    // With another cutoff they may be proper points.
    into.recorder().landscape().degeneratePoints().forEach(p -> seeds.add(p.coordinates()));
    listener.begins(hidden, lambda, seeds.size());
    return into.run(into.explorer().seeding(seeds), listener);
  }

  private static double[] coordinates(StationaryPoint point) {
    return point.coordinates().toArray();
  }
}
