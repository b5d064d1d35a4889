package dev.tarn.cli.view;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tarn.landscape.Completeness;
import dev.tarn.landscape.Landscape;
import dev.tarn.study.superposed.SuperposedClassifier;
import dev.tarn.study.superposed.SuperposedClassifier.Score;
import dev.tarn.text.Csv;
import dev.tarn.text.Numbers;
import dev.tarn.thermo.EscapeBarriers;
import dev.tarn.thermo.FreeEnergies;
import dev.tarn.thermo.HarmonicLimits;
import dev.tarn.thermo.HeatCapacityPeaks;
import dev.tarn.thermo.HeatCapacityPeaks.Change;
import dev.tarn.thermo.HeatCapacityPeaks.Peak;
import dev.tarn.thermo.Superposition;
import dev.tarn.thermo.Superposition.Equilibrium;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What is occupied at some temperatures. */
public final class ThermoReport implements CsvReport {
  private static final int DIGITS = 6;

  private final Superposition superposition;
  private final EscapeBarriers barriers;
  private final HarmonicLimits limits;
  private final Landscape landscape;
  private final Optional<SuperposedClassifier> classifier;
  private final double[] temperatures;
  private final int most;
  private final Optional<FreeEnergies> groups;
  private final List<Row> rows;

  /**
   * Prepares the report.
   *
   * @param superposition the wells
   * @param limits where they are no wells any more
   * @param landscape where they are from
   * @param classifier how they answer together, for a network that classifies
   * @param temperatures the temperatures, at least one
   * @param most how many classes to name
   * @param groups groups of classes at the only temperature, if they are wanted
   */
  public ThermoReport(
      Superposition superposition,
      HarmonicLimits limits,
      Landscape landscape,
      Optional<SuperposedClassifier> classifier,
      double[] temperatures,
      int most,
      Optional<FreeEnergies> groups) {
    this.superposition = superposition;
    this.limits = limits;
    this.landscape = landscape;
    this.classifier = classifier;
    this.temperatures = temperatures.clone();
    this.most = most;
    this.groups = groups;
    barriers = EscapeBarriers.of(superposition.model());
    double missing = Completeness.of(landscape, OptionalLong.empty(), false).estimatedMissing();
    boolean[] seenOnce = new boolean[superposition.model().wells().size()];
    for (int k = 0; k < seenOnce.length; k++) {
      seenOnce[k] = landscape.hits(superposition.model().wells().get(k).id()) == 1;
    }
    rows = DoubleStream.of(temperatures).mapToObj(t -> row(t, missing, seenOnce)).toList();
  }

  private record Row(
      double temperature,
      double logPartition,
      double freeEnergy,
      double internalEnergy,
      double entropy,
      double heatCapacity,
      double shannonEntropy,
      double frustration,
      double frustrationOfOthers,
      double overBarriers,
      double soft,
      double missing,
      Map<Integer, Double> occupations,
      @JsonInclude(NON_EMPTY) Optional<Score> superposed) {
    private double held(int id) {
      return occupations.getOrDefault(id, 0.0);
    }
  }

  private record PeakRow(
      double temperature, double heatCapacity, List<Change> losing, List<Change> gaining) {}

  private record ClassRow(
      int id,
      double energy,
      double logWeight,
      Optional<Double> persistence,
      Optional<Score> alone) {}

  private record Whole(
      int vibrations,
      double baseHeatCapacity,
      List<ClassRow> classes,
      List<Row> temperatures,
      List<PeakRow> peaks,
      @JsonInclude(NON_EMPTY) Optional<FreeEnergies> freeEnergies) {}

  private Row row(double temperature, double missing, boolean[] seenOnce) {
    Equilibrium one = superposition.at(temperature);
    HarmonicLimits.Doubt doubt = limits.at(one);
    Map<Integer, Double> occupations = new LinkedHashMap<>();
    for (int k = 0; k < seenOnce.length; k++) {
      occupations.put(superposition.model().wells().get(k).id(), one.occupations().get(k));
    }
    double frustration = barriers.frustration(superposition.model(), one.occupations());
    return new Row(
        temperature,
        one.logPartition(),
        one.freeEnergy(),
        one.internalEnergy(),
        one.entropy(),
        one.heatCapacity(),
        one.shannonEntropy(),
        frustration,
        frustration == 0.0 ? 0.0 : frustration / one.occupations().stream().skip(1).sum(),
        doubt.overBarriers(),
        doubt.soft(),
        superposition.missingShare(temperature, missing, seenOnce),
        occupations,
        classifier.map(c -> c.score(one.occupations())));
  }

  private List<Peak> peaks() {
    double low = DoubleStream.of(temperatures).min().orElseThrow();
    double high = DoubleStream.of(temperatures).max().orElseThrow();
    return low < high ? HeatCapacityPeaks.of(superposition, low, high, most) : List.of();
  }

  @Override
  public Object json() {
    List<ClassRow> classes = new ArrayList<>();
    for (int k = 0; k < superposition.model().wells().size(); k++) {
      int place = k;
      var well = superposition.model().wells().get(k);
      double persistence = barriers.persistence().get(k);
      classes.add(
          new ClassRow(
              well.id(),
              well.energy(),
              well.logWeight(),
              Double.isInfinite(persistence) ? Optional.empty() : Optional.of(persistence),
              classifier.map(c -> c.alone(place))));
    }
    return new Whole(
        superposition.vibrations(),
        superposition.baseHeatCapacity(),
        classes,
        rows,
        peaks().stream()
            .map(
                peak ->
                    new PeakRow(
                        peak.equilibrium().temperature(),
                        peak.equilibrium().heatCapacity(),
                        peak.losing(),
                        peak.gaining()))
            .toList(),
        groups);
  }

