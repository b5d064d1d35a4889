package dev.tarn.cli.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tarn.potential.Vector;
import dev.tarn.text.Numbers;
import dev.tarn.xor.Claim;
import dev.tarn.xor.Claim.Finding;
import dev.tarn.xor.Claim.Finding.Verdict;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What became of the paper's claims. */
public final class ClaimsReport implements Report {
  private final List<Finding> findings;

  public ClaimsReport(List<Finding> findings) {
    this.findings = List.copyOf(findings);
  }

  private List<Finding> of(Claim claim) {
    return findings.stream().filter(finding -> finding.claim() == claim).toList();
  }

  private record ClaimRow(int claim, String text, List<FindingRow> findings) {}

  private record FindingRow(
      int hidden,
      double lambda,
      String verdict,
      String basis,
      String detail,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Counterexample> counterexample) {}

  private record Counterexample(int id, int index, double energy, Vector weights) {}

  @Override
  public Object json() {
    return Arrays.stream(Claim.values())
        .map(
            claim ->
                new ClaimRow(
                    claim.number(),
                    claim.text(),
                    of(claim).stream().map(ClaimsReport::row).toList()))
        .toList();
  }

  private static FindingRow row(Finding finding) {
    return new FindingRow(
        finding.hidden(),
        finding.lambda(),
        finding.verdict().ofClaim(),
        finding.basis().label(),
        finding.detail(),
        finding
            .counterexample()
            .map(p -> new Counterexample(p.id(), p.index(), p.energy(), p.coordinates())));
  }

  @Override
  public void print(PrintWriter out) {
    for (Claim claim : Claim.values()) {
      print(claim, of(claim), out);
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
            + Numbers.scientific(finding.lambda())
            + ", "
            + finding.basis().label()
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
                    + weights(point.coordinates()))
        .orElse(text);
  }

  private static String weights(Vector x) {
    return x.stream()
        .mapToObj(value -> Numbers.rounded(value, 5))
        .collect(Collectors.joining(" ", "(", ")"));
  }
}
