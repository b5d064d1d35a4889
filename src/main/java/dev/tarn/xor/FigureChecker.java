package dev.tarn.xor;

import dev.tarn.landscape.Connection;
import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.study.PointQuantities;
import dev.tarn.study.RocCurve;
import dev.tarn.study.SensitivityMap.InputGrid;
import dev.tarn.text.Numbers;
import dev.tarn.xor.Catalogues.Catalogue;
import dev.tarn.xor.Claim.Finding;
import dev.tarn.xor.Claim.Finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;

/**
 * Compares the paper's figures with catalogues: what the captions and section IV of Mehta, Zhao,
 * Bernal and Wales, Phys. Rev. E 97, 052307 (2018), say of figures 1 to 6. The claims of {@link
 * ClaimChecker} that concern a figure are among the statements. The zero point is left out unless
 * it is spoken of, as in the paper.
 *
 * <p>A statement about all minima stays open where the catalogue is not complete, unless a
 * counterexample settles it. Not thread-safe. Cost: a second or so for each catalogue of six hidden
 * units, mostly for sensitivity maps.
 */
public final class FigureChecker {
  /** The largest number of hidden units in the figures. */
  public static final int UNITS = 6;

  /** The regularisation parameter of figure 1. */
  public static final double WEAKEST = 1e-6;

  /** The regularisation parameters of figures 2 to 6. */
  public static final List<Double> LAMBDAS = List.of(1e-2, 1e-3, 1e-4, 1e-5, 1e-6);

  private static final double SMALLEST_BARRIER = 1.425e-11;
  private static final double CONTRACTION = 5000.0;
  private static final double CLOSE_TO_ONE = 0.99;
  private static final int MOST_UNCONNECTED = 2;

  private final Catalogues catalogues;
  private final List<FigureStatement> statements = new ArrayList<>();

  /**
   * Prepares the comparison.
   *
   * @param catalogues the databases; those that are missing have no statements
   */
  public FigureChecker(Catalogues catalogues) {
    this.catalogues = catalogues;
  }

  /**
   * The regularisation parameter of a figure.
   *
   * @param figure from 1 to 6
   * @return lambda
   */
  public static double lambda(int figure) {
    return figure == 1 ? WEAKEST : LAMBDAS.get(figure - 2);
  }

  /**
   * Compares all figures.
   *
   * @return the statements, by figure
   * @throws dev.tarn.store.StoreException if a database cannot be read
   */
  public List<FigureStatement> check() {
    statements.clear();
    figureOne();
    for (int figure = 2; figure <= LAMBDAS.size() + 1; figure++) {
      sixUnits(figure);
    }
    return List.copyOf(statements);
  }

  private void figureOne() {
    List<Integer> hidden = List.of(1, 2, 3, 4, 5, UNITS);
    for (Finding finding : new ClaimChecker(catalogues).check(hidden, List.of(WEAKEST))) {
      if (finding.claim() == Claim.AUC) {
        say(1, aucStatement(finding.hidden()), finding.verdict(), finding.detail());
      }
    }
    catalogues.read(1, WEAKEST).ifPresent(this::smallestBarrier);
    Optional<Catalogue> two = catalogues.read(2, WEAKEST);
    Optional<Catalogue> three = catalogues.read(3, WEAKEST);
    if (two.isPresent() && three.isPresent()) {
      double ratio = height(two.get()) / height(three.get());
      say(
          1,
          "From two to three hidden units the energy scale shrinks by a factor of 5000",
          unlessIncomplete(
              two.get(),
              unlessIncomplete(
                  three.get(), verdict(ratio > CONTRACTION / 2.0 && ratio < CONTRACTION * 2.0))),
          "the heights of the trees are in the ratio " + Numbers.fixed(ratio, 0));
    }
    moreUnitsMoreMinima(hidden);
  }

  private static String aucStatement(int hidden) {
    return switch (hidden) {
      case 1 -> "(a) The zero point has AUC 0.5, every other minimum 0.75";
      case 2 -> "(b) Some minima have AUC 0.75, the others nearly 1";
      default -> "(" + (char) ('a' + hidden - 1) + ") Every minimum but zero has AUC nearly 1";
    };
  }

