package dev.tarn.cli.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.landscape.EnergyProfile;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.PathStep;
import dev.tarn.stationary.StationaryPoint;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;

/** Paths from minimum to minimum as a table and as JSON. */
public final class ProfileReport {
  private final Landscape landscape;

  public ProfileReport(Landscape landscape) {
    this.landscape = landscape;
  }

  public void print(List<List<PathStep>> paths, List<EnergyProfile> profiles, PrintWriter out) {
    Table table =
        new Table("from", "over", "to", "energy", "barrier", "barrier back", "path length");
    for (int k = 0; k < paths.size(); k++) {
      List<PathStep> path = paths.get(k);
      for (int s = 0; s < path.size(); s++) {
        PathStep step = path.get(s);
        table.row(
            Integer.toString(step.from()),
            Integer.toString(step.transitionState()),
            Integer.toString(step.to()),
            Numbers.exact(landscape.get(step.transitionState()).energy()),
            Numbers.rounded(barrier(step, step.from()), 5),
            Numbers.rounded(barrier(step, step.to()), 5),
            Numbers.rounded(length(profiles.get(k), s), 6));
      }
    }
    table.print(out);
    out.println();
    for (List<PathStep> path : paths) {
      StationaryPoint highest = highest(path);
      int start = path.get(0).from();
      out.println(
          "from "
              + start
              + " to "
              + path.get(path.size() - 1).to()
              + ": highest transition state "
              + highest.id()
              + ", "
              + Numbers.rounded(highest.energy() - landscape.get(start).energy(), 5)
              + " above minimum "
              + start);
    }
  }

  public ArrayNode json(List<List<PathStep>> paths, List<EnergyProfile> profiles) {
    ArrayNode array = Json.array();
    for (int k = 0; k < paths.size(); k++) {
      array.add(json(paths.get(k), profiles.get(k)));
    }
    return array;
  }

  private ObjectNode json(List<PathStep> path, EnergyProfile profile) {
    ObjectNode node = Json.object();
    StationaryPoint highest = highest(path);
    int start = path.get(0).from();
    node.put("from", start);
    node.put("to", path.get(path.size() - 1).to());
    node.put("highest", highest.id());
    node.put("barrier", highest.energy() - landscape.get(start).energy());
    ArrayNode steps = node.putArray("steps");
    for (int s = 0; s < path.size(); s++) {
      PathStep step = path.get(s);
      ObjectNode row = steps.addObject();
      row.put("from", step.from());
      row.put("transitionState", step.transitionState());
      row.put("to", step.to());
      row.put("energy", landscape.get(step.transitionState()).energy());
      row.putArray("barriers").add(barrier(step, step.from())).add(barrier(step, step.to()));
      row.put("pathLength", length(profile, s));
    }
    ArrayNode points = node.putArray("points");
    for (int p = 0; p < profile.arcLengths().length(); p++) {
      ObjectNode row = points.addObject();
      row.put("arcLength", profile.arcLengths().get(p));
      row.put("energy", profile.energies().get(p));
    }
    return node;
  }

  private double barrier(PathStep step, int minimum) {
    return landscape.get(step.transitionState()).energy() - landscape.get(minimum).energy();
  }

  /** The arc length of a step: a profile stops twice in each. */
  private static double length(EnergyProfile profile, int step) {
    return profile.stops().get(2 * step + 2).arcLength()
        - profile.stops().get(2 * step).arcLength();
  }

  private StationaryPoint highest(List<PathStep> path) {
    return path.stream()
        .map(step -> landscape.get(step.transitionState()))
        .max(
            Comparator.comparingDouble(StationaryPoint::energy)
                .thenComparingInt(StationaryPoint::id))
        .orElseThrow();
  }
}
