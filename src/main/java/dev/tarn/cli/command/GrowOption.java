package dev.tarn.cli.command;

import dev.tarn.hop.BasinHopping;
import dev.tarn.hop.HopLimits;
import dev.tarn.hop.HopSettings;
import dev.tarn.job.RandomStreams;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.PotentialCodec;
import dev.tarn.store.named.NamedPotential;
import dev.tarn.surfaces.Cluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Option;

/** The option that grows a cluster from those of a smaller one. */
final class GrowOption {
  private static final String NAME = "--grow";

  /** How many of the smaller clusters are taken, the lowest ones. */
  private static final int LOWEST = 20;

  /** How often each of them is grown. */
  private static final int PLACINGS = 5;

  @Option(
      names = NAME,
      paramLabel = "FILE",
      description =
          "A database of the same cluster with fewer atoms: its lowest minima, with the missing"
              + " atoms on their surfaces, are quenched first.")
  private Optional<Path> file = Optional.empty();

  boolean isGiven() {
    return file.isPresent();
  }

  /** Checks that one is a cluster, and the other the same with fewer atoms. */
  void check(ConsoleCommand command, PotentialCodec.Description model) {
    if (file.isEmpty()) {
      return;
    }
    if (!(model instanceof NamedPotential larger && larger.potential() instanceof Cluster)) {
      throw command.badInput(NAME + " is for clusters, lj and morse; " + model + " is none");
    }
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(file.get())) {
      if (!(database.description() instanceof NamedPotential smaller
          && alike(smaller).equals(alike(larger))
          && smaller.potential().dimension() < larger.potential().dimension())) {
        throw command.badInput(
            NAME
                + ": "
                + file.get()
                + " holds the landscape of "
                + database.description()
                + ", which is not "
                + model
                + " with fewer atoms");
      }
    }
  }

  /** What a cluster is but for its size. */
  private static Map<String, String> alike(NamedPotential cluster) {
    Map<String, String> settings = new TreeMap<>(cluster.settings());
    settings.put(NamedPotential.ATOMS, cluster.name());
    return settings;
  }

  /** Minima of the cluster that were grown; possibly the same one several times. */
  List<double[]> minima(Potential potential, long seed) {
    List<double[]> found = new ArrayList<>();
    if (file.isEmpty() || !(potential instanceof Cluster cluster)) {
      return found;
    }
    Landscape smaller;
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(file.get())) {
      smaller = database.landscape();
    }
    BasinHopping quench = new BasinHopping(cluster, HopSettings.defaults());
    List<StationaryPoint> minima = smaller.minima();
    for (StationaryPoint minimum : minima.subList(0, Math.min(LOWEST, minima.size()))) {
      RandomGenerator random = RandomStreams.of(seed, minimum.id());
      for (int k = 0; k < PLACINGS; k++) {
        double[] start = cluster.grown(minimum.coordinates().toArray(), random);
        quench
            .run(start, random, HopLimits.steps(1L), step -> {})
            .best()
            .map(PolishedPoint::coordinates)
            .ifPresent(found::add);
      }
    }
    return found;
  }
}
