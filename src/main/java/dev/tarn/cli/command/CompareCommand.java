package dev.tarn.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.Json;
import dev.tarn.cli.view.Numbers;
import dev.tarn.cli.view.Table;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.MinimaxPath;
import dev.tarn.network.NetworkModel;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.study.SolutionComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "compare",
    header = "Says whether two sets of weights are the same solution.",
    description = {
      "",
      "Two points of the database by id, or files of weights in the order of \"show\", with commas or"
          + " blanks between them. Same means: up to the symmetry of network and data. Otherwise the"
          + " distance to the nearest symmetry copy, the minima that both lead to, and the lowest"
          + " barrier between these.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar compare --db moons.db 1 2",
      "  java -jar tarn.jar compare --db moons.db mine.txt 1"
    })
public final class CompareCommand extends DatabaseCommand {
  private static final Splitter NUMBERS =
      Splitter.on(CharMatcher.anyOf(",;").or(CharMatcher.whitespace())).omitEmptyStrings();

  @Parameters(
      index = "0..*",
      arity = "2",
      paramLabel = "ID|FILE",
      description = "The two solutions, each an id or a file of weights.")
  private List<String> solutions = List.of();

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  public CompareCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (solutions.size() != 2) {
      throw badInput("two solutions are compared, not " + solutions.size());
    }
    try (LandscapeDatabase database = read()) {
      Landscape landscape = database.landscape();
      NetworkModel network = database.model().network();
      SolutionComparison comparison;
      try {
        comparison =
            SolutionComparison.of(
                network,
                landscape,
                weights(landscape, solutions.get(0)),
                weights(landscape, solutions.get(1)));
      } catch (IllegalArgumentException e) {
        throw badInput(e);
      }
      if (json) {
        Json.print(json(comparison), out());
      } else {
        print(comparison);
      }
    }
    return ExitCodes.DONE;
  }

  private double[] weights(Landscape landscape, String text) {
    if (text.matches("\\d+")) {
      return point(landscape, Integer.parseInt(text)).coordinates().toArray();
    }
    try {
      String content = Files.readString(Path.of(text));
      return NUMBERS.splitToList(CharMatcher.anyOf("[]").replaceFrom(content, " ")).stream()
          .mapToDouble(Double::parseDouble)
          .toArray();
    } catch (NumberFormatException e) {
      throw badInput(text + " holds something that is no number: " + e.getMessage());
    } catch (IOException e) {
      throw badInput(text + " is neither an id nor a file that can be read");
    }
  }

  private void print(SolutionComparison comparison) {
    Table table = new Table("", "energy", "leads to", "energy there");
    row(table, solutions.get(0), comparison.first());
    row(table, solutions.get(1), comparison.second());
    table.print(out());
    out().println();
    out()
        .println(
            comparison.same()
                ? "the same solution up to symmetry"
                : comparison.leadToTheSame()
                    ? "not the same weights, but both lead to one minimum up to symmetry"
                    : "different solutions");
    out()
        .println(
            "distance to the nearest symmetry copy: " + Numbers.rounded(comparison.distance(), 6));
    if (comparison.leadToTheSame()) {
      return;
    }
    out()
        .println(
            "of the minima that they lead to:       "
                + Numbers.rounded(comparison.settledDistance(), 6));
    Optional<MinimaxPath> path = comparison.path();
    if (path.isEmpty()) {
      out().println("no path between them is known in " + file());
    } else {
      out()
          .println(
              "lowest barrier between them:           "
                  + Numbers.rounded(comparison.barrier().orElseThrow(), 6)
                  + " above the higher one, at transition state "
                  + path.get().highest().id());
    }
  }

  private static void row(Table table, String name, SolutionComparison.Solution solution) {
    table.row(
        name,
        Numbers.exact(solution.energy()),
        solution.minimum().map(m -> "minimum " + m.id()).orElse("no minimum of the database"),
        Numbers.exact(solution.settled().energy()));
  }

  private ObjectNode json(SolutionComparison comparison) {
    ObjectNode node = Json.object();
    ArrayNode both = node.putArray("solutions");
    for (SolutionComparison.Solution s : List.of(comparison.first(), comparison.second())) {
      ObjectNode one = both.addObject();
      one.put("energy", s.energy());
      one.put("settledEnergy", s.settled().energy());
      s.minimum().ifPresentOrElse(m -> one.put("minimum", m.id()), () -> one.putNull("minimum"));
    }
    node.put("same", comparison.same());
    node.put("leadToTheSame", comparison.leadToTheSame());
    node.put("distance", comparison.distance());
    node.put("settledDistance", comparison.settledDistance());
    comparison
        .barrier()
        .ifPresentOrElse(b -> node.put("barrier", b), () -> node.putNull("barrier"));
    comparison
        .path()
        .ifPresentOrElse(p -> node.put("highest", p.highest().id()), () -> node.putNull("highest"));
    return node;
  }
}
