package dev.tarn.data;

import dev.tarn.job.RandomStreams;
import dev.tarn.text.Numbers;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Classical small data sets. The same arguments give the same numbers on every Java version.
 *
 * <p>Angles are in radians. Noise and spread are standard deviations of independent Gaussian shifts
 * of both coordinates; 0 gives the clean curve.
 */
public final class DataSets {
  private static final int MAX_XOR_INPUTS = 16;
  private static final int MAX_EXAMPLES = 10_000_000;

  private DataSets() {}

  /**
   * Exclusive or: the parity of any number of bits. All {@code 2^k} inputs of zeros and ones, in
   * the order of the binary numbers, first input first; class 1 where the number of ones is odd.
   *
   * @param inputs the number of inputs {@code k}, from 1 to 16; 2 gives the data of the paper's
   *     network
   * @return {@code 2^k} examples of 2 classes
   * @throws IllegalArgumentException if {@code inputs} is out of range
   */
  public static DataSet xor(int inputs) {
    if (inputs < 1 || inputs > MAX_XOR_INPUTS) {
      throw new IllegalArgumentException(
          "the number of inputs of the XOR data is from 1 to "
              + MAX_XOR_INPUTS
              + ", not "
              + inputs);
    }
    int examples = 1 << inputs;
    double[] table = new double[examples * inputs];
    int[] classes = new int[examples];
    for (int d = 0; d < examples; d++) {
      for (int k = 0; k < inputs; k++) {
        table[d * inputs + k] = d >> (inputs - 1 - k) & 1;
      }
      classes[d] = Integer.bitCount(d) & 1;
    }
    List<String> names = IntStream.rangeClosed(1, inputs).mapToObj(k -> "x" + k).toList();
    String name = inputs == 2 ? "XOR" : "XOR of " + inputs + " inputs";
    return DataSet.ofClasses(name, names, List.of("0", "1"), table, classes);
  }

