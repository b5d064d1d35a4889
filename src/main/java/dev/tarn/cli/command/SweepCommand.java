package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.SweepReport;
import dev.tarn.xor.Catalogues;
import dev.tarn.xor.CountsTable.SweepRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "sweep",
    header = "Enumerates a grid of networks and tabulates what it finds.",
    description = {
      "",
      "One database for each number of hidden units and each lambda, in one folder: smaller"
          + " networks first, whose levels of kinds of units, or points, serve the larger ones, and"
          + " from one lambda to the next."
          + " Databases that are complete are left as they are, so the same command goes on after"
          + " an interruption. --data, --activation and --loss ask for another network of one hidden"
          + " layer than the paper's; inputs and outputs are as many as the data have, two classes"
          + " taking one logistic output unless --loss is softmax. Writes table.csv, table.json and table.md into the folder.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar sweep --hidden 1..2 --lambda 1e-1..1e-6 --out catalogues",
      "  java -jar tarn.jar sweep --hidden 1..6 --lambda 1e-2,1e-4 --out catalogues --max-time 5m",
      "  java -jar tarn.jar sweep --hidden 1..2 --lambda 1e-2..1e-3 --activation elu --out elu"
    })
public final class SweepCommand extends GridCommand {
  @Mixin private final FamilyOptions family = new FamilyOptions();

  public SweepCommand(Console console) {
    super(console);
  }

  @Override
  Catalogues catalogues(Path place) {
    return family.catalogues(this, place);
  }

  @Override
  void report(Catalogues catalogues, List<Integer> units, List<Double> parameters) {
    List<SweepRow> rows = new ArrayList<>();
    for (int hidden : units) {
      for (double lambda : parameters) {
        catalogues.read(hidden, lambda).map(SweepRow::of).ifPresent(rows::add);
      }
    }
    SweepReport report = new SweepReport(rows);
    try {
      report.write(catalogues.folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    report.print(out());
  }
}
