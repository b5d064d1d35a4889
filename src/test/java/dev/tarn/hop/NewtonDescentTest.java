package dev.tarn.hop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.SymmetricEigen;
import dev.tarn.linear.Vectors;
import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.network.Network;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Reduction;
import dev.tarn.potential.space.NewtonModel;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The last part of a quench of the XOR networks. */
class NewtonDescentTest {
  private static final LbfgsSettings END = LbfgsSettings.defaults().withTolerance(1e-9);

  private static Potential reduced(int hidden, double lambda) {
    return Network.xor(hidden, lambda).reduction().map(Reduction::potential).orElseThrow();
  }

  private static NewtonModel model(Potential potential) {
    return potential.capability(NewtonModel.Source.class).orElseThrow().newtonModel();
  }

  @Property(tries = 100, seed = "12")
  void theModelIsThePotential(
      @ForAll @IntRange(min = 1, max = 5) int hidden,
      @ForAll @DoubleRange(min = -6.0, max = -1.0) double decade,
      @ForAll long seed) {
    Potential potential = reduced(hidden, StrictMath.pow(10.0, decade));
    int n = potential.dimension();
    RandomGenerator random = RandomStreams.of(seed, hidden);
    double[] x = new double[n];
    Arrays.setAll(x, i -> 2.0 * random.nextGaussian());
    NewtonModel model = model(potential);
    Evaluator evaluator = potential.evaluator();
    double[] gradient = new double[n];
    double[] expected = new double[n];
    double[] hessian = new double[n * n];

    double energy = model.moveTo(x, gradient);
    model.take();
    double bound = model.norm();

    double reference = evaluator.hessian(x, expected, hessian);
    assertThat(energy).isCloseTo(reference, within(1e-14 * (1.0 + reference)));
    assertThat(gradient).containsExactly(expected, within(1e-14 * (1.0 + Vectors.norm(expected))));
    assertThat(bound).isGreaterThanOrEqualTo(Vectors.norm(hessian) * (1.0 - 1e-12));
    SymmetricEigen eigen = new SymmetricEigen(n);
    eigen.decomposeValues(hessian.clone());
    double lowest = eigen.values()[0];
    double margin = 1e-6 * (1.0 + bound);
    double[] step = new double[n];
    assertThat(model.solve(gradient, -lowest - margin, step)).isFalse();
    assertThat(model.solve(gradient, -lowest + margin, step)).isTrue();
  }

  @Property(tries = 200, seed = "7")
  void goesDownToWhereNothingLeadsDown(
      @ForAll @IntRange(min = 1, max = 6) int hidden,
      @ForAll @DoubleRange(min = -6.0, max = -1.0) double decade,
      @ForAll @DoubleRange(min = -2.0, max = 0.5) double size,
      @ForAll long seed) {
    Potential potential = reduced(hidden, StrictMath.pow(10.0, decade));
    int n = potential.dimension();
    RandomGenerator random = RandomStreams.of(seed, hidden);
    double[] x = new double[n];
    Arrays.setAll(x, i -> StrictMath.pow(10.0, size) * random.nextGaussian());
    Evaluator evaluator = potential.evaluator();
    double[] gradient = new double[n];
    double start = evaluator.gradient(x, gradient);

    new NewtonDescent(potential, model(potential), END).newton(x);

    double[] hessian = new double[n * n];
    double end = evaluator.hessian(x, gradient, hessian);
    assertThat(end).isLessThanOrEqualTo(start + 1e-14);
    assertThat(Vectors.rms(gradient)).isLessThan(1e-8);
    SymmetricEigen eigen = new SymmetricEigen(n);
    eigen.decomposeValues(hessian);
    assertThat(eigen.values()[0]).isGreaterThan(-1e-8);
  }

  /** The best network of two units, with one of zeros, is a saddle of index 1. */
  @Test
  void leavesASaddleDownhill() {
    double[] two =
        new BasinHopping(Network.xor(2, 1e-2), HopSettings.defaults())
            .run(RandomStreams.of(1, 0), HopLimits.steps(20), step -> {})
            .best()
            .orElseThrow()
            .coordinates();
    double[] saddle = new double[two.length + 5];
    // Unit by unit, and the output biases at the end.
    System.arraycopy(two, 0, saddle, 0, two.length - 2);
    System.arraycopy(two, two.length - 2, saddle, saddle.length - 2, 2);
    Network network = Network.xor(3, 1e-2);
    Reduction reduction = network.reduction().orElseThrow();
    StationaryPolish polish = StationaryPolish.newton(network);
    double energy = polish.characterise(saddle).energy();
    assertThat(polish.characterise(saddle).index()).isEqualTo(1);
    double[] mode = new double[saddle.length];
    polish.lowestMode(saddle, mode);
    for (double side : new double[] {-1e-3, 1e-3}) {
      double[] x = saddle.clone();
      Vectors.add(x, side, mode);
      double[] reduced = reduction.reduce(x);
      new NewtonDescent(reduction.potential(), model(reduction.potential()), END).newton(reduced);
      PolishedPoint end = polish.polish(reduction.lift(reduced));
      assertThat(end.index()).isZero();
      assertThat(end.energy()).isLessThan(energy - 1e-3);
    }
  }

  /** But for the few points where one of them ends at a saddle. */
  @Test
  void endsAtTheSameMinimaAsLbfgsFromNearThem() {
    Potential potential = reduced(3, 1e-4);
    int n = potential.dimension();
    Lbfgs near = new Lbfgs(potential, END.withTolerance(1e-5));
    Lbfgs whole = new Lbfgs(potential, END);
    NewtonDescent newton = new NewtonDescent(potential, model(potential), END);
    RandomGenerator random = RandomStreams.of(3, 0);
    int same = 0;
    for (int k = 0; k < 200; k++) {
      double[] x = new double[n];
      for (int i = 0; i < n; i++) {
        x[i] = random.nextDouble(-2.0, 2.0);
      }
      near.minimise(x);
      double[] y = x.clone();
      newton.newton(x);
      double energy = whole.minimise(y).energy();
      double higher = potential.evaluator().energy(x) - energy;
      if (Math.abs(higher) < 1e-12 && Vectors.distance(x, y) < 1e-3) {
        same++;
      }
    }
    assertThat(same).isGreaterThan(190);
  }
}
