package dev.tarn.cli.view;

import dev.tarn.certify.EveryWidth;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the zero point is proven to be the only one for every number of hidden units. */
public final class EveryWidthReport implements Report {
  private final EveryWidth proof;

  public EveryWidthReport(EveryWidth proof) {
    this.proof = proof;
  }

  private record Whole(boolean complete, long boxes, long undecided, List<Double> counterexample) {}

  @Override
  public Object json() {
    return new Whole(
        proof.isComplete(), proof.examined(), proof.undecided(), proof.counterexample());
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
      out.println("NOT proven: nothing is said of the boxes that are left (--boxes)");
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
