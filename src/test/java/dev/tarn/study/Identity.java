package dev.tarn.study;

import dev.tarn.data.DataSet;
import dev.tarn.landscape.Landscape;
import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import java.util.List;

/**
 * One tanh unit that learns to say what it hears, 1 or -1: the zero point is a saddle between the
 * two copies of the only minimum.
 */
final class Identity {
  private Identity() {}

  static Network network() {
    int[] widths = {1};
    Architecture shape = Architecture.of(1, Activation.TANH, widths, 1, OutputLayer.LINEAR);
    double[] signs = {-1.0, 1.0};
    DataSet data = DataSet.ofTargets("identity", List.of("x"), List.of("y"), signs, signs);
    return Network.of(shape, Penalty.all(shape, 0.01), data);
  }

  /** The saddle is point 1, the minimum is point 2. */
  static Landscape landscape() {
    Network network = network();
    Landscape landscape = Landscape.of(network);
    StationaryPolish polish = StationaryPolish.newton(network);
    StationaryPoint.Provenance provenance = new StationaryPoint.Provenance(0, 0L, "test");
    landscape.add(polish.polish(new double[network.dimension()]), provenance);
    double[] x = {1.0, 0.0, 1.0, 0.0};
    new Lbfgs(network, LbfgsSettings.defaults()).minimise(x);
    landscape.add(polish.polish(x), provenance);
    return landscape;
  }
}
