package dev.tarn.network;

import dev.tarn.network.relu.Kink;
import dev.tarn.network.relu.KinkedEvaluator;
import java.util.ArrayList;
import java.util.List;

/** Evaluates a network of ReLU units, and finds its kinks. Holds a workspace: for one thread. */
final class KinkedNetworkEvaluator extends NetworkEvaluator implements KinkedEvaluator {
  private final Layout layout;
  private final int examples;

  KinkedNetworkEvaluator(Blueprint blueprint, Kernel kernel) {
    super(blueprint, kernel);
    layout = blueprint.layout();
    examples = blueprint.data().examples();
  }

  @Override
  public double[] slopesAbove(double[] x) {
    return sumGradient(x, 2);
  }

  @Override
  public List<Kink> kinks(double[] x, double tolerance) {
    double[] weights = arranged(x);
    Architecture architecture = layout.architecture();
    DenseLoss loss = sweeps();
    List<Kink> kinks = new ArrayList<>();
    for (int d = 0; d < examples; d++) {
      int lane = d % LayerWorkspace.LANES;
      if (lane == 0) {
        loss.forward(weights, d);
      }
      for (int l = 1; l < architecture.layers(); l++) {
        boolean kinked = architecture.hidden().get(l - 1).activation().hasKink();
        for (int j = 0; kinked && j < layout.width(l); j++) {
          double sum = loss.sum(l - 1, lane, j);
          if (Math.abs(sum) <= tolerance) {
            kinks.add(new Kink(l, j, d, sum));
          }
        }
      }
    }
    return kinks;
  }
}
