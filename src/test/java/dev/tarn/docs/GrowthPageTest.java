package dev.tarn.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/growth.md}, whose commands take minutes, agree with each other. */
class GrowthPageTest {
  private static final Splitter CELLS = Splitter.on('|').trimResults();
  private static final Splitter ITEMS = Splitter.on(',').trimResults();
  private static final int NETWORK_COLUMNS = 8;
  private static final int LEVEL_COLUMNS = 4;

  private static List<List<String>> rows(Path page, String pattern, int columns) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : Pages.lines(page)) {
      List<String> cells = CELLS.splitToList(line);
      if (line.matches(pattern) && cells.size() == columns + 2) {
        rows.add(cells.subList(1, columns + 1));
      }
    }
    return rows;
  }

  private static List<List<String>> rows(int columns) {
    return rows(Path.of("docs", "growth.md"), "\\| 1e-\\d \\| \\d+ \\|.*", columns);
  }

  private static List<Integer> numbers(String cell) {
    return ITEMS.splitToStream(cell).map(Integer::valueOf).toList();
  }

  private static int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }

  /** The zero point, and the classes of every level up to the number of hidden units. */
  @Test
  void aNetworkHasTheClassesOfItsLevels() {
    Map<String, Integer> expected = new HashMap<>();
    Map<String, Integer> soFar = new HashMap<>();
    for (List<String> row : rows(LEVEL_COLUMNS)) {
      int classes = Integer.parseInt(row.get(2));
      assertThat(sum(numbers(row.get(3)))).as("kinds of %s", row).isEqualTo(classes);
      int all = soFar.merge(row.get(0), classes, Integer::sum) + 1;
      expected.put(row.get(0) + " " + row.get(1), all);
    }
    List<List<String>> networks = rows(NETWORK_COLUMNS);
    assertThat(networks).hasSize(14 + 10 + 8 + 7 + 7).hasSameSizeAs(rows(LEVEL_COLUMNS));
    for (List<String> row : networks) {
      assertThat(Integer.parseInt(row.get(2)))
          .as("classes of %s", row)
          .isEqualTo(expected.get(row.get(0) + " " + row.get(1)));
    }
  }

  @Test
  void theClassesByIndexAddUp() {
    for (List<String> row : rows(NETWORK_COLUMNS)) {
      List<Integer> byIndex = numbers(row.get(3));
      assertThat(sum(byIndex)).as("%s", row).isEqualTo(Integer.parseInt(row.get(2)));
      double mean = 0.0;
      for (int index = 0; index < byIndex.size(); index++) {
        mean += (double) index * byIndex.get(index) / sum(byIndex);
      }
      assertThat(String.format(Locale.ROOT, "%.3f", mean / Integer.parseInt(row.get(1))))
          .as("%s", row)
          .isEqualTo(row.get(4));
      int minima = 0;
      for (String part : ITEMS.split(row.get(7))) {
        minima += Integer.parseInt(part.substring(0, part.indexOf(' ')));
      }
      assertThat(minima).as("minima of %s", row).isEqualTo(byIndex.get(0));
    }
  }

  /** Up to six units they are the catalogues that searches in all variables have found. */
  @Test
  void smallNetworksAreThoseOfTheResults() {
    Map<String, String> small = new HashMap<>();
    rows(Path.of("docs", "results.md"), "\\| \\d \\| 1e-\\d \\|.*", 14)
        .forEach(row -> small.put(row.get(1) + " " + row.get(0), row.get(5)));
    int compared = 0;
    for (List<String> row : rows(NETWORK_COLUMNS)) {
      String known = small.get(row.get(0) + " " + row.get(1));
      if (known != null) {
        assertThat(row.get(3)).as("%s", row).isEqualTo(known);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(30);
  }
}
