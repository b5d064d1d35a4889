package dev.tarn.cli.view;

import dev.tarn.certify.EveryWidth;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the zero point is proven to be the only one for every number of hidden units. */
public final class EveryWidthReport implements Report {
  private final EveryWidth proof;
  private final boolean interrupted;

  /** The report of a search, which a signal may have ended. */
  public EveryWidthReport(EveryWidth proof, boolean interrupted) {
    this.proof = proof;
    this.interrupted = interrupted;
  }

  private record Whole(
      boolean complete,
      boolean interrupted,
      long boxes,
      long undecided,
      List<Double> counterexample) {}

  @Override
  public Object json() {
    return new Whole(
        proof.isComplete(),
        interrupted,
        proof.examined(),
        proof.undecided(),
        proof.counterexample());
  }

  @Override
  public void print(PrintWriter out) {
    out.println(
        Numbers.count(proof.examined(), "box", "boxes")
            + " of one unit's weights examined, "
            + proof.undecided()
            + " left");
    if (proof.isComplete()) {
      out.println(
          "proven: however many hidden units there are, the zero point is the only stationary point");
    } else if (proof.counterexample().isEmpty()) {
      out.println(ProveReport.open(interrupted, "NOT proven"));
    } else {
      out.println(
          "NOT proven: the conditions do not exclude a unit with b, w_1, w_2 = "
              + proof.counterexample().stream()
                  .map(value -> Numbers.rounded(value, 4))
                  .collect(Collectors.joining(", "))
              + "; that there are other stationary points does not follow");
    }
  }
}
