package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.job.RandomStreams;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.testing.Inputs;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTransformationTest {

  private static List<Double> list(double[] x) {
    return Arrays.stream(x).boxed().toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void elementsMakeTheImagesOfTheBruteForceGroup(int hidden) {
    Network network = Network.xor(hidden, 0.1);
    double[] x = Inputs.gaussian(RandomStreams.of(21, hidden), network.dimension());
    Set<List<Double>> images =
        XorGroup.elements(hidden).stream().map(g -> list(g.apply(x))).collect(Collectors.toSet());
    assertThat(images).hasSize(network.symmetry().order().intValueExact());
    assertThat(images)
        .isEqualTo(
            new XorGroup(network)
                .images(x).stream()
                    .map(NetworkTransformationTest::list)
                    .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void productsAndInversesAreThoseOfTheTransformations(int hidden) {
    double[] x = Inputs.gaussian(RandomStreams.of(22, hidden), 5 * hidden + 2);
    List<NetworkTransformation> all = XorGroup.elements(hidden);
    assertThat(new HashSet<>(all)).hasSameSizeAs(all);
    for (NetworkTransformation g : all) {
      assertThat(g.inverse().apply(g.apply(x))).containsExactly(x);
      assertThat(g.after(g.inverse()).isIdentity()).isTrue();
      for (NetworkTransformation h : all) {
        assertThat(g.after(h).apply(x)).containsExactly(g.apply(h.apply(x)));
      }
    }
    assertThat(all).filteredOn(NetworkTransformation::isIdentity).hasSize(1);
  }

  @Test
  void textNamesSwapThenCyclesThenFlips() {
    SignedPermutation none = SignedPermutation.identity(4);
    assertThat(XorGroup.element(false, none)).hasToString("identity");
    assertThat(XorGroup.element(true, none)).hasToString("swap inputs");
    assertThat(XorGroup.element(false, SignedPermutation.flip(4, 2))).hasToString("flip 2");
    assertThat(XorGroup.element(false, SignedPermutation.exchange(4, 1, 3, -1)))
        .hasToString("units (1 3), flip 1 3");
    NetworkTransformation cycle =
        XorGroup.element(
            true, SignedPermutation.of(new int[] {2, 0, 1, 4, 3}, new int[] {1, 1, -1, 1, 1}));
    assertThat(cycle).hasToString("swap inputs, units (0 1 2)(3 4), flip 2");
    double[] x = new double[27];
    x[0] = 7.0;
    // Unit 0 goes to the place of unit 1.
    assertThat(cycle.apply(x)[5]).isEqualTo(7.0);
  }

  @Test
  void textNamesLayersInputsAndOutputs() {
    Architecture deep =
        Architecture.of(3, Activation.TANH, new int[] {2, 3}, 2, OutputLayer.LINEAR);
    NetworkTransformation element =
        new NetworkTransformation(
            Layout.byLayer(deep),
            List.of(
                SignedPermutation.of(new int[] {1, 2, 0}, new int[] {1, -1, 1}),
                SignedPermutation.exchange(2, 0, 1, 1),
                SignedPermutation.flip(3, 2),
                SignedPermutation.exchange(2, 0, 1, -1)));
    assertThat(element)
        .hasToString(
            "inputs (0 2 1), flip inputs 1, layer 1 units (0 1), layer 2 flip 2, swap outputs,"
                + " flip outputs 0 1");
  }

  /** The things permuted are the nodes with either sign. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void permutationsAreThoseOfTheElements(int hidden) {
    List<NetworkTransformation> all = XorGroup.elements(hidden);
    Set<List<Integer>> different = new HashSet<>();
    for (NetworkTransformation g : all) {
      int[] ofG = g.permutation();
      different.add(Arrays.stream(ofG).boxed().toList());
      for (NetworkTransformation h : all) {
        int[] ofH = h.permutation();
        int[] product = Arrays.stream(ofH).map(thing -> ofG[thing]).toArray();
        assertThat(g.after(h).permutation()).containsExactly(product);
      }
    }
    assertThat(different).hasSameSizeAs(all);
  }

  @Test
  void wrongElementsAndPointsAreRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignedPermutation.exchange(3, 0, 1, 0))
        .withMessageContaining("1 or -1");
    NetworkTransformation two = Network.xor(2, 0.1).symmetry().identity();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.apply(new double[7]))
        .withMessageContaining("12 parameters, not 7");
    NetworkTransformation three = Network.xor(3, 0.1).symmetry().identity();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.after(three))
        .withMessageContaining("cannot follow one of another network");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.after(SymmetryGroup.inversion().identity()))
        .withMessageContaining("another network");
  }
}
