package dev.tarn.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.linear.Vectors;
import dev.tarn.minimise.Lbfgs.Result.Status;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.space.Preconditioner;
import dev.tarn.testing.Fake;
import dev.tarn.testing.Inputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LbfgsTest {
  private static final LbfgsSettings SETTINGS = LbfgsSettings.defaults();

  @Test
  void followsRosenbrocksValley() {
    double[] x = {-1.2, 1.0};
    Lbfgs.Result end = new Lbfgs(2, Fake::rosenbrock, SETTINGS.withTolerance(1e-9)).minimise(x);
    assertThat(end.status()).isEqualTo(Status.CONVERGED);
    assertThat(end.converged()).isTrue();
    assertThat(end.rms()).isLessThanOrEqualTo(1e-9);
    assertThat(end.energy()).isCloseTo(0.0, within(1e-16));
    assertThat(x).containsExactly(new double[] {1.0, 1.0}, within(1e-8));
    assertThat(end.iterations()).isLessThan(100);
    assertThat(end.evaluations()).isGreaterThan(end.iterations());
  }

  @Test
  void solvesAnIllConditionedQuadratic() {
    double[] curvatures = new double[20];
    for (int i = 0; i < 20; i++) {
      curvatures[i] = StrictMath.pow(10.0, 6.0 * i / 19.0);
    }
    double[] x = new double[20];
    Arrays.fill(x, 1.0);
    Lbfgs.Result end =
        new Lbfgs(Fake.quadratic(curvatures), SETTINGS.withTolerance(1e-8)).minimise(x);
    assertThat(end.converged()).isTrue();
    assertThat(end.energy()).isLessThan(1e-12);
  }

  @Test
  void stopsAtOnceAtAMinimum() {
    double[] x = {1.0, 1.0};
    Lbfgs.Result end = new Lbfgs(2, Fake::rosenbrock, SETTINGS).minimise(x);
    assertThat(end).isEqualTo(new Lbfgs.Result(0.0, 0.0, 0, 1, Status.CONVERGED));
    assertThat(x).containsExactly(1.0, 1.0);
  }

  @Test
  void reportsTheLimitOfIterations() {
    double[] x = {-1.2, 1.0};
    Lbfgs minimiser = new Lbfgs(2, Fake::rosenbrock, SETTINGS.withMaxIterations(5));
    Lbfgs.Result end = minimiser.minimise(x);
    assertThat(end.status()).isEqualTo(Status.MAX_ITERATIONS);
    assertThat(end.converged()).isFalse();
    assertThat(end.iterations()).isEqualTo(5);
    double[] gradient = new double[2];
    assertThat(Fake.rosenbrock(x, gradient)).isEqualTo(end.energy());
    assertThat(Vectors.rms(gradient)).isEqualTo(end.rms());
    assertThat(minimiser.minimise(new double[] {-1.2, 1.0}, 2).iterations()).isEqualTo(2);
    assertThat(minimiser.minimise(new double[] {-1.2, 1.0}, 0).iterations()).isZero();
  }

  @Test
  void resultDoesNotDependOnEarlierMinimisations() {
    Lbfgs minimiser = new Lbfgs(2, Fake::rosenbrock, SETTINGS);
    double[] first = {-1.2, 1.0};
    Lbfgs.Result one = minimiser.minimise(first);
    minimiser.minimise(new double[] {3.0, -2.0});
    double[] second = {-1.2, 1.0};
    assertThat(minimiser.minimise(second)).isEqualTo(one);
    assertThat(second).containsExactly(first);
  }

  @Test
  void noStepIsLongerThanTheCapAndNoAcceptedStepRisesMoreThanTolerated() {
    List<double[]> visited = new ArrayList<>();
    Evaluator recording =
        (x, gradient) -> {
          visited.add(x.clone());
          return Fake.rosenbrock(x, gradient);
        };
    double cap = 0.05;
    Lbfgs minimiser = new Lbfgs(2, recording, SETTINGS.withMaxStep(cap));
    assertThat(minimiser.minimise(new double[] {-1.2, 1.0}).converged()).isTrue();
    double[] base = visited.get(0);
    double energy = Fake.rosenbrock(base, new double[2]);
    int long_ = 0;
    for (double[] x : visited.subList(1, visited.size())) {
      double length = Vectors.distance(x, base);
      assertThat(length).isLessThanOrEqualTo(cap * (1.0 + 1e-12));
      long_ += length > 0.99 * cap ? 1 : 0;
      double trial = Fake.rosenbrock(x, new double[2]);
      if (trial - energy <= SETTINGS.maxRise()) {
        base = x;
        energy = trial;
      }
    }
    assertThat(long_).as("steps that the cap has cut").isPositive();
  }

  @Test
  void stallsWhereNoStepDownhillLowersTheEnergy() {
    // The gradient points the wrong way.
    Evaluator wrong =
        (x, gradient) -> {
          gradient[0] = -2.0 * x[0];
          return x[0] * x[0];
        };
    double[] x = {1.0};
    Lbfgs.Result end = new Lbfgs(1, wrong, SETTINGS).minimise(x);
    assertThat(end.status()).isEqualTo(Status.STALLED);
    assertThat(end.iterations()).isZero();
    assertThat(x).containsExactly(1.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void reportsAStartThatIsNotFinite(double bad) {
    double[] x = {2.0};
    Evaluator badEnergy =
        (point, gradient) -> {
          gradient[0] = 1.0;
          return bad;
        };
    Evaluator badGradient =
        (point, gradient) -> {
          gradient[0] = bad;
          return 1.0;
        };
    for (Evaluator objective : List.of(badEnergy, badGradient)) {
      Lbfgs.Result end = new Lbfgs(1, objective, SETTINGS).minimise(x);
      assertThat(end.status()).isEqualTo(Status.NOT_FINITE);
      assertThat(end.evaluations()).isEqualTo(1);
      assertThat(x).containsExactly(2.0);
    }
  }

  @Test
  void stepsBackFromWhereTheFunctionIsNotDefined() {
    // x - ln x, NaN for x < 0; the first step from 0.01 is capped at 2 and away from the edge.
    Evaluator objective =
        (x, gradient) -> {
          gradient[0] = 1.0 - 1.0 / x[0];
          return x[0] - StrictMath.log(x[0]);
        };
    for (double start : new double[] {0.01, 1.9, 30.0}) {
      double[] x = {start};
      assertThat(new Lbfgs(1, objective, SETTINGS).minimise(x).converged()).isTrue();
      assertThat(x[0]).isCloseTo(1.0, within(1e-5));
    }
  }

  @Test
  void endsOnEveryHostileInput() {
    for (double value : Inputs.hostile()) {
      double[] x = {value, 1.0};
      Lbfgs.Result end = new Lbfgs(2, Fake::rosenbrock, SETTINGS).minimise(x);
      assertThat(end.evaluations()).as("start %s", value).isPositive();
      if (Math.abs(value) < 1.0) {
        assertThat(end.converged()).as("start %s", value).isTrue();
      }
      if (!Double.isFinite(value)) {
        assertThat(end.status()).isEqualTo(Status.NOT_FINITE);
      }
    }
  }

  @Test
  void refusesAStartOfAnotherLength() {
    Lbfgs minimiser = new Lbfgs(2, Fake::rosenbrock, SETTINGS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> minimiser.minimise(new double[3]))
        .withMessageContaining("3")
        .withMessageContaining("2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> minimiser.minimise(new double[1], 10))
        .withMessageContaining("1");
  }

  @Test
  void rmsIsTheRootMeanSquare() {
    assertThat(Vectors.rms(new double[] {3.0, -4.0, 0.0, 0.0})).isEqualTo(2.5);
    assertThat(Vectors.rms(new double[] {1.0, Double.NaN})).isNaN();
  }

  /** Curvatures from 1e-4 to 1, and a preconditioner that knows them to a factor. */
  private static final class Stiff implements Evaluator, Preconditioner {
    private final double[] curvature = new double[300];
    private int moves;

    Stiff() {
      for (int i = 0; i < curvature.length; i++) {
        curvature[i] = StrictMath.pow(10.0, -4.0 * i / 299.0);
      }
    }

    @Override
    public double gradient(double[] x, double[] gradient) {
      double energy = 0.0;
      for (int i = 0; i < x.length; i++) {
        gradient[i] = curvature[i] * x[i];
        energy += 0.5 * curvature[i] * x[i] * x[i];
      }
      return energy;
    }

    @Override
    public void moveTo(double[] x) {
      moves++;
    }

    @Override
    public void divide(double[] v, double[] quotient) {
      for (int i = 0; i < v.length; i++) {
        quotient[i] = v[i] / ((i % 2 == 0 ? 50.0 : 150.0) * curvature[i]);
      }
    }
  }

  @Test
  void aPreconditionerIsAskedAtEveryDirectionAndMovedEveryTenthStep() {
    Stiff stiff = new Stiff();
    LbfgsSettings settings = LbfgsSettings.defaults().withTolerance(1e-9).withMaxStep(100.0);
    double[] start = new double[300];
    Arrays.fill(start, 1.0);
    double[] x = start.clone();
    Lbfgs.Result with = new Lbfgs(300, stiff, settings).minimise(x);
    // The same function without the other face.
    Lbfgs plain = new Lbfgs(300, (y, gradient) -> stiff.gradient(y, gradient), settings);
    Lbfgs.Result without = plain.minimise(start.clone());
    assertThat(with.converged()).isTrue();
    assertThat(with.iterations()).isLessThan(without.iterations() / 10);
    assertThat(stiff.moves).isEqualTo((with.iterations() + 9) / 10);
    for (double value : x) {
      assertThat(value).isCloseTo(0.0, within(1e-3));
    }
  }
}
