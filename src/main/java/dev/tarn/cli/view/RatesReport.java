package dev.tarn.cli.view;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tarn.kinetics.FastestPaths;
import dev.tarn.kinetics.KineticMonteCarlo;
import dev.tarn.kinetics.Passage;
import dev.tarn.kinetics.Passage.Direction;
import dev.tarn.kinetics.RateNetwork;
import dev.tarn.text.Csv;
import dev.tarn.text.Numbers;
import dev.tarn.thermo.FreeEnergies;
import dev.tarn.thermo.HarmonicModel;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How fast one gets from some minima to others. */
public final class RatesReport implements CsvReport {
  private static final int DIGITS = 10;
  private static final int MOST_COMMITTORS = 20;

  private final HarmonicModel model;
  private final Set<Integer> a;
  private final Set<Integer> b;
  private final List<Result> results;
  private final Optional<FreeEnergies> groups;

  /**
   * What was found at a temperature.
   *
   * @param network the rates
   * @param passage between the sets
   * @param paths from B to A
   * @param relaxation the slowest relaxation rates; empty if they do not fit into doubles
   * @param walks the check by simulation, if it was asked for
   * @param overBarriers the ids of classes whose lowest barrier is below the temperature
   */
  public record Result(
      RateNetwork network,
      Passage passage,
      List<FastestPaths.Path> paths,
      double[] relaxation,
      Optional<KineticMonteCarlo.Estimate> walks,
      List<Integer> overBarriers) {}

  /**
   * Prepares the report.
   *
   * @param model between whose wells rates were computed
   * @param a the ids of wells of A
   * @param b the ids of wells of B
   * @param results one for each temperature
   * @param groups what the wells are, if they are groups of classes
   */
  public RatesReport(
      HarmonicModel model,
      Set<Integer> a,
      Set<Integer> b,
      List<Result> results,
      Optional<FreeEnergies> groups) {
    this.groups = groups;
    this.model = model;
    this.a = new TreeSet<>(a);
    this.b = new TreeSet<>(b);
    this.results = List.copyOf(results);
  }

  /** A rate, and its logarithm to the base 10, which is there for any size. */
  private record Figure(double value, double log10) {
    static Figure of(double log) {
      return new Figure(Math.exp(log), log / Math.log(10.0));
    }
  }

  private record Constants(Figure kSS, Figure kNSS, Figure k, Figure meanFirstPassageTime) {
    static Constants of(Direction direction) {
      return new Constants(
          Figure.of(direction.logSteady()),
          Figure.of(direction.logNonSteady()),
          Figure.of(direction.logRate()),
          Figure.of(direction.logTime()));
    }
  }

  private record PathRow(
      List<Integer> minima,
      List<Integer> transitionStates,
      Figure kSS,
      Figure passageTime,
      Figure passageTimeBack) {}

  private record Row(
      double temperature,
      Constants fromBToA,
      Constants fromAToB,
      Map<Integer, Double> committors,
      List<PathRow> paths,
      double[] relaxation,
      @JsonInclude(NON_EMPTY) Optional<KineticMonteCarlo.Estimate> walks,
      List<Integer> overBarriers) {}

  private record Whole(
      Set<Integer> a,
      Set<Integer> b,
      List<Row> temperatures,
      @JsonInclude(NON_EMPTY) Optional<FreeEnergies> freeEnergies) {}

  @Override
  public Object json() {
    return new Whole(
        a,
        b,
        results.stream()
            .map(
                r ->
                    new Row(
                        r.network.temperature(),
                        Constants.of(r.passage.forward()),
                        Constants.of(r.passage.backward()),
                        committors(r),
                        r.paths.stream()
                            .map(
                                p ->
                                    new PathRow(
                                        p.ids(),
                                        p.transitionStates(),
                                        Figure.of(p.logSteady()),
                                        Figure.of(p.logTime()),
                                        Figure.of(p.logTimeBack())))
                            .toList(),
                        r.relaxation,
                        r.walks,
                        r.overBarriers))
            .toList(),
        groups);
  }

  /** By id; without classes from which neither set is met. */
  private static Map<Integer, Double> committors(Result r) {
    Map<Integer, Double> committors = new LinkedHashMap<>();
    for (int k = 0; k < r.network.size(); k++) {
      double q = r.passage.committors().get(k);
      if (!Double.isNaN(q)) {
        committors.put(r.network.id(k), q);
      }
    }
    return committors;
  }

  @Override
  public void printCsv(PrintWriter out) {
    Csv csv =
        new Csv(out, List.of("T", "direction", "log10_kSS", "log10_kNSS", "log10_k", "log10_time"));
    for (Result r : results) {
      csvRow(csv, r, "A<-B", Constants.of(r.passage.forward()));
      csvRow(csv, r, "B<-A", Constants.of(r.passage.backward()));
    }
  }