  /**
   * Gaussian clouds around the four XOR points (0,0), (0,1), (1,0), (1,1), of classes 0, 1, 1, 0.
   *
   * @param each the number of examples of each cloud, at least 1
   * @param spread the standard deviation in each direction, 0 or more
   * @param seed the seed
   * @return {@code 4 each} examples of 2 classes
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static DataSet xorBlobs(int each, double spread, long seed) {
    Plane plane = new Plane(4L * each, spread, "spread", seed);
    for (int corner = 0; corner < 4; corner++) {
      for (int i = 0; i < each; i++) {
        int first = corner >> 1;
        int second = corner & 1;
        plane.add(first, second, first ^ second);
      }
    }
    return plane.data("XOR blobs", 2);
  }

  /**
   * Two interleaving half circles, as {@code sklearn.datasets.make_moons} of scikit-learn defines
   * them: class 0 on {@code (cos t, sin t)}, class 1 on {@code (1 - cos t, 1/2 - sin t)}, {@code t}
   * evenly spaced from 0 to pi, both ends included.
   *
   * @param examples the number of examples, at least 2; class 1 gets the odd one
   * @param noise the standard deviation of the shifts, 0 or more
   * @param seed the seed
   * @return the examples of class 0, then those of class 1
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static DataSet moons(int examples, double noise, long seed) {
    Plane plane = new Plane(examples, noise, "noise", seed);
    int outer = examples / 2;
    for (int i = 0; i < outer; i++) {
      double t = Math.PI * i / Math.max(1, outer - 1);
      plane.add(StrictMath.cos(t), StrictMath.sin(t), 0);
    }
    int inner = examples - outer;
    for (int i = 0; i < inner; i++) {
      double t = Math.PI * i / Math.max(1, inner - 1);
      plane.add(1.0 - StrictMath.cos(t), 0.5 - StrictMath.sin(t), 1);
    }
    return plane.data("two moons", 2);
  }

  /**
   * Two concentric circles, as {@code sklearn.datasets.make_circles} of scikit-learn defines them:
   * class 0 on the circle of radius 1, class 1 on that of radius {@code factor}, evenly spaced.
   *
   * @param examples the number of examples, at least 2; class 1 gets the odd one
   * @param factor the radius of the inner circle, between 0 and 1; scikit-learn takes 0.8
   * @param noise the standard deviation of the shifts, 0 or more
   * @param seed the seed
   * @return the examples of class 0, then those of class 1
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static DataSet circles(int examples, double factor, double noise, long seed) {
    if (!(factor > 0.0 && factor < 1.0)) {
      throw new IllegalArgumentException(
          "the radius of the inner circle is between 0 and 1, not " + factor);
    }
    Plane plane = new Plane(examples, noise, "noise", seed);
    int outer = examples / 2;
    for (int c = 0; c < 2; c++) {
      int count = c == 0 ? outer : examples - outer;
      double radius = c == 0 ? 1.0 : factor;
      for (int i = 0; i < count; i++) {
        double t = 2.0 * Math.PI * i / count;
        plane.add(radius * StrictMath.cos(t), radius * StrictMath.sin(t), c);
      }
    }
    return plane.data("concentric circles of radius 1 and " + Numbers.typed(factor), 2);
  }

  /**
   * Interleaved spirals, one arm for each class: for arm {@code c} of {@code C} and {@code t} in
   * even steps up to 1, radius {@code t} and angle {@code 2 pi (turns t + c / C)}.
   *
   * @param each the number of examples of each arm, at least 1
   * @param arms the number of arms, at least 2
   * @param turns how often an arm winds around the origin, finite
   * @param noise the standard deviation of the shifts, 0 or more
   * @param seed the seed
   * @return {@code each * arms} examples, arm after arm
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static DataSet spirals(int each, int arms, double turns, double noise, long seed) {
    if (arms < 2) {
      throw new IllegalArgumentException("there are at least 2 spiral arms, not " + arms);
    }
    if (!Double.isFinite(turns)) {
      throw new IllegalArgumentException("the number of turns is finite, not " + turns);
    }
    Plane plane = new Plane((long) each * arms, noise, "noise", seed);
    for (int c = 0; c < arms; c++) {
      for (int i = 1; i <= each; i++) {
        double t = (double) i / each;
        double angle = 2.0 * Math.PI * (turns * t + (double) c / arms);
        plane.add(t * StrictMath.cos(angle), t * StrictMath.sin(angle), c);
      }
    }
    return plane.data(arms + " spirals of " + Numbers.typed(turns) + " turns", arms);
  }

  /** Points of a plane with their classes, under construction. */
  private static final class Plane {
    private final double[] table;
    private final int[] classes;
    private final String provenance;
    private final double noise;
    private final RandomGenerator random;
    private int size;

    Plane(long examples, double noise, String noiseName, long seed) {
      if (examples < 2 || examples > MAX_EXAMPLES) {
        throw new IllegalArgumentException(
            "the number of examples is from 2 to " + MAX_EXAMPLES + ", not " + examples);
      }
      if (!(noise >= 0.0) || Double.isInfinite(noise)) {
        throw new IllegalArgumentException(
            "the " + noiseName + " is a number from 0 on, not " + noise);
      }
      this.noise = noise;
      table = new double[2 * (int) examples];
      classes = new int[(int) examples];
      random = RandomStreams.of(seed, 0);
      provenance =
          ", "
              + examples
              + " examples, "
              + noiseName
              + " "
              + Numbers.typed(noise)
              + ", seed "
              + seed;
    }

    void add(double first, double second, int label) {
      table[2 * size] = first + noise * random.nextGaussian();
      table[2 * size + 1] = second + noise * random.nextGaussian();
      classes[size] = label;
      size++;
    }

    DataSet data(String what, int classCount) {
      List<String> classNames = IntStream.range(0, classCount).mapToObj(Integer::toString).toList();
      return DataSet.ofClasses(what + provenance, List.of("x1", "x2"), classNames, table, classes);
    }
  }
}
