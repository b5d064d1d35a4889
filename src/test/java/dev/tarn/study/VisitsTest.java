package dev.tarn.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.Landscape;
import dev.tarn.linear.Vectors;
import dev.tarn.network.Network;
import dev.tarn.potential.Vector;
import dev.tarn.study.Visits.Visit;
import dev.tarn.testing.Explored;
import dev.tarn.train.Initialisation;
import dev.tarn.train.Initialisation.Law;
import dev.tarn.train.Learner;
import dev.tarn.train.Optimiser.GradientDescent;
import dev.tarn.train.Training;
import dev.tarn.train.Training.Run.Snapshot;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VisitsTest {
  private static final Network XOR = Network.xor(2, 1e-4);
  private static Landscape landscape;

  @BeforeAll
  static void explore() {
    landscape = Explored.everyIndex(XOR);
  }

  private static Training.Run run(Learner learner, double scale) {
    return new Training(
            new GradientDescent(0.2, 0.0), Initialisation.of(Law.NORMAL, scale), 20_000, 1e-7, 5, 2)
        .run(learner, 0);
  }

  /** From almost zero, which is a saddle that gradient descent leaves slowly. */
  @Test
  void aRunVisitsTheSaddleWhereItBeginsAndTheMinimumWhereItEnds() {
    Learner learner = Learner.of(Identity.network());
    Training.Run run = run(learner, 1e-4);
    Visits visits = Visits.of(run, learner, Identity.landscape(), Visits.DEFAULT_THRESHOLD);
    assertThat(visits.visits()).extracting(Visit::point).containsExactly(1, 2);
    assertThat(visits.visits()).extracting(Visit::index).containsExactly(1, 0);
    Visit saddle = visits.visits().get(0);
    assertThat(saddle.firstStep()).isZero();
    assertThat(saddle.lastStep()).isLessThan(visits.visits().get(1).firstStep());
    assertThat(saddle.distance()).isEqualTo(saddle.relative()).isLessThan(1e-3);
    assertThat(visits.visits()).extracting(Visit::slow).containsExactly(true, true);
    assertThat(visits.visits().get(1).lastStep()).isEqualTo(run.steps());
    assertThat(visits.endId()).contains(2);
    assertThat(visits.end().isStationary(0)).isTrue();
    assertThat(visits.slowSteps()).hasSize(2).endsWith(run.steps());
  }

  @Test
  void distancesAreThoseToTheNearestCopy() {
    Training.Run run = run(Learner.of(XOR), 1.0);
    Visits visits = Visits.of(run, Learner.of(XOR), landscape, 0.2);
    double[] copy = new double[XOR.dimension()];
    assertThat(visits.visits()).isNotEmpty();
    for (Visit visit : visits.visits()) {
      Snapshot snapshot =
          run.snapshots().stream()
              .filter(s -> s.step() == visit.closestStep())
              .findFirst()
              .orElseThrow();
      double[] point = landscape.get(visit.point()).coordinates().toArray();
      double distance = XOR.symmetry().nearestCopy(point, snapshot.point().toArray(), copy);
      assertThat(visit.distance()).isEqualTo(distance);
      double length = Vectors.distance(point, new double[point.length]);
      assertThat(visit.relative()).isCloseTo(distance / Math.max(1.0, length), within(1e-15));
      assertThat(visit.relative()).isLessThanOrEqualTo(0.2);
      assertThat(visit.closestStep()).isBetween(visit.firstStep(), visit.lastStep());
      assertThat(visit.energy()).isEqualTo(landscape.get(visit.point()).energy());
    }
    assertThat(Visits.of(run, Learner.of(XOR), landscape, 1e-9).visits()).isEmpty();
  }

  @Test
  void slowPlacesStandOut() {
    assertThat(slow(1, 0.5, 1, 0.5, 1)).containsExactly(1, 3);
    assertThat(slow(5, 4, 3)).containsExactly(2);
    assertThat(slow(1, 2, 20, 3)).containsExactly(0, 3);
    assertThat(slow(4, 3, 3, 3, 4)).containsExactly(1);
    assertThat(slow(7)).containsExactly(0);
    // Of oscillations within the window of 10 steps the lowest counts, here 248 and 252 alike.
    double[] ringing = new double[500];
    for (int k = 0; k < ringing.length; k++) {
      ringing[k] = 2.0 + Math.abs(k - 250) + (k % 4 == 0 ? 0.0 : 3.0);
    }
    assertThat(slow(ringing)).containsExactly(248);
  }

  private static List<Integer> slow(double... gradients) {
    return Visits.slowSteps(Vector.of(gradients));
  }

  @Test
  void badInputIsRefused() {
    Learner learner = Learner.of(XOR);
    Training.Run run = run(learner, 1.0);
    Training.Run bare =
        Training.of(new GradientDescent(0.5, 0.0), Initialisation.of(Law.NORMAL, 1.0), 2, 1)
            .run(learner, 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Visits.of(bare, learner, landscape, 0.1))
        .withMessage("run 3 has no snapshots; Training.withSnapshots asks for them");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Visits.of(run, learner, landscape, 0.0))
        .withMessage("the threshold is positive, not 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Visits.of(run, learner, Landscape.of(XOR), 0.1))
        .withMessage("the landscape has no stationary points");
  }
}
