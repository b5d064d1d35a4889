package dev.tarn.data;

import dev.tarn.potential.Vector;
import java.util.Optional;

/**
 * The shift and scale that give each input of a data set mean 0 and standard deviation 1. It is
 * kept with the data, so that a trained network can be applied to raw inputs later.
 *
 * <p>The deviation is that of the examples (divisor {@code n}); an input that never changes is only
 * shifted. Immutable.
 *
 * @param means what is subtracted from each input
 * @param deviations what each input is then divided by, positive
 * @param targets the same for the targets; empty for classes, and for targets that are left as they
 *     are
 */
public record Standardisation(Vector means, Vector deviations, Optional<Standardisation> targets) {

  /**
   * Checks the numbers.
   *
   * @param means as above
   * @param deviations as above
   * @param targets as above
   * @throws IllegalArgumentException if the two differ in length, a mean is not finite, or a
   *     deviation is not positive and finite
   */
  public Standardisation {
    if (means.length() != deviations.length()) {
      throw new IllegalArgumentException(
          "there are " + means.length() + " means but " + deviations.length() + " deviations");
    }
    for (int k = 0; k < means.length(); k++) {
      double deviation = deviations.get(k);
      if (!Double.isFinite(means.get(k)) || !(deviation > 0.0) || Double.isInfinite(deviation)) {
        throw new IllegalArgumentException(
            "means are finite and deviations positive, not "
                + means.get(k)
                + " and "
                + deviation
                + " of input "
                + k);
      }
    }
  }

  /**
   * A standardisation of the inputs alone.
   *
   * @param means what is subtracted from each input
   * @param deviations what each input is then divided by
   * @throws IllegalArgumentException as above
   */
  public Standardisation(Vector means, Vector deviations) {
    this(means, deviations, Optional.empty());
  }

  /**
   * The standardisation of some examples' inputs.
   *
   * @param data the examples, as a rule the training set
   * @return means and deviations of their inputs
   */
  public static Standardisation of(DataSet data) {
    return of(data.inputs(), data.examples(), data::input);
  }

  /**
   * The same standardisation of the inputs, and one of the targets.
   *
   * @param data the examples, as a rule the training set, with targets
   * @return a copy with means and deviations of their targets
   * @throws IllegalArgumentException if the examples have classes
   */
  public Standardisation withTargets(DataSet data) {
    if (data.hasClasses()) {
      throw new IllegalArgumentException(
          "\"" + data.name() + "\" has classes, and no targets to standardise");
    }
    return new Standardisation(
        means,
        deviations,
        Optional.of(of(data.outputNames().size(), data.examples(), data::target)));
  }

  /** A column of numbers for each example. */
  private interface Columns {
    double at(int example, int column);
  }

  private static Standardisation of(int columns, int examples, Columns data) {
    double[] means = new double[columns];
    double[] deviations = new double[columns];
    for (int k = 0; k < columns; k++) {
      double sum = 0.0;
      for (int d = 0; d < examples; d++) {
        sum += data.at(d, k);
      }
      means[k] = sum / examples;
      double squares = 0.0;
      for (int d = 0; d < examples; d++) {
        double deviation = data.at(d, k) - means[k];
        squares += deviation * deviation;
      }
      deviations[k] = squares > 0.0 ? Math.sqrt(squares / examples) : 1.0;
    }
    return new Standardisation(Vector.of(means), Vector.of(deviations));
  }

  /**
   * Standardises one input vector.
   *
   * @param input the raw inputs; not modified
   * @return a new array, what the network is to be given
   * @throws IllegalArgumentException if the length is not that of the data
   */
  public double[] apply(double[] input) {
    if (input.length != means.length()) {
      throw new IllegalArgumentException(
          "the data have " + means.length() + " inputs, not " + input.length);
    }
    double[] scaled = new double[input.length];
    for (int k = 0; k < input.length; k++) {
      scaled[k] = (input[k] - means.get(k)) / deviations.get(k);
    }
    return scaled;
  }
}
