package dev.tarn.cli.command;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import dev.tarn.cli.view.CompareReport;
import dev.tarn.cli.view.Console;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.study.SolutionComparison;
import dev.tarn.text.Decimal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "compare",
    header = "Says whether two points are the same solution.",
    description = {
      "",
      "Two points of the database by id, or files of weights in the order of \"show\", with commas or"
          + " blanks between them; of a potential that is no network, its variables. Same means: up"
          + " to the symmetry of network and data, or of the potential. Otherwise the"
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

  @Mixin private final JsonOption json = new JsonOption();

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
      Potential potential = database.description().potential();
      SolutionComparison comparison;
      try {
        comparison =
            SolutionComparison.of(
                potential,
                landscape,
                weights(landscape, solutions.get(0)),
                weights(landscape, solutions.get(1)));
      } catch (IllegalArgumentException e) {
        throw badInput(e);
      }
      json.print(new CompareReport(file(), solutions, comparison), out());
    }
    return ExitCodes.DONE;
  }

  private double[] weights(Landscape landscape, String text) {
    Optional<Integer> id = Decimal.count(text);
    if (id.isPresent()) {
      return point(landscape, id.get()).coordinates().toArray();
    }
    try {
      String content = Files.readString(Path.of(text));
      return NUMBERS.splitToList(CharMatcher.anyOf("[]").replaceFrom(content, " ")).stream()
          .mapToDouble(word -> weight(text, word))
          .toArray();
    } catch (IOException e) {
      throw badInput(text + " is neither an id nor a file that can be read");
    }
  }

  private double weight(String file, String word) {
    return Decimal.number(word)
        .orElseThrow(() -> badInput(file + " holds something that is no number: \"" + word + "\""));
  }
}
