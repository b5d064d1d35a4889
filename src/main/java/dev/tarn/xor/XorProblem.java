package dev.tarn.xor;

import dev.tarn.network.XorNetwork;
import dev.tarn.study.InputGrid;
import dev.tarn.study.Region;
import dev.tarn.study.SensitivityMap;
import java.util.ArrayList;
import java.util.List;

/**
 * What the XOR network is to learn: its training data, and the answers that are right between and
 * around them. Stateless; may be called from any thread.
 */
public final class XorProblem {
  private static final double BORDER = 0.5;

  /** Grid points on the border shall be on one side of it, whatever their last digits are. */
  private static final double ROUNDING = 1e-12;

  private XorProblem() {}

  /**
   * The region of class 1 (section IV D of Mehta et al.): {@code |x - y| > 1/2}. Similar inputs
   * have class 0, different ones class 1.
   *
   * @return the region; without its border
   */
  public static Region ones() {
    return (x, y) -> Math.abs(x - y) > BORDER + ROUNDING;
  }

  /**
   * The four training points with their classes.
   *
   * @return (0,0), (0,1), (1,0), (1,1)
   */
  public static List<SensitivityMap.TrainingPoint> data() {
    int[] classes = XorNetwork.classes();
    List<SensitivityMap.TrainingPoint> data = new ArrayList<>();
    for (int d = 0; d < classes.length; d++) {
      data.add(new SensitivityMap.TrainingPoint(d >> 1, d & 1, classes[d]));
    }
    return data;
  }

  /**
   * The sensitivity of a network to its inputs.
   *
   * <p>No network has a larger margin than {@code 1 / (2 sqrt 2)}, the distance of the training
   * points from the border of the region: on the one side of the border or on the other its answer
   * is wrong.
   *
   * @param network the network
   * @param x its parameters; not modified
   * @param grid the inputs
   * @return the map
   * @throws IllegalArgumentException if {@code x} has another length than the dimension
   */
  public static SensitivityMap sensitivity(XorNetwork network, double[] x, InputGrid grid) {
    double[] weights = x.clone();
    return SensitivityMap.of(
        (first, second) -> network.probability(weights, first, second), ones(), data(), grid);
  }
}
