package dev.tarn.data;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Two disjoint parts of a data set, each in the original order.
 *
 * @param training what a network is fitted to
 * @param test what it is judged by
 */
public record DataSplit(DataSet training, DataSet test) {

  /**
   * Divides the examples at random into a training and a test set.
   *
   * <p>Each class gives its share to the test set, rounded to the nearest whole number, but keeps
   * at least one example for training.
   *
   * @param data the examples
   * @param testShare the share of the test set, between 0 and 1
   * @param random the source of randomness
   * @return the two parts
   * @throws IllegalArgumentException if the share is out of range or leaves the test set empty
   */
  public static DataSplit of(DataSet data, double testShare, RandomGenerator random) {
    if (!(testShare > 0.0 && testShare < 1.0)) {
      throw new IllegalArgumentException(
          "the share of the test set is between 0 and 1, not " + testShare);
    }
    boolean[] tested = new boolean[data.examples()];
    int groups = data.hasClasses() ? data.outputNames().size() : 1;
    for (int c = 0; c < groups; c++) {
      int group = c;
      List<Integer> members = new ArrayList<>();
      IntStream.range(0, data.examples())
          .filter(d -> !data.hasClasses() || data.classOf(d) == group)
          .forEach(members::add);
      int wanted = (int) Math.min(members.size() - 1L, Math.round(testShare * members.size()));
      for (int k = 0; k < wanted; k++) {
        tested[members.remove(random.nextInt(members.size()))] = true;
      }
    }
    int[] test = IntStream.range(0, data.examples()).filter(d -> tested[d]).toArray();
    int[] training = IntStream.range(0, data.examples()).filter(d -> !tested[d]).toArray();
    if (test.length == 0) {
      throw new IllegalArgumentException(
          data.examples() + " examples leave none for a test set of share " + testShare);
    }
    return new DataSplit(data.select(training), data.select(test));
  }
}
