package dev.tarn.xor;

import dev.tarn.certify.EveryWidth;
import dev.tarn.job.Cancellation;
import dev.tarn.landscape.Completeness;
import dev.tarn.landscape.Landscape;
import dev.tarn.linear.Vectors;
import dev.tarn.network.Layout;
import dev.tarn.network.Network;
import dev.tarn.network.NetworkEvaluator;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import dev.tarn.study.PointQuantities;
import dev.tarn.study.RocCurve;
import dev.tarn.text.Numbers;
import dev.tarn.xor.Catalogues.Catalogue;
import dev.tarn.xor.Claim.Finding;
import dev.tarn.xor.Claim.Finding.Basis;
import dev.tarn.xor.Claim.Finding.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Puts the paper's claims to the test, catalogue by catalogue.
 *
 * <p>A counterexample settles a claim about all minima against it whether or not the catalogue is
 * complete. That no counterexample was found settles it in favour only if the catalogue is complete
 * as far as {@link Completeness} tells; otherwise the claim stays open.
 */
public final class ClaimChecker {
  private static final double STATIONARY = Tolerances.defaults().gradient();
  private static final double AUC_TIE = RocCurve.DEFAULT_TOLERANCE;
  private static final double CLOSE_TO_ONE = 0.99;
  private static final int MINIMAL_UNITS = 3;
  private static final int PAPER_UNITS = 6;
  private static final double WEAKEST = 1e-6;
  private static final double FIGURE_2 = 1e-2;
  private static final double WELL_TRAINED = 1e-3;

  /** Below it the proof that the zero point is the only one need not be tried. */
  private static final double ZERO_ALONE = 0.05;

  private static final long MOST_BOXES = 1_000_000;

  private final Catalogues catalogues;
  private final Findings findings = new Findings();

  /**
   * Prepares the check.
   *
   * @param catalogues the databases
   */
  public ClaimChecker(Catalogues catalogues) {
    this.catalogues = catalogues;
  }

  /**
   * Checks every claim on a grid of catalogues.
   *
   * @param hidden the numbers of hidden units
   * @param lambdas the regularisation parameters
   * @return the findings, by claim, then in the order of the grid; catalogues that are missing have
   *     none
   * @throws dev.tarn.store.StoreException if a database cannot be read
   */
  public List<Finding> check(List<Integer> hidden, List<Double> lambdas) {
    findings.clear();
    for (int units : hidden) {
      for (double lambda : lambdas) {
        catalogues.read(units, lambda).ifPresent(this::checkOne);
      }
    }
    new GrowthClaim(catalogues, findings).check(hidden, lambdas);
    return findings.byClaim();
  }

  private void checkOne(Catalogue catalogue) {
    padding(catalogue);
    zeroPoint(catalogue);
    twoUnits(catalogue);
    threeUnits(catalogue);
    fullyConnected(catalogue);
    figureTwo(catalogue);
    probabilities(catalogue);
    auc(catalogue);
  }

  private void padding(Catalogue catalogue) {
    Network network = catalogue.network();
    Network larger = network.withUnits(catalogue.hidden() + 1);
    NetworkEvaluator evaluator = larger.evaluator();
    double[] gradient = new double[larger.dimension()];
    double worst = 0.0;
    Optional<StationaryPoint> counterexample = Optional.empty();
    for (StationaryPoint point : catalogue.landscape().points()) {
      double[] x = point.coordinates().toArray();
      evaluator.gradient(larger.layout().arrange(x, network.layout()), gradient);
      double rms = Vectors.rms(gradient);
      if (rms > worst) {
        worst = rms;
        if (rms >= STATIONARY) {
          counterexample = Optional.of(point);
        }
      }
    }
    findings.report(
        Claim.PADDING,
        catalogue,
        counterexample.isEmpty() ? Verdict.HOLDS : Verdict.FAILS,
        // A unit of zeros gets no gradient, exactly, if its activation is zero there.
        counterexample.isEmpty() && catalogue.isProven() ? Basis.PROVEN : Basis.OBSERVED,
        catalogue.landscape().size()
            + " points padded, largest rms gradient "
            + Numbers.rounded(worst, 2),
        counterexample);
  }

  private void zeroPoint(Catalogue catalogue) {
    Network network = catalogue.network();
    PolishedPoint zero =
        StationaryPolish.newton(network).characterise(new double[network.dimension()]);
    boolean minimum = zero.converged() && zero.index() == 0;
    findings.report(
        Claim.ZERO_POINT,
        catalogue,
        minimum ? Verdict.HOLDS : Verdict.FAILS,
        minimum && isProven(catalogue, p -> connected(catalogue, p) == 0)
            ? Basis.PROVEN
            : Basis.OBSERVED,
        "smallest eigenvalue " + Numbers.rounded(zero.eigenvalues()[0], 4),
        Optional.empty());
  }

  private void twoUnits(Catalogue catalogue) {
    if (catalogue.hidden() < MINIMAL_UNITS) {
      return;
    }
    Optional<double[]> best = bestOfTwo(catalogue);
    if (best.isEmpty()) {
      findings.report(
          Claim.TWO_UNITS,
          catalogue,
          Verdict.OPEN,
          "no minimum of two connected units is known at this lambda",
          Optional.empty());
      return;
    }
    int extra = catalogue.hidden() - 2;
    PolishedPoint point = StationaryPolish.newton(catalogue.network()).characterise(best.get());
    findings.report(
        Claim.TWO_UNITS,
        catalogue,
        point.index() == extra ? Verdict.HOLDS : Verdict.FAILS,
        "index " + point.index() + " where " + extra + " is claimed",
        point.index() == extra
            ? Optional.empty()
            : catalogue.landscape().find(point.energy(), point.coordinates()));
  }

