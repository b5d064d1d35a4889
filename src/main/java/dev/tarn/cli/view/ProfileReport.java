package dev.tarn.cli.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tarn.landscape.EnergyProfile;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.MinimaxPath;
import dev.tarn.potential.Vector;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Paths from minimum to minimum. */
public final class ProfileReport implements Report {
  private final Landscape landscape;
  private final List<List<MinimaxPath.Step>> paths;
  private final List<EnergyProfile> profiles;
  private final List<List<Vector>> weights;

  /** Takes the paths, the profile along each, and of each profile's points the weights, or none. */
  public ProfileReport(
      Landscape landscape,
      List<List<MinimaxPath.Step>> paths,
      List<EnergyProfile> profiles,
      List<List<Vector>> weights) {
    this.weights = List.copyOf(weights);
    this.landscape = landscape;
    this.paths = List.copyOf(paths);
    this.profiles = List.copyOf(profiles);
  }

  @Override
  public void print(PrintWriter out) {
    Table table =
        new Table("from", "over", "to", "energy", "barrier", "barrier back", "path length");
    for (int k = 0; k < paths.size(); k++) {
      List<MinimaxPath.Step> path = paths.get(k);
      for (int s = 0; s < path.size(); s++) {
        MinimaxPath.Step step = path.get(s);
        table.row(
            step.from(),
            step.transitionState(),
            step.to(),
            top(profiles.get(k), s),
            Numbers.rounded(top(profiles.get(k), s) - energy(step.from()), 5),
            Numbers.rounded(top(profiles.get(k), s) - energy(step.to()), 5),
            Numbers.rounded(length(profiles.get(k), s), 6));
      }
    }
    table.print(out);
    out.println();
    for (int k = 0; k < paths.size(); k++) {
      List<MinimaxPath.Step> path = paths.get(k);
      int highest = highest(path, profiles.get(k));
      int start = path.get(0).from();
      out.println(
          "from "
              + start
              + " to "
              + path.get(path.size() - 1).to()
              + ": highest transition state "
              + path.get(highest).transitionState()
              + ", "
              + Numbers.rounded(top(profiles.get(k), highest) - energy(start), 5)
              + " above minimum "
              + start);
    }
  }

  private record PathRow(
      int from, int to, int highest, double barrier, List<Step> steps, List<Point> points) {}

  private record Step(
      int from,
      int transitionState,
      int to,
      double energy,
      List<Double> barriers,
      double pathLength) {}

  private record Point(
      double arcLength,
      double energy,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Vector> weights) {}

  @Override
  public Object json() {
    return IntStream.range(0, paths.size())
        .mapToObj(
            k -> row(paths.get(k), profiles.get(k), weights.isEmpty() ? List.of() : weights.get(k)))
        .toList();
  }

  private PathRow row(
      List<MinimaxPath.Step> path, EnergyProfile profile, List<Vector> coordinates) {
    int highest = highest(path, profile);
    int start = path.get(0).from();
    List<Step> steps = new ArrayList<>();
    for (int s = 0; s < path.size(); s++) {
      MinimaxPath.Step step = path.get(s);
      steps.add(
          new Step(
              step.from(),
              step.transitionState(),
              step.to(),
              top(profile, s),
              List.of(top(profile, s) - energy(step.from()), top(profile, s) - energy(step.to())),
              length(profile, s)));
    }
    return new PathRow(
        start,
        path.get(path.size() - 1).to(),
        path.get(highest).transitionState(),
        top(profile, highest) - energy(start),
        steps,
        IntStream.range(0, profile.arcLengths().length())
            .mapToObj(
                p ->
                    new Point(
                        profile.arcLengths().get(p),
                        profile.energies().get(p),
                        coordinates.isEmpty() ? Optional.empty() : Optional.of(coordinates.get(p))))
            .toList());
  }

  private double energy(int minimum) {
    return landscape.get(minimum).energy();
  }

  /**
   * The highest energy of a step: that of its transition state, or of a saddle below it where the
   * step joins minima on one side.
   */
  private static double top(EnergyProfile profile, int step) {
    return profile.stops().get(2 * step + 1).energy();
  }

  /** The arc length of a step: a profile stops twice in each. */
  private static double length(EnergyProfile profile, int step) {
    return profile.stops().get(2 * step + 2).arcLength()
        - profile.stops().get(2 * step).arcLength();
  }

  private int highest(List<MinimaxPath.Step> path, EnergyProfile profile) {
    return IntStream.range(0, path.size())
        .boxed()
        .max(
            Comparator.comparingDouble((Integer s) -> top(profile, s))
                .thenComparingInt(s -> path.get(s).transitionState()))
        .orElseThrow();
  }
}
