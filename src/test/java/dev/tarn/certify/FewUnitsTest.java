package dev.tarn.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.tarn.interval.Interval;
import dev.tarn.job.Cancellation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** One hidden unit, and two: every stationary point, and the steps of the search. */
class FewUnitsTest {

  private static FewUnits prove(double lambda, long most) {
    return FewUnits.prove(1, lambda, most, 2, new Cancellation(), share -> {});
  }

  /** Counts of the enumeration, whose catalogue for one unit is the zero point alone here. */
  @Example
  void nothingButTheZeroPointForLargeLambda() {
    for (double lambda : new double[] {1e300, 1.0, 0.1, 0.03}) {
      FewUnits proof = prove(lambda, 1_000_000);
      assertThat(proof.isComplete()).as("%s", lambda).isTrue();
      assertThat(proof.undecided()).isZero();
      assertThat(proof.found()).isEqualTo(BigInteger.ONE);
      assertThat(proof.points()).hasSize(1);
      assertThat(proof.points().get(0).index()).isZero();
    }
  }

  /** Energies and copies of an enumeration from 10^5 random starts. */
  @Example
  void sevenClassesAtOneHundredthAndNoMore() {
    FewUnits proof = prove(1e-2, 1_000_000);
    assertThat(proof.isComplete()).isTrue();
    double[] energies = {
      0.6381080428617,
      0.6541502724604,
      0.6931471805599,
      0.6938986436391,
      0.6949905942799,
      0.6995177339017,
      0.7017252057173
    };
    long[] copies = {2, 4, 1, 2, 4, 2, 2};
    int[] indices = {0, 0, 0, 1, 1, 0, 1};
    assertThat(proof.points()).hasSize(7);
    for (int i = 0; i < 7; i++) {
      ProvenPoint point = proof.points().get(i);
      assertThat(point.energy().middle()).isCloseTo(energies[i], offset(1e-12));
      assertThat(point.orbit()).isEqualTo(BigInteger.valueOf(copies[i]));
      assertThat(point.index()).isEqualTo(indices[i]);
    }
    assertThat(proof.found()).isEqualTo(BigInteger.valueOf(17));
    assertThat(proof.excluded() + proof.around()).isLessThan(proof.examined());
  }

  /** As every number of units has (EveryWidthTest), by another search. */
  @Example
  void twoUnitsHaveNothingButTheZeroPointForLargeLambda() {
    for (double lambda : new double[] {1.0, 0.3}) {
      FewUnits proof = FewUnits.prove(2, lambda, 100_000, 1, new Cancellation(), share -> {});
      assertThat(proof.isComplete()).as("%s", lambda).isTrue();
      assertThat(proof.found()).isEqualTo(BigInteger.ONE);
      assertThat(proof.decided()).isEqualTo(1.0);
    }
  }

  @Example
  void whatIsDecidedGrowsWithTheBoxes() {
    double last = 0.0;
    for (long most : new long[] {1000, 4000}) {
      FewUnits proof = FewUnits.prove(2, 0.05, most, 1, new Cancellation(), share -> {});
      assertThat(proof.isComplete()).isFalse();
      assertThat(proof.decided()).isGreaterThan(last).isLessThan(1.0);
      assertThat(proof.deepest()).isGreaterThan(8);
      last = proof.decided();
    }
  }

  /** Two units, each with the weights of points of one or of two; none is lost. */
  @Property(tries = 6, seed = "12")
  void boxesAroundPointsOfTwoUnitsKeepThem(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double lambda = Math.pow(10.0, -2.0 - 2.0 * random.nextDouble());
    UnitNewton newton = new UnitNewton(lambda, 2);
    UnitsContractor contractor = new UnitsContractor(lambda, 2);
    List<double[]> points = points(lambda, 2, random);
    assertThat(points).as("%s", lambda).isNotEmpty();
    assertKept(points, 10, contractor::contract, newton, random);
  }

  private static Interval[] around(double[] point, SplittableRandom random) {
    Interval[] box = new Interval[point.length];
    double size = Math.pow(10.0, -5.0 + 5.0 * random.nextDouble());
    for (int i = 0; i < box.length; i++) {
      double low = size * random.nextDouble() + 1e-7;
      double high = size * random.nextDouble() + 1e-7;
      box[i] = Interval.of(point[i] - low, point[i] + high);
    }
    return box;
  }

