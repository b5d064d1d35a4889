package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.CountProgress;
import dev.tarn.cli.view.ReliabilityReport;
import dev.tarn.cli.view.ReliabilityReport.Measured;
import dev.tarn.data.DataSet;
import dev.tarn.job.JobRunner;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.plot.picture.ReliabilityPicture;
import dev.tarn.study.Reliability;
import dev.tarn.study.ReliabilitySettings;
import dev.tarn.study.ReliabilitySettings.GoodMinimum;
import dev.tarn.train.Learner;
import dev.tarn.xor.SignPatterns;
import dev.tarn.xor.SignPatterns.SignPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "reliability",
    header = "Measures how often training finds a good minimum, by the number of hidden units.",
    description = {
      "",
      "Trains networks from many random initial weights. Each run's end is taken to its minimum by"
          + " L-BFGS and Newton's method, and minima that are the same up to symmetry are counted"
          + " together. The probability of a good minimum, and the share of the runs that each"
          + " minimum takes, come with exact 95 %% intervals (Clopper and Pearson). Noisy data do"
          + " not allow an accuracy of 1, so what is good is measured by the best that a run has"
          + " reached; the accuracies are shown by their quantiles. A live unit is one that tells"
          + " the training examples apart.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar reliability --data blobs --hidden 2..6 --out reliability.svg",
      "  java -jar tarn.jar reliability --preset blob-question --hidden 2..4 --sign-patterns --out"
          + " r.svg",
      "  java -jar tarn.jar reliability --hidden 2..4 --lambda 1e-4 --optimiser lbfgs,adam --out"
          + " r.svg"
    })
public final class ReliabilityCommand extends ConsoleCommand {
  private static final double BELOW_BEST = 0.01;
  private static final int DEEPEST = 20;
  private static final CountProgress.Jobs RUNS = new CountProgress.Jobs("run", "runs", "done");

  @Mixin private final PictureOptions picture = new PictureOptions();
  @Mixin private final PresetOption preset = new PresetOption();
  @Mixin private final TrialOptions trial = new TrialOptions();
  @Mixin private final HiddenOption hidden = new HiddenOption();
  @Mixin private final TrainingOptions options = new TrainingOptions();
  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Mixin private final WorkplaceOption workplace = new WorkplaceOption();

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "The number of runs for each network (default: ${DEFAULT-VALUE}).")
  private int runs = 100;

  @Option(
      names = "--accuracy",
      paramLabel = "A",
      description =
          "A minimum of at least this training accuracy is good (default: "
              + BELOW_BEST
              + " below the best that a run of any of the networks has reached).")
  private Optional<Double> accuracy = Optional.empty();

  @Option(
      names = "--depth",
      paramLabel = "L",
      description =
          "The number of hidden layers, each of so many units as --hidden says (default:"
              + " ${DEFAULT-VALUE}).")
  private int depth = 1;

  @Option(
      names = "--sign-patterns",
      description =
          "With two inputs and --hidden 2 among others: trains as often from each of the four sign"
              + " patterns of weights that the question of the preset names, and says whether it is"
              + " right about them.")
  private boolean signPatterns;

  @Mixin private final JsonOption json = new JsonOption();

  @Mixin private final ProgressOption progress = new ProgressOption();

  public ReliabilityCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    double width = picture.checkedWidth(this);
    int count = threads.checked(this);
    ReliabilityReport report;
    try (Workplace place = workplace.open(this, count)) {
      preset.apply().ifPresent(text -> (json.isGiven() ? console().err() : out()).println(text));
      List<Measured> measured = measure(place.runner());
      report =
          accuracy.isPresent()
              ? new ReliabilityReport(measured, accuracy.get(), false)
              : relative(measured);
    } catch (IllegalArgumentException e) {
      throw badInput(e);
    }
    picture.write(
        this, ReliabilityPicture.withTable(report.named(), width, "Probability of a good minimum"));
    json.print(report, out());
    return ExitCodes.DONE;
  }

  /** Judges the runs by the best accuracy that one of them has reached. */
  private static ReliabilityReport relative(List<Measured> measured) {
    double best =
        measured.stream()
            .flatMap(one -> one.results().stream())
            .flatMapToDouble(result -> result.accuracyQuantile(1.0).stream())
            .max()
            .orElse(1.0);
    double least = Math.max(best - BELOW_BEST, Double.MIN_NORMAL);
    return new ReliabilityReport(
        measured.stream()
            .map(
                one ->
                    new Measured(
                        one.optimiser(),
                        one.initialisation(),
                        one.results().stream().map(result -> result.judgedBy(least)).toList(),
                        one.patterns()))
            .toList(),
        least,
        true);
  }

  private List<Measured> measure(JobRunner runner) {
    List<Network> networks = networks();
    List<SignPattern> patterns = signPatterns ? SignPattern.named() : List.of();
    List<TrainingOptions.Named> trainings = options.trainings(this);
    int total = Math.multiplyExact(runs, trainings.size() * (networks.size() + patterns.size()));
    List<Measured> measured = new ArrayList<>();
    try (CountProgress count = progress.count(this, total, RUNS)) {
      int[] done = {0};
      for (TrainingOptions.Named how : trainings) {
        ReliabilitySettings settings =
            ReliabilitySettings.of(
                how.training(), runs, new GoodMinimum.Accurate(accuracy.orElse(1.0)));
        List<Reliability> results = new ArrayList<>();
        for (Network network : networks) {
          results.add(
              Reliability.of(
                  network.architecture().widths().get(1),
                  Learner.of(network),
                  Optional.empty(),
                  settings,
                  runner,
                  (run, e) -> count.update(++done[0])));
        }
        List<SignPatterns> found = new ArrayList<>();
        for (SignPattern pattern : patterns) {
          found.add(
              SignPatterns.of(
                  pattern,
                  networks.get(hidden.units().indexOf(ReliabilityReport.PATTERN_UNITS)),
                  how.training(),
                  runs,
                  settings.level(),
                  runner,
                  run -> count.update(++done[0])));
        }
        measured.add(new Measured(how.optimiser(), how.initialisation(), results, found));
      }
    }
    return measured;
  }

  /** The networks by width; what does not go together is refused before a run begins. */
  private List<Network> networks() {
    if (depth < 1 || depth > DEEPEST) {
      throw badInput("--depth is from 1 to " + DEEPEST + ", not " + depth);
    }
    if (depth > 1 && signPatterns) {
      throw badInput(
          "--sign-patterns are of networks of one hidden layer, not of --depth " + depth);
    }
    DataSet examples = trial.examples(this, OutputLayer.LOGISTIC);
    int classes = examples.outputNames().size();
    // Two classes take one logistic output, more a softmax.
    int outputs = classes == 2 ? 1 : classes;
    if (signPatterns
        && (!hidden.units().contains(ReliabilityReport.PATTERN_UNITS)
            || examples.inputs() != 2
            || outputs != 1)) {
      throw badInput(
          "--sign-patterns are of a 2-2-1 network: two inputs, two classes and --hidden 2, not "
              + examples.inputs()
              + " inputs, "
              + classes
              + " classes and --hidden "
              + hidden.units());
    }
    List<Network> networks = new ArrayList<>();
    for (int units : hidden.units()) {
      String widths = examples.inputs() + ("-" + units).repeat(depth) + "-" + outputs;
      networks.add(trial.network(this, widths, examples));
    }
    return networks;
  }
}
