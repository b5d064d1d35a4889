package dev.tarn.potential.space;

import dev.tarn.linear.Vectors;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;

/**
 * How far the gradient of a batch is from that of the whole. Where the batch's own gradient is no
 * larger than that, it says nothing more of where to go (the test of Byrd, Chin, Nocedal and Wu,
 * Math. Program. 134, 127, 2012, section 3, with the difference itself in place of its estimate).
 *
 * <p>Cost: a gradient of each wherever it is asked for. Not thread-safe.
 */
public final class BatchError {
  /** A further search to less than half the error is not worth its first steps. */
  private static final double WORTH = 2.0;

  private final Evaluator whole;
  private final Evaluator batch;
  private final double[] gradient;
  private final double[] difference;
  private double rms;

  /** A search on the batch. */
  @FunctionalInterface
  public interface Search {

    /**
     * Searches from a point.
     *
     * @param x where to begin; receives the point from which to go on
     * @param aim the root mean square of the batch's gradient that is small enough
     * @return whether that was reached; if not, nothing further is searched for
     */
    boolean reaches(double[] x, double aim);
  }

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
   * Searches on the batch to where its gradient is no larger than its error, and again with the
   * error there, as long as that halves. A point where the error is not a number stays where it is.
   *
   * @param x where to begin; receives where the batch says nothing more
   * @param least the gradient that no search is to go below, as a root mean square
   * @param most the gradient to search for where the error is larger
   * @param leaves whether a search leaves where it begins, so that a small gradient there is no
   *     reason not to begin
   * @param search does so
   */
  public void approach(double[] x, double least, double most, boolean leaves, Search search) {
    double aim = Math.min(at(x), most);
    boolean worth = leaves || halves(aim);
    while (worth && aim > least && search.reaches(x, aim)) {
      aim = Math.min(at(x), most);
      worth = halves(aim);
    }
  }

  private boolean halves(double aim) {
    return rms > WORTH * aim;
  }
}
