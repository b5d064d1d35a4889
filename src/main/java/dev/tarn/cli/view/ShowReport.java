package dev.tarn.cli.view;

import dev.tarn.data.DataSet;
import dev.tarn.network.Layout;
import dev.tarn.network.UnitKinds;
import dev.tarn.network.relu.Kink;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One stationary point whole. */
public final class ShowReport implements Report {
  private static final int MOST_UNITS_LISTED = 8;
  private static final int ANSWERS_SHOWN = 16;
  private static final int INPUTS_SHOWN = 8;

  private final PointFacts facts;
  private final StationaryPoint point;

  public ShowReport(PointFacts facts, StationaryPoint point) {
    this.facts = facts;
    this.point = point;
  }

  @Override
  public Object json() {
    return facts.whole(point);
  }

  @Override
  public void print(PrintWriter out) {
    printProperties(out);
    printKinks(out);
    printNetwork(out);
    printEigenvalues(out);
  }

  /** What the network answers, and its weights. */
  void printNetwork(PrintWriter out) {
    printAnswers(out);
    Optional<UnitKinds> kinds = facts.kinds(point);
    kinds.ifPresent(all -> printUnits(out, all));
    if (kinds.filter(ShowReport::standsForAll).isPresent()) {
      printBiases(out);
    } else {
      printWeights(out);
    }
  }

  private void printProperties(PrintWriter out) {
    PointLines lines = new PointLines(facts.landscape(), point, out);
    lines.printHead();
    facts
        .scoreName()
        .ifPresent(name -> facts.score(point).ifPresent(value -> lines.line(name, value)));
    if (facts.hasTest()) {
      lines.line("test energy", facts.testEnergy(point));
      facts.testAccuracy(point).ifPresent(accuracy -> lines.line("test accuracy", accuracy));
    }
    lines.line("connected units", facts.connectedUnits(point));
    facts.kinds(point).ifPresent(kinds -> lines.line("kinds of units", words(kinds)));
    facts.proofs().line(point.id()).ifPresent(line -> lines.line(Proofs.TITLE, line));
    lines.printOrigin();
  }

  private static String words(UnitKinds kinds) {
    return kinds
        + (kinds.zeros() == 0
            ? ""
            : " and " + Numbers.count(kinds.zeros(), "unit", "units") + " without weights");
  }

  private void printKinks(PrintWriter out) {
    List<Kink> kinks = facts.kinks(point);
    if (kinks.isEmpty()) {
      return;
    }
    Table table = new Table("on the kink of", "for example");
    for (Kink kink : kinks) {
      table.row("layer " + kink.layer() + ", unit " + kink.unit(), kink.example());
    }
    out.println();
    table.print(out);
  }

  /** What the network answers to the training inputs, where these are few. */
  private void printAnswers(PrintWriter out) {
    DataSet data = facts.network().data();
    if (data.examples() > ANSWERS_SHOWN || data.inputs() > INPUTS_SHOWN) {
      return;
    }
    List<double[]> answers = facts.answers(point);
    List<String> header = new ArrayList<>(data.inputNames());
    header.addAll(data.hasClasses() ? List.of("class") : data.outputNames());
    for (int c = 0; c < answers.get(0).length; c++) {
      header.add(data.hasClasses() ? "p(class " + c + ")" : "answer " + c);
    }
    Table table = new Table(header);
    for (int d = 0; d < answers.size(); d++) {
      List<Object> row = new ArrayList<>();
      for (double input : data.input(d)) {
        row.add(Numbers.plain(input));
      }
      if (data.hasClasses()) {
        row.add(data.classOf(d));
      } else {
        for (int k = 0; k < data.outputNames().size(); k++) {
          row.add(data.target(d, k));
        }
      }
      for (double answer : answers.get(d)) {
        row.add(answer);
      }
      table.row(row);
    }
    out.println();
    table.print(out);
  }

  /** Whether there are many units and some are equal: then one of each kind says all. */
  private static boolean standsForAll(UnitKinds kinds) {
    return kinds.units() > MOST_UNITS_LISTED && kinds.counts().size() < kinds.units();
  }

  /** One unit of each kind, where equal units make that shorter than all weights. */
  private void printUnits(PrintWriter out, UnitKinds kinds) {
    if (kinds.kinds().isEmpty()
        || (kinds.kinds().stream().allMatch(kind -> kind.multiplicity() == 1)
            && !standsForAll(kinds))) {
      return;
    }
    DataSet data = facts.network().data();
    List<String> header = new ArrayList<>(List.of("units"));
    for (String name : data.inputNames()) {
      header.add("from " + name);
    }
    header.add("bias");
    for (int k = 0; k < facts.network().architecture().outputs(); k++) {
      header.add("to output " + k);
    }
    Table table = new Table(header);
    for (UnitKinds.Kind kind : kinds.kinds()) {
      List<Object> row = new ArrayList<>(List.of(kind.multiplicity()));
      row.addAll(kind.incoming().asList());
      row.add(kind.bias());
      row.addAll(kind.outgoing().asList());
      table.row(row);
    }
    out.println();
    table.print(out);
  }

  private void printBiases(PrintWriter out) {
    Table table = new Table("parameter", "value");
    Layout layout = facts.network().layout();
    for (int k = 0; k < facts.network().architecture().outputs(); k++) {
      int place = layout.bias(2, k);
      table.row(layout.names().get(place), point.coordinates().get(place));
    }
    out.println();
    table.print(out);
    out.println();
    out.println("every weight: --json");
  }

  private void printWeights(PrintWriter out) {
    Table table = new Table("parameter", "value");
    List<String> names = facts.network().layout().names();
    for (int i = 0; i < names.size(); i++) {
      table.row(names.get(i), point.coordinates().get(i));
    }
    out.println();
    table.print(out);
  }

  private void printEigenvalues(PrintWriter out) {
    out.println();
    boolean all = point.coordinates().length() <= StationaryPolish.FULL_DIMENSION;
    PointLines.printEigenvalues(
        out,
        (all ? "Hessian eigenvalues" : "lowest Hessian eigenvalues")
            + (facts.kinks(point).isEmpty() ? "" : " along the kinks"),
        point);
  }
}
