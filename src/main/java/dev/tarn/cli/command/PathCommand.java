package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.PathReport;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.Pathways;
import dev.tarn.path.Pathway;
import dev.tarn.path.Pathway.Side;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.PotentialCodec;
import dev.tarn.store.StoreException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "path",
    header = "Follows the steepest-descent path through a transition state.",
    description = {
      "",
      "From the one minimum over the transition state to the other: arc length, energy and, with"
          + " --json or --csv, the coordinates of each point. The table shows a part of the"
          + " points.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar path --db xor2.db 7",
      "  java -jar tarn.jar path --db xor2.db 7 --csv > path.csv"
    })
public final class PathCommand extends DatabaseCommand {
  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The id of the transition state, as in \"list --index 1\".")
  private int id;

  @Option(
      names = "--to",
      paramLabel = "B",
      description =
          "The id of a minimum that the path is to reach, where it has several ways on from a"
              + " saddle; \"show\" lists them.")
  private Optional<Integer> to = Optional.empty();

  @Mixin private final FormatOptions format = new FormatOptions();

  public PathCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    try (LandscapeDatabase database = read()) {
      Landscape landscape = database.landscape();
      StationaryPoint point = transitionState(landscape, id);
      PotentialCodec.Description description = database.description();
      Pathways pathways = new Pathways(description.potential(), landscape);
      Pathway pathway =
          to.map(minimum -> leadingTo(minimum, point, landscape, pathways))
              .or(() -> pathways.through(point))
              .orElseThrow(
                  () ->
                      new StoreException("the path from point " + id + " did not reach a minimum"));
      format.print(new PathReport(id, description.variables(), pathways, pathway), out());
    }
    return ExitCodes.DONE;
  }

  private Pathway leadingTo(
      int minimum, StationaryPoint point, Landscape landscape, Pathways pathways) {
    return pathways
        .through(point, minimum)
        .orElseThrow(
            () ->
                badInput(
                    "--to is one of the minima that the paths from point "
                        + id
                        + " lead to"
                        + landscape
                            .connection(id)
                            .map(
                                c ->
                                    ", "
                                        + Stream.of(Side.values())
                                            .flatMap(side -> c.minima(side).stream())
                                            .distinct()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(", ")))
                            .orElse("")
                        + "; not "
                        + minimum));
  }
}
