package dev.tarn.cli.command;

import dev.tarn.cli.view.ClaimsReport;
import dev.tarn.cli.view.Console;
import dev.tarn.xor.Catalogues;
import dev.tarn.xor.Claim.Finding;
import dev.tarn.xor.ClaimChecker;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "claims",
    header = "Puts the paper's claims to the test on a grid of networks.",
    description = {
      "",
      "Enumerates what is missing in the folder, as sweep does, and says of each claim of Mehta,"
          + " Zhao, Bernal and Wales (2018) where it holds, where it fails, with a counterexample,"
          + " and where the catalogues do not settle it.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar claims --hidden 1..3 --lambda 1e-1..1e-6 --out catalogues",
      "  java -jar tarn.jar claims --hidden 1..6 --lambda 1e-1..1e-6 --out catalogues --json"
    })
public final class ClaimsCommand extends GridCommand {
  @Mixin private final JsonOption json = new JsonOption();

  public ClaimsCommand(Console console) {
    super(console);
  }

  @Override
  void report(Catalogues catalogues, List<Integer> units, List<Double> parameters) {
    List<Finding> findings = new ClaimChecker(catalogues).check(units, parameters);
    json.print(new ClaimsReport(findings), out());
  }
}
