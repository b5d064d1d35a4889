package dev.tarn.network;

import dev.tarn.data.DataSet;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Batches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A network on batches of its examples: {@code E_B = 1/B sum over the batch + penalty}, with the
 * penalty as it is, so that {@code E_B} has the mean {@code E} over all batches. Where the examples
 * are of classes a batch has each of them in the share that it has in the data, to a whole example,
 * and at least once: with fewer than two classes there is nothing to be learned, and without a rare
 * one the loss is another one.
 */
record ExampleBatches(Network network) implements Batches {

  static <C> Optional<C> capability(Class<C> type, Network network) {
    return type.equals(Batches.class)
        ? Optional.of(type.cast(new ExampleBatches(network)))
        : Optional.empty();
  }

  @Override
  public Potential batch(int size, RandomGenerator random) {
    check(size);
    return network.onBatch(network.data().select(draw(network.data(), size, random)));
  }

  @Override
  public void check(int size) {
    DataSet data = network.data();
    if (data.equals(Blueprint.XOR)) {
      throw new IllegalArgumentException(
          "a batch is for data of many examples; XOR has "
              + data.examples()
              + ", which are searched together, not "
              + size
              + " of them");
    }
    int least = data.hasClasses() ? data.classesPresent() : 1;
    if (size < least) {
      throw new IllegalArgumentException(
          "a batch has at least "
              + (data.hasClasses() ? "one example of each of the " + least + " classes" : least)
              + ", not "
              + size);
    }
    if (size >= data.examples()) {
      throw new IllegalArgumentException(
          "a batch has fewer examples than the data, which have "
              + data.examples()
              + ", not "
              + size);
    }
  }

  /** The numbers of the examples of a batch, ascending. */
  static int[] draw(DataSet data, int size, RandomGenerator random) {
    List<List<Integer>> strata = strata(data);
    int[] shares = shares(strata.stream().mapToInt(List::size).toArray(), size);
    int[] drawn = new int[size];
    int next = 0;
    for (int s = 0; s < shares.length; s++) {
      List<Integer> left = strata.get(s);
      for (int k = 0; k < shares[s]; k++) {
        int place = random.nextInt(left.size());
        drawn[next++] = left.get(place);
        left.set(place, left.get(left.size() - 1));
        left.remove(left.size() - 1);
      }
    }
    Arrays.sort(drawn);
    return drawn;
  }

  /** The examples of each class that occurs, or all of them together. */
  private static List<List<Integer>> strata(DataSet data) {
    List<List<Integer>> strata = new ArrayList<>();
    int count = data.hasClasses() ? data.outputNames().size() : 1;
    for (int s = 0; s < count; s++) {
      strata.add(new ArrayList<>());
    }
    for (int d = 0; d < data.examples(); d++) {
      strata.get(data.hasClasses() ? data.classOf(d) : 0).add(d);
    }
    strata.removeIf(List::isEmpty);
    return strata;
  }

  /**
   * How many of each stratum: one, and of the rest what is missing to its share, rounded down, and
   * up where the remainders are largest.
   */
  private static int[] shares(int[] sizes, int size) {
    int all = Arrays.stream(sizes).sum();
    int[] shares = new int[sizes.length];
    int left = size;
    for (int s = 0; s < sizes.length; s++) {
      shares[s] = Math.max(1, (int) ((long) size * sizes[s] / all));
      left -= shares[s];
    }
    // What is missing of a stratum, in examples times all: negative where one is more than its due.
    Comparator<Integer> byLack =
        Comparator.comparingLong(s -> (long) size * sizes[s] - (long) shares[s] * all);
    while (left != 0) {
      int change = Integer.signum(left);
      List<Integer> free = new ArrayList<>();
      for (int s = 0; s < sizes.length; s++) {
        if (shares[s] + change >= 1 && shares[s] + change <= sizes[s]) {
          free.add(s);
        }
      }
      int chosen = free.stream().max(change > 0 ? byLack : byLack.reversed()).orElseThrow();
      shares[chosen] += change;
      left -= change;
    }
    return shares;
  }
}
