package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.VisitReport;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.plot.picture.VisitPicture;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.study.Visits;
import dev.tarn.train.Learner;
import dev.tarn.train.Training;
import java.util.List;
import java.util.Optional;
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
          + " slow, and the minimum that it ends in. The run is one of Tarn's own, from random weights"
          + " or from those of a file, or one that another program recorded.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar visit --db xor2.db --out visit.svg",
      "  java -jar tarn.jar visit --db xor2.db --out visit.svg --optimiser gradient --steps 20000",
      "  java -jar tarn.jar visit --db xor2.db --out visit.svg --start initial.safetensors",
      "  java -jar tarn.jar visit --db xor2.db --out visit.svg --trajectory run.npz"
    })
public final class VisitCommand extends DatabaseCommand {
  private static final int SNAPSHOTS = 2000;
  private static final String START = "--start";
  private static final String TRAJECTORY = "--trajectory";

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

  @Option(
      names = START,
      paramLabel = "FILE",
      description = "The weights to start from: npz, npy, safetensors, JSON or CSV.")
  private Optional<String> start = Optional.empty();

  @Option(
      names = TRAJECTORY,
      paramLabel = "FILE",
      description =
          "The weights of a run that another program made, step by step: npz, npy, safetensors or"
              + " JSON, the first axis of each array the steps. Nothing is trained.")
  private Optional<String> trajectory = Optional.empty();

  @Mixin private final WeightsOptions weights = new WeightsOptions();

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
    refuseMeaningless();
    Training training = options.training(this);
    try (LandscapeDatabase database = read()) {
      Landscape landscape = database.landscape();
      Network network = database.network().network();
      Learner learner = Learner.of(network);
      Training.Run run;
      Visits visits;
      try {
        run = run(training, network, learner, landscape);
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

  private void refuseMeaningless() {
    if (trajectory.isPresent()) {
      refuse(
          "trains, and " + TRAJECTORY + " is a run that was made", START, "--optimiser", "--rate");
      refuse("trains, and " + TRAJECTORY + " is a run that was made", "--momentum", "--steps");
    }
    if (trajectory.isPresent() || start.isPresent()) {
      String reason = "is of random weights, and the file says where the run begins";
      refuse(reason, "--initialisation", "--scale", "--seed", "--run");
    } else {
      weights.refuseWithoutFile(this);
    }
  }

  private Training.Run run(
      Training training, Network network, Learner learner, Landscape landscape) {
    if (trajectory.isPresent()) {
      List<double[]> steps = weights.readSteps(trajectory.get(), network, this);
      return Training.Run.recorded(learner, steps, every(steps.size()));
    }
    Training snapping = training.withSnapshots(every(training.maxSteps()));
    return start.isPresent()
        ? snapping.run(learner, 0, weights.read(start.get(), network, landscape, this).x())
        : snapping.run(learner, number);
  }

  private static int every(int steps) {
    return Math.max(1, steps / SNAPSHOTS);
  }
}
