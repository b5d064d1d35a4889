package dev.tarn.potential.space;

import dev.tarn.linear.Vectors;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;

/**
 * How far the gradient of a batch is from that of the whole. Where the batch's own gradient is no
 * larger than that, it says nothing more of where to go (the test of Byrd, Chin, Nocedal and Wu,
 * Math. Program. 134, 127, 2012, section 3, with the difference itself in place of its estimate).
 *
 * <p>Cost: a gradient of each. Not thread-safe.
 */
public final class BatchError {
  private final Evaluator whole;
  private final Evaluator batch;
  private final double[] gradient;
  private final double[] difference;
  private double rms;

  /**
   * The comparison of two potentials of the same variables.
   *
   * @param whole the whole
   * @param batch the same over a batch of its examples
   */
  public BatchError(Potential whole, Potential batch) {
    this.whole = whole.evaluator();
    this.batch = batch.evaluator();
    gradient = new double[whole.dimension()];
    difference = new double[whole.dimension()];
  }

  /**
   * The difference of the gradients.
   *
   * @param x the point; not modified
   * @return its root mean square, which may not be finite
   */
  public double at(double[] x) {
    whole.gradient(x, difference);
    batch.gradient(x, gradient);
    rms = Vectors.rms(gradient);
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= gradient[i];
    }
    return Vectors.rms(difference);
  }

  /**
   * The gradient of the batch where {@link #at} was asked last.
   *
   * @return its root mean square
   */
  public double rms() {
    return rms;
  }
}
