package dev.tarn.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.Tolerances;
import dev.tarn.store.RunRecord;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
        0,
        0,
        lastPoint);
  }

  /** Points at 0, 1, 2, ... on a line, of these indices, each hit as often as its id says. */
  private static Landscape landscape(int... indices) {
    Landscape landscape = new Landscape(1, SymmetryGroup.trivial(), Tolerances.defaults());
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
              new StationaryPoint.Provenance(1, 0, "test")),
          id);
    }
    return landscape;
  }

  private static boolean complete(Landscape landscape, RunRecord... runs) {
    return judge(landscape, OptionalLong.of(1), runs).complete();
  }

  private static Completeness judge(Landscape landscape, OptionalLong sum, RunRecord... runs) {
    return Completeness.of(landscape, sum, RunRecord.enumerated(List.of(runs), landscape));
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
    RunRecord run = run("enumerate", EVERY_INDEX, "done", 2);
    Completeness completeness = judge(landscape(0, 1), OptionalLong.of(1), run);
    assertThat(completeness.complete()).isFalse();
    assertThat(completeness.sumAgrees()).isFalse();
    assertThat(completeness.morseSum()).isZero();
    assertThat(completeness.expectedSum()).hasValue(1);
  }

  @Test
  void theSumIsHeldAgainstTheEulerCharacteristic() {
    RunRecord run = run("enumerate", EVERY_INDEX, "done", 2);
    assertThat(judge(landscape(0, 1), OptionalLong.of(0), run).complete()).isTrue();
    // Where nothing is known of the sum it says nothing for completeness, and nothing against it.
    Completeness unknown = judge(landscape(0, 1), OptionalLong.empty(), run);
    assertThat(unknown.complete()).isFalse();
    assertThat(unknown.sumAgrees()).isTrue();
  }

  @Test
  void aDegeneratePointUndoesIt() {
    Landscape landscape = landscape(0, 1, 0);
    landscape.noteDegenerate(
        new PolishedPoint(new double[] {9.0}, 9.0, 0.0, new double[1], 0, true, true));
    assertThat(complete(landscape, run("enumerate", EVERY_INDEX, "done", 3))).isFalse();
  }

  @Test
  void countsDegeneratePointsAndEstimatesWhatIsMissingFromTheHits() {
    Landscape landscape = landscape(0, 1, 0);
    landscape.noteDegenerate(
        new PolishedPoint(new double[] {9.0}, 9.0, 0.0, new double[1], 0, true, true));
    Completeness completeness = judge(landscape, OptionalLong.of(1));
    assertThat(completeness.degenerate()).isEqualTo(1);
    // Hits 1, 2, 3: one class seen once.
    assertThat(completeness.estimatedMissing()).isZero();
    landscape.hit(3, -2);
    // Hits 1, 2, 1: 2 * 1 / (2 * 2).
    assertThat(judge(landscape, OptionalLong.of(1)).estimatedMissing()).isEqualTo(0.5);
  }
}
