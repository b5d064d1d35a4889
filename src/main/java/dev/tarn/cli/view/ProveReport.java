package dev.tarn.cli.view;

import dev.tarn.certify.OneUnit;
import dev.tarn.certify.ProvenPoint;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.util.List;

/** What an exhaustive search has proven. */
public final class ProveReport implements Report {
  private final OneUnit proof;

  public ProveReport(OneUnit proof) {
    this.proof = proof;
  }

  private record Whole(
      boolean complete, long boxes, long undecided, int points, List<Row> classes) {}

  private record Row(int index, BigInteger orbit, double energy, double leastEigenvalue) {}

  private List<Row> rows() {
    return proof.points().stream()
        .map(
            (ProvenPoint point) ->
                new Row(
                    point.index(),
                    point.orbit(),
                    point.energy().middle(),
                    point.smallestMagnitude()))
        .toList();
  }

  @Override
  public Object json() {
    return new Whole(
        proof.isComplete(), proof.examined(), proof.undecided(), proof.found(), rows());
  }

  @Override
  public void print(PrintWriter out) {
    Table table = new Table("index", "energy", "orbit", "|eig| at least");
    for (Row row : rows()) {
      table.row(row.index(), row.energy(), row.orbit(), Numbers.rounded(row.leastEigenvalue(), 4));
    }
    table.print(out);
    out.println();
    out.println(
        Numbers.count(proof.examined(), "box", "boxes")
            + " examined, "
            + proof.undecided()
            + " left, "
            + Numbers.count(proof.found(), "point", "points")
            + " proven");
    out.println(
        proof.isComplete()
            ? "complete: there is no other stationary point"
            : "NOT complete: nothing is said of the boxes that are left (--boxes)");
  }
}
