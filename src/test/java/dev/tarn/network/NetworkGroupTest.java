package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.network.Architecture.HiddenLayer;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Transformation;
import dev.tarn.testing.Inputs;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkGroupTest {

  private static Network network(
      DataSet data, OutputLayer output, int outputs, HiddenLayer... hidden) {
    Architecture architecture =
        new Architecture(data.inputs(), ImmutableList.copyOf(hidden), outputs, output);
    return Network.of(architecture, Penalty.all(architecture, 1e-2), data);
  }

  private static HiddenLayer layer(int units, Activation activation) {
    return new HiddenLayer(units, activation);
  }

  /** The corners of a square around the origin: flips of one input exchange the classes. */
  private static DataSet centredXor() {
    return DataSet.ofClasses(
        "centred XOR",
        List.of("x1", "x2"),
        List.of("0", "1"),
        new double[] {-1, -1, -1, 1, 1, -1, 1, 1},
        new int[] {0, 1, 1, 0});
  }

  // N! for each hidden layer, 2^N where tanh, and the symmetries of the data found by hand: the
  // swap of the inputs for XOR; the 8 symmetries of a square for the centred XOR, half of which
  // exchange the classes.
  static Stream<Arguments> networksWithTheirOrder() {
    DataSet xor = DataSets.xor(2);
    return Stream.of(
        Arguments.of(network(DataSets.moons(20, 0.1, 1), OutputLayer.LOGISTIC, 1), 1),
        Arguments.of(network(xor, OutputLayer.SOFTMAX, 2, layer(2, Activation.TANH)), 16),
        Arguments.of(network(xor, OutputLayer.LOGISTIC, 1, layer(2, Activation.RELU)), 4),
        Arguments.of(
            network(
                xor,
                OutputLayer.LOGISTIC,
                1,
                layer(2, Activation.SOFTPLUS),
                layer(2, Activation.TANH)),
            2 * 8 * 2),
        Arguments.of(network(centredXor(), OutputLayer.SOFTMAX, 2, layer(2, Activation.ELU)), 16),
        Arguments.of(network(centredXor(), OutputLayer.LOGISTIC, 1, layer(1, Activation.TANH)), 16),
        Arguments.of(
            network(centredXor().withTargets(), OutputLayer.LINEAR, 2, layer(1, Activation.TANH)),
            16),
        Arguments.of(
            network(DataSets.xor(3), OutputLayer.SOFTMAX, 2, layer(2, Activation.TANH)), 8 * 6),
        Arguments.of(
            network(
                xor,
                OutputLayer.SOFTMAX,
                2,
                layer(1, Activation.TANH),
                layer(2, Activation.TANH),
                layer(2, Activation.LOGISTIC)),
            2 * 8 * 2 * 2),
        Arguments.of(
            network(DataSets.moons(20, 0.1, 1), OutputLayer.SOFTMAX, 2, layer(2, Activation.ELU)),
            2));
  }

  @ParameterizedTest
  @MethodSource("networksWithTheirOrder")
  void groupIsThatOfBruteForce(Network network, int order) {
    assertThat(network.symmetry().order()).isEqualTo(BigInteger.valueOf(order));
    List<NetworkTransformation> group = BruteForce.elements(network);
    assertThat(group).hasSize(order);
    assertThat(group).containsAll(network.symmetry().dataSymmetries());
    assertThat(network.symmetry().isComplete()).isTrue();
    RandomGenerator random = RandomStreams.of(3, 0);
    for (int k = 0; k < 50; k++) {
      assertThat(group).contains(network.symmetry().randomElement(random));
    }
  }

  @ParameterizedTest
  @MethodSource("networksWithTheirOrder")
  void nearestCopyAndOrbitAreThoseOfBruteForce(Network network, int order) {
    List<NetworkTransformation> group = BruteForce.elements(network);
    assertThat(group).hasSize(order);
    SymmetryGroup symmetry = network.symmetry();
    List<double[]> points = Inputs.random(network, 30);
    double[] copy = new double[network.dimension()];
    for (double[] x : points) {
      double[] reference = points.get(7);
      double distance = symmetry.nearestCopy(x, reference, copy);
      double exact = BruteForce.nearest(group, x, reference);
      assertThat(distance).isCloseTo(exact, within(1e-8));
      assertThat(Vectors.distance(copy, reference)).isEqualTo(distance);
      assertThat(BruteForce.nearest(group, x, copy)).isLessThan(1e-12);
      assertThat(symmetry.orbitSize(x))
          .isEqualTo(BigInteger.valueOf(BruteForce.orbitSize(group, x)));
    }
  }

  @ParameterizedTest
  @MethodSource("networksWithTheirOrder")
  void fixedSpaceIsTheAverageOverTheStabiliser(Network network, int order) {
    List<NetworkTransformation> group = BruteForce.elements(network);
    assertThat(group).hasSize(order);
    for (double[] x : Inputs.random(network, 20)) {
      List<NetworkTransformation> stabiliser =
          group.stream().filter(g -> Vectors.distance(g.apply(x), x) < 1e-9).toList();
      assertThat(List.<Transformation>copyOf(stabiliser))
          .containsAll(network.symmetry().stabiliserGenerators(x));
      double[] point = Inputs.gaussian(RandomStreams.of(5, 0), x.length);
      double[] mean = new double[x.length];
      for (NetworkTransformation element : stabiliser) {
        double[] image = element.apply(point);
        for (int i = 0; i < mean.length; i++) {
          mean[i] += image[i] / stabiliser.size();
        }
      }
      network.symmetry().fixedSpace(x).apply(point);
      assertThat(point).containsExactly(mean, within(1e-13));
    }
  }

  @ParameterizedTest
  @MethodSource("networksWithTheirOrder")
  void transporterTakesOnePointToTheOther(Network network, int order) {
    RandomGenerator random = RandomStreams.of(6, order);
    for (double[] x : Inputs.random(network, 20)) {
      double[] y = network.symmetry().randomElement(random).apply(x);
      Transformation element = network.symmetry().transporter(x, y).orElseThrow();
      assertThat(element.apply(x)).containsExactly(y, within(1e-8));
      y[0] += 2e-3;
      assertThat(network.symmetry().transporter(x, y)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"4, 4, 4", "6, 6, 6", "10, 3, 10"})
  void copiesOfLargeNetworksAreRecognised(int first, int second, int third) {
    Network network =
        network(
            DataSets.xor(2),
            OutputLayer.SOFTMAX,
            2,
            layer(first, Activation.TANH),
            layer(second, Activation.TANH),
            layer(third, Activation.TANH));
    RandomGenerator random = RandomStreams.of(8, first);
    double[] copy = new double[network.dimension()];
    for (double[] x : Inputs.random(network, 20)) {
      network.symmetry().randomCopy(random, x, copy);
      assertThat(network.symmetry().nearestCopy(copy, x, copy)).isLessThan(1e-8);
    }
  }

  @Test
  void wholeGroupOfALargeNetworkFixesTheOrigin() {
    Network network =
        network(
            DataSets.xor(2),
            OutputLayer.SOFTMAX,
            2,
            layer(8, Activation.TANH),
            layer(8, Activation.TANH));
    double[] zero = new double[network.dimension()];
    assertThat(network.symmetry().orbitSize(zero)).isEqualTo(BigInteger.ONE);
    double[] point = Inputs.gaussian(RandomStreams.of(9, 0), zero.length);
    double[] before = point.clone();
    network.symmetry().fixedSpace(zero).apply(point);
    Layout at = network.layout();
    // Only the output biases feel none of it.
    for (int i = 0; i < point.length; i++) {
      boolean free = i == at.bias(3, 0) || i == at.bias(3, 1);
      assertThat(point[i]).isEqualTo(free ? before[i] : 0.0);
    }
  }

  @Test
  void dataWithTooManySymmetriesKeepTheIdentityAndSaySo() {
    // Eight bits can be permuted in 40320 ways.
    Network network = network(DataSets.xor(8), OutputLayer.SOFTMAX, 2, layer(1, Activation.RELU));
    assertThat(network.symmetry().isComplete()).isFalse();
    assertThat(network.symmetry().order()).isEqualTo(BigInteger.ONE);
  }

  @Test
  void pointsThatDifferAlongNullDirectionsAreEqual() {
    Architecture architecture =
        Architecture.of(2, Activation.TANH, new int[] {3}, 2, OutputLayer.SOFTMAX);
    Network network = Network.of(architecture, Penalty.links(architecture, 0.1), DataSets.xor(2));
    assertThat(network.nullDirections()).hasSize(1);
    double[] x = Inputs.gaussian(RandomStreams.of(10, 0), network.dimension());
    double[] y = network.symmetry().randomElement(RandomStreams.of(10, 1)).apply(x);
    y[network.layout().bias(2, 0)] += 1.5;
    y[network.layout().bias(2, 1)] += 1.5;
    double[] copy = new double[x.length];
    assertThat(network.symmetry().nearestCopy(y, x, copy)).isLessThan(1e-14);
    assertThat(copy).containsExactly(x, within(1e-14));
    assertThat(network.symmetry().transporter(y, x)).isPresent();
    double[] canonical = new double[x.length];
    network.symmetry().canonical(x, copy);
    network.symmetry().canonical(y, canonical);
    assertThat(canonical).containsExactly(copy, within(1e-14));
    double[] moved = y.clone();
    network.symmetry().fixedSpace(x).apply(moved);
    assertThat(moved).containsExactly(y, within(1e-15));
  }

  @Test
  void pointsThatAreNotFiniteDoNotHang() {
    Network network =
        network(
            DataSets.xor(2),
            OutputLayer.SOFTMAX,
            2,
            layer(3, Activation.TANH),
            layer(3, Activation.TANH));
    HostilePoints.assertAnswered(network, 0, 13, Duration.ofSeconds(20));
  }

  @Test
  void elementsFormAGroup() {
    Network network = network(centredXor(), OutputLayer.SOFTMAX, 2, layer(3, Activation.TANH));
    RandomGenerator random = RandomStreams.of(14, 0);
    double[] x = Inputs.gaussian(random, network.dimension());
    for (int k = 0; k < 20; k++) {
      NetworkTransformation a = network.symmetry().randomElement(random);
      NetworkTransformation b = network.symmetry().randomElement(random);
      assertThat(a.after(b).apply(x)).containsExactly(a.apply(b.apply(x)));
      assertThat(a.inverse().after(a).isIdentity()).isTrue();
      assertThat(a.after(b).inverse()).isEqualTo(b.inverse().after(a.inverse()));
      assertThat(a.after(b).inverse()).hasSameHashCodeAs(b.inverse().after(a.inverse()));
      assertThat(Arrays.equals(a.apply(x), x)).isEqualTo(a.isIdentity());
    }
  }

  @Test
  void elementsSpeakForThemselves() {
    Network network = network(DataSets.xor(2), OutputLayer.SOFTMAX, 2, layer(2, Activation.TANH));
    List<NetworkTransformation> data = network.symmetry().dataSymmetries();
    assertThat(data.get(0)).hasToString("identity");
    assertThat(data.get(1)).hasToString("swap inputs");
    NetworkTransformation units =
        NetworkTransformation.ofLayer(
            network.layout(), 1, SignedPermutation.of(new int[] {1, 0}, new int[] {1, -1}));
    assertThat(units.after(data.get(1))).hasToString("swap inputs, units (0 1), flip 1");
    NetworkTransformation outputs =
        NetworkTransformation.ofLayer(
            network.layout(), 2, SignedPermutation.of(new int[] {1, 0}, new int[] {1, 1}));
    assertThat(outputs).hasToString("swap outputs");
  }
}