  @Example
  void aFewBoxesAreNoProof() {
    FewUnits proof = prove(1e-2, 3000);
    assertThat(proof.isComplete()).isFalse();
    assertThat(proof.undecided()).isPositive();
    assertThat(proof.examined()).isBetween(2000L, 4000L);
  }

  @Example
  void whatIsCancelledIsNoProof() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    FewUnits proof = FewUnits.prove(1, 1e-4, 100_000_000, 1, cancellation, share -> {});
    assertThat(proof.isComplete()).isFalse();
    assertThat(proof.undecided()).isPositive();
  }

  /** No step loses a stationary point of the box that it is given. */
  @Property(tries = 30, seed = "11")
  void boxesAroundPointsKeepThem(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double lambda = Math.pow(10.0, -1.7 - 2.3 * random.nextDouble());
    UnitNewton newton = new UnitNewton(lambda, 1);
    UnitContractor contractor = new UnitContractor(lambda);
    List<double[]> points = points(lambda, 1, random);
    // Others than the zero point, too.
    assertThat(points.stream().filter(point -> point[1] > 1e-6)).as("%s", lambda).isNotEmpty();
    assertKept(points, 20, contractor::contract, newton, random);
  }

  private static void assertHolds(Interval[] box, double[] point) {
    for (int i = 0; i < box.length; i++) {
      // The point itself is known to rounding only.
      double slack = 1e-8 * (1.0 + Math.abs(point[i]));
      assertThat(box[i].lower()).isLessThanOrEqualTo(point[i] + slack);
      assertThat(box[i].upper()).isGreaterThanOrEqualTo(point[i] - slack);
    }
  }

  /** Stationary points in the part that is searched, by Newton's method from random starts. */
  private static List<double[]> points(double lambda, int units, SplittableRandom random) {
    UnitNewton newton = new UnitNewton(lambda, units);
    List<double[]> points = new ArrayList<>();
    for (int k = 0; k < 150; k++) {
      Interval[] start = new Interval[4 * units + 1];
      for (int i = 0; i < start.length; i++) {
        double draw = random.nextDouble();
        start[i] = Interval.of(i % 4 == 1 ? 5.0 * draw : 8.0 * draw - 4.0);
      }
      double[] at = newton.approach(start);
      boolean finite = true;
      for (double x : at) {
        finite &= Math.abs(x) < 50.0;
      }
      if (finite && isInPart(at, units) && isStationary(lambda, units, at)) {
        points.add(at);
      }
    }
    return points;
  }

  private static boolean isInPart(double[] at, int units) {
    boolean in = true;
    for (int j = 0; j < units; j++) {
      in &= at[1] >= Math.abs(at[4 * j + 2]) - 1e-12;
      in &= at[4 * j + 1] >= -1e-12 && at[1] >= at[4 * j + 1];
    }
    return in;
  }

  private static boolean isStationary(double lambda, int units, double[] at) {
    Interval[] point = new Interval[at.length];
    Arrays.setAll(point, i -> Interval.of(at[i]));
    double[] next = new UnitNewton(lambda, units).approach(point);
    for (int i = 0; i < at.length; i++) {
      if (!(Math.abs(next[i] - at[i]) < 1e-9)) {
        return false;
      }
    }
    return Arrays.stream(new UnitSlopes(lambda, units).values(point))
        .allMatch(value -> value.magnitude() < 1e-11);
  }

  /** Boxes around points are made smaller, but never lose them. */
  private static void assertKept(
      List<double[]> points,
      int boxes,
      Predicate<Interval[]> contract,
      UnitNewton newton,
      SplittableRandom random) {
    for (double[] point : points) {
      for (int k = 0; k < boxes; k++) {
        Interval[] box = around(point, random);
        assertThat(contract.test(box))
            .as("contract at %s %s", Arrays.toString(point), Arrays.toString(box))
            .isTrue();
        assertHolds(box, point);
        assertThat(newton.improve(box)).isNotEqualTo(UnitNewton.Outcome.EMPTY);
        assertHolds(box, point);
      }
    }
  }
}
