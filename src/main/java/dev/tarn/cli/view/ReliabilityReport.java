package dev.tarn.cli.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tarn.plot.picture.ReliabilityPicture;
import dev.tarn.potential.Vector;
import dev.tarn.study.Reliability;
import dev.tarn.study.Reliability.Basin;
import dev.tarn.study.Reliability.Share;
import dev.tarn.text.Numbers;
import dev.tarn.xor.SignPatterns;
import dev.tarn.xor.SignPatterns.SignPattern.Claim;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** How reliable some trainings are. */
public final class ReliabilityReport implements Report {
  private static final int BASINS_SHOWN = 6;
  private static final int DECIMALS = 3;

  /** Sign patterns are of networks with this many hidden units. */
  public static final int PATTERN_UNITS = 2;

  /**
   * What one way of training led to.
   *
   * @param optimiser the name of the optimiser
   * @param initialisation the name of the initialisation
   * @param results the results by width
   * @param patterns what becomes of sign patterns; empty if they were not asked for
   */
  public record Measured(
      String optimiser,
      String initialisation,
      List<Reliability> results,
      List<SignPatterns> patterns) {}

  private static final double[] QUANTILES = {0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0};

  private final List<Measured> all;
  private final double goodFrom;
  private final boolean relative;

  /**
   * A report.
   *
   * @param all the measurements
   * @param goodFrom the least accuracy of a good minimum
   * @param relative whether that follows from the best one that a run has reached
   */
  public ReliabilityReport(List<Measured> all, double goodFrom, boolean relative) {
    this.all = List.copyOf(all);
    this.goodFrom = goodFrom;
    this.relative = relative;
  }

  /** The measurements for the picture, each by the name of its optimiser and initialisation. */
  public List<ReliabilityPicture.Named> named() {
    return all.stream().map(one -> new ReliabilityPicture.Named(name(one), one.results())).toList();
  }

  private static String name(Measured one) {
    return one.optimiser() + ", " + one.initialisation();
  }

  @Override
  public void print(PrintWriter out) {
    for (int k = 0; k < all.size(); k++) {
      Measured one = all.get(k);
      out.print(k == 0 ? "" : System.lineSeparator());
      out.println("training by " + name(one));
      out.println();
      printShares(out, one.results());
      out.println();
      printAccuracies(out, one.results());
      printBasins(out, one.results());
      if (!one.patterns().isEmpty()) {
        out.println();
        printPatterns(out, one.patterns());
      }
    }
  }

  private static void printShares(PrintWriter out, List<Reliability> results) {
    Table table =
        new Table(
            "hidden",
            "runs",
            "good",
            "probability",
            "from",
            "to",
            "good as trained",
            "lowest energy");
    for (Reliability result : results) {
      List<Object> row = new ArrayList<>(List.of(result.units(), result.good().trials()));
      row.addAll(cells(result.good()));
      row.add(result.goodAsTrained().count());
      row.add(Numbers.rounded(result.best(), 6));
      table.row(row);
    }
    table.print(out);
  }

  /** What is good, and the quantiles of what was reached; nothing without classes. */
  private void printAccuracies(PrintWriter out, List<Reliability> results) {
    if (results.stream().anyMatch(result -> result.accuracies().length() == 0)) {
      return;
    }
    Table table =
        new Table("hidden", "lowest", "10 %", "25 %", "median", "75 %", "90 %", "highest accuracy");
    for (Reliability result : results) {
      List<Object> row = new ArrayList<>(List.of(result.units()));
      for (double part : QUANTILES) {
        row.add(Numbers.fixed(result.accuracyQuantile(part).orElseThrow(), DECIMALS + 1));
      }
      table.row(row);
    }
    table.print(out);
    out.println(
        "good: "
            + Numbers.fixed(goodFrom, DECIMALS + 1)
            + " or more"
            + (relative ? ", close to the best that a run has reached" : ""));
    out.println();
  }

  private static void printBasins(PrintWriter out, List<Reliability> results) {
    Table table =
        new Table(
            "hidden",
            "leads to",
            "energy",
            "accuracy",
            "live",
            "good",
            "runs",
            "share",
            "from",
            "to");
    for (Reliability result : results) {
      List<Basin> basins = result.basins();
      int shown = Math.min(BASINS_SHOWN, basins.size());
      for (Basin basin : basins.subList(0, shown)) {
        List<Object> row = new ArrayList<>(List.of(result.units(), kind(basin)));
        row.add(Numbers.rounded(basin.energy(), 8));
        row.add(Numbers.known(basin.accuracy()));
        row.add(basin.live().isPresent() ? basin.live().getAsInt() : "");
        row.add(basin.good() ? "yes" : "");
        row.addAll(cells(basin.share()));
        table.row(row);
      }
      if (basins.size() > shown) {
        List<Basin> rest = basins.subList(shown, basins.size());
        int runs = rest.stream().mapToInt(basin -> basin.share().count()).sum();
        List<Object> row =
            new ArrayList<>(List.of(result.units(), rest.size() + " others", "", "", "", ""));
        row.addAll(cells(Share.of(runs, result.good().trials(), result.good().level())));
        table.row(row);
      }
    }
    table.print(out);
  }

