package dev.tarn.cli.command;

import dev.tarn.cli.view.WeightsAsRead;
import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.text.Decimal;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The one point that a command is about: one of the database, or a file of weights. */
final class GivenPoint {
  @Parameters(
      index = "0",
      paramLabel = "ID|FILE",
      description =
          "The id of the point, as in \"list\", or a file of weights: npz, npy, safetensors, JSON or"
              + " CSV.")
  private String given = "";

  @Mixin private final WeightsOptions weights = new WeightsOptions();

  /** The weights of the file, if one is given. */
  Optional<WeightsAsRead> file(
      LandscapeDatabase database, Landscape landscape, DatabaseCommand command) {
    if (Decimal.count(given).isPresent()) {
      weights.refuseWithoutFile(command);
      return Optional.empty();
    }
    return Optional.of(weights.read(given, database.network().network(), landscape, command));
  }

  /** The point of the database; an id must be given. */
  StationaryPoint in(Landscape landscape, DatabaseCommand command) {
    return command.point(
        landscape,
        Decimal.count(given)
            .orElseThrow(
                () -> command.badInput(given + " is no id, and weights in files are of networks")));
  }

  /** The point of the database, or the weights of the file as one. */
  StationaryPoint any(LandscapeDatabase database, Landscape landscape, DatabaseCommand command) {
    return file(database, landscape, command)
        .map(read -> read.point(database.network().network()))
        .orElseGet(() -> in(landscape, command));
  }

  /** The id, if one is given. */
  Optional<Integer> id() {
    return Decimal.count(given);
  }

  /** What is given, in words. */
  String name() {
    return Decimal.count(given).isPresent() ? "point " + given : given;
  }

  /** What is given, in words that begin a title. */
  String title() {
    return Decimal.count(given).isPresent() ? "Point " + given : given;
  }
}
