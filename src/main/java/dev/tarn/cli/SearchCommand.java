package dev.tarn.cli;

import dev.tarn.landscape.Exploration;
import dev.tarn.landscape.Exploration.Status;
import dev.tarn.landscape.Explorer;
import dev.tarn.landscape.ExplorerSettings;
import dev.tarn.network.Regularisation;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import dev.tarn.store.RunRecorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands have in common that fill a database. */
abstract class SearchCommand extends DatabaseCommand {
  @Option(
      names = "--hidden",
      paramLabel = "N",
      description = "The number of hidden units, from 1 to 200. May be left out to go on.")
  private Optional<Integer> hidden = Optional.empty();

  @Option(
      names = "--lambda",
      paramLabel = "L",
      description = "The regularisation parameter, positive. May be left out to go on.")
  private Optional<Double> lambda = Optional.empty();

  @Mixin private final SearchOptions options = new SearchOptions();

  SearchCommand(Console console) {
    super(console);
  }

  /** The settings of this command, from those that the options give. */
  abstract ExplorerSettings goal(ExplorerSettings settings);

  /** What the explorer starts from besides the potential's own known points. */
  abstract Explorer prepare(Explorer explorer, Preparation preparation);

  /** How the run ended, in a sentence. */
  abstract String conclusion(Exploration exploration);

  /** What a command needs to prepare an explorer. */
  record Preparation(
      NetworkDescription network,
      RunRecorder recorder,
      ExplorerSettings settings,
      ProgressView view,
      Stopper stopper) {}

  @Override
  public Integer call() {
    ExplorerSettings settings = goal(options.settings(this));
    NetworkDescription network = network();
    try (LandscapeDatabase database = LandscapeDatabase.open(file(), network);
        RunRecorder recorder = database.startRun(settings)) {
      announce(network, recorder, settings);
      Stopper stopper = new Stopper();
      // To the last line of the summary: the process ends as soon as this does.
      return Interruption.during(
          stopper::stop, () -> run(network, recorder, settings, database, stopper));
    }
  }

  private int run(
      NetworkDescription network,
      RunRecorder recorder,
      ExplorerSettings settings,
      LandscapeDatabase database,
      Stopper stopper) {
    Exploration exploration;
    try (ProgressView view = ProgressView.on(console(), options.quiet(), settings.maxTime())) {
      Explorer explorer =
          prepare(
                  new Explorer(network.network(), recorder.landscape(), settings),
                  new Preparation(network, recorder, settings, view, stopper))
              .resuming(recorder.restart())
              .journal(recorder)
              .observer(view::update);
      stopper.becomes(explorer::stop);
      exploration = explorer.run();
    }
    recorder.finish(exploration);
    say(conclusion(exploration));
    new SummaryReport(file(), database).print(out());
    out().flush();
    return exploration.status() == Status.STOPPED ? ExitCodes.INTERRUPTED : ExitCodes.DONE;
  }

  /** The network as the options have it, and for the rest as the database has it. */
  private NetworkDescription network() {
    if (hidden.isPresent() && (hidden.get() < 1 || hidden.get() > Grid.MAX_HIDDEN)) {
      throw badInput("--hidden is from 1 to " + Grid.MAX_HIDDEN + ", not " + hidden.get());
    }
    if (lambda.isPresent() && (!(lambda.get() > 0.0) || lambda.get().isInfinite())) {
      throw badInput("--lambda is a positive number, not " + lambda.get());
    }
    if (hidden.isPresent() && lambda.isPresent()) {
      return new NetworkDescription(hidden.get(), lambda.get(), Regularisation.ALL);
    }
    if (isNew()) {
      throw badInput("a new database needs --hidden and --lambda; there is none in " + file());
    }
    try (LandscapeDatabase database = read()) {
      NetworkDescription held = database.network();
      return new NetworkDescription(
          hidden.orElse(held.hidden()), lambda.orElse(held.lambda()), held.regularisation());
    }
  }

  private boolean isNew() {
    try {
      return !Files.exists(file()) || (Files.isRegularFile(file()) && Files.size(file()) == 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void announce(
      NetworkDescription network, RunRecorder recorder, ExplorerSettings settings) {
    int run = recorder.restart().run();
    int minima = recorder.landscape().count(0);
    int transitionStates = recorder.landscape().count(1);
    say(
        (run == 1
                ? "exploring " + network
                : "going on with run "
                    + run
                    + ": "
                    + Numbers.count(minima, "minimum", "minima")
                    + ", "
                    + Numbers.count(transitionStates, "transition state", "transition states"))
            + " (seed "
            + settings.seed()
            + ", "
            + Numbers.count(settings.threads(), "thread", "threads")
            + ", effort "
            + settings.effort().label()
            + ")");
  }

  void say(String line) {
    if (!options.quiet()) {
      console().err().println(line);
    }
  }
}
