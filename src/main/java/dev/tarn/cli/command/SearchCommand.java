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
import dev.tarn.explore.JobReport;
import dev.tarn.job.Cancellation;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import dev.tarn.store.RunRecorder;
import dev.tarn.text.Numbers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

  /** What is to be done before the database is opened. */
  void beforeOpening(NetworkDescription model) {}

  /** What a command needs to prepare an explorer. */
  record Preparation(
      Network network,
      LandscapeDatabase database,
      RunRecorder recorder,
      ExplorerSettings settings,
      ProgressView view,
      Cancellation cancellation,
      long began) {

    /** What is left of the longest time, which opening and preparing have taken from. */
    Optional<Duration> left() {
      return settings
          .maxTime()
          .map(time -> time.minusNanos(System.nanoTime() - began))
          .map(time -> time.compareTo(Duration.ZERO) > 0 ? time : Duration.ofNanos(1));
    }

    /** An explorer that keeps what it finds, and stops when it is to. */
    Explorer explorer() {
      return explorer(settings);
    }

    private Explorer explorer(ExplorerSettings how) {
      return new Explorer(network, how)
          .resuming(recorder.restart())
          .keepingIn(recorder)
          .stoppingAt(cancellation);
    }

    /** An explorer that takes points in, of whatever index. */
    Explorer adopting(List<double[]> points, String method) {
      return explorer(settings.exploring()).adopting(points, method);
    }

    /** Runs an explorer for no longer than is left. */
    Exploration run(Explorer explorer, Consumer<? super JobReport> observer) {
      Explorer timed = left().map(explorer::within).orElse(explorer);
      try (ExplorerRun run = timed.on(recorder.landscape())) {
        return run.run(ExplorerEvent.reports(observer));
      }
    }
  }

  /** Explores or enumerates to the end. */
  Exploration search(Preparation preparation) {
    return preparation.run(
        prepare(preparation.explorer(), preparation), preparation.view()::update);
  }

  /** Refuses a network that is out of reach. */
  void check(Network network, ExplorerSettings settings) {
    try {
      settings.goal().check(network);
    } catch (IllegalArgumentException e) {
      throw badInput(e);
    }
  }

  @Override
  public Integer call() {
    long began = System.nanoTime();
    ExplorerSettings settings = goal(options.settings(this));
    NetworkDescription model = networkOptions.model(this);
    Network network = model.network();
    check(network, settings);
    beforeOpening(model);
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
      exploration =
          search(new Preparation(network, database, recorder, settings, view, cancellation, began));
    }
    recorder.finish(exploration);
    say(conclusion(exploration));
    new SummaryReport(file(), database).print(out());
    out().flush();
    return exploration.status() == Status.STOPPED ? ExitCodes.INTERRUPTED : ExitCodes.DONE;
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
