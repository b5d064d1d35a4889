package dev.tarn.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.Json;
import dev.tarn.cli.view.Numbers;
import dev.tarn.cli.view.Table;
import dev.tarn.plot.picture.SensitivityPicture;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.study.InputGrid;
import dev.tarn.study.SensitivityMap;
import dev.tarn.xor.XorProblem;
import java.util.OptionalDouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "sensitivity",
    header = "Draws what the network answers when its inputs are perturbed.",
    description = {
      "",
      "The probability of class 1 for inputs of a square around the training points. Class 0 is the"
          + " right answer where the inputs differ by 0.5 or less, class 1 elsewhere. A probability"
          + " of 0.5 exactly counts as wrong.",
      "Prints the part of the square that is answered right, and how far from each training point"
          + " the nearest wrong answer is.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar plot sensitivity --db xor2.db 2 --out map.svg",
      "  java -jar tarn.jar plot sensitivity --db xor2.db 2 --out map.png --step 0.005 --json"
    })
final class PlotSensitivityCommand extends DatabaseCommand {
  @Mixin private final PictureOptions picture = new PictureOptions();

  @Parameters(index = "0", paramLabel = "ID", description = "The id of the point, as in \"list\".")
  private int id;

  @Option(
      names = "--low",
      paramLabel = "X",
      description = "The lowest input on both axes (default: ${DEFAULT-VALUE}).")
  private double low = InputGrid.ofThePaper().low();

  @Option(
      names = "--high",
      paramLabel = "X",
      description = "The highest input on both axes (default: ${DEFAULT-VALUE}).")
  private double high = InputGrid.ofThePaper().high();

  @Option(
      names = "--step",
      paramLabel = "D",
      description = "The distance of neighbouring inputs (default: ${DEFAULT-VALUE}).")
  private double step = InputGrid.ofThePaper().step();

  @Option(names = "--json", description = "Prints JSON, with the probabilities on the grid.")
  private boolean json;

  PlotSensitivityCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    double width = picture.checkedWidth(this);
    InputGrid grid = grid();
    try (LandscapeDatabase database = read()) {
      StationaryPoint point = point(database.landscape(), id);
      SensitivityMap map =
          XorProblem.sensitivity(database.network().network(), point.coordinates().toArray(), grid);
      picture.write(
          this,
          new SensitivityPicture(
              map, width, "Answers at point " + id + " of " + database.network()));
      if (json) {
        Json.print(json(map), out());
      } else {
        print(map);
      }
    }
    return ExitCodes.DONE;
  }

  private InputGrid grid() {
    try {
      return new InputGrid(low, high, step);
    } catch (IllegalArgumentException e) {
      throw badInput(e);
    }
  }

  private void print(SensitivityMap map) {
    int size = map.grid().size();
    out()
        .println(
            "answered right: "
                + Numbers.exact(map.fractionRight())
                + " of the square, "
                + map.right()
                + " of "
                + size * size
                + " inputs");
    out().println();
    Table table = new Table("x1", "x2", "class", "p(class 1)", "nearest wrong answer");
    for (SensitivityMap.Margin margin : map.margins()) {
      SensitivityMap.TrainingPoint at = margin.point();
      table.row(
          Numbers.exact(at.x()),
          Numbers.exact(at.y()),
          Integer.toString(at.label()),
          Numbers.exact(margin.probability()),
          distance(margin.distance()));
    }
    table.print(out());
  }

  private static String distance(OptionalDouble distance) {
    return distance.isPresent() ? Numbers.rounded(distance.getAsDouble(), 8) : "none";
  }

  private ObjectNode json(SensitivityMap map) {
    ObjectNode node = Json.object();
    InputGrid grid = map.grid();
    node.put("id", id);
    node.put("fractionRight", map.fractionRight());
    node.put("inputs", grid.size() * grid.size());
    node.put("right", map.right());
    put(node, "nearestWrongAnswer", map.smallestMargin());
    ArrayNode training = node.putArray("training");
    for (SensitivityMap.Margin margin : map.margins()) {
      ObjectNode row = training.addObject();
      row.set("inputs", Json.array(margin.point().x(), margin.point().y()));
      row.put("class", margin.point().label());
      row.put("probability", margin.probability());
      put(row, "nearestWrongAnswer", margin.distance());
    }
    ObjectNode square = node.putObject("grid");
    square.put("low", grid.low());
    square.put("step", grid.step());
    square.put("size", grid.size());
    ArrayNode probabilities = node.putArray("probabilities");
    for (int j = 0; j < grid.size(); j++) {
      double[] row = new double[grid.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = map.probability(i, j);
      }
      probabilities.add(Json.array(row));
    }
    return node;
  }

  private static void put(ObjectNode node, String name, OptionalDouble value) {
    if (value.isPresent()) {
      node.put(name, value.getAsDouble());
    } else {
      node.putNull(name);
    }
  }
}
