package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.Vector;
import dev.tarn.testing.Inputs;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Null directions, whose number is found by hand. */
class NullDirectionsTest {

  private static Network network(
      DataSet data, OutputLayer output, double[] links, double[] biases, int... hidden) {
    int outputs = output == OutputLayer.LOGISTIC ? 1 : 2;
    Architecture shape = Architecture.of(data.inputs(), Activation.TANH, hidden, outputs, output);
    Penalty penalty = new Penalty(Vector.of(links), Vector.of(biases));
    return Network.of(shape, penalty, data);
  }

  private static double[] of(double... values) {
    return values;
  }

  /** The directions are orthonormal, and the Hessian takes them to zero. */
  private static void assertCount(Network network, int count) {
    List<double[]> directions = network.nullDirections();
    assertThat(directions).hasSize(count);
    int n = network.dimension();
    double[] x = Inputs.gaussian(RandomStreams.of(1, 0), n);
    double[] hessian = new double[n * n];
    network.evaluator().hessian(x, new double[n], hessian);
    for (double[] a : directions) {
      for (double[] b : directions) {
        double dot = 0.0;
        for (int i = 0; i < n; i++) {
          dot += a[i] * b[i];
        }
        assertThat(dot).isCloseTo(a == b ? 1.0 : 0.0, within(1e-14));
      }
      for (int i = 0; i < n; i++) {
        double sum = 0.0;
        for (int j = 0; j < n; j++) {
          sum += hessian[i * n + j] * a[j];
        }
        assertThat(sum).isCloseTo(0.0, within(1e-14));
      }
    }
  }

  @Test
  void aRegularisedNetworkHasNone() {
    DataSet xor = DataSets.xor(2);
    assertCount(network(xor, OutputLayer.SOFTMAX, of(1e-3, 1e-3), of(1e-3, 1e-3), 2), 0);
    assertCount(network(xor, OutputLayer.SOFTMAX, of(1e-3, 1e-3), of(0, 1e-3), 2), 0);
  }

  @Test
  void aSoftmaxDoesNotFeelCommonShifts() {
    DataSet xor = DataSets.xor(2);
    assertCount(network(xor, OutputLayer.SOFTMAX, of(1e-3, 1e-3), of(0, 0), 3), 1);
    assertCount(network(xor, OutputLayer.SOFTMAX, of(1e-3, 0), of(1e-3, 1e-3), 3), 3);
    assertCount(network(xor, OutputLayer.SOFTMAX, of(1e-3, 0), of(1e-3, 0), 3), 4);
    assertCount(network(xor, OutputLayer.LOGISTIC, of(1e-3, 0), of(1e-3, 0), 3), 0);
  }

  @Test
  void withoutHiddenLayersTheShiftsAreThoseOfTheInputs() {
    assertCount(network(DataSets.xor(2), OutputLayer.SOFTMAX, of(0), of(0)), 3);
  }

  /** The second input is always zero, the third equals the first, the fourth is always 2. */
  private static DataSet dependent() {
    return DataSet.ofClasses(
        "dependent",
        List.of("a", "b", "c", "d"),
        List.of("0", "1"),
        new double[] {0.5, 0, 0.5, 2, -1.5, 0, -1.5, 2, 3, 0, 3, 2, 0.25, 0, 0.25, 2},
        new int[] {0, 1, 1, 0});
  }

  @Test
  void inputsThatDependOnEachOtherGiveOneForEachUnit() {
    double[] regularised = of(1e-3, 1e-3);
    assertCount(network(dependent(), OutputLayer.LOGISTIC, regularised, regularised, 2), 0);
    // b, and a - c.
    assertCount(network(dependent(), OutputLayer.LOGISTIC, of(0, 1e-3), regularised, 2), 4);
    // d less twice the bias as well.
    assertCount(network(dependent(), OutputLayer.LOGISTIC, of(0, 1e-3), of(0, 1e-3), 2), 6);
  }

  @Test
  void directionsOfBothKindsAreNotCountedTwice() {
    // For the two outputs: 5 common shifts, and of the 6 combinations their 3 differences.
    assertCount(network(dependent(), OutputLayer.SOFTMAX, of(0), of(0)), 8);
  }

  /**
   * 784 inputs of 20 examples leave 765 directions to each of 100 units, too many to be written
   * down.
   */
  @Test
  void manyInputsOfFewExamplesTakeNoMemory() {
    int inputs = 784;
    int examples = 20;
    double[] values = new double[examples * inputs];
    RandomGenerator random = RandomStreams.of(5, 0);
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(4) == 0 ? random.nextDouble() : 0.0;
    }
    int[] classes = IntStream.range(0, examples).map(d -> d % 2).toArray();
    List<String> names = IntStream.range(0, inputs).mapToObj(k -> "p" + k).toList();
    DataSet data = DataSet.ofClasses("images", names, List.of("0", "1"), values, classes);
    Architecture shape =
        Architecture.of(inputs, Activation.ELU, new int[] {100}, 1, OutputLayer.LOGISTIC);
    Network network = Network.of(shape, Penalty.none(shape), data);
    double[] x = Inputs.gaussian(random, network.dimension());
    double[] without = new NullSpace(network.layout(), network.penalty(), data).without(x);
    assertThat(network.evaluator().energy(without))
        .isCloseTo(network.evaluator().energy(x), within(1e-10));
    // What is left of a unit are the 20 numbers that the examples feel.
    assertThat(Vectors.norm(without)).isLessThan(0.4 * Vectors.norm(x));
    assertThat(new NullSpace(network.layout(), network.penalty(), data).without(without))
        .containsExactly(without, within(1e-12));
  }
}
