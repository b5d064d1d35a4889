package dev.tarn.xor;

import dev.tarn.stationary.StationaryPoint;
import dev.tarn.xor.Catalogues.Catalogue;
import dev.tarn.xor.Claim.Finding;
import dev.tarn.xor.Claim.Finding.Basis;
import dev.tarn.xor.Claim.Finding.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was found of the claims so far. For one thread. */
final class Findings {
  private final List<Finding> findings = new ArrayList<>();

  void clear() {
    findings.clear();
  }

  /** All of them, by claim, then in the order in which they came. */
  List<Finding> byClaim() {
    return findings.stream().sorted(Comparator.comparing(Finding::claim)).toList();
  }

  /** Notes what became of a claim about all minima, some of which may speak against it. */
  void universal(Claim claim, Catalogue catalogue, List<StationaryPoint> against, String detail) {
    report(
        claim,
        catalogue,
        against.isEmpty() ? unlessIncomplete(catalogue, Verdict.HOLDS) : Verdict.FAILS,
        detail,
        against.stream().findFirst());
  }

  void report(
      Claim claim,
      Catalogue catalogue,
      Verdict verdict,
      String detail,
      Optional<StationaryPoint> counterexample) {
    boolean refuted = counterexample.filter(catalogue::isProven).isPresent();
    report(
        claim,
        catalogue,
        verdict,
        refuted && verdict == Verdict.FAILS ? Basis.REFUTED : Basis.OBSERVED,
        detail,
        counterexample);
  }

  void report(
      Claim claim,
      Catalogue catalogue,
      Verdict verdict,
      Basis basis,
      String detail,
      Optional<StationaryPoint> counterexample) {
    findings.add(
        new Finding(
            claim,
            catalogue.hidden(),
            catalogue.lambda(),
            verdict,
            basis,
            detail + (verdict == Verdict.OPEN && claim != Claim.GROWTH ? "; open" : ""),
            counterexample));
  }

  /** A verdict that only a complete catalogue gives. */
  static Verdict unlessIncomplete(Catalogue catalogue, Verdict verdict) {
    return catalogue.completeness().complete() ? verdict : Verdict.OPEN;
  }
}
