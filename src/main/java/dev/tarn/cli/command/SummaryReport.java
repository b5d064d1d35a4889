package dev.tarn.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.cli.view.Json;
import dev.tarn.cli.view.Numbers;
import dev.tarn.cli.view.Table;
import dev.tarn.explore.Goal;
import dev.tarn.landscape.Completeness;
import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.ModelDescription;
import dev.tarn.store.NetworkDescription;
import dev.tarn.store.RunRecord;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is in a database, in short. */
final class SummaryReport {
  private static final int RUNS_SHOWN = 10;

  /** The classes of one index: how many, and how many points with all symmetry copies. */
  private record Count(int classes, BigInteger points) {
    static final Count NONE = new Count(0, BigInteger.ZERO);

    Count plus(StationaryPoint point) {
      return new Count(classes + 1, points.add(point.orbit()));
    }
  }

  private final Path file;
  private final ModelDescription model;
  private final int dimension;
  private final Landscape landscape;
  private final List<RunRecord> runs;
  private final Completeness completeness;
  private final TreeMap<Integer, Count> byIndex = new TreeMap<>();

  SummaryReport(Path file, LandscapeDatabase database) {
    this.file = file;
    model = database.model();
    dimension = model.network().dimension();
    landscape = database.landscape();
    runs = database.runs();
    completeness = Completeness.of(landscape, runs);
    byIndex.put(0, Count.NONE);
    byIndex.put(1, Count.NONE);
    for (StationaryPoint point : landscape.points()) {
      byIndex.put(point.index(), byIndex.getOrDefault(point.index(), Count.NONE).plus(point));
    }
  }

  ObjectNode json() {
    ObjectNode node = Json.object();
    node.put("network", model.toString());
    if (model instanceof NetworkDescription network) {
      node.put("hidden", network.hidden());
      node.put("lambda", network.lambda());
      node.put("regularisation", network.regularisation().label());
    }
    node.put("dimension", dimension);
    node.put("minima", landscape.minima().size());
    node.put("transitionStates", landscape.transitionStates().size());
    ArrayNode counts = node.putArray("byIndex");
    byIndex.forEach(
        (index, count) ->
            counts
                .addObject()
                .put("index", index)
                .put("classes", count.classes())
                .put("points", count.points()));
    node.put("components", landscape.components().size());
    node.put("morseSum", completeness.morseSum());
    node.put("complete", completeness.complete());
    node.put("degenerate", completeness.degenerate());
    node.put("morseSumWithDegenerate", completeness.morseSumWithDegenerate());
    node.put("estimatedMissing", completeness.estimatedMissing());
    node.putNull("globalMinimum");
    landscape
        .globalMinimum()
        .ifPresent(
            point ->
                node.putObject("globalMinimum")
                    .put("id", point.id())
                    .put("energy", point.energy()));
    ArrayNode history = node.putArray("runs");
    runs.forEach(run -> history.add(json(run)));
    return node;
  }

  private static ObjectNode json(RunRecord run) {
    ObjectNode node = Json.object();
    node.put("id", run.id());
    node.put("version", run.version());
    node.put("java", run.java());
    node.put("seed", run.seed());
    node.put("threads", run.threads());
    node.put("effort", run.effort());
    node.put("goal", run.goal());
    node.put("status", run.status());
    node.put("started", run.started().toString());
    node.put("finished", run.finished().map(Object::toString).orElse(null));
    node.put("jobs", run.jobs());
    node.put("searches", run.searches());
    node.put("quiet", run.quiet());
    node.put("degenerate", run.degenerate());
    node.put("failedPaths", run.failedPaths());
    ObjectNode options = node.putObject("options");
    run.options().forEach(options::put);
    return node;
  }

  /** What the runs were told, the last word counting, as a file that makes the landscape again. */
  String toml() {
    Map<String, String> options = new LinkedHashMap<>();
    runs.forEach(run -> options.putAll(run.options()));
    return Configuration.write(options);
  }

  void print(PrintWriter out) {
    out.println(dimension + " parameters: " + model);
    out.println();
    Table table = new Table("index", "", "classes", "points");
    for (Map.Entry<Integer, Count> entry : byIndex.entrySet()) {
      table.row(
          entry.getKey().toString(),
          switch (entry.getKey()) {
            case 0 -> "minima";
            case 1 -> "transition states";
            default -> "saddles";
          },
          Integer.toString(entry.getValue().classes()),
          entry.getValue().points().toString());
    }
    table.print(out);
    out.println();
    out.println("connected components  " + landscape.components().size());
    landscape
        .globalMinimum()
        .ifPresent(
            point ->
                out.println(
                    "global minimum        energy "
                        + Numbers.exact(point.energy())
                        + ", id "
                        + point.id()));
    printCompleteness(out);
    out.println();
    printRuns(out);
  }

  private void printCompleteness(PrintWriter out) {
    boolean enumerated = runs.stream().anyMatch(run -> run.goal().equals(Goal.ENUMERATE.label()));
    if (!enumerated) {
      if (completeness.degenerate() > 0) {
        out.println("degenerate, put aside " + completeness.degenerate());
      }
      return;
    }
    out.println(
        "Morse sum             "
            + completeness.morseSum()
            + (completeness.complete()
                ? ", complete as far as the sum and the searches tell"
                : completeness.morseSum().equals(BigInteger.ONE)
                    ? ", but the searches have not gone far enough to call it complete"
                    : ": INCOMPLETE, a complete catalogue has 1"));
    out.println(
        "estimated missing     "
            + Numbers.rounded(completeness.estimatedMissing(), 3)
            + " classes (Chao1)");
    out.println(
        "degenerate, put aside "
            + completeness.degenerate()
            + (completeness.degenerate() == 0
                ? ""
                : "; with them the sum is "
                    + completeness.morseSumWithDegenerate()
                    + " (see --zero-cutoff)"));
  }

  private void printRuns(PrintWriter out) {
    Table table =
        new Table(
            "run", "goal", "status", "effort", "seed", "threads", "searches", "time", "started");
    List<RunRecord> shown = runs.subList(Math.max(0, runs.size() - RUNS_SHOWN), runs.size());
    for (RunRecord run : shown) {
      table.row(
          Integer.toString(run.id()),
          run.goal(),
          // A run that was killed could not say so.
          run.status().equals(RunRecord.RUNNING) ? "running or killed" : run.status(),
          run.effort(),
          Long.toString(run.seed()),
          Integer.toString(run.threads()),
          Long.toString(run.searches()),
          run.finished().map(end -> Numbers.time(Duration.between(run.started(), end))).orElse(""),
          run.started().toString());
    }
    table.print(out);
    if (shown.size() < runs.size()) {
      out.println("and " + (runs.size() - shown.size()) + " earlier, see --json");
    }
    out.println(file.toAbsolutePath());
  }
}
