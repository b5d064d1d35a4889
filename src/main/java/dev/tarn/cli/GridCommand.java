package dev.tarn.cli;

import dev.tarn.analysis.Catalogues;
import dev.tarn.analysis.Sweep;
import dev.tarn.landscape.Exploration;
import dev.tarn.landscape.ExplorerSettings;
import dev.tarn.landscape.JobReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands have in common that work on a grid of networks. */
abstract class GridCommand extends ConsoleCommand {
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
      paramLabel = "DIR",
      description =
          "The folder of the databases and the table; made if it does not exist"
              + " (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("catalogues");

  @Mixin private final SearchOptions options = new SearchOptions();

  GridCommand(Console console) {
    super(console);
  }

  /** Prints what the grid's databases hold. */
  abstract void report(Catalogues catalogues, List<Integer> units, List<Double> parameters);

  @Override
  public Integer call() {
    ExplorerSettings settings = options.settings(this).enumerating(Integer.MAX_VALUE);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw badInput("--out " + folder + " is no folder and cannot be made one: " + e.getMessage());
    }
    Catalogues catalogues = new Catalogues(folder);
    AtomicBoolean interrupted = new AtomicBoolean();
    Stopper stopper = new Stopper();
    return Interruption.during(
        () -> {
          interrupted.set(true);
          stopper.stop();
        },
        () -> {
          try (Watch watch = new Watch(settings)) {
            Sweep sweep = new Sweep(catalogues, settings, watch);
            stopper.becomes(sweep::stop);
            sweep.run(hidden, lambdas);
          }
          report(catalogues, hidden, lambdas);
          out().flush();
          return interrupted.get() ? ExitCodes.INTERRUPTED : ExitCodes.DONE;
        });
  }

  /** Shows the progress of each database, and a line when it is done. */
  private final class Watch implements Sweep.Listener, AutoCloseable {
    private final ExplorerSettings settings;
    private ProgressView view = new SilentProgress();

    Watch(ExplorerSettings settings) {
      this.settings = settings;
    }

    @Override
    public void begins(int units, double lambda, int seeds) {
      say(
          Numbers.count(units, "hidden unit", "hidden units")
              + ", lambda "
              + Catalogues.label(lambda)
              + ", "
              + Numbers.count(seeds, "starting point", "starting points"));
      view = ProgressView.on(console(), options.quiet(), settings.maxTime());
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
      if (!options.quiet()) {
        console().err().println(line);
      }
    }
  }
}
