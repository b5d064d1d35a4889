package dev.tarn.cli;

import dev.tarn.analysis.Catalogues;
import dev.tarn.analysis.Sweep;
import dev.tarn.landscape.Effort;
import dev.tarn.landscape.Exploration;
import dev.tarn.landscape.ExplorerSettings;
import dev.tarn.landscape.JobReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands have in common that work on a grid of networks. */
abstract class GridCommand implements Callable<Integer> {
  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--hidden",
      required = true,
      paramLabel = "N",
      converter = Grid.Hidden.class,
      description = "Numbers of hidden units, like 1..6 or 1,2,4.")
  private List<Integer> hidden = List.of();

  @Option(
      names = "--lambda",
      required = true,
      paramLabel = "L",
      converter = Grid.Lambdas.class,
      description = "Regularisation parameters, like 1e-1..1e-6 (by decades) or 1e-2,5e-3.")
  private List<Double> lambdas = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the databases and the table; made if it does not exist.")
  private Path folder = Path.of("");

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of every enumeration (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "The number of worker threads, from 1 to 64 (default: one for each processor).")
  private Optional<Integer> threads = Optional.empty();

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
      description = "The longest time for each database, for example 90s or 5m (default: none).")
  private Optional<Duration> maxTime = Optional.empty();

  @Option(names = "--quiet", description = "Shows no progress.")
  private boolean quiet;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  void setHelp(boolean asked) {}

  GridCommand(Console console) {
    this.console = console;
  }

  /** Prints what the grid's databases hold. */
  abstract void report(Catalogues catalogues, List<Integer> units, List<Double> parameters);

  Console console() {
    return console;
  }

  @Override
  public Integer call() {
    ExplorerSettings settings = settings();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw badInput("--out " + folder + " is no folder and cannot be made one: " + e.getMessage());
    }
    Catalogues catalogues = new Catalogues(folder);
    boolean[] interrupted = new boolean[1];
    try (Watch watch = new Watch()) {
      Sweep sweep = new Sweep(catalogues, settings, watch);
      Interruption.during(
          () -> {
            interrupted[0] = true;
            sweep.stop();
          },
          () -> {
            sweep.run(hidden, lambdas);
            return sweep;
          });
    }
    report(catalogues, hidden, lambdas);
    console.out().flush();
    return interrupted[0] ? ExitCodes.INTERRUPTED : ExitCodes.DONE;
  }

  private ExplorerSettings settings() {
    int processors = Runtime.getRuntime().availableProcessors();
    ExplorerSettings settings =
        ExplorerSettings.defaults()
            .withSeed(seed)
            .withEffort(effort.orElse(Effort.NORMAL))
            .enumerating(Integer.MAX_VALUE);
    try {
      settings =
          settings.withThreads(threads.orElse(Math.min(processors, ExplorerSettings.MAX_THREADS)));
    } catch (IllegalArgumentException e) {
      throw badInput("--threads: " + e.getMessage());
    }
    return maxTime.isPresent() ? settings.withMaxTime(maxTime.get()) : settings;
  }

  private ParameterException badInput(String message) {
    if (spec == null) {
      throw new IllegalStateException("not called through picocli");
    }
    return new ParameterException(spec.commandLine(), message);
  }

  /** Shows the progress of each database, and a line when it is done. */
  private final class Watch implements Sweep.Listener, AutoCloseable {
    private ProgressView view = new SilentProgress();

    @Override
    public void begins(int units, double lambda, int seeds) {
      say(
          Numbers.count(units, "hidden unit", "hidden units")
              + ", lambda "
              + Catalogues.label(lambda)
              + ", "
              + Numbers.count(seeds, "starting point", "starting points"));
      view = ProgressView.on(console, quiet, maxTime);
    }

    @Override
    public void accept(JobReport report) {
      view.update(report);
    }

    @Override
    public void ends(int units, double lambda, Exploration end) {
      view.close();
      view = new SilentProgress();
      say(
          "  "
              + Numbers.count(end.progress().classes(), "class", "classes")
              + ", sum "
              + end.progress().morseSum()
              + ", "
              + Numbers.time(end.progress().elapsed()));
    }

    @Override
    public void close() {
      view.close();
    }

    private void say(String line) {
      if (!quiet) {
        console.err().println(line);
      }
    }
  }
}
