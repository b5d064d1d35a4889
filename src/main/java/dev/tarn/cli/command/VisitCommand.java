package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.VisitReport;
import dev.tarn.landscape.Landscape;
import dev.tarn.plot.picture.VisitPicture;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.study.Visits;
import dev.tarn.train.Learner;
import dev.tarn.train.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "visit",
    header = "Trains a network and shows which stationary points the run passes.",
    description = {
      "",
      "The loss curve of one training run on the network and data of a database, with the"
          + " stationary points of its catalogue that the run comes near, the places where it is"
          + " slow, and the minimum that it ends in.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar visit --db xor2.db --out visit.svg",
      "  java -jar tarn.jar visit --db xor2.db --out visit.svg --optimiser gradient --steps 20000"
    })
public final class VisitCommand extends DatabaseCommand {
  private static final int SNAPSHOTS = 2000;

  @Mixin private final PictureOptions picture = new PictureOptions();
  @Mixin private final TrainingOptions options = new TrainingOptions();

  @Option(
      names = "--run",
      paramLabel = "K",
      description = "Which of the seed's runs, from 0 (default: ${DEFAULT-VALUE}).")
  private long number;

  @Option(
      names = "--near",
      paramLabel = "D",
      description =
          "How near counts as a visit, relative to the length of the point's weights (default:"
              + " ${DEFAULT-VALUE}).")
  private double near = Visits.DEFAULT_THRESHOLD;

  @Option(names = "--log", description = "A logarithmic energy scale.")
  private boolean logarithmic;

  @Mixin private final JsonOption json = new JsonOption();

  public VisitCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    double width = picture.checkedWidth(this);
    if (number < 0) {
      throw badInput("--run is 0 or more, not " + number);
    }
    Training training = options.training(this);
    try (LandscapeDatabase database = read()) {
      Landscape landscape = database.landscape();
      Learner learner = Learner.of(database.network().network());
      int every = Math.max(1, training.maxSteps() / SNAPSHOTS);
      Training.Run run = training.withSnapshots(every).run(learner, number);
      Visits visits;
      try {
        visits = Visits.of(run, learner, landscape, near);
      } catch (IllegalArgumentException e) {
        throw badInput(e);
      }
      picture.write(
          this,
          VisitPicture.of(visits, logarithmic, width, "A training run of " + database.network()));
      json.print(new VisitReport(file(), near, run, visits), out());
    }
    return ExitCodes.DONE;
  }
}
