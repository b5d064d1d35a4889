package dev.tarn.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.follow.Branch;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.testing.Explored;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BranchesTest {
  private static Branches one;
  private static Branches two;

  @BeforeAll
  static void follow() {
    one = branches(1);
    two = branches(2);
  }

  private static Branches branches(int hidden) {
    Network network = Network.xor(hidden, 1e-2);
    List<StationaryPoint> points = Explored.everyIndex(network).points();
    List<Integer> done = new ArrayList<>();
    Branches branches = Branches.follow(network, points, 0.1, 1, done::add);
    assertThat(done).hasSize(points.size());
    return branches;
  }

  @Test
  void endsAreAtTheLambdasGiven() {
    for (Branches.Curve curve : one.curves()) {
      assertThat(one.lambda(curve.samples().get(0).mu())).isEqualTo(1e-2);
    }
    assertThat(one.from()).isEqualTo(1e-2);
    assertThat(one.to()).isEqualTo(0.1);
  }

  /** Three folds, at the lambdas of the continuation page, and the zero point. */
  @Test
  void aCurveBetweenTwoPointsCountsOnce() {
    assertThat(one.diagram().branches()).hasSize(7);
    assertThat(one.curves()).hasSize(4);
    assertThat(one.places())
        .extracting(Branch.CriticalPoint::kind)
        .containsOnly(Branch.CriticalPoint.Kind.FOLD)
        .hasSize(3);
    assertThat(one.curves().stream().filter(c -> c.end() == Branch.End.ARRIVED)).hasSize(1);
  }

  @Test
  void aCurveOverAFoldHasAPieceOfEachIndexThatMeetThere() {
    for (Branches.Curve curve : one.curves()) {
      List<Branches.Piece> pieces = curve.pieces();
      if (curve.end() == Branch.End.ARRIVED) {
        assertThat(pieces).hasSize(1);
        continue;
      }
      assertThat(pieces).extracting(Branches.Piece::index).containsExactlyInAnyOrder(0, 1);
      List<Branch.Sample> first = pieces.get(0).samples();
      Branch.Sample turn = first.get(first.size() - 1);
      assertThat(pieces.get(1).samples().get(0)).isEqualTo(turn);
      assertThat(turn.mu())
          .isEqualTo(curve.samples().stream().mapToDouble(Branch.Sample::mu).max().orElseThrow());
      assertThat(one.places())
          .anySatisfy(place -> assertThat(place.mu()).isCloseTo(turn.mu(), within(1e-6)));
    }
  }

  @Test
  void piecesAreTheWholeCurve() {
    for (Branches.Curve curve : two.curves()) {
      List<Branches.Piece> pieces = curve.pieces();
      int samples = pieces.stream().mapToInt(piece -> piece.samples().size()).sum();
      assertThat(samples).isEqualTo(curve.samples().size() + pieces.size() - 1);
    }
  }

  /** Followed to its mirror copy, such a branch would be drawn twice. */
  @Test
  void ofACurveToItsMirrorCopyOnlyTheWayOutCounts() {
    List<Integer> mirrored =
        two.diagram().branches().stream()
            .filter(f -> f.partner().isPresent() && f.partner().getAsInt() == f.id())
            .map(f -> f.id())
            .toList();
    assertThat(mirrored).isNotEmpty();
    for (int id : mirrored) {
      Branches.Curve curve =
          two.curves().stream().filter(c -> c.id() == id).findFirst().orElseThrow();
      List<Branch.Sample> samples = curve.samples();
      Branch.Sample last = samples.get(samples.size() - 1);
      assertThat(last.mu()).isGreaterThan(samples.get(0).mu());
      assertThat(two.places())
          .filteredOn(place -> place.kind() == Branch.CriticalPoint.Kind.BRANCH_POINT)
          .anySatisfy(place -> assertThat(place.mu()).isCloseTo(last.mu(), within(1e-6)));
    }
  }
}
