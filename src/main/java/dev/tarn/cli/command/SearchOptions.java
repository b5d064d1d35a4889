package dev.tarn.cli.command;

import dev.tarn.explore.Effort;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Batches;
import dev.tarn.stationary.Tolerances;
import dev.tarn.text.Numbers;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the searches of a command run. */
final class SearchOptions {
  private static final String BATCH = "--batch";

  @Mixin private final RunOptions run = new RunOptions();

  @Mixin private final WorkplaceOption workplace = new WorkplaceOption();

  @Option(
      names = "--effort",
      paramLabel = "E",
      converter = EffortConverter.class,
      description =
          "How long to go on without anything new: low, normal or high (default: normal).")
  private Optional<Effort> effort = Optional.empty();

  @Option(
      names = "--max-time",
      paramLabel = "D",
      converter = DurationConverter.class,
      description =
          "The longest time for each database, for example 90s, 5m or 1h30m (default: no limit).")
  private Optional<Duration> maxTime = Optional.empty();

  @Option(
      names = "--zero-cutoff",
      paramLabel = "C",
      description =
          "An eigenvalue of smaller magnitude makes a point degenerate, to be put aside;"
              + " at most 1 (default: 1e-9).")
  private Optional<Double> zeroCutoff = Optional.empty();

  @Option(
      names = "--tolerance",
      paramLabel = "G",
      description =
          "The root-mean-square gradient below which a point is stationary, in units of the"
              + " potential's scales; 1e-5 suits gradients in single precision (default: 1e-12).")
  private Optional<Double> tolerance = Optional.empty();

  @Option(
      names = BATCH,
      paramLabel = "N",
      description =
          "Begin each search of a network on N of its examples, drawn anew for each job with all"
              + " classes in their shares, and go on with all of them; minima and saddles are"
              + " polished and judged on all. None is wrong, but which are found may differ"
              + " (default: all examples from the start).")
  private Optional<Integer> batch = Optional.empty();

  /** The settings that the options give. */
  ExplorerSettings settings(ConsoleCommand command) {
    ExplorerSettings settings = run.settings(command).withEffort(effort.orElse(Effort.NORMAL));
    try {
      settings =
          tolerance.map(Tolerances::forGradient).map(settings::withTolerances).orElse(settings);
    } catch (IllegalArgumentException e) {
      throw command.badInput("--tolerance: " + e.getMessage());
    }
    if (batch.isPresent() && batch.get() < 1) {
      throw command.badInput(BATCH + " is a number of examples, at least 1, not " + batch.get());
    }
    settings = settings.withBatch(batch.orElse(0));
    zeroCutoff.ifPresent(value -> checkCutoff(command, value));
    settings = zeroCutoff.map(settings::withZeroCutoff).orElse(settings);
    return maxTime.map(settings::withMaxTime).orElse(settings);
  }

  private static void checkCutoff(ConsoleCommand command, double value) {
    if (!(value >= Math.ulp(1.0) && value <= 1.0)) {
      throw command.badInput(
          "--zero-cutoff is from "
              + Numbers.plain(Math.ulp(1.0))
              + ", the rounding of a curvature of 1, to 1 itself, not "
              + Numbers.plain(value));
    }
  }

  /** Refuses a potential that is out of reach of the settings. */
  void check(ConsoleCommand command, Potential potential, ExplorerSettings settings) {
    try {
      settings.goal().check(potential);
    } catch (IllegalArgumentException e) {
      throw command.badInput(e);
    }
    checkBatch(command, potential);
  }

  /** The same where levels of kinds of units are searched, each from the one below. */
  void checkByKinds(ConsoleCommand command, Potential potential, String instead) {
    checkBatch(command, potential);
    if (batch.isPresent()) {
      throw command.badInput(
          BATCH
              + " is for searches in all variables; this network is enumerated by kinds of units,"
              + " each level from the points of the one below"
              + instead);
    }
  }

  private void checkBatch(ConsoleCommand command, Potential potential) {
    try {
      batch.ifPresent(size -> Batches.check(potential, size));
    } catch (IllegalArgumentException e) {
      throw command.badInput(BATCH + ": " + e.getMessage());
    }
  }

  /** Where the searches of the settings are done; the caller closes it. */
  Workplace workplace(ConsoleCommand command, ExplorerSettings settings) {
    return workplace.open(command, settings.threads());
  }

  ProgressOption progress() {
    return run.progress();
  }
}
