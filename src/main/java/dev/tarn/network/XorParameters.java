package dev.tarn.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where each weight and bias of the XOR network stands in the array of parameters.
 *
 * <p>The order is unit by unit: for hidden unit {@code j = 0 .. N_h - 1} the five numbers {@code
 * w(1)_0j, w(1)_1j, w(2)_j1, w(2)_j2, b_j}, then the output biases {@code b_0, b_1}; {@code 5 N_h +
 * 2} in all. The names are those of equation 1 of Mehta, Zhao, Bernal and Wales, Phys. Rev. E 97,
 * 052307 (2018), with hidden units counted from 0.
 *
 * @param hidden the number of hidden units {@code N_h}, at least 1
 */
public record XorParameters(int hidden) {
  /** The number of parameters of one hidden unit. */
  static final int UNIT = 5;

  /** The number of output nodes, which is the number of classes. */
  public static final int OUTPUTS = 2;

  /** The number of input nodes. */
  public static final int INPUTS = 2;

  private static final int MAX_HIDDEN = 1_000_000;

  /**
   * Checks the number of units.
   *
   * @param hidden as above
   * @throws IllegalArgumentException if {@code hidden} is less than 1 or more than a million
   */
  public XorParameters {
    if (hidden < 1 || hidden > MAX_HIDDEN) {
      throw new IllegalArgumentException(
          "the number of hidden units is from 1 to " + MAX_HIDDEN + ", not " + hidden);
    }
  }

  /**
   * The number of parameters.
   *
   * @return {@code 5 N_h + 2}
   */
  public int dimension() {
    return UNIT * hidden + OUTPUTS;
  }

  /**
   * The position of {@code w(1)_ij}, the weight from hidden unit {@code j} to output {@code i}.
   *
   * @param i the output, 0 or 1
   * @param j the hidden unit, from 0
   * @return the index into the array of parameters
   */
  public int output(int i, int j) {
    return UNIT * checkUnit(j) + check("output", i, OUTPUTS);
  }

  /**
   * The position of {@code w(2)_jk}, the weight from an input to hidden unit {@code j}.
   *
   * @param j the hidden unit, from 0
   * @param k the input, 0 or 1
   * @return the index into the array of parameters
   */
  public int hidden(int j, int k) {
    return UNIT * checkUnit(j) + OUTPUTS + check("input", k, INPUTS);
  }

  /**
   * The position of {@code b_j}, the bias of a hidden unit.
   *
   * @param j the hidden unit, from 0
   * @return the index into the array of parameters
   */
  public int hiddenBias(int j) {
    return UNIT * checkUnit(j) + OUTPUTS + INPUTS;
  }

  /**
   * The position of {@code b_i}, the bias of an output.
   *
   * @param i the output, 0 or 1
   * @return the index into the array of parameters
   */
  public int outputBias(int i) {
    return UNIT * hidden + check("output", i, OUTPUTS);
  }

  /**
   * The names of all parameters in their order.
   *
   * @return for example {@code output[0][3]}, {@code hidden[3][1]}, {@code hiddenBias[3]}, {@code
   *     outputBias[0]}
   */
  public List<String> names() {
    String[] names = new String[dimension()];
    for (int j = 0; j < hidden; j++) {
      for (int i = 0; i < OUTPUTS; i++) {
        names[output(i, j)] = "output[" + i + "][" + j + "]";
      }
      for (int k = 0; k < INPUTS; k++) {
        names[hidden(j, k)] = "hidden[" + j + "][" + k + "]";
      }
      names[hiddenBias(j)] = "hiddenBias[" + j + "]";
    }
    for (int i = 0; i < OUTPUTS; i++) {
      names[outputBias(i)] = "outputBias[" + i + "]";
    }
    return List.of(names);
  }

  /**
   * The parameters of a larger network with zero units added, which is a stationary point whenever
   * the smaller one is (appendix A of the paper).
   *
   * @param x the parameters of this network; not modified
   * @param extra the number of zero units to add, at least 0
   * @return a new array for {@code N_h + extra} hidden units
   * @throws IllegalArgumentException if {@code extra} is negative or {@code x} has another length
   */
  public double[] pad(double[] x, int extra) {
    checkLength(x);
    if (extra < 0) {
      throw new IllegalArgumentException("the number of added units is at least 0, not " + extra);
    }
    XorParameters larger = new XorParameters(hidden + extra);
    double[] padded = new double[larger.dimension()];
    System.arraycopy(x, 0, padded, 0, UNIT * hidden);
    for (int i = 0; i < OUTPUTS; i++) {
      padded[larger.outputBias(i)] = x[outputBias(i)];
    }
    return padded;
  }

  /**
   * The units that are connected: those with a weight or bias beyond a cutoff.
   *
   * @param x the parameters
   * @param cutoff the largest magnitude that counts as zero; the paper takes 1e-10
   * @return the numbers of the connected hidden units, ascending
   * @throws IllegalArgumentException if {@code x} has another length than the dimension
   */
  public List<Integer> connectedUnits(double[] x, double cutoff) {
    checkLength(x);
    List<Integer> units = new ArrayList<>();
    for (int j = 0; j < hidden; j++) {
      for (int c = 0; c < UNIT; c++) {
        if (Math.abs(x[UNIT * j + c]) > cutoff) {
          units.add(j);
          break;
        }
      }
    }
    return units;
  }

  /**
   * Checks an array of parameters.
   *
   * @param x the parameters
   * @throws IllegalArgumentException if the length is not {@link #dimension()}
   */
  public void checkLength(double[] x) {
    if (x.length != dimension()) {
      throw new IllegalArgumentException(
          "a network of "
              + hidden
              + " hidden units has "
              + dimension()
              + " parameters, not "
              + x.length
              + ": "
              + Arrays.toString(Arrays.copyOf(x, Math.min(x.length, 8))));
    }
  }

  private int checkUnit(int j) {
    return check("hidden unit", j, hidden);
  }

  private static int check(String what, int index, int size) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(
          "the " + what + " is from 0 to " + (size - 1) + ", not " + index);
    }
    return index;
  }
}
