package dev.tarn.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.Json;
import dev.tarn.cli.view.Numbers;
import dev.tarn.cli.view.Table;
import dev.tarn.landscape.Landscape;
import dev.tarn.plot.picture.VisitPicture;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.study.Visit;
import dev.tarn.study.Visits;
import dev.tarn.train.Learner;
import dev.tarn.train.Training;
import dev.tarn.train.TrainingRun;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "visit",
    header = "Trains a network and shows which stationary points the run passes.",
    description = {
      "",
      "The loss curve of one training run on the network and data of a database, with the stationary"
          + " points of its catalogue that the run comes near, the places where it is slow, and the"
          + " minimum that it ends in.",
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

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

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
      Learner learner = Learner.of(database.model().network());
      int every = Math.max(1, training.maxSteps() / SNAPSHOTS);
      TrainingRun run = training.withSnapshots(every).run(learner, number);
      Visits visits;
      try {
        visits = Visits.of(run, learner, landscape, near);
      } catch (IllegalArgumentException e) {
        throw badInput(e);
      }
      picture.write(
          this,
          VisitPicture.of(visits, logarithmic, width, "A training run of " + database.model()));
      if (json) {
        Json.print(json(run, visits), out());
      } else {
        print(run, visits);
      }
    }
    return ExitCodes.DONE;
  }

  private void print(TrainingRun run, Visits visits) {
    Table table =
        new Table("point", "index", "energy", "first step", "last step", "distance", "slow");
    for (Visit visit : visits.visits()) {
      table.row(
          Integer.toString(visit.point()),
          Integer.toString(visit.index()),
          Numbers.exact(visit.energy()),
          Integer.toString(visit.firstStep()),
          Integer.toString(visit.lastStep()),
          Numbers.rounded(visit.relative(), 3),
          visit.slow() ? "yes" : "");
    }
    if (visits.visits().isEmpty()) {
      out().println("no snapshot within " + Numbers.plain(near) + " of a point of " + file());
    } else {
      table.print(out());
    }
    out().println();
    out()
        .println(
            "slow at steps "
                + visits.slowSteps().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ")));
    out()
        .println(
            "ended after "
                + Numbers.count(run.steps(), "step", "steps")
                + " ("
                + ending(run)
                + ") at energy "
                + Numbers.exact(run.energy()));
    out()
        .println(
            "leads to "
                + visits
                    .endId()
                    .map(id -> "point " + id)
                    .orElse("a point that is not in the database")
                + ", energy "
                + Numbers.exact(visits.end().energy()));
    visits.lowest().ifPresent(lowest -> out().println(against(visits, lowest)));
  }

  private static String against(Visits visits, Visits.Level lowest) {
    if (visits.endId().filter(id -> id == lowest.id()).isPresent()) {
      return "which is the lowest minimum known";
    }
    return Numbers.rounded(visits.excess().orElseThrow(), 4)
        + " above the lowest minimum known, point "
        + lowest.id();
  }

  private static String ending(TrainingRun run) {
    return run.ending().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static ObjectNode json(TrainingRun run, Visits visits) {
    ObjectNode node = Json.object();
    node.put("steps", run.steps());
    node.put("ending", ending(run));
    node.put("energy", run.energy());
    visits.endId().ifPresentOrElse(id -> node.put("leadsTo", id), () -> node.putNull("leadsTo"));
    node.put("settledEnergy", visits.end().energy());
    visits
        .lowest()
        .ifPresentOrElse(
            lowest -> node.put("lowest", lowest.id()).put("excess", visits.excess().orElseThrow()),
            () -> node.putNull("lowest").putNull("excess"));
    ArrayNode slow = node.putArray("slowSteps");
    visits.slowSteps().forEach(slow::add);
    ArrayNode list = node.putArray("visits");
    for (Visit visit : visits.visits()) {
      list.addObject()
          .put("point", visit.point())
          .put("index", visit.index())
          .put("energy", visit.energy())
          .put("firstStep", visit.firstStep())
          .put("lastStep", visit.lastStep())
          .put("closestStep", visit.closestStep())
          .put("distance", visit.distance())
          .put("relativeDistance", visit.relative())
          .put("slow", visit.slow());
    }
    node.set("energies", Json.array(visits.energies()));
    return node;
  }
}
