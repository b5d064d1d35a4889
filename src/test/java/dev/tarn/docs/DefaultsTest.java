package dev.tarn.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import dev.tarn.explore.Effort;
import dev.tarn.hop.HopSettings;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.path.PathSettings;
import dev.tarn.saddle.BandSettings;
import dev.tarn.saddle.SaddleSettings;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of {@code docs/algorithms.md} show the defaults that the code has. */
class DefaultsTest {
  private static final Splitter CELLS = Splitter.on('|').trimResults();
  private static final Splitter ITEMS = Splitter.on(',').trimResults();

  static Stream<Record> settings() {
    return Stream.of(
        LbfgsSettings.defaults(),
        HopSettings.defaults(),
        BandSettings.defaults(),
        SaddleSettings.defaults(),
        PathSettings.defaults());
  }

  @ParameterizedTest
  @MethodSource("settings")
  void tableShowsTheDefaults(Record settings) throws Exception {
    Map<String, String> shown = new LinkedHashMap<>();
    for (List<String> row : table("`" + settings.getClass().getSimpleName() + "`")) {
      List<String> names = ITEMS.splitToList(row.get(0).replace("`", ""));
      List<String> values = ITEMS.splitToList(row.get(1));
      assertThat(values).as("values of %s", names).hasSameSizeAs(names);
      for (int i = 0; i < names.size(); i++) {
        shown.put(names.get(i), values.get(i));
      }
    }
    assertThat(shown.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(settings.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      Object value = component.getAccessor().invoke(settings);
      String text = shown.get(component.getName());
      if (value instanceof Number number) {
        assertThat(Double.parseDouble(text.replace(" ", "")))
            .as(component.getName())
            .isEqualTo(number.doubleValue());
      } else if (value instanceof Enum<?> constant) {
        assertThat(text).isEqualTo(constant.name().toLowerCase(Locale.ROOT));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Effort.class)
  void tableShowsTheEfforts(Effort effort) {
    List<String> row =
        table("`Effort`").stream()
            .filter(cells -> cells.get(0).equals("`" + effort.label() + "`"))
            .findFirst()
            .orElseThrow();
    long base = effort.patience(0);
    assertThat(row.get(1).replaceAll("(\\d) (\\d)", "$1$2"))
        .isEqualTo(base + " + " + (effort.patience(1) - base) + " per class");
    // So many searches, each class found once, that neither bound of the patience is met.
    long searches = base / 40;
    assertThat(row.get(2)).isEqualTo(Long.toString(effort.patience(0, searches, 1) / searches));
    assertThat(row.get(3))
        .startsWith(effort == Effort.HIGH ? "all" : Integer.toString(effort.partners()));
  }

  /** The rows below the heading of a table, which is known by its first cell. */
  private static List<List<String>> table(String heading) {
    List<List<String>> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : Pages.lines(Path.of("docs", "algorithms.md"))) {
      if (!line.startsWith("|")) {
        inside = false;
        continue;
      }
      List<String> cells = CELLS.splitToList(line).subList(1, CELLS.splitToList(line).size() - 1);
      if (inside && !cells.get(0).startsWith("---")) {
        rows.add(cells);
      }
      inside |= cells.get(0).equals(heading);
    }
    assertThat(rows).as("the table %s", heading).isNotEmpty();
    return rows;
  }
}
