package dev.tarn.study;

import dev.tarn.job.OrderedJobs;
import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.train.Learner;
import dev.tarn.train.Training;
import dev.tarn.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How reliably training finds a good minimum: many runs from random weights, and what each leads
 * to.
 *
 * <p>The end of each run is settled on the same potential by L-BFGS and Newton's method, and ends
 * are counted together that are the same up to symmetry. An energy with kinks (ReLU) that is not
 * regularised in every parameter is settled by L-BFGS alone, and its ends are the same by energy
 * and accuracy; see {@link Basin.Kind}. Immutable.
 *
 * @param units the number of hidden units, or whatever tells one network from the next
 * @param good how many runs led to a good minimum
 * @param goodAsTrained how many runs were good when training ended, before they were settled
 * @param converged how many runs ended by themselves: converged or stalled, neither cut off nor
 *     diverged
 * @param best the lowest energy known, of the catalogue or of any run
 * @param basins what the runs led to, the most frequent one first
 */
public record Reliability(
    int units, Share good, Share goodAsTrained, Share converged, double best, List<Basin> basins) {

  /** Learns how far a measurement has come. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Takes note.
     *
     * @param run the training run, as trained; runs come in their order
     * @param energy the energy that it leads to
     */
    void done(TrainingRun run, double energy);
  }

  /** A run and where it settled. */
  private record Outcome(TrainingRun run, BasinSorter.End end) {}

  /** What is kept of a run as trained. */
  private record Trained(double energy, OptionalDouble accuracy, boolean byItself) {}

  /**
   * Takes a copy of the list.
   *
   * @param units as above
   * @param good as above
   * @param goodAsTrained as above
   * @param converged as above
   * @param best as above
   * @param basins as above
   */
  public Reliability {
    basins = List.copyOf(basins);
  }

  /**
   * Trains a network many times.
   *
   * @param units the number that tells this network from others in the results
   * @param learner what is trained
   * @param catalogue its minima, to say which ones the runs lead to; not modified
   * @param settings how
   * @param threads the number of threads, at least 1; the result does not depend on it
   * @param progress is told of each run, in this thread
   * @return the result
   * @throws IllegalArgumentException if {@code threads} is less than 1
   */
  public static Reliability of(
      int units,
      Learner learner,
      Optional<Landscape> catalogue,
      ReliabilitySettings settings,
      int threads,
      Progress progress) {
    BasinSorter sorter = new BasinSorter(learner.potential().symmetry(), settings, catalogue);
    List<Trained> trained = new ArrayList<>();
    OrderedJobs.run(
        settings.runs(),
        threads,
        () -> {
          Settling settling = new Settling(learner.potential());
          return number -> outcome(settings.training(), learner, settling, number);
        },
        outcome -> {
          TrainingRun run = outcome.run();
          sorter.add(outcome.end());
          trained.add(new Trained(run.energy(), run.accuracy(), run.endedByItself()));
          progress.done(run, outcome.end().point().energy());
        });
    double best = sorter.best();
    List<Basin> basins = sorter.basins();
    int good = basins.stream().filter(Basin::good).mapToInt(basin -> basin.share().count()).sum();
    long asTrained =
        trained.stream()
            .filter(one -> settings.good().isGood(one.energy(), one.accuracy(), best))
            .count();
    long converged = trained.stream().filter(Trained::byItself).count();
    return new Reliability(
        units,
        share(good, settings),
        share(asTrained, settings),
        share(converged, settings),
        best,
        basins);
  }

  private static Share share(long count, ReliabilitySettings settings) {
    return Share.of((int) count, settings.runs(), settings.level());
  }

  private static Outcome outcome(
      Training training, Learner learner, Settling settling, int number) {
    TrainingRun run = training.run(learner, number);
    PolishedPoint settled = settling.settle(run.end().toArray());
    return new Outcome(
        run, new BasinSorter.End(number, settled, learner.accuracy(settled.coordinates())));
  }
}
