package dev.tarn.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.Json;
import dev.tarn.cli.view.Numbers;
import dev.tarn.xor.Catalogues;
import dev.tarn.xor.Claim;
import dev.tarn.xor.ClaimChecker;
import dev.tarn.xor.Finding;
import dev.tarn.xor.Finding.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  public ClaimsCommand(Console console) {
    super(console);
  }

  @Override
  void report(Catalogues catalogues, List<Integer> units, List<Double> parameters) {
    List<Finding> findings = new ClaimChecker(catalogues).check(units, parameters);
    PrintWriter out = out();
    if (json) {
      Json.print(json(findings), out);
    } else {
      for (Claim claim : Claim.values()) {
        print(claim, findings.stream().filter(f -> f.claim() == claim).toList(), out);
      }
    }
  }

  private static void print(Claim claim, List<Finding> findings, PrintWriter out) {
    out.println(claim.number() + ". " + claim.text());
    if (findings.isEmpty()) {
      out.println("   no network of this grid is concerned");
    }
    for (Verdict verdict : Verdict.values()) {
      List<Finding> those = findings.stream().filter(f -> f.verdict() == verdict).toList();
      if (those.isEmpty()) {
        continue;
      }
      out.println("   " + verdict.ofClaim() + " in " + those.size() + " of " + findings.size());
      for (Finding finding : those) {
        out.println("     " + line(finding));
      }
    }
    out.println();
  }

  private static String line(Finding finding) {
    String text =
        "N_h "
            + finding.hidden()
            + ", lambda "
            + Catalogues.label(finding.lambda())
            + ": "
            + finding.detail();
    return finding
        .counterexample()
        .map(
            point ->
                text
                    + "; point "
                    + point.id()
                    + ", energy "
                    + Numbers.exact(point.energy())
                    + ", index "
                    + point.index()
                    + ", weights "
                    + weights(point.coordinates().toArray()))
        .orElse(text);
  }

  private static String weights(double[] x) {
    List<String> cells = new ArrayList<>();
    for (double value : x) {
      cells.add(Numbers.rounded(value, 5));
    }
    return "(" + String.join(" ", cells) + ")";
  }

  private static ArrayNode json(List<Finding> findings) {
    ArrayNode array = Json.array();
    for (Claim claim : Claim.values()) {
      ObjectNode node = array.addObject();
      node.put("claim", claim.number());
      node.put("text", claim.text());
      ArrayNode list = node.putArray("findings");
      for (Finding finding : findings) {
        if (finding.claim() == claim) {
          list.add(json(finding));
        }
      }
    }
    return array;
  }

  private static ObjectNode json(Finding finding) {
    ObjectNode node = Json.object();
    node.put("hidden", finding.hidden());
    node.put("lambda", finding.lambda());
    node.put("verdict", finding.verdict().ofClaim());
    node.put("detail", finding.detail());
    finding
        .counterexample()
        .ifPresent(
            point -> {
              ObjectNode counterexample = node.putObject("counterexample");
              counterexample.put("id", point.id());
              counterexample.put("index", point.index());
              counterexample.put("energy", point.energy());
              counterexample.set("weights", Json.array(point.coordinates()));
            });
    return node;
  }
}
