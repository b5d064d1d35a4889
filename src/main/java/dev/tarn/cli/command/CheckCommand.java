package dev.tarn.cli.command;

import dev.tarn.cli.view.CheckReport;
import dev.tarn.cli.view.Console;
import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.Tolerances;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.RunRecord;
import dev.tarn.study.check.LandscapeCheck;
import dev.tarn.study.check.LandscapeCheck.Fault;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "check",
    header = "Holds every row of a database against the potential.",
    description = {
      "",
      "Energy, gradient, index, eigenvalues and number of copies of each point are computed anew from"
          + " its coordinates; connections are held against their points, and points against the"
          + " runs that found them. What does not hold is named by table, row and column, and the"
          + " exit code is then 1. The file is not changed.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar check --db xor2.db",
      "  java -jar tarn.jar check --db xor2.db --json"
    })
public final class CheckCommand extends DatabaseCommand {
  @Mixin private final JsonOption json = new JsonOption();

  public CheckCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    try (LandscapeDatabase database = readAsItIs()) {
      Landscape landscape = database.landscape();
      List<RunRecord> runs = database.runs();
      double zeroCutoff =
          runs.stream()
              .mapToDouble(RunRecord::zeroCutoff)
              .filter(cutoff -> cutoff > 0.0)
              .min()
              .orElse(Tolerances.defaults().zeroCutoff());
      List<Fault> faults =
          new ArrayList<>(
              LandscapeCheck.of(database.description().potential(), landscape, zeroCutoff));
      for (StationaryPoint point : landscape.points()) {
        int run = point.provenance().run();
        if (runs.stream().noneMatch(record -> record.id() == run)) {
          faults.add(
              new Fault(
                  "stationary_points", point.id(), "run", "is " + run + ", and there is none"));
        }
      }
      json.print(new CheckReport(landscape.size(), landscape.connections().size(), faults), out());
      return faults.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
    }
  }
}
