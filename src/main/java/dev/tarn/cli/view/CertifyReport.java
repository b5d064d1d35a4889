package dev.tarn.cli.view;

import dev.tarn.certify.CatalogueProof;
import dev.tarn.certify.ProvenPoint;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What was proven of a database's points. */
public final class CertifyReport implements Report {
  private final CatalogueProof proof;
  private final Landscape landscape;
  private final OptionalLong expected;

  public CertifyReport(CatalogueProof proof, Landscape landscape, Potential potential) {
    this.proof = proof;
    this.landscape = landscape;
    expected = potential.eulerCharacteristic();
  }

  private record Whole(
      int points,
      int proven,
      BigInteger morseSum,
      Optional<Long> expectedSum,
      boolean connectionsProven,
      List<Row> rows,
      List<Aside> aside) {}

  private record Aside(Optional<Integer> index, Optional<BigInteger> orbit, Row proof) {}

  private record Row(
      int id,
      boolean proven,
      String reason,
      Optional<List<Double>> energy,
      Optional<Double> leastEigenvalue,
      Optional<Double> radius,
      Optional<Double> uniqueness) {}

  @Override
  public Object json() {
    return new Whole(
        proof.results().size(),
        proof.proven(),
        proof.morseSum(),
        expected.stream().boxed().findFirst(),
        // Paths are integrated in doubles.
        false,
        proof.results().stream().map(CertifyReport::row).toList(),
        proof.aside().stream()
            .map(
                result ->
                    new Aside(
                        result.proven().map(ProvenPoint::index),
                        result.proven().map(ProvenPoint::orbit),
                        row(result)))
            .toList());
  }

  private static Row row(CatalogueProof.Result result) {
    Optional<ProvenPoint> point = result.proven();
    return new Row(
        result.id(),
        point.isPresent(),
        result.reason(),
        point.map(p -> List.of(p.energy().lower(), p.energy().upper())),
        point.map(ProvenPoint::smallestMagnitude),
        point.map(ProvenPoint::radius),
        point.map(ProvenPoint::uniqueness));
  }

  @Override
  public void print(PrintWriter out) {
    out.println(proof.proven() + " of " + proof.results().size() + " points proven");
    out.println();
    out.println("Morse sum             " + proof.morseSum() + verdict());
    if (proof.proven() > 0) {
      out.println("smallest eigenvalue   " + least(ProvenPoint::smallestMagnitude) + " or more");
      out.println(
          "boxes                 " + most(ProvenPoint::radius) + " or less around each point");
      out.println("the only points       " + least(ProvenPoint::uniqueness) + " or more around");
    }
    if (landscape.count(1) > 0) {
      out.println(
          "paths                 not proven: which minima a transition state joins rests on"
              + " numerical integration");
    }
    if (!proof.isComplete()) {
      out.println();
      printOthers(out);
    }
    if (!proof.aside().isEmpty()) {
      out.println();
      out.println(
          "put aside since rounding leaves no certain index, and now in the sum if proven:");
      printAside(out);
    }
  }

  private String verdict() {
    if (expected.isEmpty()) {
      return ", which tells nothing, as this potential names no Euler characteristic";
    }
    String whole = proof.isComplete() ? "" : " of the points that are proven";
    return proof.morseSum().equals(BigInteger.valueOf(expected.getAsLong()))
        ? whole + ", as a complete catalogue has"
        : whole + "; a complete catalogue has " + expected.getAsLong();
  }

  private String least(ToDoubleFunction<ProvenPoint> number) {
    return Numbers.rounded(points(number).min().orElseThrow(), 3);
  }

  private String most(ToDoubleFunction<ProvenPoint> number) {
    return Numbers.rounded(points(number).max().orElseThrow(), 3);
  }

  private DoubleStream points(ToDoubleFunction<ProvenPoint> number) {
    return Stream.concat(proof.results().stream(), proof.aside().stream())
        .flatMap(result -> result.proven().stream())
        .mapToDouble(number);
  }

  private void printAside(PrintWriter out) {
    Table table = new Table("number", "index", "energy", "orbit", "|eig| at least", "not proven");
    for (CatalogueProof.Result result : proof.aside()) {
      List<Object> facts =
          result
              .proven()
              .map(
                  point ->
                      List.<Object>of(
                          point.index(),
                          point.energy().middle(),
                          point.orbit(),
                          Numbers.rounded(point.smallestMagnitude(), 4)))
              .orElse(List.of("", "", "", ""));
      List<Object> row = new ArrayList<>(facts);
      row.add(0, result.id());
      row.add(result.reason());
      table.row(row);
    }
    table.print(out);
  }

  private void printOthers(PrintWriter out) {
    Table table = new Table("id", "index", "energy", "not proven");
    for (CatalogueProof.Result result : proof.results()) {
      if (result.proven().isEmpty()) {
        StationaryPoint point = landscape.get(result.id());
        table.row(point.id(), point.index(), point.energy(), result.reason());
      }
    }
    table.print(out);
  }
}
