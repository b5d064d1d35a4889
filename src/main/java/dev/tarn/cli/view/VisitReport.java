package dev.tarn.cli.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tarn.potential.Vector;
import dev.tarn.study.Visits;
import dev.tarn.study.Visits.Visit;
import dev.tarn.text.Numbers;
import dev.tarn.train.Training;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which stationary points a training run passed. */
public final class VisitReport implements Report {
  private final Path file;
  private final double near;
  private final Training.Run run;
  private final Visits visits;

  public VisitReport(Path file, double near, Training.Run run, Visits visits) {
    this.file = file;
    this.near = near;
    this.run = run;
    this.visits = visits;
  }

  private record Whole(
      int steps,
      String ending,
      double energy,
      Optional<Integer> leadsTo,
      double settledEnergy,
      Optional<Integer> lowest,
      Optional<Double> excess,
      List<Integer> slowSteps,
      List<Row> visits,
      Vector energies) {}

  private record Row(
      int point,
      int index,
      double energy,
      int firstStep,
      int lastStep,
      int closestStep,
      double distance,
      @JsonProperty("relativeDistance") double relative,
      boolean slow) {}

  @Override
  public Object json() {
    return new Whole(
        run.steps(),
        ending(),
        run.energy(),
        visits.endId(),
        visits.end().energy(),
        visits.lowest().map(Visits.Level::id),
        visits.excess(),
        visits.slowSteps(),
        visits.visits().stream().map(VisitReport::row).toList(),
        visits.energies());
  }

  private static Row row(Visit visit) {
    return new Row(
        visit.point(),
        visit.index(),
        visit.energy(),
        visit.firstStep(),
        visit.lastStep(),
        visit.closestStep(),
        visit.distance(),
        visit.relative(),
        visit.slow());
  }

  @Override
  public void print(PrintWriter out) {
    Table table =
        new Table("point", "index", "energy", "first step", "last step", "distance", "slow");
    for (Visit visit : visits.visits()) {
      table.row(
          visit.point(),
          visit.index(),
          visit.energy(),
          visit.firstStep(),
          visit.lastStep(),
          Numbers.rounded(visit.relative(), 3),
          visit.slow() ? "yes" : "");
    }
    if (visits.visits().isEmpty()) {
      out.println("no snapshot within " + Numbers.plain(near) + " of a point of " + file);
    } else {
      table.print(out);
    }
    out.println();
    out.println(
        "slow at steps "
            + visits.slowSteps().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    out.println(
        "ended after "
            + Numbers.count(run.steps(), "step", "steps")
            + " ("
            + ending()
            + ") at energy "
            + Numbers.exact(run.energy()));
    out.println(
        "leads to "
            + visits.endId().map(id -> "point " + id).orElse("a point that is not in the database")
            + ", energy "
            + Numbers.exact(visits.end().energy()));
    visits.lowest().ifPresent(lowest -> out.println(against(lowest)));
  }

  private String against(Visits.Level lowest) {
    if (visits.endId().filter(id -> id == lowest.id()).isPresent()) {
      return "which is the lowest minimum known";
    }
    return Numbers.rounded(visits.excess().orElseThrow(), 4)
        + " above the lowest minimum known, point "
        + lowest.id();
  }

  private String ending() {
    return run.ending().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
