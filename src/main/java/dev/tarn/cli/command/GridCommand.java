package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.network.Network;
import dev.tarn.network.kinds.KindCatalogue;
import dev.tarn.xor.Catalogues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands have in common that work on a grid of networks. */
abstract class GridCommand extends ConsoleCommand {
  @Mixin private final GridOptions grid = new GridOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The folder of the databases and the table; made if it does not exist"
              + " (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("catalogues");

  @Mixin private final SearchOptions options = new SearchOptions();

  GridCommand(Console console) {
    super(console);
  }

  /** Prints what the grid's databases hold. */
  abstract void report(Catalogues catalogues, List<Integer> units, List<Double> parameters);

  /** The databases of a folder, the paper's unless a command knows others. */
  Catalogues catalogues(Path place) {
    return new Catalogues(place);
  }

  @Override
  public Integer call() {
    ExplorerSettings settings = options.settings(this).enumerating(Integer.MAX_VALUE);
    int largest = grid.hidden().stream().max(Integer::compare).orElseThrow();
    Catalogues catalogues = catalogues(folder);
    Network network = catalogues.description(largest, grid.lambdas().get(0)).network();
    if (KindCatalogue.serves(network)) {
      options.checkByKinds(this, network, "");
    }
    options.check(this, network, settings);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw badInput("--out " + folder + " is no folder and cannot be made one: " + e.getMessage());
    }
    try (Workplace workplace = options.workplace(this, settings)) {
      return SweepRun.of(this, options.progress(), settings, workplace.runner())
          .then(
              catalogues,
              grid.hidden(),
              grid.lambdas(),
              () -> report(catalogues, grid.hidden(), grid.lambdas()));
    }
  }
}
