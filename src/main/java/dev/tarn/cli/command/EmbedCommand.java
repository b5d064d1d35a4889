package dev.tarn.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.Json;
import dev.tarn.cli.view.Numbers;
import dev.tarn.cli.view.Table;
import dev.tarn.network.Embedding;
import dev.tarn.network.Regularisation;
import dev.tarn.network.XorNetwork;
import dev.tarn.network.XorParameters;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.store.LandscapeDatabase;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "embed",
    header = "Shows what the stationary points are in a network with more hidden units.",
    description = {
      "",
      "Each stationary point with M zero units added: the gradient measured in the larger network,"
          + " the index by the rule and by the Hessian.",
      "The rule: with g = 1/4 sum over the data of (p(class 1) - class) (1, x1, x2), each added"
          + " unit raises the index by one if sqrt(2) |g| > 2 lambda, and leaves it otherwise.",
      "The exit code is 1 if a point is not as the rule says; it is then printed on standard"
          + " error.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar embed --db xor2.db",
      "  java -jar tarn.jar embed --db xor2.db --extra 3 --json"
    })
public final class EmbedCommand extends DatabaseCommand {
  @Option(
      names = "--extra",
      paramLabel = "M",
      description = "How many zero units to add (default: ${DEFAULT-VALUE}).")
  private int extra = 1;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  public EmbedCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (extra < 1) {
      throw badInput("--extra is at least 1, not " + extra);
    }
    List<Embedding.Padded> points = new ArrayList<>();
    XorNetwork network;
    try (LandscapeDatabase database = read()) {
      network = database.network().network();
      checkPossible(network);
      Embedding embedding = new Embedding(network, extra);
      for (StationaryPoint point : database.landscape().points()) {
        points.add(embedding.pad(point));
      }
    }
    List<Embedding.Padded> exceptions = points.stream().filter(p -> !p.agrees()).toList();
    if (json) {
      Json.print(array(points), out());
    } else {
      printTable(network, points, exceptions.size());
    }
    XorParameters larger = new XorParameters(network.parameters().hidden() + extra);
    exceptions.forEach(point -> explain(point, larger, console().err()));
    return exceptions.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  private void checkPossible(XorNetwork network) {
    int hidden = network.parameters().hidden();
    if (extra > Grid.MAX_HIDDEN - hidden) {
      throw badInput(
          "--extra is at most "
              + (Grid.MAX_HIDDEN - hidden)
              + ", for "
              + Grid.MAX_HIDDEN
              + " hidden units in all, not "
              + extra);
    }
    if (!StationaryPolish.usesHessian(network)) {
      throw badInput(
          file()
              + " holds the lowest eigenvalues only; a prediction needs all, which are known up to "
              + StationaryPolish.FULL_DIMENSION
              + " parameters");
    }
    if (network.regularisation() != Regularisation.ALL) {
      throw badInput(
          file()
              + " regularises the links only: the bias of a zero unit then changes nothing, and no"
              + " padded point is isolated");
    }
  }

  private static ArrayNode array(List<Embedding.Padded> points) {
    ArrayNode array = Json.array();
    for (Embedding.Padded point : points) {
      array
          .addObject()
          .put("id", point.id())
          .put("sourceIndex", point.sourceIndex())
          .put("extra", point.extra())
          .put("gradient", point.gradient())
          .put("predictedIndex", point.predictedIndex())
          .put("index", point.index())
          .put("minimum", point.isMinimum())
          .put("degenerate", point.degenerate())
          .put("energy", point.energy())
          .put("coupling", point.coupling());
    }
    return array;
  }

  private void printTable(XorNetwork network, List<Embedding.Padded> points, int exceptions) {
    int hidden = network.parameters().hidden();
    out()
        .println(
            "from "
                + Numbers.count(hidden, "hidden unit", "hidden units")
                + " to "
                + (hidden + extra)
                + ", 2 lambda = "
                + Numbers.exact(2.0 * network.lambda()));
    out().println();
    Table table =
        new Table("id", "energy", "index", "sqrt(2)|g|", "predicted", "found", "rms gradient", "");
    for (Embedding.Padded point : points) {
      table.row(
          Integer.toString(point.id()),
          Numbers.exact(point.energy()),
          Integer.toString(point.sourceIndex()),
          Numbers.rounded(point.coupling(), 4),
          Integer.toString(point.predictedIndex()),
          Integer.toString(point.index()),
          Numbers.rounded(point.gradient(), 2),
          remark(point));
    }
    table.print(out());
    out().println();
    out()
        .println(
            exceptions == 0
                ? "the rule holds for " + (points.size() == 1 ? "the point" : "all points")
                : "the rule FAILS for " + Numbers.count(exceptions, "point", "points"));
  }

  private static String remark(Embedding.Padded point) {
    if (!point.agrees()) {
      return "EXCEPTION";
    }
    return point.isMinimum() ? "minimum" : point.degenerate() ? "degenerate" : "";
  }

  /** Everything that is needed to look into a point that is not as the rule says. */
  static void explain(Embedding.Padded point, XorParameters larger, PrintWriter err) {
    err.println(
        "point "
            + point.id()
            + " with "
            + Numbers.count(point.extra(), "zero unit", "zero units")
            + " added: predicted index "
            + point.predictedIndex()
            + ", found "
            + point.index()
            + ", rms gradient "
            + Numbers.exact(point.gradient()));
    err.println("energy       " + Numbers.exact(point.energy()));
    List<String> names = larger.names();
    for (int i = 0; i < names.size(); i++) {
      err.println(names.get(i) + " = " + Numbers.exact(point.coordinates().get(i)));
    }
    err.println("eigenvalues  " + list(point.eigenvalues().toArray()));
    err.println("predicted    " + list(point.predictedEigenvalues().toArray()));
  }

  private static String list(double[] values) {
    return Arrays.stream(values).mapToObj(Numbers::exact).collect(Collectors.joining(" "));
  }
}
