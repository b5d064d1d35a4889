package dev.tarn.xor;

import dev.tarn.stationary.StationaryPoint;
import dev.tarn.study.RocCurve;
import dev.tarn.text.Numbers;
import dev.tarn.xor.Catalogues.Catalogue;
import dev.tarn.xor.Claim.Finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the claims about what the minima of one catalogue answer. For one thread. */
final class AnswerClaims {
  private static final double CLOSE_TO_ONE = 0.99;
  private static final int PAPER_UNITS = 6;
  private static final double FIGURE_2 = 1e-2;
  private static final double WELL_TRAINED = 1e-3;

  private final Catalogue catalogue;
  private final Findings findings;

  AnswerClaims(Catalogue catalogue, Findings findings) {
    this.catalogue = catalogue;
    this.findings = findings;
  }

  void check() {
    figureTwo();
    probabilities();
    auc();
  }

  private void figureTwo() {
    if (catalogue.hidden() != PAPER_UNITS || catalogue.lambda() != FIGURE_2) {
      return;
    }
    List<StationaryPoint> minima = catalogue.trained(p -> true);
    List<Integer> units = minima.stream().map(p -> catalogue.connectedUnits(p)).sorted().toList();
    double least = 1.0;
    double most = 0.0;
    Optional<StationaryPoint> worst = Optional.empty();
    for (StationaryPoint point : minima) {
      for (double p : rightProbabilities(point)) {
        worst = p < least ? Optional.of(point) : worst;
        least = Math.min(least, p);
        most = Math.max(most, p);
      }
    }
    boolean agrees = units.equals(List.of(3, 6)) && least >= 0.845 && most < 0.915;
    findings.report(
        Claim.FIGURE_2,
        catalogue,
        Findings.unlessIncomplete(catalogue, agrees ? Verdict.HOLDS : Verdict.FAILS),
        "minima of "
            + units
            + " connected units, probabilities from "
            + Numbers.fixed(least, 4)
            + " to "
            + Numbers.fixed(most, 4),
        agrees ? Optional.empty() : worst);
  }

  private void probabilities() {
    if (catalogue.hidden() != PAPER_UNITS || catalogue.lambda() > WELL_TRAINED) {
      return;
    }
    double least = 1.0;
    List<StationaryPoint> worse = new ArrayList<>();
    for (StationaryPoint point : catalogue.trained(p -> true)) {
      double smallest = 1.0;
      for (double p : rightProbabilities(point)) {
        smallest = Math.min(smallest, p);
      }
      // The paper gives two digits.
      if (smallest < 0.985) {
        worse.add(point);
      }
      least = Math.min(least, smallest);
    }
    findings.universal(
        Claim.PROBABILITIES,
        catalogue,
        worse,
        "smallest probability of the right class " + Numbers.fixed(least, 6));
  }

  private void auc() {
    if (catalogue.lambda() != Catalogue.WEAKEST) {
      return;
    }
    int hidden = catalogue.hidden();
    List<StationaryPoint> wrong = new ArrayList<>();
    int threeQuarters = 0;
    double least = 1.0;
    for (StationaryPoint point : catalogue.landscape().minima()) {
      double area = area(point);
      boolean zero = catalogue.connectedUnits(point) == 0;
      boolean as075 = Math.abs(area - 0.75) < 1e-9;
      threeQuarters += as075 ? 1 : 0;
      boolean right =
          zero ? area == 0.5 : (hidden <= 2 && as075) || (hidden >= 2 && area > CLOSE_TO_ONE);
      if (!right) {
        wrong.add(point);
      }
      least = zero ? least : Math.min(least, area);
    }
    if (hidden == 2 && threeQuarters == 0) {
      // It may be among those that are still to be found.
      boolean complete = catalogue.completeness().complete();
      findings.report(
          Claim.AUC,
          catalogue,
          complete ? Verdict.FAILS : Verdict.OPEN,
          "no minimum of AUC 0.75",
          Optional.empty());
      return;
    }
    findings.universal(
        Claim.AUC,
        catalogue,
        wrong,
        threeQuarters
            + " of "
            + catalogue.landscape().count(0)
            + " minima have AUC 0.75, smallest AUC but for zero "
            + Numbers.exact(least));
  }

  private double[] rightProbabilities(StationaryPoint point) {
    double[] p = probabilities(point);
    int[] classes = XorProblem.classes();
    for (int d = 0; d < p.length; d++) {
      p[d] = classes[d] == 1 ? p[d] : 1.0 - p[d];
    }
    return p;
  }

  private double area(StationaryPoint point) {
    return RocCurve.area(probabilities(point), XorProblem.classes(), RocCurve.DEFAULT_TOLERANCE);
  }

  private double[] probabilities(StationaryPoint point) {
    return XorProblem.probabilities(catalogue.network(), point.coordinates().toArray());
  }
}
