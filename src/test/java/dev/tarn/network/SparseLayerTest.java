package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.DataSet;
import dev.tarn.job.RandomStreams;
import dev.tarn.testing.Inputs;
import java.util.Arrays;
import java.util.Collections;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** A first layer that leaves out inputs of zero, against plain loops over all of them. */
class SparseLayerTest {
  private static final int LANES = 16;

  /** Inputs of which a part is not zero, every third one in no example at all. */
  private static DataSet data(int examples, int inputs, double part, RandomGenerator random) {
    double[] table = new double[examples * inputs];
    for (int i = 0; i < table.length; i++) {
      boolean zero = i % inputs % 3 == 2 || random.nextDouble() > part;
      table[i] = zero ? 0.0 : random.nextGaussian();
    }
    int[] labels = new int[examples];
    Arrays.setAll(labels, d -> d % 3);
    return DataSet.ofClasses(
        "sparse", Collections.nCopies(inputs, "x"), Collections.nCopies(3, "c"), table, labels);
  }

  @Property(tries = 200, seed = "20")
  void productsHaveTheBitsOfPlainLoops(
      @ForAll @IntRange(min = 2, max = 40) int examples,
      @ForAll @IntRange(min = 1, max = 150) int inputs,
      @ForAll @IntRange(min = 1, max = 37) int units,
      @ForAll @DoubleRange(max = 1.0) double part,
      @ForAll long seed) {
    RandomGenerator random = RandomStreams.of(seed, 0);
    DataSet data = data(examples, inputs, part, random);
    int n = units * (inputs + 1);
    double[] x = Inputs.gaussian(random, n);
    double[] v = Inputs.gaussian(random, n);
    double[][] delta = new double[units][];
    Arrays.setAll(delta, j -> Inputs.gaussian(random, examples));
    SparseWeights weights = new SparseWeights(units, inputs);
    SparseLayer layer =
        new SparseLayer(units, inputs, LANES, true, SparseInputs.of(data, LANES), weights);
    // Twice, since workspaces are used again.
    for (int round = 0; round < 2; round++) {
      double[] sums = new double[n];
      weights.moveTo(x);
      weights.moveAlong(v);
      layer.clearSums();
      for (int first = 0; first < examples; first += LANES) {
        int m = Math.min(LANES, examples - first);
        layer.read(data.table(), first, m);
        layer.fillSums(x, m);
        layer.fillSumTangents(v, m);
        assertSums(layer.z, data, first, m, x);
        assertSums(layer.zTangent, data, first, m, v);
        for (int j = 0; j < units; j++) {
          System.arraycopy(delta[j], first, layer.delta[j], 0, m);
        }
        layer.addLinkProducts(layer.delta, m);
      }
      layer.takeSums(sums);
      assertThat(sums).isEqualTo(products(delta, data));
    }
  }

  private static void assertSums(double[][] found, DataSet data, int first, int m, double[] x) {
    int inputs = data.inputs();
    for (int j = 0; j < found.length; j++) {
      int at = j * (inputs + 1);
      for (int i = 0; i < m; i++) {
        double sum = x[at + inputs];
        for (int k = 0; k < inputs; k++) {
          sum += x[at + k] * data.input(first + i, k);
        }
        assertThat(found[j][i]).isEqualTo(sum);
      }
    }
  }

  private static double[] products(double[][] delta, DataSet data) {
    int inputs = data.inputs();
    double[] sums = new double[delta.length * (inputs + 1)];
    for (int j = 0; j < delta.length; j++) {
      for (int k = 0; k < inputs; k++) {
        double sum = 0.0;
        for (int d = 0; d < data.examples(); d++) {
          sum += delta[j][d] * data.input(d, k);
        }
        sums[j * (inputs + 1) + k] = sum;
      }
    }
    return sums;
  }

  @Property(tries = 12, seed = "21")
  void lossAgreesWithFourExamplesAtATime(
      @ForAll @IntRange(min = 3, max = 45) int units, @ForAll long seed) {
    RandomGenerator random = RandomStreams.of(seed, 0);
    DataSet data = data(201, 67, 0.5, random);
    assertThat(SparseInputs.suit(data)).isTrue();
    Layout layout =
        Layout.byLayer(
            Architecture.of(67, Activation.TANH, new int[] {units}, 3, OutputLayer.SOFTMAX));
    BatchedLoss batched = new BatchedLoss(layout, data, false);
    DenseLoss plain = new DenseLoss(layout, data, false);
    int n = layout.dimension();
    double[] x = Inputs.gaussian(random, n);
    double[] v = Inputs.gaussian(random, n);
    double[] expected = new double[n];
    double[] found = new double[n];
    double energy = plain.gradient(x, expected);
    assertThat(batched.gradient(x, found)).isCloseTo(energy, within(1e-13 * energy));
    assertThat(batched.value(x)).isEqualTo(batched.gradient(x, new double[n]));
    assertNear(found, expected);
    double[] product = new double[n];
    plain.hessianProduct(x, v, product);
    double[] first = new double[n];
    batched.hessianProduct(x, v, first);
    assertNear(first, product);
    // What was kept of the point gives the same bits after an evaluation elsewhere.
    batched.gradient(v, new double[n]);
    double[] again = new double[n];
    batched.hessianProduct(x, v, again);
    assertThat(again).isEqualTo(first);
  }

  private static void assertNear(double[] found, double[] expected) {
    double size = Arrays.stream(expected).map(Math::abs).max().getAsDouble();
    for (int i = 0; i < expected.length; i++) {
      assertThat(found[i]).as("component %d", i).isCloseTo(expected[i], within(1e-13 * size));
    }
  }

  @Example
  void fullInputsAreNotSparse() {
    assertThat(SparseInputs.suit(data(20, 40, 1.0, RandomStreams.of(1, 0)))).isFalse();
    assertThat(SparseInputs.suit(data(20, 40, 0.3, RandomStreams.of(1, 0)))).isTrue();
  }
}