  private static void csvRow(Csv csv, Result r, String direction, Constants constants) {
    csv.row(
        List.of(
            r.network.temperature(),
            direction,
            constants.kSS.log10,
            constants.kNSS.log10,
            constants.k.log10,
            constants.meanFirstPassageTime.log10));
  }

  @Override
  public void print(PrintWriter out) {
    out.println("A: " + joined(a) + "; B: " + joined(b));
    out.println();
    Table table = new Table("T", "", "kSS", "kNSS", "k", "first passage time");
    for (Result r : results) {
      row(table, r, "A<-B", r.passage.forward());
      row(table, r, "B<-A", r.passage.backward());
    }
    table.print(out);
    if (results.size() == 1) {
      printOne(out, results.get(0));
    }
    for (Result r : results) {
      if (!r.overBarriers.isEmpty()) {
        out.println(
            "warning: at T = "
                + Numbers.plain(r.network.temperature())
                + " rates out of "
                + joined(new TreeSet<>(r.overBarriers))
                + " are doubtful: the lowest barrier is below T");
      }
    }
  }

  private static String joined(Set<Integer> ids) {
    return ids.size() > MOST_COMMITTORS
        ? ids.size() + " classes"
        : ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static void row(Table table, Result r, String name, Direction direction) {
    table.row(
        Numbers.plain(r.network.temperature()),
        name,
        text(direction.logSteady()),
        text(direction.logNonSteady()),
        text(direction.logRate()),
        text(direction.logTime()));
  }

  /** Of any size: a number beyond doubles as a power of ten. */
  private static String text(double log) {
    double value = Math.exp(log);
    boolean fits = value > Double.MIN_NORMAL && value < Double.MAX_VALUE;
    return fits ? Numbers.rounded(value, DIGITS) : "10^" + Numbers.fixed(log / Math.log(10.0), 6);
  }

  private void printOne(PrintWriter out, Result r) {
    out.println();
    Table table =
        new Table(
            groups.isPresent() ? "group of" : "id",
            groups.isPresent() ? "free energy" : "energy",
            "committor to A",
            "time to A",
            "time to B");
    Map<Integer, Double> committors = committors(r);
    committors.entrySet().stream()
        .limit(MOST_COMMITTORS)
        .forEach(
            entry -> {
              int place = model.place(entry.getKey());
              table.row(
                  entry.getKey(),
                  model.wells().get(place).energy(),
                  Numbers.rounded(entry.getValue(), DIGITS),
                  a.contains(entry.getKey()) ? "" : text(r.passage.logTimesToA().get(place)),
                  b.contains(entry.getKey()) ? "" : text(r.passage.logTimesToB().get(place)));
            });
    table.print(out);
    if (committors.size() > MOST_COMMITTORS) {
      out.println("and " + (committors.size() - MOST_COMMITTORS) + " more; --json has all");
    }
    groups.ifPresent(found -> printGroups(out, found));
    printPaths(out, r);
    List<String> slow = new ArrayList<>();
    for (double rate : r.relaxation) {
      slow.add(Numbers.rounded(rate, DIGITS));
    }
    if (!slow.isEmpty()) {
      out.println();
      out.println("slowest relaxation rates: " + String.join(", ", slow));
    }
    r.walks.ifPresent(
        walks ->
            out.println(
                walks.runs()
                    + " walks from B to A: mean time "
                    + Numbers.rounded(walks.meanTime(), 5)
                    + " +- "
                    + Numbers.rounded(walks.standardError(), 2)
                    + ", "
                    + Numbers.rounded(walks.meanSteps(), 3)
                    + " steps each"));
  }

  private static void printGroups(PrintWriter out, FreeEnergies found) {
    List<List<Integer>> joined =
        found.groups().stream().map(FreeEnergies.Group::ids).filter(ids -> ids.size() > 1).toList();
    if (!joined.isEmpty()) {
      out.println();
    }
    for (List<Integer> ids : joined) {
      out.println(
          "group of "
              + ids.get(0)
              + ": "
              + ids.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
  }

  private static void printPaths(PrintWriter out, Result r) {
    if (r.paths.isEmpty()) {
      return;
    }
    out.println();
    Table table =
        new Table("kSS of the path", "time in isolation", "and back", "from B to A, over");
    for (FastestPaths.Path path : r.paths) {
      StringBuilder way = new StringBuilder(String.valueOf(path.ids().get(0)));
      for (int k = 0; k < path.transitionStates().size(); k++) {
        way.append(" (")
            .append(path.transitionStates().get(k))
            .append(") ")
            .append(path.ids().get(k + 1));
      }
      table.row(text(path.logSteady()), text(path.logTime()), text(path.logTimeBack()), way);
    }
    table.print(out);
  }
}
