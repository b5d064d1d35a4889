package dev.tarn.network.smaller;

import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerEvent;
import dev.tarn.explore.ExplorerRun;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.explore.JobReport;
import dev.tarn.job.Cancellation;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Layout;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPoint;
import java.util.List;

/**
 * The stationary points of the networks with fewer hidden units, padded with zero units, for a
 * network of one hidden layer. Where every weight is regularised and the activation is zero at
 * zero, each is a stationary point of the larger network (appendix A of Mehta et al.); else it is a
 * likely start.
 *
 * <p>The networks of 1, 2, ... units are enumerated in memory, each from the padded points of the
 * one before.
 */
public final class SmallerNetworks {
  private final Network network;
  private final int units;
  private final ExplorerSettings settings;
  private final Observer observer;
  private final Cancellation cancellation;

  /** Learns how the enumerations get on. */
  @FunctionalInterface
  public interface Observer {
    /**
     * Takes note.
     *
     * @param hidden the number of hidden units of the network that is being enumerated
     * @param report the report of a job of its enumeration
     */
    void update(int hidden, JobReport report);
  }

  /**
   * Prepares the enumeration of the smaller networks.
   *
   * @param network the network whose smaller ones are meant
   * @param settings how to enumerate
   * @param observer receives the reports of all enumerations
   * @param cancellation a request to stop
   * @throws IllegalArgumentException if the network has not exactly one hidden layer
   */
  public SmallerNetworks(
      Network network, ExplorerSettings settings, Observer observer, Cancellation cancellation) {
    units = network.architecture().units();
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
    for (int fewer = 1; fewer < units && !cancellation.isCancelled(); fewer++) {
      Network smaller = network.withUnits(fewer);
      Landscape landscape = Landscape.of(smaller);
      Explorer explorer = new Explorer(smaller, settings).seeding(seeds).stoppingAt(cancellation);
      try (ExplorerRun run = explorer.on(landscape)) {
        int hidden = fewer;
        run.run(ExplorerEvent.reports(report -> observer.update(hidden, report)));
      }
      seeds = pad(smaller, landscape.points(), 1);
    }
    return seeds;
  }

  /**
   * Pads points with zero units.
   *
   * @param smaller the network of the points, of one hidden layer
   * @param points its stationary points
   * @param extra the number of units to add, at least 0
   * @return the points of the larger network
   * @throws IllegalArgumentException if the network has not exactly one hidden layer, or {@code
   *     extra} is negative
   */
  public static List<double[]> pad(Network smaller, List<StationaryPoint> points, int extra) {
    if (extra < 0) {
      throw new IllegalArgumentException("the number of added units is at least 0, not " + extra);
    }
    Layout larger = smaller.withUnits(smaller.architecture().units() + extra).layout();
    return points.stream()
        .map(point -> larger.arrange(point.coordinates().toArray(), smaller.layout()))
        .toList();
  }
}
