package dev.tarn.study;

import dev.tarn.job.JobRunner;
import dev.tarn.job.order.OrderedJobs;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.study.ReliabilitySettings.GoodMinimum;
import dev.tarn.study.settle.Settling;
import dev.tarn.train.Learner;
import dev.tarn.train.Training;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

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
 * @param accuracies the training accuracy where each run led to, ascending; empty for a network
 *     that does not tell classes apart
 * @param accuraciesAsTrained the same when training ended
 * @param basins what the runs led to, the most frequent one first
 */
public record Reliability(
    int units,
    Share good,
    Share goodAsTrained,
    Share converged,
    double best,
    Vector accuracies,
    Vector accuraciesAsTrained,
    List<Basin> basins) {

  /** Learns how far a measurement has come. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Takes note.
     *
     * @param run the training run, as trained; runs come in their order
     * @param energy the energy that it leads to
     */
    void done(Training.Run run, double energy);
  }

  /** A run and where it settled. */
  private record Outcome(Training.Run run, PolishedPoint settled) implements Serializable {}

  /** Makes what trains and settles. */
  private record Workers(Training training, Learner learner)
      implements Supplier<Function<Integer, Outcome>>, Serializable {

    @Override
    public Function<Integer, Outcome> get() {
      Settling settling = new Settling(learner.potential());
      return number -> {
        Training.Run run = training.run(learner, number);
        return new Outcome(run, settling.settle(run.end().toArray()));
      };
    }
  }

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
   * @param accuracies as above
   * @param accuraciesAsTrained as above
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
   * @param runner where it is trained; the result does not depend on it
   * @param progress is told of each run, in this thread
   * @return the result
   */
  public static Reliability of(
      int units,
      Learner learner,
      Optional<Landscape> catalogue,
      ReliabilitySettings settings,
      JobRunner runner,
      Progress progress) {
    BasinSorter sorter = new BasinSorter(learner, settings, catalogue);
    List<Trained> trained = new ArrayList<>();
    List<OptionalDouble> settled = new ArrayList<>();
    OrderedJobs.run(
        settings.runs(),
        number -> number,
        runner,
        new Workers(settings.training(), learner),
        outcome -> {
          Training.Run run = outcome.run();
          PolishedPoint point = outcome.settled();
          OptionalDouble accuracy = learner.accuracy(point.coordinates());
          sorter.add(new BasinSorter.End((int) run.number(), point, accuracy));
          settled.add(accuracy);
          trained.add(new Trained(run.energy(), run.accuracy(), run.endedByItself()));
          progress.done(run, point.energy());
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
        ascending(settled),
        ascending(trained.stream().map(Trained::accuracy).toList()),
        basins);
  }

  private static Vector ascending(List<OptionalDouble> accuracies) {
    return Vector.of(accuracies.stream().flatMapToDouble(OptionalDouble::stream).sorted());
  }

  /**
   * The same runs, of which those are good that predict enough of the training examples rightly:
   * for a threshold that is chosen when it is known what can be reached.
   *
   * @param accuracy the least share of them, above 0, at most 1
   * @return the result with other good ends
   * @throws IllegalArgumentException if {@code accuracy} is out of range
   */
  public Reliability judgedBy(double accuracy) {
    GoodMinimum judge = new GoodMinimum.Accurate(accuracy);
    List<Basin> judged =
        basins.stream()
            .map(
                basin ->
                    basin.judged(
                        basin.kind() != Basin.Kind.SADDLE
                            && judge.isGood(basin.energy(), basin.accuracy(), best)))
            .toList();
    int now = judged.stream().filter(Basin::good).mapToInt(basin -> basin.share().count()).sum();
    int then = (int) accuraciesAsTrained.stream().filter(value -> value >= accuracy).count();
    return new Reliability(
        units,
        Share.of(now, good.trials(), good.level()),
        Share.of(then, good.trials(), good.level()),
        converged,
        best,
        accuracies,
        accuraciesAsTrained,
        judged);
  }

  /**
   * A quantile of the accuracies where runs led to: the lowest one that at least this part of the
   * runs does not exceed, so one that a run has reached.
   *
   * @param part from 0, for the lowest, to 1, for the highest
   * @return the accuracy; empty for a network that does not tell classes apart
   * @throws IllegalArgumentException if {@code part} is out of range
   */
  public OptionalDouble accuracyQuantile(double part) {
    if (!(part >= 0.0 && part <= 1.0)) {
      throw new IllegalArgumentException("a quantile is of a part from 0 to 1, not " + part);
    }
    int runs = accuracies.length();
    return runs == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(accuracies.get((int) Math.max(0.0, Math.ceil(part * runs) - 1.0)));
  }

  private static Share share(long count, ReliabilitySettings settings) {
    return Share.of((int) count, settings.runs(), settings.level());
  }

  /**
   * A minimum, or another end, that training runs lead to.
   *
   * @param kind what it is, and so how ends were found to be the same
   * @param index the number of negative eigenvalues; 0 where nothing is known of them
   * @param energy the lowest energy of an end that belongs here
   * @param accuracy the share of the training examples that this end predicts rightly; empty for a
   *     network that does not tell classes apart
   * @param live how many hidden units of this end tell the training examples apart; empty for what
   *     has no hidden units
   * @param point the parameters of this end
   * @param firstRun the number of the first run that led here
   * @param share how many of the runs led here
   * @param good whether it counts as a good minimum
   * @param known the id of the minimum in the catalogue that the ends were compared with; empty if
   *     it is not there, or there is no catalogue
   */
  public record Basin(
      Kind kind,
      int index,
      double energy,
      OptionalDouble accuracy,
      OptionalInt live,
      Vector point,
      long firstRun,
      Share share,
      boolean good,
      OptionalInt known) {

    private Basin judged(boolean isGood) {
      return new Basin(kind, index, energy, accuracy, live, point, firstRun, share, isGood, known);
    }

    /** What an end is. */
    public enum Kind {
      /** A minimum, settled by Newton's method; ends are the same up to symmetry. */
      MINIMUM,
      /**
       * A stationary point without negative eigenvalues, but with one of zero, such as a valley
       * that unused weights leave; ends are the same by their energy, to 1e-8, and accuracy.
       */
      DEGENERATE,
      /** A stationary point with a negative eigenvalue; ends are the same up to symmetry. */
      SADDLE,
      /**
       * The lowest point that L-BFGS reached, where Newton's method does not apply, as on the kinks
       * of a ReLU network without a regulariser, or finds no stationary point nearby, as where the
       * energy falls for ever; ends are the same by energy and accuracy, to the tolerances of
       * {@link ReliabilitySettings}.
       */
      UNSETTLED
    }
  }

  /**
   * How often something happened in independent trials, with the exact confidence interval of its
   * probability: that of Clopper and Pearson (Biometrika 26, 404, 1934), whose ends are the
   * probabilities at which so many or more, and so few or less, have half the error rate. It holds
   * the probability with at least its level, whatever the probability is.
   *
   * @param count how often it happened
   * @param trials the number of trials, at least 1
   * @param level the confidence level, between 0 and 1
   * @param low the lower end of the interval; 0 if it never happened
   * @param high the upper end; 1 if it always happened
   */
  public record Share(int count, int trials, double level, double low, double high) {
    // The last digits of the library's beta quantile need not be the same on every Java version.
    private static final MathContext DIGITS = new MathContext(10);

    /**
     * The share with its interval.
     *
     * @param count how often it happened, from 0 to {@code trials}
     * @param trials the number of trials, at least 1
     * @param level the confidence level, between 0 and 1, for example 0.95
     * @return the share; the ends of the interval are rounded to 10 digits
     * @throws IllegalArgumentException if a number is out of range
     */
    public static Share of(int count, int trials, double level) {
      if (trials < 1) {
        throw new IllegalArgumentException("the number of trials is at least 1, not " + trials);
      }
      if (count < 0 || count > trials) {
        throw new IllegalArgumentException(
            "the count is from 0 to the number of trials, " + trials + ", not " + count);
      }
      if (!(level > 0.0 && level < 1.0)) {
        throw new IllegalArgumentException("the confidence level is between 0 and 1, not " + level);
      }
      Interval interval =
          BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(trials, count, 1.0 - level);
      return new Share(
          count,
          trials,
          level,
          rounded(interval.getLowerBound()),
          rounded(interval.getUpperBound()));
    }

    private static double rounded(double value) {
      return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    /**
     * The observed share.
     *
     * @return {@code count / trials}
     */
    public double value() {
      return (double) count / trials;
    }
  }
}
