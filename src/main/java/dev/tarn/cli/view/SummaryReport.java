package dev.tarn.cli.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.explore.JobReport;
import dev.tarn.landscape.Completeness;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.network.Regularisation;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.Tolerances;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import dev.tarn.store.PotentialCodec;
import dev.tarn.store.RunRecord;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is in a database, in short. */
public final class SummaryReport implements Report {
  private static final int RUNS_SHOWN = 10;
  private static final double MOST = 0.9;

  /** The classes of one index: how many, and how many points with all symmetry copies. */
  private record Count(int classes, BigInteger points) {
    static final Count NONE = new Count(0, BigInteger.ZERO);

    Count plus(StationaryPoint point) {
      return new Count(classes + 1, points.add(point.orbit()));
    }
  }

  private final Path file;
  private final PotentialCodec.Description model;
  private final int dimension;
  private final Landscape landscape;
  private final List<RunRecord> runs;
  private final List<JobReport.Trial> trials;
  private final Completeness completeness;
  private final Proofs proofs;
  private final TreeMap<Integer, Count> byIndex = new TreeMap<>();

  public SummaryReport(Path file, LandscapeDatabase database) {
    this.file = file;
    model = database.description();
    dimension = model.potential().dimension();
    landscape = database.landscape();
    runs = database.runs();
    trials = database.trials();
    proofs = Proofs.of(database);
    completeness =
        Completeness.of(
            landscape,
            model.potential().eulerCharacteristic(),
            RunRecord.enumerated(runs, landscape));
    byIndex.put(0, Count.NONE);
    byIndex.put(1, Count.NONE);
    for (StationaryPoint point : landscape.points()) {
      byIndex.put(point.index(), byIndex.getOrDefault(point.index(), Count.NONE).plus(point));
    }
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  private record Xor(
      Optional<Integer> hidden, Optional<Double> lambda, Optional<String> regularisation) {
    static Xor of(Potential potential) {
      return potential instanceof Network network && network.isXor()
          ? new Xor(
              Optional.of(network.architecture().units()),
              Optional.of(network.penalty().links().get(0)),
              network.penalty().regularisation().map(Regularisation::label))
          : new Xor(Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  private record Whole(
      String network,
      @JsonUnwrapped Xor xor,
      int dimension,
      int minima,
      int transitionStates,
      List<CountRow> byIndex,
      int components,
      BigInteger morseSum,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Long> expectedSum,
      boolean complete,
      int degenerate,
      BigInteger morseSumWithDegenerate,
      double estimatedMissing,
      Optional<Long> proven,
      Optional<Lowest> globalMinimum,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<JobReport.Trial> searchMethods,
      List<Run> runs) {}

  private record CountRow(int index, int classes, BigInteger points) {}

  private record Lowest(int id, double energy) {}

  private record Run(
      int id,
      String version,
      String java,
      long seed,
      int threads,
      String effort,
      String goal,
      String status,
      String started,
      Optional<String> finished,
      long jobs,
      long searches,
      long quiet,
      long degenerate,
      long failedPaths,
      long unconverged,
      long notFinite,
      Map<String, String> options) {}

  @Override
  public Object json() {
    return new Whole(
        model.toString(),
        Xor.of(model.potential()),
        dimension,
        landscape.minima().size(),
        landscape.transitionStates().size(),
        byIndex.entrySet().stream()
            .map(e -> new CountRow(e.getKey(), e.getValue().classes(), e.getValue().points()))
            .toList(),
        landscape.components().size(),
        completeness.morseSum(),
        completeness.expectedSum().stream().boxed().findFirst(),
        completeness.complete(),
        completeness.degenerate(),
        completeness.morseSumWithDegenerate(),
        completeness.estimatedMissing(),
        proofs.isEmpty() ? Optional.empty() : Optional.of(proofs.proven()),
        landscape.globalMinimum().map(point -> new Lowest(point.id(), point.energy())),
        trials,
        runs.stream().map(SummaryReport::row).toList());
  }

  private static Run row(RunRecord run) {
    return new Run(
        run.id(),
        run.version(),
        run.java(),
        run.seed(),
        run.threads(),
        run.effort(),
        run.goal(),
        run.status(),
        run.started().toString(),
        run.finished().map(Object::toString),
        run.jobs(),
        run.searches(),
        run.quiet(),
        run.degenerate(),
        run.failedPaths(),
        run.unconverged(),
        run.notFinite(),
        run.options());
  }

  @Override
  public void print(PrintWriter out) {
    out.println(Numbers.count(dimension, "parameter", "parameters") + ": " + model);
    out.println();
    Table table = new Table("index", "", "classes", "points");
    for (Map.Entry<Integer, Count> entry : byIndex.entrySet()) {
      table.row(
          entry.getKey(),
          switch (entry.getKey()) {
            case 0 -> "minima";
            case 1 -> "transition states";
            default -> "saddles";
          },
          entry.getValue().classes(),
          entry.getValue().points());
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
    printPrecision(out);
    printCompleteness(out);
    if (!proofs.isEmpty()) {
      out.println("proven                " + proofs.proven() + " of " + landscape.size());
    }
    printFailures(out);
    MethodCosts.print(trials, out);
    out.println();
    printRuns(out);
  }

  /** How small the gradients are, where that is less exact than double precision as a rule is. */
  private void printPrecision(PrintWriter out) {
    double worst = landscape.points().stream().mapToDouble(StationaryPoint::rms).max().orElse(0.0);
    if (worst > Tolerances.defaults().gradient()) {
      out.println("precision             gradients up to " + Numbers.rounded(worst, 2) + " (rms)");
    }
  }

  /** What came of searches that found nothing, where that is most of them. */
  private void printFailures(PrintWriter out) {
    long searches = runs.stream().mapToLong(RunRecord::searches).sum();
    long unconverged = runs.stream().mapToLong(RunRecord::unconverged).sum();
    long notFinite = runs.stream().mapToLong(RunRecord::notFinite).sum();
    if (notFinite > 0 || (searches > 0 && unconverged >= MOST * searches)) {
      out.println(
          "searches that failed  "
              + unconverged
              + " did not converge, "
              + notFinite
              + " met numbers that are not finite, of "
              + searches);
    }
  }

  private void printCompleteness(PrintWriter out) {
    boolean enumerated =
        runs.stream().anyMatch(run -> run.goal().equals(ExplorerSettings.Goal.ENUMERATE.label()));
    if (!enumerated) {
      if (completeness.degenerate() > 0) {
        out.println("degenerate, put aside " + completeness.degenerate());
      }
      return;
    }
    RunRecord.upTo(runs)
        .ifPresentOrElse(
            most -> printLimited(most, out),
            () -> out.println("Morse sum             " + completeness.morseSum() + verdict()));
    out.println(
        "estimated missing     "
            + Numbers.rounded(completeness.estimatedMissing(), 3)
            + " classes (Chao1)");
    out.println(
        "degenerate, put aside "
            + completeness.degenerate()
            + (completeness.degenerate() == 0
                ? ""
                : RunRecord.upTo(runs).isPresent()
                    ? " (see --zero-cutoff)"
                    : "; with them the sum is "
                        + completeness.morseSumWithDegenerate()
                        + " (see --zero-cutoff)"));
  }

  /** What is claimed of an enumeration that left the higher indices out. */
  private void printLimited(int most, PrintWriter out) {
    boolean done =
        runs.stream()
            .anyMatch(
                run ->
                    run.maxIndex() == most
                        && run.status().equals(RunRecord.DONE)
                        && run.lastPoint() == landscape.lastId());
    out.println(
        "indices 0 to "
            + most
            + (most < 10 ? "        " : "       ")
            + (done
                ? "searched until nothing new came; no sum says whether any is missing"
                : "the searches have not come to their end"));
    out.println("higher indices        not looked for, nothing is claimed of them");
  }

  private String verdict() {
    if (completeness.complete()) {
      return ", complete as far as the sum and the searches tell";
    }
    if (completeness.expectedSum().isEmpty()) {
      return model instanceof NetworkDescription
          ? ", which tells nothing where parameters are free"
          : ", which tells nothing, as this potential names no Euler characteristic";
    }
    if (!completeness.sumAgrees()) {
      return ": INCOMPLETE, a complete catalogue has " + completeness.expectedSum().getAsLong();
    }
    return completeness.degenerate() > 0
        ? ", but it does not count with degenerate points"
        : ", but the searches have not gone far enough to call it complete";
  }

  private void printRuns(PrintWriter out) {
    Table table =
        new Table(
            "run", "goal", "status", "effort", "seed", "threads", "searches", "time", "started");
    List<RunRecord> shown = runs.subList(Math.max(0, runs.size() - RUNS_SHOWN), runs.size());
    for (RunRecord run : shown) {
      table.row(
          run.id(),
          run.goal(),
          // A run that was killed could not say so.
          run.status().equals(RunRecord.RUNNING) ? "running or killed" : run.status(),
          run.effort(),
          run.seed(),
          run.threads(),
          run.searches(),
          run.finished().map(end -> Numbers.time(Duration.between(run.started(), end))).orElse(""),
          run.started());
    }
    table.print(out);
    if (shown.size() < runs.size()) {
      out.println("and " + (runs.size() - shown.size()) + " earlier, see --json");
    }
    out.println(file.toAbsolutePath());
  }
}
