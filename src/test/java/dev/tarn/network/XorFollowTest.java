package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.tarn.follow.Branch;
import dev.tarn.follow.Branch.CriticalPoint.Kind;
import dev.tarn.follow.Branch.End;
import dev.tarn.follow.Diagram;
import dev.tarn.follow.FollowSettings;
import dev.tarn.follow.Follower;
import dev.tarn.follow.ParameterFamily;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.testing.Families;
import dev.tarn.testing.Inputs;
import dev.tarn.testing.KnownValues;
import dev.tarn.testing.Stationary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The XOR network's points followed in lambda. */
class XorFollowTest {
  private static Potential reduced(int hidden, double lambda) {
    return Network.xor(hidden, lambda).reduction().orElseThrow().potential();
  }

  private static List<Follower.Start> catalogue(int hidden, double lambda, int starts) {
    return numbered(
        Stationary.find(reduced(hidden, lambda), starts, 1e-12).stream()
            .map(PolishedPoint::coordinates)
            .toList());
  }

  private static List<Follower.Start> numbered(List<double[]> points) {
    List<Follower.Start> list = new ArrayList<>();
    for (double[] x : points) {
      list.add(new Follower.Start(list.size() + 1, x));
    }
    return list;
  }

  private static Diagram follow(
      int hidden, List<Follower.Start> starts, double from, double to, int threads) {
    RegularisedNetwork family = new RegularisedNetwork(Network.xor(hidden, from));
    return new Follower(family, FollowSettings.defaults(), threads)
        .run(
            starts,
            RegularisedNetwork.parameter(from),
            RegularisedNetwork.parameter(to),
            done -> {});
  }

  private static double[] energies(Diagram diagram) {
    return diagram.branches().stream()
        .filter(followed -> followed.branch().end() == End.ARRIVED)
        .mapToDouble(followed -> followed.branch().last().energy())
        .sorted()
        .toArray();
  }

  /** At lambda = 0.1 only the zero point is left (an independent enumeration). */
  @Test
  void oneUnitLosesAllButTheZeroPoint() {
    List<Follower.Start> starts = catalogue(1, 1e-2, 600);
    assertThat(starts).hasSize(7);
    Diagram diagram = follow(1, starts, 1e-2, 1e-1, 1);
    assertThat(energies(diagram)).containsExactly(KnownValues.ZERO_POINT);
    assertThat(diagram.count(End.RETURNED)).isEqualTo(6);
    assertThat(diagram.events()).hasSize(3);
    for (Diagram.Event event : diagram.events()) {
      assertThat(event.place().kind()).isEqualTo(Kind.FOLD);
      assertThat(event.passages()).hasSize(2);
      Diagram.Event.Passage one = event.passages().get(0);
      Diagram.Event.Passage two = event.passages().get(1);
      // The two points cancel in the Morse sum.
      assertThat(one.indexBefore() + two.indexBefore()).isEqualTo(1);
      assertThat(one.indexAfter()).isEqualTo(two.indexBefore());
      assertThat(two.indexAfter()).isEqualTo(one.indexBefore());
      assertThat(followed(diagram, one.id()).partner()).hasValue(two.id());
      assertThat(followed(diagram, two.id()).partner()).hasValue(one.id());
    }
    assertThat(diagram.branches()).noneMatch(Diagram.Followed::doubtful);
  }

  private static Diagram.Followed followed(Diagram diagram, int id) {
    return diagram.branches().stream().filter(f -> f.id() == id).findFirst().orElseThrow();
  }

  /**
   * The Hessian at a fold is singular, and the point is stationary there: by the network itself.
   */
  @Test
  void theNetworkItselfIsDegenerateAtAFold() {
    Diagram diagram = follow(1, catalogue(1, 1e-2, 600), 1e-2, 1e-1, 1);
    for (Diagram.Event event : diagram.events()) {
      double lambda = RegularisedNetwork.lambda(event.place().mu());
      PolishedPoint point =
          StationaryPolish.newton(reduced(1, lambda))
              .characterise(event.place().coordinates().toArray());
      assertThat(point.rms()).isLessThan(1e-9);
      assertThat(point.smallestMagnitude()).isLessThan(1e-9);
      assertThat(point.energy()).isCloseTo(event.place().energy(), within(1e-14));
    }
  }

  @Test
  void thereAndBackIsTheSameCatalogue() {
    List<Follower.Start> starts = catalogue(1, 1e-6, 600);
    assertThat(starts).hasSize(7);
    Diagram there = follow(1, starts, 1e-6, 1e-4, 1);
    assertThat(there.events()).isEmpty();
    List<Follower.Start> arrived =
        numbered(
            there.branches().stream()
                .map(followed -> followed.branch().last().coordinates().toArray())
                .toList());
    Diagram back = follow(1, arrived, 1e-4, 1e-6, 1);
    Potential network = reduced(1, 1e-6);
    for (int k = 0; k < starts.size(); k++) {
      double[] end = back.branches().get(k).branch().last().coordinates().toArray();
      assertThat(network.symmetry().nearestCopy(end, starts.get(k).x(), end.clone()))
          .isLessThan(1e-9);
    }
  }

