package dev.tarn.cli.view;

import dev.tarn.certify.FewUnits;
import dev.tarn.certify.ProvenPoint;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.util.List;

/** What an exhaustive search has proven. */
public final class ProveReport implements Report {
  private final FewUnits proof;
  private final boolean interrupted;

  /** The report of a search, which a signal may have ended. */
  public ProveReport(FewUnits proof, boolean interrupted) {
    this.proof = proof;
    this.interrupted = interrupted;
  }

  private record Whole(
      boolean complete,
      boolean interrupted,
      long boxes,
      long excluded,
      long around,
      long undecided,
      double decided,
      int deepest,
      BigInteger points,
      List<Row> classes) {}

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
        proof.isComplete(),
        interrupted,
        proof.examined(),
        proof.excluded(),
        proof.around(),
        proof.undecided(),
        proof.decided(),
        proof.deepest(),
        proof.found(),
        rows());
  }

  @Override
  public void print(PrintWriter out) {
    Table table = new Table("index", "energy", "orbit", "|eig| at least");
    for (Row row : rows()) {
      table.row(row.index(), row.energy(), row.orbit(), Numbers.rounded(row.leastEigenvalue(), 4));
    }
    table.print(out);
    out.println();
    long cut = proof.examined() - proof.excluded() - proof.around();
    out.println(Numbers.count(proof.examined(), "box", "boxes") + " examined:");
    out.println("  " + proof.excluded() + " hold no stationary point");
    out.println("  " + proof.around() + " lie where a proven point is the only one");
    out.println("  " + cut + " were made smaller or cut in two");
    out.println("  " + proof.undecided() + " left, after at most " + proof.deepest() + " cuts");
    if (proof.undecided() > 0) {
      out.println(
          "decided: "
              + Numbers.rounded(proof.decided(), 3)
              + " of the region, if each half counts alike");
    }
    out.println(
        Numbers.count(proof.points().size(), "class", "classes")
            + " proven, "
            + proof.found()
            + " with all copies");
    out.println(
        proof.isComplete()
            ? "complete: there is no other stationary point"
            : open(interrupted, "NOT complete"));
  }

  /** How a search ends that left boxes. */
  static String open(boolean interrupted, String verdict) {
    return (interrupted ? "interrupted; " : "")
        + verdict
        + ": nothing is said of the boxes that are left"
        + (interrupted ? "" : " (--boxes)");
  }
}
