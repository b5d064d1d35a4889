package dev.tarn.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which jobs are sent together; Spark is not needed for that. */
class BundlesTest {
  private static final int WINDOW = 16;

  /** Plays a search with a number of jobs under way: what comes back first was sent first. */
  private static List<List<Long>> play(Bundles<Long> bundles, long nanos, int jobs) {
    List<List<Long>> all = new ArrayList<>();
    List<List<Long>> away = new ArrayList<>();
    long next = 0;
    for (; next < WINDOW; next++) {
      away.addAll(bundles.add(next, next));
    }
    while (!away.isEmpty()) {
      List<Long> back = away.remove(0);
      all.add(back);
      away.addAll(bundles.returned(back.size(), Collections.nCopies(back.size(), nanos)));
      for (int k = 0; k < back.size() && next < jobs; k++, next++) {
        away.addAll(bundles.add(next, next));
      }
    }
    return all;
  }

  /** Of 16 jobs under way, {@code sqrt(9 ms * 16 / t)} together, in two bundles at least. */
  @ParameterizedTest
  @CsvSource({
    "0, 8",
    "100_000, 8",
    "4_600_000, 5",
    "9_000_000, 4",
    "20_000_000, 2",
    "70_000_000, 1"
  })
  void shortJobsGoTogetherAndLongOnesAlone(String nanos, int size) {
    long time = Long.parseLong(nanos.replace("_", ""));
    List<List<Long>> sent = play(new Bundles<>(), time, 2_000);
    List<Long> order = sent.stream().flatMap(List::stream).toList();
    assertThat(order).doesNotHaveDuplicates().hasSize(2_000);
    List<List<Long>> later = sent.subList(sent.size() / 2, sent.size() - WINDOW);
    assertThat(later).allSatisfy(bundle -> assertThat(bundle).hasSize(size));
  }

  @Test
  void nothingWaitsWhereNothingIsUnderWay() {
    Bundles<String> bundles = new Bundles<>();
    assertThat(bundles.add(0, "a")).containsExactly(List.of("a"));
    assertThat(bundles.returned(1, List.of(1L))).isEmpty();
    assertThat(bundles.add(1, "b")).containsExactly(List.of("b"));
  }

  @Test
  void theLowestNumbersGoFirst() {
    Bundles<String> bundles = new Bundles<>();
    // Alone, as nothing is known of them yet: eight are under way at a time.
    for (int k = 0; k < 8; k++) {
      assertThat(bundles.add(k, "old")).hasSize(1);
    }
    for (int k = 0; k < 4; k++) {
      assertThat(bundles.returned(1, List.of(1L))).isEmpty();
    }
    assertThat(bundles.add(9, "late")).isEmpty();
    assertThat(bundles.add(8, "early")).isEmpty();
    assertThat(bundles.add(2, "first")).isEmpty();
    assertThat(bundles.add(7, "second"))
        .containsExactly(List.of("first", "second", "early", "late"));
  }

  /** What was lost with an executor has told nothing of its time. */
  @Test
  void aBundleThatFailedLetsOthersGo() {
    Bundles<String> bundles = new Bundles<>();
    for (int k = 0; k < 4; k++) {
      bundles.add(k, "old");
    }
    bundles.returned(1, List.of(1L));
    assertThat(bundles.add(4, "waits")).isEmpty();
    assertThat(bundles.returned(1, List.of())).isEmpty();
    assertThat(bundles.returned(1, List.of())).isEmpty();
    assertThat(bundles.returned(1, List.of())).containsExactly(List.of("waits"));
  }
}
