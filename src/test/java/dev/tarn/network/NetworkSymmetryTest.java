package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.primitives.ImmutableIntArray;
import dev.tarn.job.RandomStreams;
import dev.tarn.testing.Inputs;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkSymmetryTest {

  private static List<Double> list(double[] x) {
    return Arrays.stream(x).boxed().toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void elementsMakeTheImagesOfTheBruteForceGroup(int hidden) {
    XorNetwork network = new XorNetwork(hidden, 0.1);
    double[] x = Inputs.gaussian(RandomStreams.of(21, hidden), network.dimension());
    Set<List<Double>> images =
        XorGroup.elements(hidden).stream().map(g -> list(g.apply(x))).collect(Collectors.toSet());
    assertThat(images).hasSize(network.symmetry().order().intValueExact());
    assertThat(images)
        .isEqualTo(
            new XorGroup(network)
                .images(x).stream().map(NetworkSymmetryTest::list).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void productsAndInversesAreThoseOfTheTransformations(int hidden) {
    double[] x = Inputs.gaussian(RandomStreams.of(22, hidden), 5 * hidden + 2);
    List<NetworkSymmetry> all = XorGroup.elements(hidden);
    assertThat(new HashSet<>(all)).hasSameSizeAs(all);
    for (NetworkSymmetry g : all) {
      assertThat(g.inverse().apply(g.apply(x))).containsExactly(x);
      assertThat(g.after(g.inverse()).isIdentity()).isTrue();
      for (NetworkSymmetry h : all) {
        assertThat(g.after(h).apply(x)).containsExactly(g.apply(h.apply(x)));
      }
    }
    assertThat(all).filteredOn(NetworkSymmetry::isIdentity).hasSize(1);
  }

  @Test
  void textNamesSwapThenCyclesThenFlips() {
    assertThat(NetworkSymmetry.identity(4)).hasToString("identity");
    assertThat(NetworkSymmetry.swapInputs(4)).hasToString("swap inputs");
    assertThat(NetworkSymmetry.flip(4, 2)).hasToString("flip 2");
    assertThat(NetworkSymmetry.exchange(4, 1, 3, -1)).hasToString("units (1 3), flip 1 3");
    NetworkSymmetry cycle =
        NetworkSymmetry.of(true, new int[] {2, 0, 1, 4, 3}, new int[] {1, 1, -1, 1, 1});
    assertThat(cycle).hasToString("swap inputs, units (0 1 2)(3 4), flip 2");
    double[] x = new double[27];
    x[0] = 7.0;
    // Unit 0 goes to the place of unit 1.
    assertThat(cycle.apply(x)[5]).isEqualTo(7.0);
  }

  @Test
  void wrongElementsAndPointsAreRejected() {
    ImmutableIntArray ones = ImmutableIntArray.of(1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetworkSymmetry(false, ImmutableIntArray.of(0, 0), ones))
        .withMessageContaining("permutation of 0 to 1, not [0, 0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetworkSymmetry(false, ImmutableIntArray.of(0, 2), ones));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetworkSymmetry(false, ImmutableIntArray.of(0, -1), ones));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetworkSymmetry(false, ImmutableIntArray.of(0), ones))
        .withMessageContaining("1 numbers that are 1 or -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NetworkSymmetry.exchange(3, 0, 1, 0))
        .withMessageContaining("1 or -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NetworkSymmetry.identity(2).apply(new double[7]))
        .withMessageContaining("2 hidden units does not act on 7 parameters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NetworkSymmetry.identity(2).after(NetworkSymmetry.identity(3)))
        .withMessageContaining("cannot follow one of 3");
  }
}
