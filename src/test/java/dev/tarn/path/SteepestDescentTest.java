package dev.tarn.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.network.Network;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Preconditioner;
import dev.tarn.saddle.SaddleFinder;
import dev.tarn.saddle.SaddleSettings;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.surfaces.MuellerBrown;
import dev.tarn.testing.GradientFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SteepestDescentTest {
  private static final double[] UPPER_SADDLE = {-0.82200156, 0.62431280};

  private static PolishedPoint polish(Potential potential, double... x) {
    return StationaryPolish.newton(potential).polish(x);
  }

  private static Pathway muellerBrown(PathSettings settings) {
    MuellerBrown surface = new MuellerBrown();
    return new SteepestDescent(surface, settings).pathway(polish(surface, UPPER_SADDLE), true);
  }

  @Test
  void joinsTheMinimaOfMuellerBrown() {
    Pathway pathway = muellerBrown(PathSettings.defaults().withMaxStep(0.05));
    assertThat(pathway.complete()).isTrue();
    List<Double> ends =
        List.of(pathway.minus().end().energy(), pathway.plus().end().energy()).stream()
            .sorted()
            .toList();
    // Energies from the independent enumeration.
    assertThat(ends.get(0)).isCloseTo(-146.699517210, within(1e-8));
    assertThat(ends.get(1)).isCloseTo(-80.767818130, within(1e-8));
  }

  /** Fewer steps, the same minima, and a straight line for the rest of the way. */
  @Test
  void aQuenchGoesTheRestOfTheWay() {
    PathSettings whole = PathSettings.defaults().withMaxStep(0.05);
    Pathway exact = muellerBrown(whole);
    Pathway quenched = muellerBrown(whole.withQuenchAfter(3));
    assertThat(quenched.complete()).isTrue();
    for (int side = 0; side < 2; side++) {
      Descent path = side == 0 ? exact.minus() : exact.plus();
      Descent other = side == 0 ? quenched.minus() : quenched.plus();
      assertThat(other.steps()).isEqualTo(3).isLessThan(path.steps());
      assertThat(Vectors.distance(other.end().coordinates(), path.end().coordinates()))
          .isLessThan(1e-9);
      assertThat(other.length()).isLessThan(path.length());
    }
  }

  /** {@code s (x^4 / 4 - x^2 / 2) + y^2 / 2} with a soft transition state, and what is like it. */
  private record SoftWells(double softness) implements Potential, Preconditioner {
    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public Evaluator evaluator() {
      return (x, gradient) -> {
        double square = x[0] * x[0];
        gradient[0] = softness * (square - 1.0) * x[0];
        gradient[1] = x[1];
        return softness * (0.25 * square - 0.5) * square + 0.5 * x[1] * x[1];
      };
    }

    @Override
    public <C> Optional<C> capability(Class<C> type) {
      Preconditioner.Source source = () -> this;
      return type.isInstance(source) ? Optional.of(type.cast(source)) : Optional.empty();
    }

    @Override
    public void moveTo(double[] x) {}

    @Override
    public void divide(double[] v, double[] quotient) {
      quotient[0] = v[0] / softness;
      quotient[1] = v[1];
    }
  }

  /** Where it begins, the gradient is already smaller than what a quench is content with else. */
  @Test
  void aQuenchBesideASoftTransitionStateLeadsAwayFromIt() {
    Potential wells = new SoftWells(4e-8);
    PolishedPoint top = polish(wells, 0.0, 0.0);
    PathSettings settings = PathSettings.defaults().withQuenchAfter(1);
    Pathway pathway = new SteepestDescent(wells, settings).pathway(top, false);
    for (Descent side : List.of(pathway.minus(), pathway.plus())) {
      assertThat(side.reached()).isTrue();
      assertThat(side.steps()).isEqualTo(1);
    }
    double minus = pathway.minus().end().coordinates()[0];
    double plus = pathway.plus().end().coordinates()[0];
    assertThat(Math.abs(plus)).isCloseTo(1.0, within(1e-6));
    assertThat(minus).isCloseTo(-plus, within(1e-6));
  }

  @Test
  void energyFallsAndArcLengthGrowsFromTheSaddle() {
    Pathway pathway = muellerBrown(PathSettings.defaults().withMaxStep(0.05));
    for (Descent side : List.of(pathway.minus(), pathway.plus())) {
      assertThat(side.points().get(0).arcLength()).isZero();
      assertThat(side.points().get(0).energy()).isEqualTo(pathway.transitionState().energy());
      for (int k = 1; k < side.points().size(); k++) {
        Descent.Point before = side.points().get(k - 1);
        Descent.Point after = side.points().get(k);
        assertThat(after.energy()).isLessThanOrEqualTo(before.energy());
        assertThat(after.arcLength()).isGreaterThanOrEqualTo(before.arcLength());
        assertThat(after.arcLength() - before.arcLength())
            .isGreaterThanOrEqualTo(
                Vectors.distance(before.coordinates(), after.coordinates()) - 1e-9);
      }
      assertThat(side.length()).isEqualTo(side.points().get(side.points().size() - 1).arcLength());
    }
    List<Descent.Point> all = pathway.points();
    assertThat(all).hasSize(pathway.minus().points().size() + pathway.plus().points().size() - 1);
    assertThat(all.get(0).arcLength()).isZero();
    assertThat(all.get(all.size() - 1).arcLength())
        .isCloseTo(pathway.minus().length() + pathway.plus().length(), within(1e-12));
  }

  @Test
  void liesOnTheCurveOfTheRungeKuttaReference() {
    MuellerBrown surface = new MuellerBrown();
    Descent side = muellerBrown(PathSettings.defaults().withMaxStep(0.02)).minus();
    // From the same displaced point, the curve is followed to the gradient of a later point.
    double[] gradient = new double[2];
    for (int k : new int[] {side.points().size() / 3, side.points().size() / 2}) {
      double[] found = side.points().get(k).coordinates();
      surface.gradient(found, gradient);
      double[] start = side.points().get(1).coordinates();
      double[] reference =
          nearestOnCurve(surface, start, found, side.points().get(k).arcLength() + 0.2);
      assertThat(Vectors.distance(found, reference)).isLessThan(2e-3);
    }
  }

  /** The point of the reference curve nearest to a given one, among many samples. */
  private static double[] nearestOnCurve(
      Potential potential, double[] start, double[] target, double length) {
    List<double[]> samples = new ArrayList<>();
    double[] x = start.clone();
    double[] gradient = new double[x.length];
    // Small explicit steps: an integrator of its own, only to sample the curve densely.
    double step = 1e-5;
    for (double s = 0.0; s < length; s += step) {
      potential.evaluator().gradient(x, gradient);
      double norm = Vectors.rms(gradient) * Math.sqrt(x.length);
      for (int i = 0; i < x.length; i++) {
        x[i] -= step * gradient[i] / norm;
      }
      samples.add(x.clone());
    }
    double[] best = start;
    for (double[] sample : samples) {
      if (Vectors.distance(sample, target) < Vectors.distance(best, target)) {
        best = sample;
      }
    }
    return best;
  }

  @Test
  void reachesTheMinimaThatTheRungeKuttaReferenceReaches() {
    Network network = Network.xor(2, 1e-4);
    SteepestDescent descent = new SteepestDescent(network, PathSettings.defaults());
    StationaryPolish polish = StationaryPolish.newton(network);
    List<PolishedPoint> sample = transitionStates(network, 5);
    int compared = 0;
    for (PolishedPoint ts : sample) {
      Pathway pathway = descent.pathway(ts, true);
      for (Descent side : List.of(pathway.minus(), pathway.plus())) {
        assertThat(side.reached()).isTrue();
        if (!side.saddles().isEmpty()) {
          continue;
        }
        double[] displaced = side.points().get(1).coordinates();
        // The softest mode has the eigenvalue 2 lambda = 2e-4.
        PolishedPoint reference = polish.polish(GradientFlow.integrate(network, displaced, 2e5));
        assertThat(reference.index()).isZero();
        assertThat(Vectors.distance(reference.coordinates(), side.end().coordinates()))
            .as("end of the path from the transition state at %s", ts.energy())
            .isLessThan(1e-6);
        compared++;
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(8);
  }

  private static List<PolishedPoint> transitionStates(Network network, int count) {
    SaddleFinder finder = SaddleFinder.ofIndex(network, 1, SaddleSettings.defaults());
    RandomGenerator random = RandomStreams.of(5, 0);
    List<PolishedPoint> points = new ArrayList<>();
    double[] x = new double[network.dimension()];
    while (points.size() < count) {
      network.randomPoint(random, x);
      SaddleFinder.Result end = finder.search(x);
      if (end.found()
          && points.stream().noneMatch(p -> Math.abs(p.energy() - end.point().energy()) < 1e-9)) {
        points.add(end.point());
      }
    }
    return points;
  }

  @Test
  void sidesThatSymmetryRelatesHaveEqualLengths() {
    Network network = Network.xor(2, 1e-4);
    for (PolishedPoint ts : transitionStates(network, 10)) {
      Pathway pathway = new SteepestDescent(network, PathSettings.defaults()).pathway(ts, false);
      // The transition states at 0.4842... to 0.4961... join a minimum to a copy of itself.
      if (ts.energy() > 0.48 && ts.energy() < 0.5) {
        assertThat(pathway.minus().length()).isCloseTo(pathway.plus().length(), within(1e-6));
        assertThat(pathway.minus().end().energy())
            .isCloseTo(pathway.plus().end().energy(), within(1e-13));
      }
    }
  }

  @Test
  void aPathThatSymmetryConfinesPassesTheSaddleOfTheSmallerNetwork() {
    // The transition state between the zero point and a minimum of one unit, with a zero unit
    // added: the exact path cannot leave the smaller network before its minimum, a saddle here.
    Network one = Network.xor(1, 1e-4);
    Network two = Network.xor(2, 1e-4);
    PolishedPoint small =
        transitionStates(one, 3).stream()
            .min((a, b) -> Double.compare(a.energy(), b.energy()))
            .orElseThrow();
    PolishedPoint padded =
        StationaryPolish.newton(two)
            .characterise(two.layout().arrange(small.coordinates(), one.layout()));
    Pathway pathway = new SteepestDescent(two, PathSettings.defaults()).pathway(padded, true);
    Descent trained =
        pathway.minus().end().energy() < pathway.plus().end().energy()
            ? pathway.minus()
            : pathway.plus();
    assertThat(trained.reached()).isTrue();
    assertThat(trained.saddles()).isNotEmpty();
    Descent alone = new SteepestDescent(one, PathSettings.defaults()).pathway(small, false).minus();
    Descent other = new SteepestDescent(one, PathSettings.defaults()).pathway(small, false).plus();
    double minimumOfOne = Math.min(alone.end().energy(), other.end().energy());
    assertThat(trained.points())
        .anySatisfy(p -> assertThat(p.energy()).isCloseTo(minimumOfOne, within(1e-12)));
  }

  @Test
  void descendsFromAnyPoint() {
    MuellerBrown surface = new MuellerBrown();
    Descent descent =
        new SteepestDescent(surface, PathSettings.defaults())
            .descend(new double[] {0.0, 1.0}, true);
    assertThat(descent.reached()).isTrue();
    assertThat(descent.points().get(0).coordinates()).containsExactly(0.0, 1.0);
    assertThat(descent.end().index()).isZero();
  }

  @Test
  void saysWhenTheStepsRunOut() {
    Pathway pathway = muellerBrown(PathSettings.defaults().withMaxStep(0.01).withMaxSteps(3));
    assertThat(pathway.complete()).isFalse();
    assertThat(pathway.minus().steps()).isEqualTo(3);
  }

  @Test
  void refusesAPointThatIsNoTransitionState() {
    MuellerBrown surface = new MuellerBrown();
    PolishedPoint minimum = polish(surface, 0.6235, 0.028);
    SteepestDescent descent = new SteepestDescent(surface, PathSettings.defaults());
    assertThatThrownBy(() -> descent.pathway(minimum, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("index 0");
    assertThatThrownBy(() -> descent.descend(new double[3], false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 components");
  }

  @Test
  void refusesBadSettings() {
    PathSettings good = PathSettings.defaults();
    assertThatThrownBy(() -> good.withMaxStep(0.0)).hasMessageContaining("maxStep");
    assertThatThrownBy(() -> good.withAccuracy(1.0)).hasMessageContaining("accuracy");
    assertThatThrownBy(() -> good.withMaxSteps(0)).hasMessageContaining("maxSteps");
    assertThatThrownBy(() -> new PathSettings(0.1, 0.1, -1.0, 10, 1, 1))
        .hasMessageContaining("maxPushoff");
  }
}
