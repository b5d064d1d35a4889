package dev.tarn.cli.command;

import dev.tarn.cli.view.CompareReport;
import dev.tarn.cli.view.Console;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import dev.tarn.store.weights.WeightsFile;
import dev.tarn.study.SolutionComparison;
import dev.tarn.text.Decimal;
import dev.tarn.text.Tensor;
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
      "Two points of the database by id, or files of weights: npz, npy, safetensors, JSON or CSV, by"
          + " the names and shapes of PyTorch, Keras and \"show\"; of a potential that is no network, its"
          + " variables. Same means: up"
          + " to the symmetry of network and data, or of the potential. Otherwise the"
          + " distance to the nearest symmetry copy, the minima that both lead to, and the lowest"
          + " barrier between these.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar compare --db moons.db 1 2",
      "  java -jar tarn.jar compare --db moons.db mine.safetensors 1"
    })
public final class CompareCommand extends DatabaseCommand {
  @Parameters(
      index = "0..*",
      arity = "2",
      paramLabel = "ID|FILE",
      description = "The two solutions, each an id or a file of weights.")
  private List<String> solutions = List.of();

  @Mixin private final WeightsOptions weights = new WeightsOptions();

  @Mixin private final JsonOption json = new JsonOption();

  public CompareCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (solutions.size() != 2) {
      throw badInput("two solutions are compared, not " + solutions.size());
    }
    if (solutions.stream().allMatch(text -> Decimal.count(text).isPresent())) {
      weights.refuseWithoutFile(this);
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
                weights(database, landscape, solutions.get(0)),
                weights(database, landscape, solutions.get(1)));
      } catch (IllegalArgumentException e) {
        throw badInput(e);
      }
      json.print(new CompareReport(file(), solutions, comparison), out());
    }
    return ExitCodes.DONE;
  }

  private double[] weights(LandscapeDatabase database, Landscape landscape, String text) {
    Optional<Integer> id = Decimal.count(text);
    if (id.isPresent()) {
      return point(landscape, id.get()).coordinates().toArray();
    }
    return database.description() instanceof NetworkDescription network
        ? weights.read(text, network.network(), landscape, this).x()
        : variables(text);
  }

  /** The variables of a potential that is no network, which have no names. */
  private double[] variables(String text) {
    weights.refuseWithoutFile(this);
    List<Tensor> tensors = WeightsFile.read(Path.of(text));
    if (tensors.size() != 1) {
      throw badInput(text + " holds " + tensors.size() + " arrays; a point is one of them");
    }
    return tensors.get(0).values();
  }
}
