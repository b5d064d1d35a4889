package dev.tarn.xor;

import dev.tarn.certify.EveryWidth;
import dev.tarn.job.Cancellation;
import dev.tarn.landscape.Completeness;
import dev.tarn.linear.Vectors;
import dev.tarn.network.Layout;
import dev.tarn.network.Network;
import dev.tarn.network.NetworkEvaluator;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import dev.tarn.text.Numbers;
import dev.tarn.xor.Catalogues.Catalogue;
import dev.tarn.xor.Claim.Finding;
import dev.tarn.xor.Claim.Finding.Basis;
import dev.tarn.xor.Claim.Finding.Verdict;
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
  private static final int MINIMAL_UNITS = 3;

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
    new AnswerClaims(catalogue, findings).check();
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
        minimum && isProven(catalogue, p -> catalogue.connectedUnits(p) == 0)
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
          .filter(p -> two.get().connectedUnits(p) == 2)
          .map(p -> catalogue.network().layout().arrange(p.coordinates().toArray(), smaller));
    }
    if (!catalogue.completeness().complete()) {
      return Optional.empty();
    }
    return catalogue.landscape().points().stream()
        .filter(p -> catalogue.connectedUnits(p) <= 2)
        .min(Comparator.comparingDouble(StationaryPoint::energy))
        .filter(p -> catalogue.connectedUnits(p) == 2)
        .map(p -> p.coordinates().toArray());
  }

  private void threeUnits(Catalogue catalogue) {
    if (catalogue.hidden() <= MINIMAL_UNITS) {
      return;
    }
    long count = catalogue.trained(p -> catalogue.connectedUnits(p) == MINIMAL_UNITS).size();
    boolean proven = isProven(catalogue, p -> catalogue.connectedUnits(p) == MINIMAL_UNITS);
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
    if (catalogue.lambda() != Catalogue.WEAKEST) {
      return;
    }
    List<StationaryPoint> sparse =
        catalogue.trained(p -> catalogue.connectedUnits(p) < catalogue.hidden());
    findings.universal(
        Claim.FULLY_CONNECTED,
        catalogue,
        sparse,
        sparse.size() + " of " + catalogue.trained(p -> true).size() + " minima have a zero unit");
  }
}
