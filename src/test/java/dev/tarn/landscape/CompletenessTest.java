package dev.tarn.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.Provenance;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.RunRecord;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompletenessTest {
  private static final int EVERY_INDEX = Integer.MAX_VALUE;

  private static RunRecord run(String goal, int maxIndex, String status, int lastPoint) {
    return new RunRecord(
        1,
        "1.0",
        "17",
        1L,
        1,
        "normal",
        goal,
        maxIndex,
        1e-9,
        "{}",
        Instant.EPOCH,
        Optional.of(Instant.EPOCH),
        status,
        0,
        10,
        100,
        50,
        0,
        0,
        lastPoint);
  }

  /** Points at 0, 1, 2, ... on a line, of these indices, each hit as often as its id says. */
  private static Landscape landscape(int... indices) {
    Landscape landscape = new Landscape(1, SymmetryGroup.trivial());
    for (int id = 1; id <= indices.length; id++) {
      landscape.restore(
          new StationaryPoint(
              id,
              indices[id - 1],
              id,
              Vector.of(id),
              Vector.of(1.0),
              0.0,
              BigInteger.ONE,
              new Provenance(1, 0, "test")),
          id);
    }
    return landscape;
  }

  private static boolean complete(Landscape landscape, RunRecord... runs) {
    return Completeness.of(landscape, List.of(runs)).complete();
  }

  @Test
  void anEnumerationOfEveryIndexThatEndedWithSumOneIsComplete() {
    Landscape landscape = landscape(0, 1, 0);
    assertThat(complete(landscape, run("enumerate", EVERY_INDEX, "done", 3))).isTrue();
    // A later run that found nothing changes nothing.
    assertThat(
            complete(
                landscape,
                run("enumerate", EVERY_INDEX, "done", 3),
                run("enumerate", EVERY_INDEX, "out-of-time", 3)))
        .isTrue();
  }

  @Test
  void nothingElseIs() {
    Landscape landscape = landscape(0, 1, 0);
    assertThat(complete(landscape)).isFalse();
    assertThat(complete(landscape, run("explore", 1, "done", 3))).isFalse();
    assertThat(complete(landscape, run("enumerate", 2, "done", 3))).isFalse();
    for (String status : List.of("running", "incomplete", "out-of-time", "interrupted", "failed")) {
      assertThat(complete(landscape, run("enumerate", EVERY_INDEX, status, 3)))
          .as(status)
          .isFalse();
    }
  }

  @Test
  void aPointThatWasAddedSinceUndoesIt() {
    Landscape landscape = landscape(0, 1, 0, 1, 0);
    assertThat(complete(landscape, run("enumerate", EVERY_INDEX, "done", 3))).isFalse();
    assertThat(complete(landscape, run("enumerate", EVERY_INDEX, "done", 5))).isTrue();
  }

  @Test
  void anotherSumIsNeverComplete() {
    Completeness completeness =
        Completeness.of(landscape(0, 1), List.of(run("enumerate", EVERY_INDEX, "done", 2)));
    assertThat(completeness.complete()).isFalse();
    assertThat(completeness.morseSum()).isZero();
  }

  @Test
  void countsDegeneratePointsAndEstimatesWhatIsMissingFromTheHits() {
    Landscape landscape = landscape(0, 1, 0);
    landscape.noteDegenerate(
        new PolishedPoint(new double[] {9.0}, 9.0, 0.0, new double[1], 0, true, true));
    Completeness completeness = Completeness.of(landscape, List.of());
    assertThat(completeness.degenerate()).isEqualTo(1);
    // Hits 1, 2, 3: one class seen once.
    assertThat(completeness.estimatedMissing()).isZero();
    landscape.hit(3, -2);
    // Hits 1, 2, 1: 2 * 1 / (2 * 2).
    assertThat(Completeness.of(landscape, List.of()).estimatedMissing()).isEqualTo(0.5);
  }
}
