package dev.tarn.cli.view;

import dev.tarn.study.superposed.SuperposedClassifier.Score;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.util.List;

/** How minima answer together, beside the best of them. Stateless. */
final class AnswersTable {
  private static final int DIGITS = 6;

  private AnswersTable() {}

  /**
   * Prints the table after an empty line.
   *
   * @param best the id of the class of the lowest loss
   * @param alone how it does
   * @param temperatures the temperatures
   * @param together how all do at each
   */
  static void print(
      PrintWriter out, int best, Score alone, double[] temperatures, List<Score> together) {
    out.println();
    Table table = new Table("answers of", "AUC", "accuracy", "sensitivity", "loss");
    row(table, "class " + best + " alone", alone);
    for (int k = 0; k < temperatures.length; k++) {
      row(table, "all at T = " + Numbers.rounded(temperatures[k], DIGITS), together.get(k));
    }
    table.print(out);
  }

  private static void row(Table table, String name, Score score) {
    table.row(
        name,
        known(score.auc()),
        Numbers.rounded(score.accuracy(), DIGITS),
        known(score.sensitivity()),
        Numbers.rounded(score.loss(), DIGITS));
  }

  private static String known(double value) {
    return Double.isNaN(value) ? "" : Numbers.rounded(value, DIGITS);
  }
}
