package dev.tarn.network;

import java.util.List;
import java.util.random.RandomGenerator;

/** Starting points for searches on a fully connected network's landscape. Immutable. */
final class DenseStarts {
  private final DenseParameters parameters;
  private final Architecture architecture;
  private final DenseSymmetry symmetry;

  DenseStarts(DenseParameters parameters, DenseSymmetry symmetry) {
    this.parameters = parameters;
    this.symmetry = symmetry;
    architecture = parameters.architecture();
  }

  /** As {@link DenseNetwork#randomPoint} says. */
  void random(RandomGenerator random, double[] x) {
    double scale = StrictMath.pow(10.0, -3.0 + 4.5 * random.nextDouble());
    for (int l = 1; l <= architecture.layers(); l++) {
      double width = scale * Math.sqrt(2.0 / Math.max(2, architecture.width(l - 1)));
      int end = parameters.bias(l, architecture.width(l) - 1);
      for (int i = parameters.row(l, 0); i <= end; i++) {
        x[i] = width * random.nextGaussian();
      }
    }
    if (random.nextBoolean()) {
      new FixedSpace(x.length, List.of(symmetry.randomPartialElement(random))).apply(x);
    }
  }

  /** As {@link DenseNetwork#combine} says. */
  void combine(double[] a, double[] b, RandomGenerator random, double[] x) {
    double[] other = new double[b.length];
    symmetry.randomCopy(random, b, other);
    int top = architecture.layers();
    System.arraycopy(random.nextBoolean() ? a : other, 0, x, 0, x.length);
    for (int l = 1; l < top; l++) {
      for (int j = 0; j < architecture.width(l); j++) {
        double[] from = random.nextBoolean() ? a : other;
        int row = parameters.row(l, j);
        System.arraycopy(from, row, x, row, parameters.bias(l, j) + 1 - row);
        for (int i = 0; l == top - 1 && i < architecture.outputs(); i++) {
          x[parameters.link(top, i, j)] = from[parameters.link(top, i, j)];
        }
      }
    }
  }
}
