package dev.tarn.network;

import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerEvent;
import dev.tarn.explore.ExplorerRun;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.explore.JobReport;
import dev.tarn.job.Cancellation;
import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The stationary points of the networks with fewer hidden units, padded with zero units: each is a
 * stationary point of the larger network (appendix A of Mehta et al.).
 *
 * <p>The networks of 1, 2, ... units are enumerated in memory, each from the padded points of the
 * one before.
 */
public final class SmallerNetworks {
  private final XorNetwork network;
  private final ExplorerSettings settings;
  private final Consumer<? super JobReport> observer;
  private final Cancellation cancellation;

  /**
   * Prepares the enumeration of the smaller networks.
   *
   * @param network the network whose smaller ones are meant
   * @param settings how to enumerate
   * @param observer receives the reports of all enumerations
   * @param cancellation a request to stop
   */
  public SmallerNetworks(
      XorNetwork network,
      ExplorerSettings settings,
      Consumer<? super JobReport> observer,
      Cancellation cancellation) {
    this.network = network;
    this.settings = settings;
    this.observer = observer;
    this.cancellation = cancellation;
  }

  /**
   * Enumerates the smaller networks.
   *
   * @return the padded points of the network with one unit less, which hold those of all smaller
   *     ones; empty for one hidden unit; fewer after a request to stop
   */
  public List<double[]> padded() {
    List<double[]> seeds = List.of();
    for (int hidden = 1;
        hidden < network.parameters().hidden() && !cancellation.isCancelled();
        hidden++) {
      XorNetwork smaller = new XorNetwork(hidden, network.lambda(), network.regularisation());
      Landscape landscape = Landscape.of(smaller);
      Explorer explorer = new Explorer(smaller, settings).seeding(seeds).stoppingAt(cancellation);
      try (ExplorerRun run = explorer.on(landscape)) {
        run.run(ExplorerEvent.reports(observer));
      }
      seeds = pad(smaller, landscape.points(), 1);
    }
    return seeds;
  }

  /**
   * Pads points with zero units.
   *
   * @param smaller the network of the points
   * @param points its stationary points
   * @param extra the number of units to add
   * @return the points of the larger network
   */
  public static List<double[]> pad(XorNetwork smaller, List<StationaryPoint> points, int extra) {
    List<double[]> padded = new ArrayList<>();
    for (StationaryPoint point : points) {
      padded.add(smaller.parameters().pad(point.coordinates().toArray(), extra));
    }
    return padded;
  }
}
