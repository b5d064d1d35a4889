package dev.tarn.plot.picture;

import dev.tarn.kinetics.FastestPaths;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.EnergyProfile;
import dev.tarn.landscape.Landscape;
import dev.tarn.path.Pathway.Side;
import dev.tarn.plot.format.Picture;
import dev.tarn.potential.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Paths over several transition states as energy profiles. Between stationary points the curve is a
 * half wave of a cosine; horizontal distances are the lengths of the paths where they are known,
 * and 1 where they are not. Stateless.
 */
public final class PathProfiles {
  private static final int PIECES = 16;

  private PathProfiles() {}

  /**
   * Draws paths over each other.
   *
   * @param landscape where they lead through
   * @param paths the paths, at least one
   * @param unit the unit of the energy; empty for none
   * @param width the width in points
   * @param title as in {@link Picture#title}
   * @return the picture
   * @throws IllegalArgumentException if there is no path
   */
  public static Picture of(
      Landscape landscape, List<FastestPaths.Path> paths, String unit, double width, String title) {
    List<ProfilePicture.Named> named =
        paths.stream()
            .map(path -> new ProfilePicture.Named(name(path), profile(landscape, path)))
            .toList();
    return ProfilePicture.of(named, false, unit, width, title);
  }

  private static String name(FastestPaths.Path path) {
    return path.ids().stream().map(String::valueOf).collect(Collectors.joining("-"));
  }

  private static EnergyProfile profile(Landscape landscape, FastestPaths.Path path) {
    List<EnergyProfile.Stop> stops = new ArrayList<>();
    DoubleStream.Builder lengths = DoubleStream.builder();
    DoubleStream.Builder energies = DoubleStream.builder();
    double at = 0.0;
    int first = path.ids().get(0);
    stops.add(new EnergyProfile.Stop(first, true, at, landscape.get(first).energy()));
    lengths.add(at);
    energies.add(landscape.get(first).energy());
    for (int k = 0; k < path.transitionStates().size(); k++) {
      Connection over = landscape.connection(path.transitionStates().get(k)).orElseThrow();
      boolean forward = over.minima(Side.MINUS).contains(path.ids().get(k));
      Side behind = forward ? Side.MINUS : Side.PLUS;
      double[] steps = {
        length(over, behind, path.ids().get(k)), length(over, behind.other(), path.ids().get(k + 1))
      };
      int[] ids = {over.transitionState(), path.ids().get(k + 1)};
      for (int half = 0; half < 2; half++) {
        double step = steps[half];
        EnergyProfile.Stop from = stops.get(stops.size() - 1);
        EnergyProfile.Stop to =
            new EnergyProfile.Stop(
                ids[half],
                half == 1,
                from.arcLength() + (step > 0.0 ? step : 1.0),
                landscape.get(ids[half]).energy());
        for (int piece = 1; piece <= PIECES; piece++) {
          double share = (double) piece / PIECES;
          lengths.add(from.arcLength() + share * (to.arcLength() - from.arcLength()));
          energies.add(
              from.energy()
                  + 0.5 * (1.0 - Math.cos(Math.PI * share)) * (to.energy() - from.energy()));
        }
        stops.add(to);
      }
    }
    return new EnergyProfile(stops, Vector.of(lengths.build()), Vector.of(energies.build()));
  }

  /** The length of the path from the transition state to a minimum of a side. */
  private static double length(Connection over, Side side, int minimum) {
    return over.branches().stream()
        .filter(branch -> branch.side() == side && branch.minimum() == minimum)
        .mapToDouble(Connection.Branch::length)
        .findFirst()
        .orElse(side == Side.MINUS ? over.minusLength() : over.plusLength());
  }
}
