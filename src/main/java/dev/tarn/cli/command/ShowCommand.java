package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.Json;
import dev.tarn.cli.view.Numbers;
import dev.tarn.cli.view.PointReport;
import dev.tarn.cli.view.Table;
import dev.tarn.data.DataSet;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.relu.Kink;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.store.LandscapeDatabase;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    header = "Shows one stationary point whole.",
    description = {
      "",
      "Weights by name, Hessian eigenvalues, output probabilities on the four inputs, and what"
          + " found it; for a transition state also its two minima and barriers.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar show --db xor2.db 4",
      "  java -jar tarn.jar show --db xor2.db 4 --json"
    })
public final class ShowCommand extends DatabaseCommand {
  private static final int ANSWERS_SHOWN = 16;
  private static final int INPUTS_SHOWN = 8;

  @Parameters(index = "0", paramLabel = "ID", description = "The id of the point, as in \"list\".")
  private int id;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Mixin private final AucTolerance aucTolerance = new AucTolerance();

  public ShowCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    double tolerance = aucTolerance.checked(this);
    try (LandscapeDatabase database = read()) {
      Landscape landscape = database.landscape();
      StationaryPoint point = point(landscape, id);
      PointReport report = new PointReport(database, landscape, tolerance);
      if (json) {
        Json.print(report.whole(point), out());
      } else {
        printProperties(point, landscape, report);
        printKinks(report, point);
        printAnswers(report.network().data(), report.answers(point));
        printWeights(report.network().parameterNames(), point);
        printEigenvalues(report, point);
      }
    }
    return ExitCodes.DONE;
  }

  private void printProperties(StationaryPoint point, Landscape landscape, PointReport report) {
    line("id", Integer.toString(point.id()));
    line(
        "index",
        point.index()
            + (point.isMinimum()
                ? " (minimum)"
                : point.isTransitionState() ? " (transition state)" : " (saddle)"));
    line("energy", Numbers.exact(point.energy()));
    line("rms gradient", Numbers.exact(point.rms()));
    line("symmetry copies", point.orbit().toString());
    line(report.scoreName(), Numbers.exact(report.score(point)));
    if (report.hasTest()) {
      line("test energy", Numbers.exact(report.testEnergy(point)));
      report
          .testAccuracy(point)
          .ifPresent(accuracy -> line("test accuracy", Numbers.exact(accuracy)));
    }
    line("connected units", Integer.toString(report.connectedUnits(point)));
    line("hits", Long.toString(landscape.hits(point.id())));
    line(
        "found by",
        point.provenance().method()
            + ", run "
            + point.provenance().run()
            + ", job "
            + point.provenance().job());
    landscape.connection(point.id()).ifPresent(c -> printConnection(point, c, report));
  }

  private void printConnection(StationaryPoint point, Connection c, PointReport report) {
    Table table = new Table("minimum", "energy", "barrier", "path length");
    side(table, point, c.minus(), c.minusLength(), report);
    side(table, point, c.plus(), c.plusLength(), report);
    out().println();
    table.print(out());
  }

  private static void side(
      Table table, StationaryPoint point, int minimum, double length, PointReport report) {
    table.row(
        Integer.toString(minimum),
        Numbers.exact(report.energy(minimum)),
        Numbers.exact(report.barrier(point, minimum)),
        Numbers.rounded(length, 6));
  }

  private void printKinks(PointReport report, StationaryPoint point) {
    List<Kink> kinks = report.kinks(point);
    if (kinks.isEmpty()) {
      return;
    }
    Table table = new Table("on the kink of", "for example");
    for (Kink kink : kinks) {
      table.row(
          "layer " + kink.layer() + ", unit " + kink.unit(), Integer.toString(kink.example()));
    }
    out().println();
    table.print(out());
  }

  /** What the network answers to the training inputs, where these are few. */
  private void printAnswers(DataSet data, List<double[]> answers) {
    if (data.examples() > ANSWERS_SHOWN || data.inputs() > INPUTS_SHOWN) {
      return;
    }
    List<String> header = new ArrayList<>(data.inputNames());
    header.addAll(data.hasClasses() ? List.of("class") : data.outputNames());
    for (int c = 0; c < answers.get(0).length; c++) {
      header.add(data.hasClasses() ? "p(class " + c + ")" : "answer " + c);
    }
    Table table = new Table(header.toArray(String[]::new));
    for (int d = 0; d < answers.size(); d++) {
      List<String> row = new ArrayList<>();
      for (double input : data.input(d)) {
        row.add(Numbers.plain(input));
      }
      if (data.hasClasses()) {
        row.add(Integer.toString(data.classOf(d)));
      } else {
        for (int k = 0; k < data.outputNames().size(); k++) {
          row.add(Numbers.exact(data.target(d, k)));
        }
      }
      for (double answer : answers.get(d)) {
        row.add(Numbers.exact(answer));
      }
      table.row(row.toArray(String[]::new));
    }
    out().println();
    table.print(out());
  }

  private void printWeights(List<String> names, StationaryPoint point) {
    Table table = new Table("parameter", "value");
    for (int i = 0; i < names.size(); i++) {
      table.row(names.get(i), Numbers.exact(point.coordinates().get(i)));
    }
    out().println();
    table.print(out());
  }

  private void printEigenvalues(PointReport report, StationaryPoint point) {
    out().println();
    boolean all = point.coordinates().length() <= StationaryPolish.FULL_DIMENSION;
    out()
        .println(
            (all ? "Hessian eigenvalues" : "lowest Hessian eigenvalues")
                + (report.kinks(point).isEmpty() ? "" : " along the kinks"));
    point.eigenvalues().stream().forEach(value -> out().println(Numbers.exact(value)));
  }

  private void line(String name, String value) {
    out().println(name + " ".repeat(Math.max(1, 17 - name.length())) + value);
  }
}
