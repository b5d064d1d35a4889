package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.ProgressView;
import dev.tarn.cli.view.SummaryReport;
import dev.tarn.explore.Exploration;
import dev.tarn.explore.Exploration.Status;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerEvent;
import dev.tarn.explore.ExplorerRun;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.job.Cancellation;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import dev.tarn.store.RunRecorder;
import dev.tarn.text.Numbers;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** What the commands have in common that fill a database. */
abstract class SearchCommand extends DatabaseCommand {
  @Mixin private final NetworkOptions networkOptions = new NetworkOptions();

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
      Network network,
      RunRecorder recorder,
      ExplorerSettings settings,
      ProgressView view,
      Cancellation cancellation) {}

  @Override
  public Integer call() {
    long began = System.nanoTime();
    ExplorerSettings settings = goal(options.settings(this));
    NetworkDescription model = networkOptions.model(this);
    Network network = model.network();
    try {
      settings.goal().check(network);
    } catch (IllegalArgumentException e) {
      throw badInput(e);
    }
    try (LandscapeDatabase database = LandscapeDatabase.open(file(), model);
        RunRecorder recorder = database.startRun(settings, options())) {
      announce(model, recorder, settings);
      warn(network);
      Cancellation cancellation = new Cancellation();
      // To the last line of the summary: the process ends as soon as this does.
      return Interruption.during(
          cancellation::cancel,
          () -> run(network, recorder, settings, database, cancellation, began));
    }
  }

  private int run(
      Network network,
      RunRecorder recorder,
      ExplorerSettings settings,
      LandscapeDatabase database,
      Cancellation cancellation,
      long began) {
    Exploration exploration;
    try (ProgressView view = options.progress().searches(this, settings.maxTime())) {
      Explorer explorer =
          prepare(
                  new Explorer(network, settings),
                  new Preparation(network, recorder, settings, view, cancellation))
              .resuming(recorder.restart())
              .keepingIn(recorder)
              .stoppingAt(cancellation);
      Explorer timed = left(settings, began).map(explorer::within).orElse(explorer);
      try (ExplorerRun run = timed.on(recorder.landscape())) {
        exploration = run.run(ExplorerEvent.reports(view::update));
      }
    }
    recorder.finish(exploration);
    say(conclusion(exploration));
    new SummaryReport(file(), database).print(out());
    out().flush();
    return exploration.status() == Status.STOPPED ? ExitCodes.INTERRUPTED : ExitCodes.DONE;
  }

  /** What is left of the longest time, which opening and preparing have taken from. */
  private static Optional<Duration> left(ExplorerSettings settings, long began) {
    return settings
        .maxTime()
        .map(time -> time.minusNanos(System.nanoTime() - began))
        .map(time -> time.compareTo(Duration.ZERO) > 0 ? time : Duration.ofNanos(1));
  }

  /** What the searches cannot do for this network. */
  private void warn(Network network) {
    if (network.hasKinks()) {
      say(
          "the energy has kinks (ReLU), where second derivatives do not exist: "
              + (StationaryPolish.usesHessian(network)
                  ? "minima on the kinks of the first hidden layer are found, transition states and"
                      + " saddles only where the energy is smooth"
                  : "with more than "
                      + StationaryPolish.FULL_DIMENSION
                      + " parameters only points where the energy is smooth are found"));
    }
    if (!StationaryPolish.usesHessian(network)) {
      say(
          network.dimension()
              + " parameters, too many for a Hessian: a point's lowest eigenvalues are found, and"
              + " searches take seconds");
    }
  }

  private void announce(NetworkDescription model, RunRecorder recorder, ExplorerSettings settings) {
    int run = recorder.restart().run();
    int minima = recorder.landscape().count(0);
    int transitionStates = recorder.landscape().count(1);
    say(
        (run == 1
                ? "exploring " + model
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
    options.progress().say(this, line);
  }
}