  /**
   * A branch that has a partner cancels it in the Morse sum, so the sum is the same at both ends.
   */
  @Test
  void foldsAndBranchPointsKeepTheMorseSum() {
    List<Follower.Start> starts = catalogue(2, 1e-3, 6000);
    Diagram diagram = follow(2, starts, 1e-3, 2e-2, 2);
    assertThat(diagram.events()).isNotEmpty();
    assertThat(diagram.branches()).noneMatch(Diagram.Followed::doubtful);
    for (Diagram.Event event : diagram.events()) {
      for (Diagram.Event.Passage passage : event.passages()) {
        int change = Math.abs(passage.indexAfter() - passage.indexBefore());
        if (event.place().kind() == Kind.FOLD) {
          assertThat(change).isEqualTo(1);
          assertThat(passage.turns()).isTrue();
        } else if (passage.turns()) {
          assertThat(change).isEven();
        }
      }
      assertThat(event.place().eigenvalue()).isCloseTo(0.0, within(1e-9));
    }
    assertThat(diagram.count(End.ARRIVED) + diagram.count(End.RETURNED)).isEqualTo(starts.size());
    for (Diagram.Followed followed : diagram.branches()) {
      int index = followed.branch().samples().get(0).index();
      for (Branch.CriticalPoint point : followed.branch().criticalPoints()) {
        assertThat(point.indexBefore()).isEqualTo(index);
        index = point.indexAfter();
      }
      assertThat(followed.branch().last().index()).isEqualTo(index);
    }
  }

  @Test
  void threadsDoNotMatter() {
    List<Follower.Start> starts = catalogue(1, 1e-2, 600);
    assertThat(follow(1, starts, 1e-2, 3e-2, 3)).isEqualTo(follow(1, starts, 1e-2, 3e-2, 1));
  }

  @Test
  void aMissingPointIsSeenByTheBranchThatReturnsToIt() {
    List<Follower.Start> starts = catalogue(1, 1e-2, 600);
    List<Follower.Start> some =
        starts.stream().filter(s -> reduced(1, 1e-2).evaluator().energy(s.x()) > 0.66).toList();
    Diagram diagram = follow(1, some, 1e-2, 1e-1, 1);
    assertThat(diagram.branches())
        .filteredOn(f -> f.branch().end() == End.RETURNED && f.partner().isEmpty())
        .extracting(f -> f.branch().last().energy())
        .hasSize(2)
        .anyMatch(energy -> Math.abs(energy - 0.6381080428617) < 1e-12)
        .anyMatch(energy -> Math.abs(energy - 0.6541502724604) < 1e-12);
  }

  /** One start twice: two branches cannot arrive at one point. */
  @Test
  void branchesThatContradictEachOtherAreMarked() {
    List<double[]> twice = new ArrayList<>();
    twice.add(new double[5]);
    twice.add(new double[5]);
    Diagram diagram = follow(1, numbered(twice), 1e-2, 1e-1, 1);
    assertThat(diagram.branches()).allMatch(Diagram.Followed::doubtful);
  }

  @Test
  void theFamilyIsTheNetworkWithItsDerivative() {
    for (Regularisation cover : Regularisation.values()) {
      RegularisedNetwork family = new RegularisedNetwork(Network.xor(2, 1.0, cover));
      int n = family.dimension();
      assertThat(n).isEqualTo(9);
      for (double[] x : Inputs.random(family.at(0.0), 20)) {
        double mu = Math.log(1e-3);
        double[] gradient = new double[n];
        double[] slope = new double[n];
        double[] hessian = new double[n * n];
        double energy = family.evaluator().evaluate(x, mu, gradient, hessian, slope);
        double[] expected = new double[n];
        double[] matrix = new double[n * n];
        assertThat(energy)
            .isCloseTo(
                family.at(mu).evaluator().hessian(x, expected, matrix), withinPercentage(1e-12));
        assertThat(gradient).containsExactly(expected, within(1e-14));
        assertThat(hessian).containsExactly(matrix, within(1e-12));
        double step = 1e-4;
        double[] up = new double[n];
        double[] down = new double[n];
        family.at(mu + step).evaluator().gradient(x, up);
        family.at(mu - step).evaluator().gradient(x, down);
        for (int i = 0; i < n; i++) {
          double difference = (up[i] - down[i]) / (2.0 * step);
          assertThat(slope[i]).isCloseTo(difference, within(1e-8 * (1.0 + Math.abs(slope[i]))));
        }
      }
    }
  }

  @Test
  void badInputIsExplained() {
    assertThatThrownBy(() -> RegularisedNetwork.parameter(0.0)).hasMessageContaining("0.0");
    RegularisedNetwork family = new RegularisedNetwork(Network.xor(1, 1.0));
    assertThatThrownBy(() -> new Follower(family, FollowSettings.defaults(), 0))
        .hasMessageContaining("at least 1, not 0");
    List<double[]> wrong = new ArrayList<>();
    wrong.add(new double[] {1.0, 1.0, 1.0, 1.0, 1.0});
    assertThatThrownBy(() -> follow(1, numbered(wrong), 1e-2, 1e-1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("starts at a stationary point");
  }

  /** Followed from -1 to 1 the symmetric point of a pitchfork sheds two points, of one each. */
  @Test
  void aPitchforkBearsItsOtherBranches() {
    ParameterFamily family = Families.sum(Families.PITCHFORK, Families.PITCHFORK);
    Diagram diagram =
        new Follower(family, FollowSettings.defaults(), 1)
            .run(numbered(List.of(new double[2], new double[2]).subList(0, 1)), -1.0, 1.0, n -> {});
    // With the passing branch all nine points of two double wells.
    assertThat(diagram.born()).hasSize(8);
    assertThat(diagram.born()).allMatch(born -> born.parent() == 1);
    assertThat(diagram.born())
        .filteredOn(born -> born.branch().last().index() == 0)
        .hasSize(4)
        .allMatch(born -> Math.abs(born.branch().last().energy() + 0.5) < 1e-12);
  }
}
