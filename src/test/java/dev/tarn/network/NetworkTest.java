package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.sun.management.ThreadMXBean;
import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.explore.Effort;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.job.RandomStreams;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Architecture.HiddenLayer;
import dev.tarn.network.relu.Kink;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetricPotentialContract;
import dev.tarn.testing.Inputs;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static Architecture shape(DataSet data, OutputLayer output, HiddenLayer... hidden) {
    int outputs = output == OutputLayer.LOGISTIC ? 1 : data.outputNames().size();
    return new Architecture(data.inputs(), ImmutableList.copyOf(hidden), outputs, output);
  }

  @Nested
  class OneTanhLayer extends SymmetricPotentialContract {
    @Override
    protected Potential create() {
      DataSet data = DataSets.xor(2);
      Architecture shape = shape(data, OutputLayer.SOFTMAX, new HiddenLayer(3, Activation.TANH));
      return Network.of(shape, Penalty.all(shape, 1e-3), data);
    }
  }

  @Nested
  class TwoLayersOfDifferentKinds extends SymmetricPotentialContract {
    @Override
    protected Potential create() {
      DataSet data = DataSets.xor(3);
      Architecture shape =
          shape(
              data,
              OutputLayer.LOGISTIC,
              new HiddenLayer(2, Activation.TANH),
              new HiddenLayer(2, Activation.SOFTPLUS));
      return Network.of(shape, Penalty.all(shape, 1e-2), data);
    }
  }

  @Nested
  class LinearOutputs extends SymmetricPotentialContract {
    @Override
    protected Potential create() {
      DataSet data = DataSets.circles(10, 0.5, 0.1, 1).withTargets();
      Architecture shape = shape(data, OutputLayer.LINEAR, new HiddenLayer(2, Activation.LOGISTIC));
      return Network.of(shape, Penalty.all(shape, 1e-2), data);
    }
  }

  @Nested
  class FreeBiases extends SymmetricPotentialContract {
    @Override
    protected Potential create() {
      DataSet data = DataSets.spirals(5, 3, 0.5, 0.1, 1);
      Architecture shape = shape(data, OutputLayer.SOFTMAX, new HiddenLayer(2, Activation.TANH));
      return Network.of(shape, Penalty.links(shape, 1e-2), data);
    }
  }

  @Nested
  class NoHiddenLayer extends SymmetricPotentialContract {
    @Override
    protected Potential create() {
      DataSet data = DataSets.xor(2);
      Architecture shape = shape(data, OutputLayer.SOFTMAX);
      return Network.of(shape, Penalty.links(shape, 1e-2), data);
    }
  }

  private static Network relu() {
    DataSet data = DataSets.xor(2);
    Architecture shape =
        shape(
            data,
            OutputLayer.SOFTMAX,
            new HiddenLayer(2, Activation.RELU),
            new HiddenLayer(1, Activation.TANH),
            new HiddenLayer(1, Activation.RELU));
    return Network.of(shape, Penalty.all(shape, 1e-3), data);
  }

  @Test
  void kinksAreTheReluUnitsWithoutInput() {
    Network network = relu();
    Layout at = network.layout();
    double[] x = new double[network.dimension()];
    Arrays.fill(x, 0.3);
    // Unit 1 of the first layer: x_1 - 1e-7, so zero within the tolerance for (0, 0) and (0, 1).
    x[at.link(1, 1, 0)] = 1.0;
    x[at.link(1, 1, 1)] = 0.0;
    x[at.bias(1, 1)] = -1e-7;
    assertThat(network.kinked().evaluator().kinks(x, 1e-6))
        .containsExactly(new Kink(1, 1, 0, -1e-7), new Kink(1, 1, 1, -1e-7));
    assertThat(network.kinked().evaluator().kinks(x, 1e-8)).isEmpty();
    // Everything is zero at the origin; the tanh layer has no kinks.
    assertThat(network.kinked().evaluator().kinks(new double[x.length], 0.0))
        .hasSize(4 * 3)
        .allMatch(kink -> kink.layer() != 2 && kink.sum() == 0.0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.kinked().evaluator().kinks(new double[2], 1.0));
  }

  @Test
  void kinksOfTheLastExamplesAreSeen() {
    DataSet data = DataSets.moons(6, 0.0, 1);
    Architecture shape = shape(data, OutputLayer.SOFTMAX, new HiddenLayer(1, Activation.RELU));
    Network network = Network.of(shape, Penalty.all(shape, 1e-3), data);
    double[] x = new double[network.dimension()];
    x[network.layout().link(1, 0, 0)] = 1.0;
    x[network.layout().bias(1, 0)] = -data.input(5, 0);
    assertThat(network.kinked().evaluator().kinks(x, 1e-12))
        .containsExactly(new Kink(1, 0, 5, 0.0));
  }

  @Test
  void denseHessiansOfLargeNetworksAreRefused() {
    DataSet data = DataSets.xor(2);
    Architecture shape = shape(data, OutputLayer.SOFTMAX, new HiddenLayer(1000, Activation.TANH));
    Network network = Network.of(shape, Penalty.all(shape, 1e-3), data);
    assertThat(network).hasToString("2-1000-2 tanh softmax on XOR");
    assertThat(network.dimension()).isEqualTo(5002);
    assertThat(network.evaluator().hasAnalyticHessian()).isFalse();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(
            () -> network.evaluator().hessian(new double[5002], new double[5002], new double[0]))
        .withMessageContainingAll("5002", "4096", "hessianProduct");
    double[] product = new double[5002];
    double[] x = Inputs.gaussian(RandomStreams.of(1, 0), 5002);
    network.evaluator().hessianProduct(x, x, product);
    assertThat(product).doesNotContain(Double.NaN);
  }

  @Test
  void innerLoopsDoNotAllocate() {
    DataSet data = DataSets.spirals(5, 3, 1.0, 0.1, 1);
    Architecture shape =
        shape(
            data,
            OutputLayer.SOFTMAX,
            new HiddenLayer(3, Activation.ELU),
            new HiddenLayer(2, Activation.LOGISTIC));
    Network network = Network.of(shape, Penalty.links(shape, 1e-3), data);
    for (Potential each :
        List.of(
            network,
            network.reduction().orElseThrow().potential(),
            Network.xor(3, 1e-3),
            Network.xor(3, 1e-3).reduction().orElseThrow().potential())) {
      assertThat(allocated(each)).isLessThan(10_000);
    }
  }

  /** One object for each evaluation would be 64 kB or more; asking costs a little itself. */
  private static long allocated(Potential potential) {
    int n = potential.dimension();
    Evaluator evaluator = potential.evaluator();
    double[] x = Inputs.gaussian(RandomStreams.of(4, 0), n);
    double[] gradient = new double[n];
    double[] hessian = new double[n * n];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = 0L;
    for (int k = 0; k <= 1000; k++) {
      if (k == 1) {
        before = threads.getCurrentThreadAllocatedBytes();
      }
      evaluator.energy(x);
      evaluator.gradient(x, gradient);
      evaluator.hessian(x, gradient, hessian);
      evaluator.hessianProduct(x, x, gradient);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void anyNumberOfExamplesCountsAsManyTimes() {
    DataSet data = DataSets.moons(7, 0.2, 1);
    Architecture shape = shape(data, OutputLayer.SOFTMAX, new HiddenLayer(3, Activation.SOFTPLUS));
    double[] x = Inputs.gaussian(RandomStreams.of(2, 0), Layout.byLayer(shape).dimension());
    for (int count = 2; count <= 7; count++) {
      // One example of class 1 first.
      int[] chosen = IntStream.range(0, count).map(d -> (d + 6) % 7).toArray();
      DataSet some = data.select(chosen);
      Network network = Network.of(shape, Penalty.none(shape), some);
      double[] gradient = new double[x.length];
      double[] mean = new double[x.length];
      double energy = 0.0;
      for (int d : chosen) {
        int other = data.classOf(d) == 0 ? 6 : 0;
        Network pair = Network.of(shape, Penalty.none(shape), data.select(d, other));
        Network twice = Network.of(shape, Penalty.none(shape), data.select(other, d, d, d, d));
        double[] once = new double[x.length];
        double[] often = new double[x.length];
        // 5 twice - 2 pair = 3 d.
        energy +=
            (5.0 * twice.evaluator().gradient(x, often) - 2.0 * pair.evaluator().gradient(x, once))
                / (3.0 * count);
        for (int i = 0; i < mean.length; i++) {
          mean[i] += (5.0 * often[i] - 2.0 * once[i]) / (3.0 * count);
        }
      }
      assertThat(network.evaluator().gradient(x, gradient)).isCloseTo(energy, within(1e-13));
      assertThat(gradient).containsExactly(mean, within(1e-13));
    }
  }

  @Test
  void combinedPointsAreMadeOfTheUnitsOfBoth() {
    DataSet data = DataSets.xor(2);
    Architecture shape = shape(data, OutputLayer.SOFTMAX, new HiddenLayer(3, Activation.RELU));
    Network network = Network.of(shape, Penalty.all(shape, 1e-3), data);
    Layout at = network.layout();
    int n = network.dimension();
    double[] a = new double[n];
    double[] b = new double[n];
    Arrays.fill(a, 1.0);
    Arrays.fill(b, 2.0);
    RandomGenerator random = RandomStreams.of(3, 0);
    Set<Double> first = new HashSet<>();
    for (int k = 0; k < 40; k++) {
      double[] x = new double[n];
      network.combine(a, b, random, x);
      for (int j = 0; j < 3; j++) {
        double kind = x[at.bias(1, j)];
        assertThat(kind).isIn(1.0, 2.0);
        assertThat(x[at.link(1, j, 0)]).isEqualTo(kind);
        assertThat(x[at.link(1, j, 1)]).isEqualTo(kind);
        assertThat(x[at.link(2, 0, j)]).isEqualTo(kind);
        assertThat(x[at.link(2, 1, j)]).isEqualTo(kind);
      }
      assertThat(x[at.bias(2, 0)]).isEqualTo(x[at.bias(2, 1)]);
      first.add(x[at.bias(1, 0)]);
    }
    assertThat(first).containsExactlyInAnyOrder(1.0, 2.0);
  }

  @Test
  void aLandscapeOfTwoHiddenLayersIsComplete() {
    DataSet data = DataSets.xor(2);
    Architecture shape =
        shape(
            data,
            OutputLayer.LOGISTIC,
            new HiddenLayer(2, Activation.TANH),
            new HiddenLayer(1, Activation.TANH));
    Network network = Network.of(shape, Penalty.all(shape, 1e-2), data);
    Landscape landscape = Landscape.of(network);
    ExplorerSettings settings =
        ExplorerSettings.defaults().enumerating(Integer.MAX_VALUE).withEffort(Effort.LOW);
    new Explorer(network, settings).explore(landscape);
    // With all copies counted; a wrong orbit or a class counted twice would show.
    assertThat(landscape.morseSum()).isOne();
    assertThat(landscape.minima()).hasSizeGreaterThan(1);
    assertThat(landscape.transitionStates()).hasSizeGreaterThan(2);
  }
}
