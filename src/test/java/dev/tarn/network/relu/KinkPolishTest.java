package dev.tarn.network.relu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.job.RandomStreams;
import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Architecture.HiddenLayer;
import dev.tarn.network.KinkedNetworks;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import dev.tarn.testing.Inputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KinkPolishTest {
  private static Network relu(int units, double lambda, DataSet data) {
    Architecture shape =
        Architecture.of(2, Activation.RELU, new int[] {units}, 1, OutputLayer.LOGISTIC);
    return Network.of(shape, Penalty.all(shape, lambda), data);
  }

  private static KinkPolish polish(Network network) {
    return new KinkPolish(KinkedNetworks.of(network), Tolerances.defaults());
  }

  /** What L-BFGS and the polish lead to from random starts. */
  private static List<PolishedPoint> settle(Network network, int starts) {
    Lbfgs minimiser = new Lbfgs(network, LbfgsSettings.defaults());
    KinkPolish polish = polish(network);
    List<PolishedPoint> found = new ArrayList<>();
    for (double[] x : Inputs.random(network, starts)) {
      minimiser.minimise(x);
      found.add(polish.polish(x));
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource({"1, 1e-2", "2, 1e-3", "3, 1e-3", "4, 1e-4"})
  void nothingBesideAMinimumIsLower(int units, double lambda) {
    Network network = relu(units, lambda, DataSets.xor(2));
    List<PolishedPoint> minima =
        settle(network, 60).stream().filter(point -> point.isStationary(0)).toList();
    assertThat(minima).isNotEmpty();
    RandomGenerator random = RandomStreams.of(1, units);
    for (PolishedPoint minimum : minima) {
      assertThat(network.evaluator().energy(minimum.coordinates())).isEqualTo(minimum.energy());
      for (int k = 0; k < 400; k++) {
        double scale = StrictMath.pow(10.0, -5.0 + 4.0 * random.nextDouble());
        double[] beside = minimum.coordinates().clone();
        for (int i = 0; i < beside.length; i++) {
          beside[i] += scale * random.nextGaussian();
        }
        // Far enough for another valley to be reached, a lower energy means nothing.
        if (scale < 1e-3) {
          assertThat(network.evaluator().energy(beside)).isGreaterThan(minimum.energy() - 1e-15);
        }
      }
    }
  }

  /**
   * With {@code c^2} times the targets, the weights but the last bias {@code c} times and that one
   * {@code c^2} times as large, a network with {@code c^2} times the penalty on the former has
   * {@code c^4} times the energy.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0x1p5, 0x1p8})
  void kinksAreFoundWhateverTheScaleOfTheTargets(double c) {
    Network plain = regression(1.0);
    Network large = regression(c);
    KinkPolish polish = polish(large);
    RandomGenerator random = RandomStreams.of(3, 0);
    int onKinks = 0;
    int same = 0;
    for (PolishedPoint point : settle(plain, 25)) {
      double[] start = point.coordinates().clone();
      for (int i = 0; i < start.length; i++) {
        start[i] *= 1.0 + 1e-7 * random.nextGaussian();
      }
      PolishedPoint again = polish(plain).polish(start);
      if (!again.isStationary(0)
          || KinkedNetworks.of(plain).evaluator().kinks(again.coordinates(), 1e-9).isEmpty()) {
        continue;
      }
      onKinks++;
      for (int i = 0; i < start.length; i++) {
        start[i] *= i == plain.layout().bias(2, 0) ? c * c : c;
      }
      PolishedPoint found = polish.polish(start);
      assertThat(found.isStationary(0)).as("%s", found).isTrue();
      same += Math.abs(found.energy() / Math.pow(c, 4.0) - again.energy()) < 1e-9 ? 1 : 0;
    }
    assertThat(onKinks).isGreaterThan(3);
    // Where a kink is left on the way, the next minimum may be another one.
    assertThat(same).isGreaterThan(2 * onKinks / 3);
  }

  private static Network regression(double c) {
    double[] inputs = {0, 0, 1, 0.5, -1, 2, 2, -0.5, 0.5, 1.5, -2, -1, 1.5, 1};
    double[] targets = {0.3, -1.2, 0.8, 1.9, -0.4, 0.1, -0.9};
    double[] scaled = Arrays.stream(targets).map(t -> c * c * t).toArray();
    Architecture shape = Architecture.of(2, Activation.RELU, new int[] {2}, 1, OutputLayer.LINEAR);
    double lambda = 1e-2;
    double larger = c * c * lambda;
    Penalty penalty = new Penalty(Vector.of(larger, larger), Vector.of(larger, lambda));
    DataSet data =
        DataSet.ofTargets("seven points", List.of("a", "b"), List.of("t"), inputs, scaled);
    return Network.of(shape, penalty, data);
  }

  /** Some average of the gradients around the point is zero, as Clarke's condition has it. */
  @Test
  void gradientsAroundAMinimumCancel() {
    Network network = relu(3, 1e-3, DataSets.xor(2));
    int onKinks = 0;
    for (PolishedPoint point : settle(network, 40)) {
      if (!point.isStationary(0)) {
        continue;
      }
      List<Kink> kinks =
          KinkedNetworks.of(network).evaluator().kinks(point.coordinates(), KinkPolish.STANDING);
      onKinks += kinks.isEmpty() ? 0 : 1;
      // The slope of the energy along each axis is not negative, forwards nor backwards.
      for (int i = 0; i < network.dimension(); i++) {
        for (double step : new double[] {1e-6, -1e-6}) {
          double[] beside = point.coordinates().clone();
          beside[i] += step;
          assertThat((network.evaluator().energy(beside) - point.energy()) / 1e-6)
              .isGreaterThan(-1e-8);
        }
      }
      assertThat(point.eigenvalues().length).isLessThanOrEqualTo(network.dimension());
    }
    assertThat(onKinks).isPositive();
  }

  /**
   * One unit, linear output, target 1 at x = 1 and at x = 0: E = (1 - b2 - v max(0, w + b))²/2 + …
   * has, for a strong pull to zero, a minimum where the unit is idle, by hand: b2 = 1/(1 + lambda).
   */
  @Test
  void anIdleUnitIsAMinimumByHand() {
    Architecture shape = Architecture.of(1, Activation.RELU, new int[] {1}, 1, OutputLayer.LINEAR);
    DataSet data =
        DataSet.ofTargets(
            "by hand", List.of("x"), List.of("t"), new double[] {0.0, 1.0}, new double[] {1, 1});
    double lambda = 0.75;
    Network network = Network.of(shape, Penalty.all(shape, lambda), data);
    double[] x = {1e-3, 2e-3, 1e-3, 0.5};
    PolishedPoint point = polish(network).polish(x);
    assertThat(point.isStationary(0)).isTrue();
    double bias = 1.0 / (1.0 + lambda);
    assertThat(point.coordinates()).containsExactly(new double[] {0, 0, 0, bias}, within(1e-12));
    assertThat(point.energy())
        .isCloseTo((1 - bias) * (1 - bias) + lambda * bias * bias, within(1e-15));
  }

  /**
   * At the zero point of XOR the best use of an idle unit lies on a border between pieces; with
   * lambda below max |h|/2 the zero point is no minimum.
   */
  @Test
  void theZeroPointIsAMinimumOnlyWhereNoUnitCanLowerTheEnergy() {
    Network one = relu(1, 1.0, DataSets.xor(2));
    double ratio = IdleUnits.ratio(KinkedNetworks.of(one), new double[5]);
    // Brute force over directions.
    double best = 0.0;
    double[] slopes = {0.125, -0.125, -0.125, 0.125};
    for (int a = 0; a < 720; a++) {
      for (int b = 0; b <= 360; b++) {
        double polar = Math.PI * b / 360.0;
        double around = Math.PI * a / 360.0;
        double u = Math.sin(polar) * Math.cos(around);
        double v = Math.sin(polar) * Math.sin(around);
        double bias = Math.cos(polar);
        double h =
            slopes[0] * Math.max(0, bias)
                + slopes[1] * Math.max(0, bias + v)
                + slopes[2] * Math.max(0, bias + u)
                + slopes[3] * Math.max(0, bias + u + v);
        best = Math.max(best, Math.abs(h));
      }
    }
    assertThat(Math.sqrt(4.0 * ratio)).isCloseTo(best, within(1e-4)).isGreaterThan(best - 1e-9);
    double critical = best / 2.0;
    for (double factor : new double[] {0.9, 1.1}) {
      Network network = relu(2, factor * critical, DataSets.xor(2));
      PolishedPoint zero = polish(network).characterise(new double[network.dimension()]);
      assertThat(zero.converged()).isTrue();
      assertThat(zero.isStationary(0)).isEqualTo(factor > 1.0);
    }
  }

  /**
   * Two units that are active for every example may rotate into each other: those points are
   * degenerate and left out. Any other smooth point is what Newton's method makes of it.
   */
  @Test
  void leavesSmoothNetworksAndPointsAlone() {
    Network network = relu(2, 1e-3, DataSets.moons(40, 0.2, 1));
    StationaryPolish newton = StationaryPolish.newton(network);
    int smooth = 0;
    for (PolishedPoint point : settle(network, 30)) {
      if (point.isStationary(0)
          && KinkedNetworks.of(network).evaluator().kinks(point.coordinates(), 1e-6).isEmpty()) {
        smooth++;
        PolishedPoint again = newton.polish(point.coordinates());
        assertThat(again.converged()).as("%s against %s", again, point).isTrue();
        assertThat(again.index()).isEqualTo(point.index());
        assertThat(again.energy()).isCloseTo(point.energy(), within(1e-14));
      }
    }
    assertThat(smooth).isPositive();
  }

  /** A kink of the second hidden layer is never reported as stationary. */
  @Test
  void kinksOfLaterLayersAreNotJudged() {
    Architecture shape =
        new Architecture(
            2,
            ImmutableList.of(
                new HiddenLayer(2, Activation.TANH), new HiddenLayer(2, Activation.RELU)),
            1,
            OutputLayer.LOGISTIC);
    Network network = Network.of(shape, Penalty.all(shape, 1e-3), DataSets.xor(2));
    for (PolishedPoint point : settle(network, 40)) {
      if (!KinkedNetworks.of(network)
          .evaluator()
          .kinks(point.coordinates(), KinkPolish.STANDING)
          .isEmpty()) {
        assertThat(point.converged()).isFalse();
      }
    }
    assertThat(polish(network).characterise(new double[network.dimension()]).converged()).isFalse();
  }

  @Test
  void theSameStartGivesTheSameBits() {
    Network network = relu(3, 1e-3, DataSets.xor(2));
    List<PolishedPoint> once = settle(network, 10);
    List<PolishedPoint> again = settle(network, 10);
    for (int k = 0; k < once.size(); k++) {
      assertThat(again.get(k).coordinates()).isEqualTo(once.get(k).coordinates());
      assertThat(Arrays.toString(again.get(k).eigenvalues()))
          .isEqualTo(Arrays.toString(once.get(k).eigenvalues()));
    }
  }
}
