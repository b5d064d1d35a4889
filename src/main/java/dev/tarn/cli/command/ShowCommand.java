package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.PlainShowReport;
import dev.tarn.cli.view.PointFacts;
import dev.tarn.cli.view.ShowReport;
import dev.tarn.cli.view.WeightsAsRead;
import dev.tarn.cli.view.WeightsReport;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import dev.tarn.store.weights.WeightsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "show",
    header = "Shows one stationary point whole.",
    description = {
      "",
      "Weights by name, Hessian eigenvalues, output probabilities on the four inputs, and what"
          + " found it; for a transition state also its two minima and barriers. Of a potential that"
          + " is no network, its variables take the place of weights. Of weights in a file: what"
          + " they are as read, and which point they lead to.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar show --db xor2.db 4",
      "  java -jar tarn.jar show --db xor2.db 4 --json",
      "  java -jar tarn.jar show --db xor2.db 4 --out weights.safetensors",
      "  java -jar tarn.jar show --db xor2.db trained.npz --map dense.w=1.kernel"
    })
public final class ShowCommand extends DatabaseCommand {
  @Mixin private final GivenPoint given = new GivenPoint();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Writes the weights to a file, too; the name says how: .npz, .npy, .safetensors, .json or"
              + " .csv.")
  private Optional<Path> file = Optional.empty();

  @Mixin private final JsonOption json = new JsonOption();

  @Mixin private final AucTolerance aucTolerance = new AucTolerance();

  public ShowCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    double tolerance = aucTolerance.checked(this);
    try (LandscapeDatabase database = read()) {
      Landscape landscape = database.landscape();
      refuseWithoutNetwork(database, AucTolerance.NAME, "--out");
      if (!(database.description() instanceof NetworkDescription)) {
        StationaryPoint point = given.in(landscape, this);
        json.print(new PlainShowReport(database.description(), landscape, point), out());
        return ExitCodes.DONE;
      }
      Optional<WeightsAsRead> read = given.file(database, landscape, this);
      PointFacts facts = new PointFacts(database, landscape, tolerance);
      Network network = database.network().network();
      StationaryPoint point =
          read.isPresent() ? read.get().point(network) : given.in(landscape, this);
      if (file.isPresent()) {
        write(file.get(), network, point);
      }
      json.print(
          read.isPresent() ? new WeightsReport(facts, read.get()) : new ShowReport(facts, point),
          out());
    }
    return ExitCodes.DONE;
  }

  private void write(Path to, Network network, StationaryPoint point) {
    WeightsFile.Format format =
        WeightsFile.Format.of(to)
            .orElseThrow(
                () ->
                    badInput(
                        "--out is a file of weights, .npz, .npy, .safetensors, .json or .csv, not "
                            + to));
    refuseToReplace(to);
    try {
      WeightsFile.write(to, format, network, point.coordinates().toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
