package dev.tarn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.analysis.Basin;
import dev.tarn.analysis.GoodMinimum;
import dev.tarn.analysis.Reliability;
import dev.tarn.analysis.ReliabilitySettings;
import dev.tarn.analysis.Share;
import dev.tarn.network.Architecture;
import dev.tarn.network.DenseNetwork;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.plot.ReliabilityPicture;
import dev.tarn.train.Learner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "reliability",
    header = "Measures how often training finds a good minimum, by the number of hidden units.",
    description = {
      "",
      "Trains networks of one hidden layer from many random initial weights. Each run's end is taken"
          + " to its minimum by L-BFGS and Newton's method, and minima that are the same up to"
          + " symmetry are counted together. The probability of a good minimum comes with its exact"
          + " 95 % interval (Clopper and Pearson).",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar reliability --data blobs --hidden 2..6 --out reliability.svg",
      "  java -jar tarn.jar reliability --hidden 2..4 --lambda 1e-4 --optimiser lbfgs --out r.svg"
    })
final class ReliabilityCommand extends ConsoleCommand {
  private static final int BASINS_SHOWN = 6;

  @Mixin private final PictureOptions picture = new PictureOptions();
  @Mixin private final DataOptions data = new DataOptions();
  @Mixin private final ShapeOptions shape = new ShapeOptions();
  @Mixin private final TrainingOptions options = new TrainingOptions();
  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--hidden",
      required = true,
      paramLabel = "N",
      converter = Grid.Hidden.class,
      description = "Numbers of hidden units, like 2..10 or 2,4,8.")
  private List<Integer> hidden = List.of();

  @Option(
      names = "--lambda",
      paramLabel = "L",
      description = "The regularisation of all parameters, 0 or more (default: ${DEFAULT-VALUE}).")
  private double lambda;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "The number of runs for each network (default: ${DEFAULT-VALUE}).")
  private int runs = 100;

  @Option(
      names = "--accuracy",
      paramLabel = "A",
      description =
          "A minimum of at least this training accuracy is good (default: ${DEFAULT-VALUE}).")
  private double accuracy = 1.0;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  ReliabilityCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    double width = picture.checkedWidth(this);
    int workers = threads.checked(this);
    List<Reliability> results = new ArrayList<>();
    try {
      ReliabilitySettings settings =
          ReliabilitySettings.of(options.training(this), runs, new GoodMinimum.Accurate(accuracy));
      DataOptions.Sets sets = data.read(this, OutputLayer.LOGISTIC);
      for (int units : hidden) {
        Architecture architecture =
            shape.architecture(sets.training().inputs() + "-" + units + "-" + outputs(sets));
        DenseNetwork network =
            new DenseNetwork(architecture, Penalty.all(architecture, lambda), sets.training());
        results.add(
            Reliability.of(
                units, Learner.of(network), Optional.empty(), settings, workers, (run, e) -> {}));
        console().err().println(Numbers.count(units, "hidden unit", "hidden units") + " done");
      }
    } catch (IllegalArgumentException e) {
      throw badInput(e);
    }
    picture.write(
        this,
        ReliabilityPicture.of(
            List.of(new ReliabilityPicture.Named("training", results)),
            width,
            "Probability of a good minimum"));
    if (json) {
      Json.print(json(results), out());
    } else {
      print(results);
    }
    return ExitCodes.DONE;
  }

  /** Two classes take one logistic output, more a softmax. */
  private static int outputs(DataOptions.Sets sets) {
    int classes = sets.training().outputNames().size();
    return classes == 2 ? 1 : classes;
  }

  private void print(List<Reliability> results) {
    Table table =
        new Table(
            "hidden",
            "runs",
            "good",
            "probability",
            "from",
            "to",
            "good as trained",
            "lowest energy");
    for (Reliability result : results) {
      Share good = result.good();
      table.row(
          Integer.toString(result.units()),
          Integer.toString(good.trials()),
          Integer.toString(good.count()),
          percent(good.value()),
          percent(good.low()),
          percent(good.high()),
          Integer.toString(result.goodAsTrained().count()),
          Numbers.rounded(result.best(), 6));
    }
    table.print(out());
    out().println();
    Table basins = new Table("hidden", "leads to", "energy", "accuracy", "runs", "good");
    for (Reliability result : results) {
      result.basins().stream()
          .limit(BASINS_SHOWN)
          .forEach(
              basin ->
                  basins.row(
                      Integer.toString(result.units()),
                      basin.kind().name().toLowerCase(Locale.ROOT),
                      Numbers.rounded(basin.energy(), 8),
                      basin.accuracy().isPresent()
                          ? Numbers.exact(basin.accuracy().getAsDouble())
                          : "",
                      Integer.toString(basin.share().count()),
                      basin.good() ? "yes" : ""));
      int more = result.basins().size() - BASINS_SHOWN;
      if (more > 0) {
        int rest =
            result.basins().stream()
                .skip(BASINS_SHOWN)
                .mapToInt(basin -> basin.share().count())
                .sum();
        basins.row(
            Integer.toString(result.units()), more + " others", "", "", Integer.toString(rest), "");
      }
    }
    basins.print(out());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.3f", share);
  }

  private static ArrayNode json(List<Reliability> results) {
    ArrayNode list = Json.array();
    for (Reliability result : results) {
      ObjectNode node = list.addObject();
      node.put("hidden", result.units());
      put(node.putObject("good"), result.good());
      put(node.putObject("goodAsTrained"), result.goodAsTrained());
      put(node.putObject("converged"), result.converged());
      node.put("lowestEnergy", result.best());
      ArrayNode basins = node.putArray("basins");
      for (Basin basin : result.basins()) {
        ObjectNode one = basins.addObject();
        one.put("kind", basin.kind().name().toLowerCase(Locale.ROOT));
        one.put("index", basin.index());
        one.put("energy", basin.energy());
        basin.accuracy().ifPresent(value -> one.put("accuracy", value));
        one.put("good", basin.good());
        put(one.putObject("share"), basin.share());
        one.set("weights", Json.array(basin.point()));
      }
    }
    return list;
  }

  private static void put(ObjectNode node, Share share) {
    node.put("count", share.count())
        .put("trials", share.trials())
        .put("level", share.level())
        .put("probability", share.value())
        .put("low", share.low())
        .put("high", share.high());
  }
}
