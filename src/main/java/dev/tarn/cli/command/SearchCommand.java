package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.ProgressView;
import dev.tarn.cli.view.SummaryReport;
import dev.tarn.explore.Exploration;
import dev.tarn.explore.Exploration.Status;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.job.Cancellation;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.PotentialCodec;
import dev.tarn.store.RunRecorder;
import dev.tarn.store.levels.DatabaseRun;
import dev.tarn.text.Numbers;
import java.util.Objects;
import picocli.CommandLine.Mixin;

/** What the commands have in common that fill a database. */
abstract class SearchCommand extends DatabaseCommand {
  @Mixin private final PotentialOptions potentialOptions = new PotentialOptions();

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
  void beforeOpening(PotentialCodec.Description model) {}

  /** What a command needs to prepare an explorer. */
  record Preparation(DatabaseRun into, ProgressView view) {
    Potential potential() {
      return into.potential();
    }

    RunRecorder recorder() {
      return into.recorder();
    }
  }

  /** Explores or enumerates to the end. */
  Exploration search(Preparation preparation) {
    return preparation
        .into()
        .tell(prepare(preparation.into().explorer(), preparation), preparation.view()::tell);
  }

  /** Refuses a potential that is out of reach. */
  void check(Potential potential, ExplorerSettings settings) {
    // That of an imported landscape cannot be evaluated, and says so here.
    Objects.requireNonNull(potential.evaluator());
    options.check(this, potential, settings);
  }

  SearchOptions searchOptions() {
    return options;
  }

  @Override
  public Integer call() {
    long began = System.nanoTime();
    ExplorerSettings settings = goal(options.settings(this));
    PotentialCodec.Description model = potentialOptions.model(this);
    Potential potential = model.potential();
    check(potential, settings);
    beforeOpening(model);
    try (Workplace workplace = options.workplace(this, settings);
        LandscapeDatabase database = LandscapeDatabase.open(file(), model);
        RunRecorder recorder = database.startRun(settings, options())) {
      announce(model, recorder, settings);
      warn(potential);
      Cancellation cancellation = new Cancellation();
      // To the last line of the summary: the process ends as soon as this does.
      return Interruption.during(
          cancellation::cancel,
          () ->
              run(
                  new DatabaseRun(
                      database, recorder, settings, workplace.runner(), cancellation, began)));
    }
  }

  private int run(DatabaseRun into) {
    Exploration exploration;
    try (ProgressView view = options.progress().searches(this, into.settings().maxTime())) {
      exploration = search(new Preparation(into, view));
    }
    into.recorder().finish(exploration);
    say(conclusion(exploration));
    new SummaryReport(file(), into.database()).print(out());
    out().flush();
    return exploration.status() == Status.STOPPED ? ExitCodes.INTERRUPTED : ExitCodes.DONE;
  }

  /** What the searches cannot do for this potential. */
  private void warn(Potential potential) {
    boolean hessian = StationaryPolish.usesHessian(potential);
    if (potential.hasKinks() && !(potential instanceof Network)) {
      say(
          "the energy has kinks, where second derivatives do not exist: only points where it is"
              + " smooth are found");
    } else if (potential.hasKinks()) {
      say(
          "the energy has kinks (ReLU), where second derivatives do not exist: "
              + (hessian
                  ? "minima on the kinks of the first hidden layer are found, transition states and"
                      + " saddles only where the energy is smooth"
                  : "with more than "
                      + StationaryPolish.FULL_DIMENSION
                      + " parameters only points where the energy is smooth are found"));
    }
    if (!hessian) {
      say(
          potential.dimension()
              + " parameters, too many for a Hessian: a point's lowest eigenvalues are found, and"
              + " searches take seconds");
    }
  }

  private void announce(
      PotentialCodec.Description model, RunRecorder recorder, ExplorerSettings settings) {
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
