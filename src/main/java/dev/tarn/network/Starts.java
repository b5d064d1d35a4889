package dev.tarn.network;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Starting points for searches on a network's landscape. Immutable. */
final class Starts {
  private final Layout layout;
  private final NetworkGroup group;

  Starts(Layout layout, NetworkGroup group) {
    this.layout = layout;
    this.group = group;
  }

  /** As {@link Network#randomPoint} says. */
  void random(RandomGenerator random, double[] x) {
    double scale = StrictMath.pow(10.0, -3.0 + 4.5 * random.nextDouble());
    if (layout.isByUnit()) {
      randomByUnit(random, scale, x);
      return;
    }
    int top = layout.layers();
    for (int l = 1; l <= top; l++) {
      double width = scale * Math.sqrt(2.0 / Math.max(2, layout.width(l - 1)));
      int end = layout.bias(l, layout.width(l) - 1);
      for (int i = layout.link(l, 0, 0); i <= end; i++) {
        x[i] = width * random.nextGaussian();
      }
    }
    if (random.nextBoolean()) {
      new FixedSpace(x.length, List.of(group.randomPartialElement(random))).apply(x);
    }
  }

  /**
   * Units of few kinds, for the XOR network: some zero, and in half of the starts with structure
   * each kind mapped by the exchange of the inputs to itself, or the unit to the next one.
   */
  private void randomByUnit(RandomGenerator random, double scale, double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = scale * random.nextGaussian();
    }
    if (random.nextBoolean()) {
      return;
    }
    boolean swapSymmetric = random.nextBoolean();
    int hidden = layout.width(1);
    int size = layout.unit(1, 0).length;
    int first = layout.link(1, 0, 0);
    int second = layout.link(1, 0, 1);
    int kinds = 1 + random.nextInt(hidden);
    double[] templates = Arrays.copyOf(x, size * kinds);
    int selfSymmetric = random.nextInt(kinds + 1);
    for (int j = 0; j < hidden; j++) {
      int kind = random.nextInt(kinds + 1);
      if (kind == kinds) {
        Arrays.fill(x, size * j, size * (j + 1), 0.0);
        continue;
      }
      System.arraycopy(templates, size * kind, x, size * j, size);
      if (swapSymmetric && kind < selfSymmetric) {
        x[size * j + second] = x[size * j + first];
      } else if (swapSymmetric && j + 1 < hidden) {
        j++;
        System.arraycopy(templates, size * kind, x, size * j, size);
        x[size * j + first] = templates[size * kind + second];
        x[size * j + second] = templates[size * kind + first];
      }
    }
  }

  /** As {@link Network#combine} says. */
  void combine(double[] a, double[] b, RandomGenerator random, double[] x) {
    double[] other = new double[b.length];
    group.randomCopy(random, b, other);
    System.arraycopy(random.nextBoolean() ? a : other, 0, x, 0, x.length);
    int top = layout.layers();
    for (int l = 1; l < top; l++) {
      for (int j = 0; j < layout.width(l); j++) {
        double[] from = random.nextBoolean() ? a : other;
        for (int k = 0; k < layout.width(l - 1); k++) {
          copy(from, x, layout.link(l, j, k));
        }
        copy(from, x, layout.bias(l, j));
        for (int i = 0; l == top - 1 && i < layout.width(top); i++) {
          copy(from, x, layout.link(top, i, j));
        }
      }
    }
  }

  private static void copy(double[] from, double[] to, int at) {
    to[at] = from[at];
  }
}
