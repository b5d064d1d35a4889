package dev.tarn.network;

import com.google.common.collect.ImmutableList;
import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.job.RandomStreams;
import dev.tarn.network.Architecture.HiddenLayer;
import dev.tarn.potential.Vector;
import dev.tarn.testing.Inputs;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Networks of every kind on random data, for properties. */
final class RandomNetworks {
  private static final int INPUTS = 2;

  private RandomNetworks() {}

  /** Every activation in every layer, every output, 0 to 3 hidden layers, some groups free. */
  static Arbitrary<Network> any() {
    Arbitrary<HiddenLayer> layer =
        Combinators.combine(
                Arbitraries.integers().between(1, 3), Arbitraries.of(Activation.values()))
            .as(HiddenLayer::new);
    Arbitrary<List<Double>> coefficients = Arbitraries.of(0.0, 1e-3, 0.4).list().ofSize(8);
    return Combinators.combine(
            layer.list().ofMinSize(0).ofMaxSize(3),
            Arbitraries.of(OutputLayer.values()),
            coefficients,
            Arbitraries.integers().between(2, 9),
            Arbitraries.longs())
        .as(RandomNetworks::make);
  }

  private static Network make(
      List<HiddenLayer> hidden,
      OutputLayer output,
      List<Double> coefficients,
      int examples,
      long seed) {
    int outputs = output == OutputLayer.LOGISTIC ? 1 : 2 + (int) Math.floorMod(seed, 2L);
    Architecture architecture =
        new Architecture(INPUTS, ImmutableList.copyOf(hidden), outputs, output);
    int layers = architecture.layers();
    Penalty penalty =
        new Penalty(
            Vector.of(coefficients.subList(0, layers).stream().mapToDouble(Double::doubleValue)),
            Vector.of(
                coefficients.subList(4, 4 + layers).stream().mapToDouble(Double::doubleValue)));
    return Network.of(architecture, penalty, data(architecture, examples, seed));
  }

  /** Gaussian inputs with random classes or targets, the first examples of different classes. */
  static DataSet data(Architecture architecture, int examples, long seed) {
    RandomGenerator random = RandomStreams.of(seed, 17);
    double[] table = Inputs.gaussian(random, examples * architecture.inputs());
    List<String> inputs = names("x", architecture.inputs());
    if (!architecture.output().isClassifier()) {
      double[] targets = Inputs.gaussian(random, examples * architecture.outputs());
      return DataSet.ofTargets(
          "random", inputs, names("t", architecture.outputs()), table, targets);
    }
    int classes = Math.max(2, architecture.outputs());
    int[] labels = new int[examples];
    for (int d = 0; d < examples; d++) {
      labels[d] = d < 2 ? d : random.nextInt(classes);
    }
    return DataSet.ofClasses("random", inputs, names("c", classes), table, labels);
  }

  private static List<String> names(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(k -> prefix + k).toList();
  }

  /** The same network on the XOR data, whose inputs can be exchanged. */
  static Network onSymmetricData(Network network) {
    Architecture old = network.architecture();
    boolean linear = old.output() == OutputLayer.LINEAR;
    int outputs = old.output() == OutputLayer.LOGISTIC ? 1 : 2;
    Architecture architecture = new Architecture(INPUTS, old.hidden(), outputs, old.output());
    DataSet xor = DataSets.xor(INPUTS);
    return Network.of(architecture, network.penalty(), linear ? xor.withTargets() : xor);
  }
}