  private static void printPatterns(PrintWriter out, List<SignPatterns> patterns) {
    Table table =
        new Table(
            "signs",
            "said to",
            "from +-1",
            "accuracy",
            "solved",
            "share",
            "from",
            "to",
            "linear",
            "share",
            "from",
            "to",
            "verdict");
    for (SignPatterns found : patterns) {
      List<Object> row = new ArrayList<>();
      row.add(found.pattern());
      row.add(found.pattern().claim().map(ReliabilityReport::said).orElse(""));
      row.add(Numbers.rounded(found.exactEnergy(), 4));
      row.add(found.exactAccuracy());
      row.addAll(cells(found.solved()));
      row.addAll(cells(found.linear()));
      row.add(verdict(found));
      table.row(row);
    }
    table.print(out);
  }

  private static String said(Claim claim) {
    return claim == Claim.CONVERGES ? "converge" : "be linear";
  }

  private static String verdict(SignPatterns found) {
    return found.bearsOut() ? "borne out" : "not borne out";
  }

  /** Count, share and the ends of its interval. */
  private static List<Object> cells(Share share) {
    return List.of(
        share.count(),
        Numbers.fixed(share.value(), DECIMALS),
        Numbers.fixed(share.low(), DECIMALS),
        Numbers.fixed(share.high(), DECIMALS));
  }

  private static String kind(Basin basin) {
    return basin.kind().name().toLowerCase(Locale.ROOT);
  }

  private record Training(
      String optimiser,
      String initialisation,
      int hidden,
      Part good,
      Part goodAsTrained,
      Part converged,
      double lowestEnergy,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Accuracies> accuracies,
      List<BasinRow> basins,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PatternRow> signPatterns) {}

  private record Accuracies(
      double goodFrom,
      double lowest,
      double tenth,
      double lowerQuartile,
      double median,
      double upperQuartile,
      double ninetieth,
      double highest,
      Vector all) {}

  private record Part(
      int count, int trials, double level, double probability, double low, double high) {}

  private record BasinRow(
      String kind,
      int index,
      double energy,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) OptionalDouble accuracy,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Integer> liveUnits,
      boolean good,
      Part share,
      Vector weights) {}

  private record PatternRow(
      String signs,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> said,
      double exactEnergy,
      double exactAccuracy,
      Part solved,
      Part linear,
      double medianEnergy,
      double medianAccuracy,
      boolean bearsOut) {}

  /** An element for each training and width. */
  @Override
  public Object json() {
    return all.stream()
        .flatMap(one -> one.results().stream().map(result -> training(one, result)))
        .toList();
  }

  private Optional<Accuracies> accuracies(Reliability result) {
    if (result.accuracies().length() == 0) {
      return Optional.empty();
    }
    double[] at =
        Arrays.stream(QUANTILES).map(part -> result.accuracyQuantile(part).orElseThrow()).toArray();
    return Optional.of(
        new Accuracies(
            goodFrom, at[0], at[1], at[2], at[3], at[4], at[5], at[6], result.accuracies()));
  }

  private Training training(Measured one, Reliability result) {
    return new Training(
        one.optimiser(),
        one.initialisation(),
        result.units(),
        part(result.good()),
        part(result.goodAsTrained()),
        part(result.converged()),
        result.best(),
        accuracies(result),
        result.basins().stream().map(ReliabilityReport::row).toList(),
        result.units() == PATTERN_UNITS
            ? one.patterns().stream().map(ReliabilityReport::row).toList()
            : List.of());
  }

  private static BasinRow row(Basin basin) {
    return new BasinRow(
        kind(basin),
        basin.index(),
        basin.energy(),
        basin.accuracy(),
        basin.live().stream().boxed().findFirst(),
        basin.good(),
        part(basin.share()),
        basin.point());
  }

  private static PatternRow row(SignPatterns found) {
    return new PatternRow(
        found.pattern().toString(),
        found.pattern().claim().map(ReliabilityReport::said),
        found.exactEnergy(),
        found.exactAccuracy(),
        part(found.solved()),
        part(found.linear()),
        found.medianEnergy(),
        found.medianAccuracy(),
        found.bearsOut());
  }

  private static Part part(Share share) {
    return new Part(
        share.count(), share.trials(), share.level(), share.value(), share.low(), share.high());
  }
}