  @Override
  public void printCsv(PrintWriter out) {
    List<String> header =
        new ArrayList<>(
            List.of("T", "lnZ", "F", "U", "S", "Cv", "shannon", "frustration", "missing"));
    if (classifier.isPresent()) {
      header.addAll(List.of("auc", "accuracy", "sensitivity", "loss"));
    }
    List<Integer> ids = List.copyOf(rows.get(0).occupations.keySet());
    ids.forEach(id -> header.add("p" + id));
    Csv csv = new Csv(out, header);
    for (Row row : rows) {
      List<Object> cells =
          new ArrayList<>(
              List.of(
                  row.temperature,
                  row.logPartition,
                  row.freeEnergy,
                  row.internalEnergy,
                  row.entropy,
                  row.heatCapacity,
                  row.shannonEntropy,
                  row.frustration,
                  row.missing));
      row.superposed.ifPresent(
          score ->
              cells.addAll(
                  List.of(score.auc(), score.accuracy(), score.sensitivity(), score.loss())));
      ids.forEach(id -> cells.add(row.held(id)));
      csv.row(cells);
    }
  }

  @Override
  public void print(PrintWriter out) {
    out.println(
        Numbers.count(superposition.model().wells().size(), "class", "classes")
            + " of minima, "
            + Numbers.count(superposition.vibrations(), "vibration", "vibrations")
            + ", heat capacity "
            + Numbers.plain(superposition.baseHeatCapacity())
            + " without changes of occupation");
    out.println();
    Table table =
        new Table("T", "U", "F", "S", "Cv", "Shannon", "frustration", "held most by", "p");
    for (Row row : rows) {
      int holder = holders(row.occupations, 1).get(0);
      table.row(
          Numbers.rounded(row.temperature, DIGITS),
          Numbers.rounded(row.internalEnergy, DIGITS),
          Numbers.rounded(row.freeEnergy, DIGITS),
          Numbers.rounded(row.entropy, DIGITS),
          Numbers.rounded(row.heatCapacity, DIGITS),
          Numbers.rounded(row.shannonEntropy, DIGITS),
          Numbers.rounded(row.frustration, DIGITS),
          holder,
          Numbers.rounded(row.held(holder), DIGITS));
    }
    table.print(out);
    if (rows.size() == 1) {
      printClasses(out, rows.get(0));
    }
    printPeaks(out);
    printAnswers(out);
    groups.ifPresent(found -> printGroups(out, found));
    printDoubts(out);
  }

  private static List<Integer> holders(Map<Integer, Double> occupations, int most) {
    return occupations.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  private void printClasses(PrintWriter out, Row row) {
    out.println();
    Table table = new Table("id", "energy", "orbit", "p", "persistence");
    for (int id : holders(row.occupations, most)) {
      int place = superposition.model().place(id);
      double persistence = barriers.persistence().get(place);
      table.row(
          id,
          superposition.model().wells().get(place).energy(),
          landscape.get(id).orbit(),
          Numbers.rounded(row.held(id), DIGITS),
          Double.isInfinite(persistence) ? "" : Numbers.rounded(persistence, DIGITS));
    }
    table.print(out);
  }

  private void printPeaks(PrintWriter out) {
    for (Peak peak : peaks()) {
      out.println(
          "heat capacity peaks at T = "
              + Numbers.rounded(peak.equilibrium().temperature(), DIGITS)
              + " with "
              + Numbers.rounded(peak.equilibrium().heatCapacity(), DIGITS)
              + ": "
              + ids(peak.losing())
              + " give way to "
              + ids(peak.gaining()));
    }
  }

  private static String ids(List<Change> changes) {
    return changes.stream().map(c -> String.valueOf(c.id())).collect(Collectors.joining(", "));
  }

  private void printAnswers(PrintWriter out) {
    if (classifier.isEmpty()) {
      return;
    }
    int best =
        IntStream.range(0, superposition.model().wells().size())
            .boxed()
            .min(Comparator.comparingDouble(k -> classifier.get().alone(k).loss()))
            .orElseThrow();
    AnswersTable.print(
        out,
        superposition.model().wells().get(best).id(),
        classifier.get().alone(best),
        temperatures,
        rows.stream().flatMap(row -> row.superposed.stream()).toList());
  }

  private static void printGroups(PrintWriter out, FreeEnergies found) {
    out.println();
    Table table = new Table("group", "F", "classes");
    for (int g = 0; g < found.groups().size(); g++) {
      FreeEnergies.Group group = found.groups().get(g);
      table.row(
          g + 1,
          Numbers.rounded(group.freeEnergy(), DIGITS),
          group.ids().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
    table.print(out);
  }

  private void printDoubts(PrintWriter out) {
    doubt(out, "the lowest barrier out of them is below T", row -> row.overBarriers);
    doubt(out, "their softest mode reaches beyond a transition state", row -> row.soft);
    doubt(out, "classes that searches have not found could hold as much", row -> row.missing);
  }

  private void doubt(PrintWriter out, String why, ToDoubleFunction<Row> share) {
    Doubt.print(out, temperatures, rows.stream().mapToDouble(share).toArray(), why);
  }
}
