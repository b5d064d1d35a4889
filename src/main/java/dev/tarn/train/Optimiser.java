package dev.tarn.train;

import dev.tarn.minimise.LbfgsSettings;
import java.io.Serializable;

/** How the weights are changed from step to step. Immutable. */
public sealed interface Optimiser extends Serializable {

  /**
   * Gradient descent with momentum (Polyak, USSR Comput. Math. Math. Phys. 4, 1, 1964):
   *
   * <pre>
   *   v = momentum v - rate g,   x = x + v
   * </pre>
   *
   * @param rate the learning rate, positive
   * @param momentum the share of the last step that is kept, from 0 to below 1
   */
  record GradientDescent(double rate, double momentum) implements Optimiser {

    /**
     * Checks the numbers.
     *
     * @param rate as above
     * @param momentum as above
     * @throws IllegalArgumentException if one is out of range
     */
    public GradientDescent {
      checkRate(rate);
      checkShare("momentum", momentum);
    }
  }

  /**
   * Adam (Kingma and Ba, ICLR 2015, algorithm 1), with {@code t} counted from 1:
   *
   * <pre>
   *   m = beta1 m + (1 - beta1) g,   v = beta2 v + (1 - beta2) g^2
   *   x = x - rate (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
   * </pre>
   *
   * @param rate the learning rate, positive; 0.001 in the paper
   * @param beta1 the decay of the mean gradient, from 0 to below 1; 0.9 in the paper
   * @param beta2 the decay of the mean square, from 0 to below 1; 0.999 in the paper
   * @param epsilon the smallest divisor, positive; 1e-8 in the paper
   */
  record Adam(double rate, double beta1, double beta2, double epsilon) implements Optimiser {

    /**
     * Checks the numbers.
     *
     * @param rate as above
     * @param beta1 as above
     * @param beta2 as above
     * @param epsilon as above
     * @throws IllegalArgumentException if one is out of range
     */
    public Adam {
      checkRate(rate);
      checkShare("beta1", beta1);
      checkShare("beta2", beta2);
      if (!(epsilon > 0.0) || Double.isInfinite(epsilon)) {
        throw new IllegalArgumentException("epsilon is positive, not " + epsilon);
      }
    }

    /**
     * The paper's decays and epsilon with a rate of one's own.
     *
     * @param rate the learning rate, positive
     * @return the optimiser
     * @throws IllegalArgumentException if the rate is out of range
     */
    public static Adam withRate(double rate) {
      return new Adam(rate, 0.9, 0.999, 1e-8);
    }
  }

  /**
   * L-BFGS as {@link dev.tarn.minimise.Lbfgs} does it. A step is an accepted one; the tolerance and
   * the number of steps are those of the {@link Training}, not those of these settings.
   *
   * @param settings memory, step cap and tolerated rise
   */
  record QuasiNewton(LbfgsSettings settings) implements Optimiser {}

  private static void checkRate(double rate) {
    if (!(rate > 0.0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException("the learning rate is positive, not " + rate);
    }
  }

  private static void checkShare(String name, double share) {
    if (!(share >= 0.0 && share < 1.0)) {
      throw new IllegalArgumentException(name + " is from 0 to below 1, not " + share);
    }
  }
}