  private void smallestBarrier(Catalogue catalogue) {
    Landscape landscape = catalogue.landscape();
    Optional<StationaryPoint> zero =
        landscape.minima().stream().filter(PointQuantities::isZero).findFirst();
    List<Double> above = new ArrayList<>();
    for (StationaryPoint point : landscape.transitionStates()) {
      zero.ifPresent(z -> above.add(point.energy() - z.energy()));
    }
    boolean found = above.stream().anyMatch(b -> Math.abs(b / SMALLEST_BARRIER - 1.0) < 5e-3);
    List<String> texts = above.stream().map(b -> Numbers.rounded(b, 4)).toList();
    say(
        1,
        "(a) A transition state of tiny weights lies 0.1425e-10 above the zero point",
        unlessIncomplete(catalogue, verdict(found)),
        "transition states above it by " + String.join(", ", texts));
  }

  private void moreUnitsMoreMinima(List<Integer> hidden) {
    List<String> counts = new ArrayList<>();
    boolean grows = true;
    boolean complete = true;
    int before = 0;
    for (int units : hidden) {
      Optional<Catalogue> catalogue = catalogues.read(units, WEAKEST);
      if (catalogue.isPresent()) {
        int minima = trained(catalogue.get()).size();
        grows &= minima > before;
        complete &= catalogue.get().completeness().complete();
        before = minima;
        counts.add(
            "N_h "
                + units
                + ": "
                + minima
                + " over "
                + Numbers.rounded(height(catalogue.get()), 3));
      }
    }
    if (counts.size() > 1) {
      say(
          1,
          "More hidden units bring more minima, close together in energy",
          complete ? verdict(grows) : Verdict.OPEN,
          String.join("; ", counts));
    }
  }

  private void sixUnits(int figure) {
    double lambda = lambda(figure);
    Optional<Catalogue> read = catalogues.read(UNITS, lambda);
    if (read.isEmpty()) {
      return;
    }
    Catalogue catalogue = read.get();
    for (Finding finding : new ClaimChecker(catalogues).check(List.of(UNITS), List.of(lambda))) {
      switch (finding.claim()) {
        case FIGURE_2, PROBABILITIES, FULLY_CONNECTED ->
            say(figure, finding.claim().text(), finding.verdict(), finding.detail());
        default -> {
          // The others are about no figure.
        }
      }
    }
    quality(figure, catalogue);
    if (figure > 2 && lambda > WEAKEST) {
      unconnected(figure, catalogue);
    }
    robustness(figure, catalogue);
    if (figure > 2) {
      weakerRegularisation(figure, catalogue);
    }
  }

  private void quality(int figure, Catalogue catalogue) {
    double lowest = 1.0;
    for (StationaryPoint point : trained(catalogue)) {
      lowest = Math.min(lowest, quantities(catalogue).auc(point));
    }
    say(
        figure,
        "Every minimum has AUC close to 1",
        lowest < CLOSE_TO_ONE ? Verdict.FAILS : unlessIncomplete(catalogue, Verdict.HOLDS),
        "the lowest is " + Numbers.fixed(lowest, 3));
  }

