package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.network.Architecture.HiddenLayer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
  private static final Architecture DEEP =
      new Architecture(
          2,
          List.of(new HiddenLayer(4, Activation.TANH), new HiddenLayer(3, Activation.RELU)),
          1,
          OutputLayer.LOGISTIC);

  private final Layout two = Network.xor(2, 0.1).layout();
  private final Layout one = Network.xor(1, 0.1).layout();

  static Stream<Layout> layouts() {
    Architecture wide = Architecture.of(3, Activation.ELU, new int[] {4}, 3, OutputLayer.SOFTMAX);
    Architecture none = Architecture.of(3, Activation.ELU, new int[0], 3, OutputLayer.SOFTMAX);
    return Stream.of(
            Layout.byLayer(DEEP),
            Layout.byLayer(wide),
            Layout.byUnit(wide),
            Layout.byLayer(none),
            Network.xor(3, 0.1).layout())
        .flatMap(
            layout ->
                layout.width(layout.layers()) > 1
                    ? Stream.of(layout, layout.centred())
                    : Stream.of(layout));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void everyParameterHasAPlaceAndANameOfItsOwn(Layout layout) {
    Set<Integer> places = new HashSet<>();
    int links = 0;
    for (int l = 1; l <= layout.layers(); l++) {
      for (int j = 0; j < layout.width(l); j++) {
        for (int k = 0; k < layout.width(l - 1); k++) {
          places.add(layout.link(l, j, k));
          assertThat(layout.link(l, j, k))
              .isEqualTo(layout.link(l, j, 0) + k * layout.fromStride(l));
          links++;
        }
        places.add(layout.bias(l, j));
        assertThat(layout.bias(l, j)).isEqualTo(layout.bias(l, 0) + j * layout.biasStride(l));
        links++;
      }
    }
    assertThat(links).isEqualTo(layout.dimension());
    assertThat(places)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, layout.dimension()).boxed().toList());
    assertThat(new HashSet<>(layout.names())).hasSize(layout.dimension());
  }

  @Test
  void orderByUnitIsUnitByUnitThenTheOutputBiases() {
    assertThat(two.isByUnit()).isTrue();
    assertThat(two.dimension()).isEqualTo(12);
    assertThat(two.names())
        .containsExactly(
            "output[0][0]",
            "output[1][0]",
            "hidden[0][0]",
            "hidden[0][1]",
            "hiddenBias[0]",
            "output[0][1]",
            "output[1][1]",
            "hidden[1][0]",
            "hidden[1][1]",
            "hiddenBias[1]",
            "outputBias[0]",
            "outputBias[1]");
    assertThat(two.link(2, 1, 1)).isEqualTo(6);
    assertThat(two.link(1, 1, 0)).isEqualTo(7);
    assertThat(two.bias(1, 1)).isEqualTo(9);
    assertThat(two.bias(2, 1)).isEqualTo(11);
    assertThat(two.unit(1, 1)).containsExactly(5, 6, 7, 8, 9);
  }

  @Test
  void orderByLayerHasTheBiasAfterTheLinks() {
    Layout layout = Layout.byLayer(DEEP);
    assertThat(layout.isByUnit()).isFalse();
    assertThat(layout.architecture()).isEqualTo(DEEP);
    assertThat(layout.dimension()).isEqualTo(4 * 3 + 3 * 5 + 4);
    List<String> names = layout.names();
    assertThat(names.subList(0, 4))
        .containsExactly("link[1][0][0]", "link[1][0][1]", "bias[1][0]", "link[1][1][0]");
    assertThat(names.get(layout.link(2, 1, 3))).isEqualTo("link[2][1][3]");
    assertThat(layout.unit(1, 1)).containsExactly(3, 4, 5, 13, 18, 23);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_000_001})
  void refusesNumbersOfUnitsOutOfRange(int hidden) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.xor(hidden, 0.1))
        .withMessageContaining("units of a hidden layer")
        .withMessageContaining(String.valueOf(hidden));
  }

  @Test
  void refusesPlacesThatAreNotThere() {
    Layout layout = Layout.byLayer(DEEP);
    assertOutside(() -> layout.link(0, 0, 0), "layer is from 1 to 3, not 0");
    assertOutside(() -> layout.bias(4, 0), "layer is from 1 to 3, not 4");
    assertOutside(() -> layout.link(1, 4, 0), "unit is from 0 to 3, not 4");
    assertOutside(() -> layout.link(2, 0, -1), "node below is from 0 to 3, not -1");
    assertOutside(() -> two.link(2, 2, 0), "unit is from 0 to 1, not 2");
    assertOutside(() -> two.link(2, 0, 2), "node below is from 0 to 1, not 2");
    assertOutside(() -> two.link(1, -1, 0), "unit is from 0 to 1, not -1");
    assertOutside(() -> two.bias(1, 2), "unit is from 0 to 1, not 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Layout.byUnit(DEEP))
        .withMessageContaining("one hidden layer, not for 2-4-3-1");
  }

  private static void assertOutside(ThrowingCallable call, String message) {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(call)
        .withMessageContaining(message);
  }

  @Test
  void arrangingPadsWithZeroUnits() {
    double[] x = {1, 2, 3, 4, 5, 6, 7};
    assertThat(two.arrange(x, one)).containsExactly(1, 2, 3, 4, 5, 0, 0, 0, 0, 0, 6, 7);
    assertThat(one.arrange(x, one)).containsExactly(x).isNotSameAs(x);
  }

  @Test
  void arrangingGoesFromOneOrderToTheOther() {
    Layout byLayer = two.byLayer();
    double[] x = IntStream.range(0, 12).asDoubleStream().toArray();
    double[] arranged = byLayer.arrange(x, two);
    assertThat(arranged).containsExactly(2, 3, 4, 7, 8, 9, 0, 5, 10, 1, 6, 11);
    assertThat(two.arrange(arranged, byLayer)).containsExactly(x);
  }

  @Test
  void refusesToArrangeWhatDoesNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.arrange(new double[12], two))
        .withMessageContaining("[2, 2, 2] do not fit into one of [2, 1, 2]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.arrange(new double[7], two))
        .withMessageContaining("12 parameters, not 7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.arrange(new double[31], Layout.byLayer(DEEP)))
        .withMessageContaining("do not fit");
  }

  @Test
  void lengthIsCheckedWithAMessageThatShowsBoth() {
    two.checkLength(new double[12]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.checkLength(new double[] {1.5, 2.5}))
        .withMessageContaining("2-2-2 tanh softmax has 12 parameters, not 2");
  }

  @Test
  void layoutsAreEqualWhenTheyAreTheSame() {
    assertThat(two).isEqualTo(Network.xor(2, 0.7).layout());
    assertThat(two).hasSameHashCodeAs(Network.xor(2, 0.7).layout());
    assertThat(two).isNotEqualTo(one).isNotEqualTo(two.byLayer()).isNotEqualTo(two.centred());
  }
}
