package dev.tarn.testing;

import dev.tarn.data.DataSet;
import dev.tarn.job.RandomStreams;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Synthetic images: noisy copies of one random prototype for each class. */
public final class Images {
  private static final double DARK = 0.3;
  private static final double NOISE = 0.3;

  private Images() {}

  /** Images of as many pixels, the classes in turn. */
  public static DataSet data(int pixels, int classes, int examples) {
    RandomGenerator random = RandomStreams.of(7, 1);
    double[] prototypes = new double[classes * pixels];
    for (int i = 0; i < prototypes.length; i++) {
      prototypes[i] = random.nextDouble() < DARK ? 1.0 : 0.0;
    }
    double[] inputs = new double[examples * pixels];
    int[] labels = new int[examples];
    for (int d = 0; d < examples; d++) {
      labels[d] = d % classes;
      for (int i = 0; i < pixels; i++) {
        inputs[d * pixels + i] = prototypes[labels[d] * pixels + i] + NOISE * random.nextGaussian();
      }
    }
    return DataSet.ofClasses(
        "images", names("pixel ", pixels), names("class ", classes), inputs, labels);
  }

  private static List<String> names(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }

  /** A network of one tanh layer and a softmax on such images, everything regularised. */
  public static Network network(int pixels, int units, int classes, int examples, double lambda) {
    Architecture shape =
        Architecture.of(pixels, Activation.TANH, new int[] {units}, classes, OutputLayer.SOFTMAX);
    return Network.of(shape, Penalty.all(shape, lambda), data(pixels, classes, examples));
  }
}
