package dev.tarn.certify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.data.DataSet;
import dev.tarn.interval.Ball;
import dev.tarn.interval.Interval;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.surfaces.Himmelblau;
import dev.tarn.surfaces.MuellerBrown;
import dev.tarn.surfaces.SixHumpCamel;
import dev.tarn.testing.Stationary;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two ways to the same derivatives, and the points of other networks and surfaces. */
class EquationsTest {

  private static Network network(Activation activation, OutputLayer output, int... hidden) {
    int outputs = output == OutputLayer.LOGISTIC ? 1 : output == OutputLayer.SOFTMAX ? 3 : 2;
    Architecture architecture = Architecture.of(2, activation, hidden, outputs, output);
    double[] inputs = {0.5, -1.0, 2.0, 0.25, -0.75, 1.5, 1.0, 1.0, 0.0, -2.0};
    List<String> in = List.of("a", "b");
    DataSet data =
        output == OutputLayer.LINEAR
            ? DataSet.ofTargets(
                "t", in, List.of("s", "t"), inputs, new double[] {1, 0, 0.5, -1, 2, 0, 1, 1, 0, 0})
            : DataSet.ofClasses(
                "c",
                in,
                output == OutputLayer.LOGISTIC ? List.of("n", "y") : List.of("u", "v", "w"),
                inputs,
                output == OutputLayer.LOGISTIC
                    ? new int[] {0, 1, 1, 0, 1}
                    : new int[] {0, 1, 2, 0, 1});
    int layers = architecture.layers();
    Vector links = Vector.of(Arrays.copyOf(new double[] {0.01, 0.03, 0.05}, layers));
    Vector biases = Vector.of(Arrays.copyOf(new double[] {0.02, 0.04, 0.06}, layers));
    return Network.of(architecture, new Penalty(links, biases), data);
  }

  /** Equations by kinds, each once, are those of the network written generically. */
  @ParameterizedTest
  @CsvSource({
    "TANH, SOFTMAX",
    "LOGISTIC, SOFTMAX",
    "SOFTPLUS, LINEAR",
    "ELU, LOGISTIC",
    "TANH, LINEAR"
  })
  void kindsAgreeWithForwardDifferentiation(Activation activation, OutputLayer output) {
    Network network = network(activation, output, 2);
    KindEquations kinds = new KindEquations(network, new int[] {1, 1});
    DenseEnergy dense = new DenseEnergy(network);
    Equations generic = dense.equations();
    int free = dense.outputs().free();
    int n = kinds.size();
    // From the order by unit to that by layer.
    int[] order = new int[n];
    for (int j = 0; j < 2; j++) {
      for (int k = 0; k < 3; k++) {
        order[j * 3 + k] = j * kinds.unit() + k;
      }
    }
    for (int k = 0; k < 3; k++) {
      for (int r = 0; r < free; r++) {
        order[6 + k * free + r] = k < 2 ? k * kinds.unit() + 3 + r : 2 * kinds.unit() + r;
      }
    }
    SplittableRandom random = new SplittableRandom(7);
    Interval[] box = new Interval[n];
    Ball[] point = new Ball[n];
    for (int i = 0; i < n; i++) {
      double x = random.nextDouble(-2.0, 2.0);
      box[i] = Interval.around(x, 1e-9);
      point[i] = Ball.of(x);
    }
    Interval[] sortedBox = new Interval[n];
    Ball[] sorted = new Ball[n];
    Arrays.setAll(sortedBox, i -> box[order[i]]);
    Arrays.setAll(sorted, i -> point[order[i]]);
    Ball[] gradient = kinds.gradient(point);
    Ball[] other = generic.gradient(sorted);
    Interval[] hessian = kinds.hessian(box);
    Interval[] otherHessian = generic.hessian(sortedBox);
    assertThat(Boxes.areApart(kinds.energy(point), generic.energy(sorted))).isFalse();
    assertThat(kinds.energy(point).radius()).isLessThan(1e-28);
    for (int i = 0; i < n; i++) {
      assertThat(Boxes.areApart(gradient[order[i]], other[i])).as("gradient %d", i).isFalse();
      assertThat(other[i].radius()).isLessThan(1e-27);
      for (int j = 0; j < n; j++) {
        Interval entry = hessian[order[i] * n + order[j]];
        assertThat(entry.meets(otherHessian[i * n + j])).as("%d %d", i, j).isTrue();
        assertThat(entry.width()).isLessThan(1e-6);
      }
    }
  }

  private static void checkAll(Potential potential, List<PolishedPoint> found) {
    List<StationaryPoint> points = Given.points(potential, found);
    CatalogueProof proof = CatalogueProof.of(potential, points, List.of());
    assertThat(proof.results()).isNotEmpty();
    assertThat(proof.results()).allSatisfy(r -> assertThat(r.reason()).isEmpty());
    for (StationaryPoint point : points) {
      ProvenPoint proven = proof.results().get(point.id() - 1).proven().orElseThrow();
      int apart = point.eigenvalues().length() - proven.eigenvalues().size();
      for (Interval eigenvalue : proven.eigenvalues()) {
        Interval near =
            Interval.around(eigenvalue.middle(), 1e-9 * Math.max(1.0, eigenvalue.magnitude()));
        assertThat(point.eigenvalues().asList()).anyMatch(near::contains);
      }
      assertThat(apart).isNotNegative();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TANH, SOFTMAX",
    "LOGISTIC, SOFTMAX",
    "SOFTPLUS, LINEAR",
    "ELU, LOGISTIC",
    "TANH, LOGISTIC"
  })
  void pointsOfOtherNetworksAreProven(Activation activation, OutputLayer output) {
    for (int[] hidden : new int[][] {{2}, {2, 2}}) {
      Network network = network(activation, output, hidden);
      checkAll(network, Stationary.find(network, 12, 1e-11));
    }
  }

  @Test
  void surfaces() {
    checkAll(new Himmelblau(), Stationary.find(new Himmelblau(), 200, 1e-9));
    checkAll(new MuellerBrown(), Stationary.find(new MuellerBrown(), 100, 1e-7));
    Potential camel = new SixHumpCamel();
    List<PolishedPoint> found = Stationary.find(camel, 300, 1e-12);
    checkAll(camel, found);
    CatalogueProof proof = CatalogueProof.of(camel, Given.points(camel, found), List.of());
    // 8 classes of 15 points (Dixon and Szego, 1978).
    assertThat(proof.proven()).isEqualTo(8);
    assertThat(proof.morseSum()).isEqualTo(BigInteger.ONE);
  }
}
