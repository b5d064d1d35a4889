package dev.tarn.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/results.md} agrees with itself. */
class ResultsTest {
  private static final Splitter CELLS = Splitter.on('|').trimResults();
  private static final Splitter ITEMS = Splitter.on(',').trimResults();
  private static final int COLUMNS = 14;

  @Test
  void everyNetworkOfTheGridHasARow() {
    Set<String> networks = new HashSet<>();
    rows().forEach(row -> networks.add(row.get(0) + " " + row.get(1)));
    assertThat(networks).hasSize(6 * 6).hasSameSizeAs(rows());
  }

  @Test
  void theSumsFollowFromThePoints() {
    for (List<String> row : rows()) {
      List<String> classes = ITEMS.splitToList(row.get(5));
      List<String> points = ITEMS.splitToList(row.get(6));
      assertThat(points).as("points of %s", row).hasSameSizeAs(classes);
      BigInteger sum = BigInteger.ZERO;
      for (int index = 0; index < points.size(); index++) {
        BigInteger count = new BigInteger(points.get(index));
        sum = index % 2 == 0 ? sum.add(count) : sum.subtract(count);
      }
      assertThat(row.get(7)).as("sum of %s", row).isEqualTo(sum.toString());
      assertThat(row.get(8)).as("complete, of %s", row).isIn("yes", "no");
      if (row.get(8).equals("yes")) {
        assertThat(sum).as("sum of %s", row).isEqualTo(BigInteger.ONE);
      }
      assertThat(row.get(2)).as("minima of %s", row).isEqualTo(classes.get(0));
      String transitionStates = classes.size() > 1 ? classes.get(1) : "0";
      assertThat(row.get(3)).as("transition states of %s", row).isEqualTo(transitionStates);
      double ratio = Double.parseDouble(row.get(3)) / Double.parseDouble(row.get(2));
      assertThat(row.get(4)).isEqualTo(String.format(Locale.ROOT, "%.2f", ratio));
    }
  }

  private static List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (String line : Pages.lines(Path.of("docs", "results.md"))) {
      if (line.matches("\\| \\d \\| 1e-\\d \\|.*")) {
        List<String> cells = CELLS.splitToList(line);
        if (cells.size() == COLUMNS + 2) {
          rows.add(cells.subList(1, COLUMNS + 1));
        }
      }
    }
    return rows;
  }
}
