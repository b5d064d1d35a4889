package dev.tarn.study;

import dev.tarn.job.OrderedJobs;
import dev.tarn.network.Layout;
import dev.tarn.network.Network;
import dev.tarn.train.Learner;
import dev.tarn.train.Training;
import dev.tarn.train.TrainingRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * What training makes of a {@link SignPattern}: once from weights of 1 and -1 exactly with zero
 * biases, and many times from random weights whose links get the signs of the pattern.
 *
 * <p>Solved means that the training accuracy is at least {@value #SOLVED}, linear that it is at
 * most {@value #STRAIGHT}: a straight line leaves one of four clouds on the wrong side. Both leave
 * room for the tails of the clouds. Immutable.
 *
 * @param pattern the signs
 * @param exactEnergy the energy after training from weights of 1 and -1
 * @param exactAccuracy the accuracy there
 * @param solved how many runs from random magnitudes solve the problem
 * @param linear how many find no more than a straight line
 * @param medianEnergy the median of the energies after training, the lower one of the two middle
 *     ones
 * @param medianAccuracy the median of the accuracies, likewise
 */
public record SignPatterns(
    SignPattern pattern,
    double exactEnergy,
    double exactAccuracy,
    Share solved,
    Share linear,
    double medianEnergy,
    double medianAccuracy) {
  /** The accuracy from which on the problem is solved. */
  public static final double SOLVED = 0.99;

  /** The accuracy up to which the classes are told apart by a straight line only. */
  public static final double STRAIGHT = 0.76;

  private record End(double energy, double accuracy) {}

  /**
   * Whether the runs bear out what is said of the pattern: more than half of the runs from random
   * magnitudes, and the run from weights of 1 and -1.
   *
   * @return false too if nothing is said of it
   */
  public boolean bearsOut() {
    return pattern
        .claim()
        .map(
            claim ->
                claim == SignPattern.Claim.CONVERGES
                    ? 2 * solved.count() > solved.trials() && exactAccuracy >= SOLVED
                    : 2 * linear.count() > linear.trials() && exactAccuracy <= STRAIGHT)
        .orElse(false);
  }

  /**
   * Trains from a pattern. Run {@code k} of each pattern has the magnitudes and biases of run
   * {@code k} of the training.
   *
   * @param pattern the signs
   * @param network a network of two inputs, two hidden units and a logistic output
   * @param training how it is trained
   * @param runs the number of runs, at least 1
   * @param level the confidence level, between 0 and 1
   * @param threads the number of threads, at least 1; the result does not depend on it
   * @param progress is told of each run, in this thread, the exact one not included
   * @return the result
   * @throws IllegalArgumentException if a number is out of range or the network is another
   */
  public static SignPatterns of(
      SignPattern pattern,
      Network network,
      Training training,
      int runs,
      double level,
      int threads,
      Consumer<TrainingRun> progress) {
    Layout layout = network.layout();
    double[] exact = new double[network.dimension()];
    Arrays.fill(exact, 1.0);
    pattern.apply(layout, exact);
    for (int l = 1; l <= 2; l++) {
      for (int j = 0; j < network.architecture().widths().get(l); j++) {
        exact[layout.bias(l, j)] = 0.0;
      }
    }
    End ofExact = end(training.run(Learner.of(network), 0L, exact));
    List<End> ends = new ArrayList<>();
    OrderedJobs.run(
        runs,
        threads,
        () -> {
          Learner own = Learner.of(network);
          return number -> {
            double[] start = training.start(own, number);
            pattern.apply(layout, start);
            return training.run(own, number, start);
          };
        },
        run -> {
          ends.add(end(run));
          progress.accept(run);
        });
    int solved = (int) ends.stream().filter(end -> end.accuracy() >= SOLVED).count();
    int linear = (int) ends.stream().filter(end -> end.accuracy() <= STRAIGHT).count();
    return new SignPatterns(
        pattern,
        ofExact.energy(),
        ofExact.accuracy(),
        Share.of(solved, runs, level),
        Share.of(linear, runs, level),
        median(ends.stream().mapToDouble(End::energy).toArray()),
        median(ends.stream().mapToDouble(End::accuracy).toArray()));
  }

  private static End end(TrainingRun run) {
    return new End(run.energy(), run.accuracy().orElse(0.0));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[(values.length - 1) / 2];
  }
}
