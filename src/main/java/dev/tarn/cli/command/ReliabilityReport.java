package dev.tarn.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.cli.view.Json;
import dev.tarn.cli.view.Numbers;
import dev.tarn.cli.view.Table;
import dev.tarn.plot.picture.ReliabilityPicture;
import dev.tarn.study.Basin;
import dev.tarn.study.Reliability;
import dev.tarn.study.Share;
import dev.tarn.study.SignPattern;
import dev.tarn.study.SignPattern.Claim;
import dev.tarn.study.SignPatterns;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How reliable some trainings are, in tables and as JSON. */
final class ReliabilityReport {
  private static final int BASINS_SHOWN = 6;

  /**
   * What one way of training led to.
   *
   * @param how the way
   * @param results the results by width
   * @param patterns what becomes of sign patterns; empty if they were not asked for
   */
  record Measured(
      TrainingOptions.Named how, List<Reliability> results, List<SignPatterns> patterns) {}

  private final List<Measured> all;

  ReliabilityReport(List<Measured> all) {
    this.all = List.copyOf(all);
  }

  /** The measurements for the picture, each by the name of its optimiser and initialisation. */
  List<ReliabilityPicture.Named> named() {
    return all.stream().map(one -> new ReliabilityPicture.Named(name(one), one.results())).toList();
  }

  private static String name(Measured one) {
    return one.how().optimiser() + ", " + one.how().initialisation();
  }

  void print(PrintWriter out) {
    for (int k = 0; k < all.size(); k++) {
      Measured one = all.get(k);
      out.print(k == 0 ? "" : System.lineSeparator());
      out.println("training by " + name(one));
      out.println();
      printShares(out, one.results());
      out.println();
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
      List<String> row = new ArrayList<>();
      row.add(Integer.toString(result.units()));
      row.add(Integer.toString(result.good().trials()));
      row.addAll(cells(result.good()));
      row.add(Integer.toString(result.goodAsTrained().count()));
      row.add(Numbers.rounded(result.best(), 6));
      table.row(row.toArray(String[]::new));
    }
    table.print(out);
  }

  private static void printBasins(PrintWriter out, List<Reliability> results) {
    Table table =
        new Table(
            "hidden", "leads to", "energy", "accuracy", "good", "runs", "share", "from", "to");
    for (Reliability result : results) {
      String units = Integer.toString(result.units());
      List<Basin> basins = result.basins();
      int shown = Math.min(BASINS_SHOWN, basins.size());
      for (Basin basin : basins.subList(0, shown)) {
        List<String> row = new ArrayList<>();
        row.add(units);
        row.add(kind(basin));
        row.add(Numbers.rounded(basin.energy(), 8));
        row.add(basin.accuracy().isPresent() ? Numbers.exact(basin.accuracy().getAsDouble()) : "");
        row.add(basin.good() ? "yes" : "");
        row.addAll(cells(basin.share()));
        table.row(row.toArray(String[]::new));
      }
      if (basins.size() > shown) {
        List<Basin> rest = basins.subList(shown, basins.size());
        int runs = rest.stream().mapToInt(basin -> basin.share().count()).sum();
        List<String> row = new ArrayList<>(List.of(units, rest.size() + " others", "", "", ""));
        row.addAll(cells(Share.of(runs, result.good().trials(), result.good().level())));
        table.row(row.toArray(String[]::new));
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
      List<String> row = new ArrayList<>();
      row.add(found.pattern().toString());
      row.add(said(found.pattern()));
      row.add(Numbers.rounded(found.exactEnergy(), 4));
      row.add(Numbers.exact(found.exactAccuracy()));
      row.addAll(cells(found.solved()));
      row.addAll(cells(found.linear()));
      row.add(verdict(found));
      table.row(row.toArray(String[]::new));
    }
    table.print(out);
  }

  private static String said(SignPattern pattern) {
    return pattern
        .claim()
        .map(claim -> claim == Claim.CONVERGES ? "converge" : "be linear")
        .orElse("");
  }

  private static String verdict(SignPatterns found) {
    return found.bearsOut() ? "borne out" : "not borne out";
  }

  /** Count, share and the ends of its interval. */
  private static List<String> cells(Share share) {
    return List.of(
        Integer.toString(share.count()),
        decimals(share.value()),
        decimals(share.low()),
        decimals(share.high()));
  }

  private static String decimals(double share) {
    return String.format(Locale.ROOT, "%.3f", share);
  }

  private static String kind(Basin basin) {
    return basin.kind().name().toLowerCase(Locale.ROOT);
  }

  /** An element for each training and width. */
  ArrayNode json() {
    ArrayNode list = Json.array();
    for (Measured one : all) {
      for (Reliability result : one.results()) {
        ObjectNode node = list.addObject();
        node.put("optimiser", one.how().optimiser());
        node.put("initialisation", one.how().initialisation());
        put(node, result);
        if (result.units() == 2 && !one.patterns().isEmpty()) {
          ArrayNode patterns = node.putArray("signPatterns");
          one.patterns().forEach(found -> put(patterns.addObject(), found));
        }
      }
    }
    return list;
  }

  private static void put(ObjectNode node, Reliability result) {
    node.put("hidden", result.units());
    put(node.putObject("good"), result.good());
    put(node.putObject("goodAsTrained"), result.goodAsTrained());
    put(node.putObject("converged"), result.converged());
    node.put("lowestEnergy", result.best());
    ArrayNode basins = node.putArray("basins");
    for (Basin basin : result.basins()) {
      ObjectNode one = basins.addObject();
      one.put("kind", kind(basin));
      one.put("index", basin.index());
      one.put("energy", basin.energy());
      basin.accuracy().ifPresent(value -> one.put("accuracy", value));
      one.put("good", basin.good());
      put(one.putObject("share"), basin.share());
      one.set("weights", Json.array(basin.point()));
    }
  }

  private static void put(ObjectNode node, SignPatterns found) {
    node.put("signs", found.pattern().toString());
    found.pattern().claim().ifPresent(claim -> node.put("said", said(found.pattern())));
    node.put("exactEnergy", found.exactEnergy());
    node.put("exactAccuracy", found.exactAccuracy());
    put(node.putObject("solved"), found.solved());
    put(node.putObject("linear"), found.linear());
    node.put("medianEnergy", found.medianEnergy());
    node.put("medianAccuracy", found.medianAccuracy());
    node.put("bearsOut", found.bearsOut());
  }

  private static void put(ObjectNode node, Share share) {
    node.put("count", share.count())
        .put("trials", share.trials())
        .put("level", share.level())
        .put("probability", share.value())
        .put("low", share.low())
        .put("high", share.high());
  }
}
