package dev.tarn.network.relu;

import dev.tarn.potential.Evaluator;
import java.util.List;

/** Evaluates a network that may have kinks, and finds them. Holds a workspace: for one thread. */
public interface KinkedEvaluator extends Evaluator {

  /**
   * The kinks that a point stands on: ReLU units whose sum is zero for an example. Away from them
   * the energy is smooth around the point, as far as the tolerance reaches.
   *
   * @param x the parameters; not modified
   * @param tolerance the largest magnitude of a sum that counts as zero, 0 or more
   * @return one entry for each unit and example concerned, by example, layer and unit
   * @throws IllegalArgumentException if {@code x} has another length than the dimension
   */
  List<Kink> kinks(double[] x, double tolerance);

  /**
   * The derivatives of the mean loss with respect to the sums of the nodes above the first hidden
   * layer, for each example.
   *
   * @param x the parameters; not modified
   * @return a new array, example by example, in the order of the nodes
   */
  double[] slopesAbove(double[] x);
}
