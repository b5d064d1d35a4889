package dev.tarn.cli.command;

import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import picocli.CommandLine.Parameters;

/** The one point that a command is about. */
final class PointParameter {
  @Parameters(index = "0", paramLabel = "ID", description = "The id of the point, as in \"list\".")
  private int id;

  StationaryPoint in(Landscape landscape, DatabaseCommand command) {
    return command.point(landscape, id);
  }
}
