package dev.tarn.xor;

import dev.tarn.job.JobRunner;
import dev.tarn.job.order.OrderedJobs;
import dev.tarn.network.Layout;
import dev.tarn.network.Network;
import dev.tarn.study.Reliability.Share;
import dev.tarn.train.Learner;
import dev.tarn.train.Training;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

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
   * @param runner where it is trained; the result does not depend on it
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
      JobRunner runner,
      Consumer<Training.Run> progress) {
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
        number -> number,
        runner,
        new Workers(network, training, pattern.first(), pattern.second()),
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

  private static End end(Training.Run run) {
    return new End(run.energy(), run.accuracy().orElse(0.0));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[(values.length - 1) / 2];
  }

  /**
   * The signs of the links of a network with two inputs, two hidden units and one output, as
   * training begins.
   *
   * @param first the signs of the links from the inputs, {@code [input][unit]}: 00, 01, 10, 11,
   *     each 1 or -1
   * @param second the signs of the links from the units to the output, each 1 or -1
   * @param claim what is said to become of it; empty if nothing is said
   */
  public record SignPattern(List<Integer> first, List<Integer> second, Optional<Claim> claim) {

    /** What training is said to end in. */
    public enum Claim {
      /** All classes apart. */
      CONVERGES,
      /** Only a straight line between the classes, which leaves at least a quarter wrong. */
      LINEAR
    }

    /**
     * Checks the signs.
     *
     * @param first as above
     * @param second as above
     * @param claim as above
     * @throws IllegalArgumentException if there are not four and two signs, each 1 or -1
     */
    public SignPattern {
      first = List.copyOf(first);
      second = List.copyOf(second);
      if (first.size() != 4 || second.size() != 2) {
        throw new IllegalArgumentException(
            "two hidden units have 4 links below and 2 above, not "
                + first.size()
                + " and "
                + second.size());
      }
      for (int sign : first) {
        checkSign(sign);
      }
      for (int sign : second) {
        checkSign(sign);
      }
    }

    private static void checkSign(int sign) {
      if (sign != 1 && sign != -1) {
        throw new IllegalArgumentException("a sign is 1 or -1, not " + sign);
      }
    }

    /**
     * The four patterns that the question of {@link BlobQuestion} names, in its order.
     *
     * @return two that are said to converge, then two that are said to find a straight line only
     */
    public static List<SignPattern> named() {
      List<Integer> opposite = List.of(1, -1, -1, 1);
      List<Integer> equal = List.of(1, 1, 1, 1);
      List<Integer> both = List.of(1, 1);
      List<Integer> apart = List.of(1, -1);
      return List.of(
          new SignPattern(opposite, both, Optional.of(Claim.CONVERGES)),
          new SignPattern(equal, apart, Optional.of(Claim.CONVERGES)),
          new SignPattern(equal, both, Optional.of(Claim.LINEAR)),
          new SignPattern(opposite, apart, Optional.of(Claim.LINEAR)));
    }

    /**
     * All 64 patterns, which random weights that are symmetric about zero have with equal
     * probability.
     *
     * @return the patterns as binary numbers, a set bit being -1; without claims
     */
    public static List<SignPattern> all() {
      List<SignPattern> all = new ArrayList<>();
      for (int bits = 0; bits < 64; bits++) {
        List<Integer> signs = new ArrayList<>();
        for (int k = 5; k >= 0; k--) {
          signs.add((bits >> k & 1) == 0 ? 1 : -1);
        }
        all.add(new SignPattern(signs.subList(0, 4), signs.subList(4, 6), Optional.empty()));
      }
      return List.copyOf(all);
    }

    /**
     * Gives weights the signs of this pattern.
     *
     * @param layout where the weights stand
     * @param x the weights; the links keep their magnitudes and change their signs, biases stay
     * @throws IllegalArgumentException if the network is not one of two inputs, two hidden units
     *     and one output, or {@code x} has another length
     */
    public void apply(Layout layout, double[] x) {
      layout.checkLength(x);
      if (!layout.architecture().widths().equals(List.of(2, 2, 1))) {
        throw new IllegalArgumentException(
            "the pattern is for 2 inputs, 2 hidden units and 1 output, not for "
                + layout.architecture());
      }
      for (int j = 0; j < 2; j++) {
        for (int k = 0; k < 2; k++) {
          int link = layout.link(1, j, k);
          x[link] = first.get(2 * k + j) * Math.abs(x[link]);
        }
        int link = layout.link(2, 0, j);
        x[link] = second.get(j) * Math.abs(x[link]);
      }
    }

    /** The pattern as the question writes it: {@code w1 = [[1,-1],[-1,1]], w2 = [1,1]}. */
    @Override
    public String toString() {
      return "w1 = [["
          + first.get(0)
          + ","
          + first.get(1)
          + "],["
          + first.get(2)
          + ","
          + first.get(3)
          + "]], w2 = ["
          + second.get(0)
          + ","
          + second.get(1)
          + "]";
    }
  }

  /** Makes what trains from signs that are given. */
  private record Workers(
      Network network, Training training, List<Integer> first, List<Integer> second)
      implements Supplier<Function<Integer, Training.Run>>, Serializable {

    @Override
    public Function<Integer, Training.Run> get() {
      Learner learner = Learner.of(network);
      SignPattern pattern = new SignPattern(first, second, Optional.empty());
      return number -> {
        double[] start = training.start(learner, number);
        pattern.apply(network.layout(), start);
        return training.run(learner, number, start);
      };
    }
  }
}