  private void unconnected(int figure, Catalogue catalogue) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (StationaryPoint point : trained(catalogue)) {
      counts.merge(UNITS - quantities(catalogue).connectedUnits(point), 1, Integer::sum);
    }
    boolean beyond = counts.keySet().stream().anyMatch(units -> units > MOST_UNCONNECTED);
    List<String> texts = new ArrayList<>();
    counts.forEach((units, minima) -> texts.add(units + " in " + minima));
    say(
        figure,
        "No, one or two hidden units are unconnected",
        beyond ? Verdict.FAILS : unlessIncomplete(catalogue, Verdict.HOLDS),
        "unconnected units, and minima: " + String.join(", ", texts));
  }

  private void robustness(int figure, Catalogue catalogue) {
    List<StationaryPoint> minima = trained(catalogue);
    double[] units = values(minima, p -> quantities(catalogue).connectedUnits(p));
    double[] right =
        values(
            minima,
            p ->
                XorProblem.sensitivity(
                        catalogue.network(), p.coordinates().toArray(), InputGrid.ofThePaper())
                    .fractionRight());
    double tau =
        minima.size() < 2 ? Double.NaN : new KendallsCorrelation().correlation(units, right);
    Verdict verdict =
        Double.isNaN(tau) ? Verdict.OPEN : unlessIncomplete(catalogue, verdict(tau < 0.0));
    say(
        figure,
        "Sparser networks are the more robust against changes of the input",
        verdict,
        Double.isNaN(tau)
            ? "all have as many connected units"
            : "connected units and right answers: rank correlation "
                + Numbers.fixed(tau, 2)
                + "; "
                + byUnits(units, right));
  }

  /** The mean fraction of right answers for each number of connected units. */
  private static String byUnits(double[] units, double[] right) {
    Map<Integer, List<Double>> byUnits = new TreeMap<>();
    for (int k = 0; k < units.length; k++) {
      byUnits.computeIfAbsent((int) units[k], u -> new ArrayList<>()).add(right[k]);
    }
    List<String> texts = new ArrayList<>();
    byUnits.forEach(
        (count, fractions) ->
            texts.add(
                count
                    + " units: "
                    + Numbers.fixed(
                        fractions.stream().mapToDouble(Double::doubleValue).average().orElse(0.0),
                        3)
                    + " on average"));
    return String.join(", ", texts);
  }

  private void weakerRegularisation(int figure, Catalogue catalogue) {
    Optional<Catalogue> stronger = catalogues.read(UNITS, lambda(figure - 1));
    if (stronger.isEmpty()) {
      return;
    }
    int more = trained(catalogue).size();
    int fewer = trained(stronger.get()).size();
    double barrier = uphill(catalogue);
    double higher = uphill(stronger.get());
    String than = "Than at lambda " + Numbers.scientific(lambda(figure - 1)) + " there are ";
    say(
        figure,
        than + "more minima",
        unlessIncomplete(catalogue, unlessIncomplete(stronger.get(), verdict(more > fewer))),
        more + " and " + fewer);
    say(
        figure,
        than + "lower barriers up from the lower minimum",
        unlessIncomplete(catalogue, unlessIncomplete(stronger.get(), verdict(barrier < higher))),
        "their medians are " + Numbers.rounded(barrier, 3) + " and " + Numbers.rounded(higher, 3));
  }

  /** The median of the barriers between different minima, seen from the lower one. */
  private static double uphill(Catalogue catalogue) {
    Landscape landscape = catalogue.landscape();
    List<Double> barriers = new ArrayList<>();
    for (Connection c : landscape.connections()) {
      StationaryPoint minus = landscape.get(c.minus());
      StationaryPoint plus = landscape.get(c.plus());
      if (c.minus() != c.plus()
          && !PointQuantities.isZero(minus)
          && !PointQuantities.isZero(plus)) {
        barriers.add(
            landscape.get(c.transitionState()).energy() - Math.min(minus.energy(), plus.energy()));
      }
    }
    barriers.sort(null);
    return barriers.isEmpty() ? Double.NaN : barriers.get(barriers.size() / 2);
  }

  /** From the lowest minimum to the highest barrier. */
  private static double height(Catalogue catalogue) {
    Landscape landscape = catalogue.landscape();
    List<DisconnectivityTree.Node> nodes =
        DisconnectivityTree.of(landscape, id -> !PointQuantities.isZero(landscape.get(id))).nodes();
    double lowest = nodes.stream().mapToDouble(n -> n.energy()).min().orElse(0.0);
    return nodes.stream().mapToDouble(n -> n.energy()).max().orElse(0.0) - lowest;
  }

  private static List<StationaryPoint> trained(Catalogue catalogue) {
    return catalogue.landscape().minima().stream().filter(p -> !PointQuantities.isZero(p)).toList();
  }

  private static PointQuantities quantities(Catalogue catalogue) {
    return new PointQuantities(
        catalogue.network(), catalogue.landscape(), RocCurve.DEFAULT_TOLERANCE);
  }

  private static double[] values(
      List<StationaryPoint> points, ToDoubleFunction<StationaryPoint> value) {
    return points.stream().mapToDouble(value).toArray();
  }

  private static Verdict verdict(boolean holds) {
    return holds ? Verdict.HOLDS : Verdict.FAILS;
  }

  private static Verdict unlessIncomplete(Catalogue catalogue, Verdict verdict) {
    return catalogue.completeness().complete() ? verdict : Verdict.OPEN;
  }

  private void say(int figure, String says, Verdict verdict, String found) {
    statements.add(new FigureStatement(figure, says, verdict, found));
  }

  /**
   * What the paper says of one of its figures, and what was found.
   *
   * @param figure the number of the figure, from 1 to 6
   * @param says the statement, in other words than the paper's
   * @param verdict whether the catalogues bear it out
   * @param found what was found, in numbers
   */
  public record FigureStatement(int figure, String says, Finding.Verdict verdict, String found) {}
}
