package dev.tarn.xor;

import dev.tarn.text.Numbers;
import dev.tarn.xor.Catalogues.Catalogue;
import dev.tarn.xor.Claim.Finding.Verdict;
import dev.tarn.xor.CountsTable.SweepRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Checks the claim that more units and less regularisation make more points. For one thread. */
final class GrowthClaim {
  private final Catalogues catalogues;
  private final Findings findings;

  GrowthClaim(Catalogues catalogues, Findings findings) {
    this.catalogues = catalogues;
    this.findings = findings;
  }

  /** Compares neighbours on the grid; a comparison with an incomplete catalogue stays open. */
  void check(List<Integer> hidden, List<Double> lambdas) {
    List<Double> descending = lambdas.stream().sorted(Comparator.reverseOrder()).toList();
    for (int units : hidden) {
      for (int k = 0; k < descending.size(); k++) {
        Optional<Catalogue> here = catalogues.read(units, descending.get(k));
        if (here.isEmpty()) {
          continue;
        }
        if (hidden.contains(units - 1)) {
          catalogues
              .read(units - 1, descending.get(k))
              .ifPresent(c -> compare(c, here.get(), "one unit less"));
        }
        if (k > 0) {
          String name = "lambda " + Numbers.scientific(descending.get(k - 1));
          catalogues
              .read(units, descending.get(k - 1))
              .ifPresent(c -> compare(c, here.get(), name));
        }
      }
    }
  }

  private void compare(Catalogue less, Catalogue more, String name) {
    SweepRow a = SweepRow.of(less);
    SweepRow b = SweepRow.of(more);
    List<String> falls = new ArrayList<>();
    if (b.classes(0) < a.classes(0)) {
      falls.add("minima " + a.classes(0) + " to " + b.classes(0));
    }
    if (b.classes(1) < a.classes(1)) {
      falls.add("transition states " + a.classes(1) + " to " + b.classes(1));
    }
    if (b.transitionRatio() < a.transitionRatio()) {
      falls.add(
          "ratio "
              + Numbers.fixed(a.transitionRatio(), 2)
              + " to "
              + Numbers.fixed(b.transitionRatio(), 2));
    }
    boolean settled = a.completeness().complete() && b.completeness().complete();
    findings.report(
        Claim.GROWTH,
        more,
        settled ? (falls.isEmpty() ? Verdict.HOLDS : Verdict.FAILS) : Verdict.OPEN,
        "against "
            + name
            + ": "
            + (falls.isEmpty() ? "nothing falls" : String.join(", ", falls))
            + (settled ? "" : " (a catalogue is incomplete)"),
        Optional.empty());
  }
}
