package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.job.RandomStreams;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Batches;
import dev.tarn.surfaces.MuellerBrown;
import dev.tarn.testing.Images;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What a batch is, and what the loss over it is. */
class ExampleBatchesProperties {

  /** Classes of which the first has as many examples as asked for, the others one to 30 each. */
  private static DataSet classes(int first, int second, int third) {
    int examples = first + second + third;
    int[] labels = new int[examples];
    Arrays.fill(labels, first, first + second, 1);
    Arrays.fill(labels, first + second, examples, 2);
    double[] inputs = IntStream.range(0, examples).mapToDouble(d -> 0.1 * d).toArray();
    return DataSet.ofClasses("three", List.of("x"), List.of("a", "b", "c"), inputs, labels);
  }

  @Property(tries = 300, seed = "20261127")
  void aBatchHasEachClassInItsShare(
      @ForAll @IntRange(min = 1, max = 60) int first,
      @ForAll @IntRange(min = 1, max = 30) int second,
      @ForAll @IntRange(min = 1, max = 30) int third,
      @ForAll @IntRange(max = 1_000_000) int seed) {
    DataSet data = classes(first, second, third);
    int all = data.examples();
    int size = 3 + seed % Math.max(1, all - 3);
    int[] drawn = ExampleBatches.draw(data, size, RandomStreams.of(seed, 1));
    assertThat(drawn).hasSize(size).isSorted().doesNotHaveDuplicates();
    assertThat(drawn).isEqualTo(ExampleBatches.draw(data, size, RandomStreams.of(seed, 1)));
    int[] sizes = {first, second, third};
    for (int c = 0; c < 3; c++) {
      int label = c;
      long have = Arrays.stream(drawn).filter(d -> data.classOf(d) == label).count();
      double due = (double) size * sizes[c] / all;
      // Those whose share is less than one take one from the others.
      assertThat(have).isBetween(1L, (long) sizes[c]);
      assertThat(Math.abs(have - due)).isLessThan(2.0);
    }
  }

  /** Each example is drawn as often as any other of its class: 400 of 4,000 times, +- 6 sigma. */
  @Example
  void noExampleIsPreferred() {
    DataSet data = classes(40, 20, 20);
    int[] count = new int[data.examples()];
    for (int k = 0; k < 4_000; k++) {
      for (int d : ExampleBatches.draw(data, 8, RandomStreams.of(11, k))) {
        count[d]++;
      }
    }
    assertThat(Arrays.stream(count).boxed().toList())
        .allSatisfy(c -> assertThat(c).isBetween(400 - 114, 400 + 114));
  }

  /** The mean of {@code -ln p} by the network's answers, and the penalty with the same lambda. */
  @Property(tries = 40, seed = "20261127")
  void theLossIsTheMeanOverTheBatchAndThePenalty(@ForAll @IntRange(max = 1_000_000) int seed) {
    double lambda = 0.03;
    Network network = Images.network(6, 3, 4, 150, lambda);
    DataSet data = network.data();
    RandomGenerator random = RandomStreams.of(seed, 2);
    int size = 4 + random.nextInt(140);
    double[] x = new double[network.dimension()];
    Arrays.setAll(x, i -> random.nextGaussian());
    Potential batch = Batches.of(network).orElseThrow().batch(size, RandomStreams.of(seed, 3));
    int[] drawn = ExampleBatches.draw(data, size, RandomStreams.of(seed, 3));
    double sum = 0.0;
    for (int d : drawn) {
      sum -= Math.log(network.evaluator().answer(x, data.input(d))[data.classOf(d)]);
    }
    double penalty = lambda * Arrays.stream(x).map(value -> value * value).sum();
    assertThat(batch.evaluator().energy(x)).isCloseTo(sum / size + penalty, within(1e-11));
    assertThat(batch.dimension()).isEqualTo(network.dimension());
    double[] reduced = network.reduction().orElseThrow().reduce(x);
    assertThat(batch.reduction().orElseThrow().reduce(x)).isEqualTo(reduced);
    // The classes have other numbers of examples in the batch: no symmetry of theirs is left.
    assertThat(batch.symmetry().order().longValue()).isEqualTo(8L * 6L);
  }

  /** Targets in thousands: the mean square of a batch may round to another power of two. */
  @Example
  void aBatchHasTheScalesOfAll() {
    int examples = 60;
    double[] inputs = IntStream.range(0, examples).mapToDouble(d -> d / 60.0).toArray();
    double[] targets = IntStream.range(0, examples).mapToDouble(d -> 40.0 * d).toArray();
    DataSet data = DataSet.ofTargets("line", List.of("x"), List.of("y"), inputs, targets);
    Architecture shape = Architecture.of(1, Activation.TANH, new int[] {2}, 1, OutputLayer.LINEAR);
    Network network = Network.of(shape, Penalty.all(shape, 1e-3), data);
    assertThat(network.scales().orElseThrow().areOne()).isFalse();
    for (int k = 0; k < 50; k++) {
      Potential batch = Batches.of(network).orElseThrow().batch(2, RandomStreams.of(5, k));
      assertThat(batch.scales()).isEqualTo(network.scales());
    }
  }

  @Example
  void whatIsNoBatchIsRefused() {
    Network network = Images.network(6, 3, 4, 150, 0.1);
    refused(network, 3, "a batch has at least one example of each of the 4 classes, not 3");
    refused(network, 150, "a batch has fewer examples than the data, which have 150, not 150");
    refused(
        Network.xor(2, 1e-2),
        2,
        "a batch is for data of many examples; XOR has 4, which are searched together, not 2 of"
            + " them");
    refused(
        new MuellerBrown(),
        2,
        "a batch of 2 examples is for networks with data; this potential has no examples");
    assertThat(Batches.of(network)).isPresent();
    DataSet moons = DataSets.moons(20, 0.1, 1).withTargets();
    Architecture shape = Architecture.of(2, Activation.TANH, new int[] {2}, 2, OutputLayer.LINEAR);
    Network targets = Network.of(shape, Penalty.all(shape, 1e-3), moons);
    refused(targets, 0, "a batch has at least 1, not 0");
    Batches.check(targets, 1);
  }

  private static void refused(Potential potential, int size, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Batches.check(potential, size))
        .withMessage(message);
  }
}