  /**
   * The lowest point of two units, padded, if both have weights: of the network of two units, or of
   * this one, if that is missing and this one complete.
   */
  private Optional<double[]> bestOfTwo(Catalogue catalogue) {
    Optional<Catalogue> two = catalogues.read(2, catalogue.lambda());
    if (two.isPresent()) {
      Layout smaller = two.get().network().layout();
      return two.get()
          .landscape()
          .globalMinimum()
          .filter(p -> connected(two.get(), p) == 2)
          .map(p -> catalogue.network().layout().arrange(p.coordinates().toArray(), smaller));
    }
    if (!catalogue.completeness().complete()) {
      return Optional.empty();
    }
    return catalogue.landscape().points().stream()
        .filter(p -> connected(catalogue, p) <= 2)
        .min(Comparator.comparingDouble(StationaryPoint::energy))
        .filter(p -> connected(catalogue, p) == 2)
        .map(p -> p.coordinates().toArray());
  }

  private void threeUnits(Catalogue catalogue) {
    if (catalogue.hidden() <= MINIMAL_UNITS) {
      return;
    }
    long count = trained(catalogue, p -> connected(catalogue, p) == MINIMAL_UNITS).size();
    boolean proven = isProven(catalogue, p -> connected(catalogue, p) == MINIMAL_UNITS);
    boolean refuted = count == 0 && isProven(catalogue, p -> true) && isZeroAlone(catalogue);
    findings.report(
        Claim.THREE_UNITS,
        catalogue,
        count > 0 ? Verdict.HOLDS : Findings.unlessIncomplete(catalogue, Verdict.FAILS),
        proven ? Basis.PROVEN : refuted ? Basis.REFUTED : Basis.OBSERVED,
        count + " minima of exactly three connected units",
        Optional.empty());
  }

  /** Whether a minimum of some kind is proven. */
  private static boolean isProven(Catalogue catalogue, Predicate<StationaryPoint> condition) {
    return catalogue.landscape().minima().stream().filter(condition).anyMatch(catalogue::isProven);
  }

  /** Whether the zero point is proven to be the only one. */
  private static boolean isZeroAlone(Catalogue catalogue) {
    return catalogue.lambda() >= ZERO_ALONE
        && EveryWidth.prove(catalogue.lambda(), MOST_BOXES, new Cancellation()).isComplete();
  }

  private void fullyConnected(Catalogue catalogue) {
    if (catalogue.lambda() != WEAKEST) {
      return;
    }
    List<StationaryPoint> sparse =
        trained(catalogue, p -> connected(catalogue, p) < catalogue.hidden());
    findings.universal(
        Claim.FULLY_CONNECTED,
        catalogue,
        sparse,
        sparse.size() + " of " + trained(catalogue, p -> true).size() + " minima have a zero unit");
  }

  private void figureTwo(Catalogue catalogue) {
    if (catalogue.hidden() != PAPER_UNITS || catalogue.lambda() != FIGURE_2) {
      return;
    }
    List<StationaryPoint> minima = trained(catalogue, p -> true);
    List<Integer> units = minima.stream().map(p -> connected(catalogue, p)).sorted().toList();
    double least = 1.0;
    double most = 0.0;
    Optional<StationaryPoint> worst = Optional.empty();
    for (StationaryPoint point : minima) {
      for (double p : rightProbabilities(catalogue, point)) {
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

  private void probabilities(Catalogue catalogue) {
    if (catalogue.hidden() != PAPER_UNITS || catalogue.lambda() > WELL_TRAINED) {
      return;
    }
    double least = 1.0;
    List<StationaryPoint> worse = new ArrayList<>();
    for (StationaryPoint point : trained(catalogue, p -> true)) {
      double smallest = 1.0;
      for (double p : rightProbabilities(catalogue, point)) {
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

  private void auc(Catalogue catalogue) {
    if (catalogue.lambda() != WEAKEST) {
      return;
    }
    int hidden = catalogue.hidden();
    List<StationaryPoint> wrong = new ArrayList<>();
    int threeQuarters = 0;
    double least = 1.0;
    for (StationaryPoint point : catalogue.landscape().minima()) {
      double area = area(catalogue, point);
      boolean zero = connected(catalogue, point) == 0;
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
      findings.report(
          Claim.AUC, catalogue, Verdict.FAILS, "no minimum of AUC 0.75", Optional.empty());
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

  private static int connected(Catalogue catalogue, StationaryPoint point) {
    return new PointQuantities(catalogue.network(), catalogue.landscape(), AUC_TIE)
        .connectedUnits(point);
  }

  /** The minima but the zero point that satisfy a condition. */
  private static List<StationaryPoint> trained(
      Catalogue catalogue, Predicate<StationaryPoint> condition) {
    Landscape landscape = catalogue.landscape();
    return landscape.minima().stream()
        .filter(p -> connected(catalogue, p) > 0)
        .filter(condition)
        .toList();
  }

  private static double[] rightProbabilities(Catalogue catalogue, StationaryPoint point) {
    double[] p = probabilities(catalogue, point);
    int[] classes = XorProblem.classes();
    for (int d = 0; d < p.length; d++) {
      p[d] = classes[d] == 1 ? p[d] : 1.0 - p[d];
    }
    return p;
  }

  private static double area(Catalogue catalogue, StationaryPoint point) {
    return RocCurve.area(probabilities(catalogue, point), XorProblem.classes(), AUC_TIE);
  }

  private static double[] probabilities(Catalogue catalogue, StationaryPoint point) {
    return XorProblem.probabilities(catalogue.network(), point.coordinates().toArray());
  }
}
