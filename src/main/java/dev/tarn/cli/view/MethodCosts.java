package dev.tarn.cli.view;

import dev.tarn.explore.JobReport.Trial;
import dev.tarn.saddle.SaddleSettings.Method;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** What searches for transition states have cost in each way that the first jobs tried. */
final class MethodCosts {
  private MethodCosts() {}

  static void print(List<Trial> trials, PrintWriter out) {
    if (!trials.isEmpty()) {
      out.println(
          "saddle searches tried "
              + trials.stream().map(MethodCosts::describe).collect(Collectors.joining("; ")));
    }
  }

  private static String describe(Trial trial) {
    return (trial.method() == Method.FULL ? "with Hessians " : "with products ")
        + trial.found()
        + " of "
        + trial.searches()
        + " found, "
        + Numbers.rounded(trial.work() / Math.max(1, trial.found()), 2)
        + " multiplications each";
  }
}
