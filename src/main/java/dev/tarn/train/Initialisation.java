package dev.tarn.train;

import dev.tarn.network.Layout;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * How the weights of a network are drawn before training, layer by layer. Immutable.
 *
 * <p>With {@code in} nodes below a layer and {@code out} nodes in it:
 *
 * <table>
 * <caption>The laws</caption>
 * <tr><th>law</th><th>links</th><th>source</th></tr>
 * <tr><td>normal</td><td>normal, standard deviation {@code scale}</td><td></td></tr>
 * <tr><td>uniform</td><td>uniform on {@code [-scale, scale)}</td><td></td></tr>
 * <tr><td>glorot-uniform</td><td>uniform, bound {@code scale sqrt(6 / (in + out))}</td>
 * <td>Glorot and Bengio, AISTATS 2010, eq. 16</td></tr>
 * <tr><td>glorot-normal</td><td>normal, standard deviation {@code scale sqrt(2 / (in + out))}</td>
 * <td>the same, eq. 12</td></tr>
 * <tr><td>he-uniform</td><td>uniform, bound {@code scale sqrt(6 / in)}</td>
 * <td>He, Zhang, Ren and Sun, ICCV 2015, the variance of eq. 10</td></tr>
 * <tr><td>he-normal</td><td>normal, standard deviation {@code scale sqrt(2 / in)}</td>
 * <td>the same, eq. 10</td></tr>
 * </table>
 *
 * <p>The published Glorot and He laws have the scale 1. Normal laws are not truncated.
 *
 * @param law the law of the links
 * @param scale a standard deviation, a bound, or a factor, as the table says; positive
 * @param drawsBiases whether biases are drawn as the links of their layer are; otherwise they are
 *     zero
 */
public record Initialisation(Law law, double scale, boolean drawsBiases) implements Serializable {

  /** A family of laws. */
  public enum Law {
    /** A normal law of given standard deviation. */
    NORMAL,
    /** A uniform law between given bounds. */
    UNIFORM,
    /** Uniform, with the variance {@code 2 / (in + out)}. */
    GLOROT_UNIFORM,
    /** Normal, with the variance {@code 2 / (in + out)}. */
    GLOROT_NORMAL,
    /** Uniform, with the variance {@code 2 / in}. */
    HE_UNIFORM,
    /** Normal, with the variance {@code 2 / in}. */
    HE_NORMAL;

    /**
     * The name in files and on the command line.
     *
     * @return for example {@code "glorot-uniform"}
     */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The inverse of {@link #label()}.
     *
     * @param label for example {@code "he-normal"}
     * @return the constant
     * @throws IllegalArgumentException for any other text
     */
    public static Law of(String label) {
      for (Law law : values()) {
        if (law.label().equals(label)) {
          return law;
        }
      }
      throw new IllegalArgumentException(
          "the initialisation is one of "
              + Arrays.stream(values()).map(Law::label).collect(Collectors.joining(", "))
              + ", not \""
              + label
              + "\"");
    }

    private boolean isNormal() {
      return this == NORMAL || this == GLOROT_NORMAL || this == HE_NORMAL;
    }
  }

  /**
   * Checks the scale.
   *
   * @param law as above
   * @param scale as above
   * @param drawsBiases as above
   * @throws IllegalArgumentException if the scale is not positive and finite
   */
  public Initialisation {
    if (!(scale > 0.0) || Double.isInfinite(scale)) {
      throw new IllegalArgumentException(
          "the scale of the initialisation is positive, not " + scale);
    }
  }

  /**
   * A law with zero biases.
   *
   * @param law the law of the links
   * @param scale as above; 1 for the published Glorot and He laws
   * @return the initialisation
   * @throws IllegalArgumentException as the constructor
   */
  public static Initialisation of(Law law, double scale) {
    return new Initialisation(law, scale, false);
  }

  /**
   * The same with biases drawn as the links of their layer are.
   *
   * @return the copy
   */
  public Initialisation withBiases() {
    return new Initialisation(law, scale, true);
  }

  /**
   * The standard deviation of a normal law, or the bound of a uniform one.
   *
   * @param in the number of nodes below the layer, at least 1
   * @param out the number of nodes of the layer, at least 1
   * @return a positive number
   */
  public double width(int in, int out) {
    return switch (law) {
      case NORMAL, UNIFORM -> scale;
      case GLOROT_UNIFORM -> scale * Math.sqrt(6.0 / ((double) in + out));
      case GLOROT_NORMAL -> scale * Math.sqrt(2.0 / ((double) in + out));
      case HE_UNIFORM -> scale * Math.sqrt(6.0 / in);
      case HE_NORMAL -> scale * Math.sqrt(2.0 / in);
    };
  }

  /**
   * Draws all parameters of a network, layer by layer, each unit with its links and its bias.
   *
   * @param layout where they stand
   * @param random the source of randomness
   * @param x receives the parameters
   * @throws IllegalArgumentException if {@code x} has another length than the layout's dimension
   */
  public void draw(Layout layout, RandomGenerator random, double[] x) {
    layout.checkLength(x);
    List<Integer> widths = layout.architecture().widths();
    for (int l = 1; l <= layout.architecture().layers(); l++) {
      double width = width(widths.get(l - 1), widths.get(l));
      for (int j = 0; j < widths.get(l); j++) {
        for (int k = 0; k < widths.get(l - 1); k++) {
          x[layout.link(l, j, k)] = draw(width, random);
        }
        x[layout.bias(l, j)] = drawsBiases ? draw(width, random) : 0.0;
      }
    }
  }

  private double draw(double width, RandomGenerator random) {
    return law.isNormal()
        ? width * random.nextGaussian()
        : width * (2.0 * random.nextDouble() - 1.0);
  }
}
