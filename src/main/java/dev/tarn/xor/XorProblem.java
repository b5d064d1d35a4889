package dev.tarn.xor;

import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.network.Network;
import dev.tarn.network.NetworkEvaluator;
import dev.tarn.study.SensitivityMap;
import dev.tarn.study.SensitivityMap.InputGrid;
import dev.tarn.study.SensitivityMap.Region;
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
    DataSet xor = DataSets.xor(2);
    List<SensitivityMap.TrainingPoint> data = new ArrayList<>();
    for (int d = 0; d < xor.examples(); d++) {
      double[] input = xor.input(d);
      data.add(new SensitivityMap.TrainingPoint(input[0], input[1], xor.classOf(d)));
    }
    return data;
  }

  /**
   * The classes of the four training inputs.
   *
   * @return a new array {@code {0, 1, 1, 0}}
   */
  public static int[] classes() {
    return data().stream().mapToInt(SensitivityMap.TrainingPoint::label).toArray();
  }

  /**
   * The probability of class 1 on the four training inputs (0,0), (0,1), (1,0), (1,1).
   *
   * @param network the XOR network
   * @param x its parameters; not modified
   * @return a new array of length 4
   */
  public static double[] probabilities(Network network, double[] x) {
    NetworkEvaluator evaluator = network.evaluator();
    return data().stream()
        .mapToDouble(point -> evaluator.answer(x, new double[] {point.x(), point.y()})[1])
        .toArray();
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
  public static SensitivityMap sensitivity(Network network, double[] x, InputGrid grid) {
    double[] weights = x.clone();
    NetworkEvaluator evaluator = network.evaluator();
    return SensitivityMap.of(
        (first, second) -> evaluator.answer(weights, new double[] {first, second})[1],
        ones(),
        data(),
        grid);
  }
}
