package dev.tarn.cli;

import dev.tarn.landscape.Effort;
import dev.tarn.landscape.Exploration;
import dev.tarn.landscape.Exploration.Status;
import dev.tarn.landscape.Explorer;
import dev.tarn.landscape.ExplorerSettings;
import dev.tarn.landscape.Progress;
import dev.tarn.network.Regularisation;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import dev.tarn.store.RunRecorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "explore",
    header = "Builds a database of minima and transition states, or goes on with one.",
    description = {
      "",
      "Maps the loss landscape of the tanh/softmax network with one hidden layer on the XOR data."
          + " Everything found is committed at once: the command may be interrupted or killed, and"
          + " the same command again goes on from there. Several processes may work on one file;"
          + " give each another --seed, or they repeat each other's searches.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar explore --hidden 2 --lambda 1e-4 --db xor2.db",
      "  java -jar tarn.jar explore --hidden 6 --lambda 1e-6 --db xor6.db --max-time 5m",
      "  java -jar tarn.jar explore --db xor2.db --effort high"
    })
final class ExploreCommand extends DatabaseCommand {
  /** Beyond this a Hessian would take a second and more. */
  private static final int MAX_HIDDEN = 200;

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

  @Option(
      names = "--seed",
      paramLabel = "S",
      description =
          "The same seed gives the same landscape, with any number of threads"
              + " (default: ${DEFAULT-VALUE}).")
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
      description = "The longest time to run, for example 90s, 5m or 1h30m (default: no limit).")
  private Optional<Duration> maxTime = Optional.empty();

  @Option(names = "--quiet", description = "Shows no progress.")
  private boolean quiet;

  ExploreCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    ExplorerSettings settings = settings();
    NetworkDescription network = network();
    try (LandscapeDatabase database = LandscapeDatabase.open(file(), network);
        RunRecorder recorder = database.startRun(settings)) {
      announce(network, recorder, settings);
      Explorer explorer =
          new Explorer(network.network(), recorder.landscape(), settings)
              .resuming(recorder.restart())
              .journal(recorder);
      ProgressView view = ProgressView.on(console(), quiet, settings.maxTime());
      Explorer observed = explorer.observer(view::update);
      return Interruption.during(
          observed::stop,
          () -> {
            Exploration exploration;
            try (view) {
              exploration = observed.run();
            }
            recorder.finish(exploration);
            conclude(exploration);
            new SummaryReport(file(), database).print(out());
            out().flush();
            return exploration.status() == Status.STOPPED ? ExitCodes.INTERRUPTED : ExitCodes.DONE;
          });
    }
  }

  private ExplorerSettings settings() {
    int processors = Runtime.getRuntime().availableProcessors();
    ExplorerSettings settings = ExplorerSettings.defaults().withSeed(seed);
    try {
      settings =
          settings
              .withThreads(threads.orElse(Math.min(processors, ExplorerSettings.MAX_THREADS)))
              .withEffort(effort.orElse(Effort.NORMAL));
    } catch (IllegalArgumentException e) {
      throw badInput("--threads: " + e.getMessage());
    }
    return maxTime.isPresent() ? settings.withMaxTime(maxTime.get()) : settings;
  }

  /** The network as the options have it, and for the rest as the database has it. */
  private NetworkDescription network() {
    if (hidden.isPresent() && (hidden.get() < 1 || hidden.get() > MAX_HIDDEN)) {
      throw badInput("--hidden is from 1 to " + MAX_HIDDEN + ", not " + hidden.get());
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
    int minima = recorder.landscape().minima().size();
    int transitionStates = recorder.landscape().transitionStates().size();
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

  private void conclude(Exploration exploration) {
    Progress progress = exploration.progress();
    String searches = Numbers.count(progress.quiet(), "search", "searches");
    say(
        switch (exploration.status()) {
          case DONE ->
              progress.searches() == 0
                  ? "nothing left to do: an earlier run ended after "
                      + searches
                      + " without anything new; --effort high or another --seed goes further"
                  : "done after "
                      + Numbers.time(progress.elapsed())
                      + ": "
                      + searches
                      + " in a row brought nothing new";
          case INCOMPLETE ->
              "INCOMPLETE: sum "
                  + progress.morseSum()
                  + " where a complete catalogue has 1; the last "
                  + searches
                  + " found nothing new";
          case OUT_OF_TIME -> "the time is up; the same command goes on from here";
          case STOPPED -> "interrupted; the same command goes on from here";
        });
  }

  private void say(String line) {
    if (!quiet) {
      console().err().println(line);
    }
  }
}
