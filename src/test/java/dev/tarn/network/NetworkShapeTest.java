package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.network.Architecture.HiddenLayer;
import dev.tarn.potential.Vector;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Architectures, their parameters and penalties, and what does not fit together. */
class NetworkShapeTest {
  private static final Architecture SHAPE =
      new Architecture(
          2,
          List.of(new HiddenLayer(4, Activation.TANH), new HiddenLayer(3, Activation.RELU)),
          1,
          OutputLayer.LOGISTIC);

  private static Architecture shape(int inputs, int outputs, OutputLayer output, int... hidden) {
    return Architecture.of(inputs, Activation.TANH, hidden, outputs, output);
  }

  private static void assertRefused(ThrowingCallable call, String... messages) {
    assertThatIllegalArgumentException()
        .isThrownBy(call)
        .satisfies(e -> assertThat(e).hasMessageContainingAll(messages));
  }

  @Test
  void badArchitecturesAreRefused() {
    assertRefused(() -> new HiddenLayer(0, Activation.ELU), "units of a hidden layer", "not 0");
    assertRefused(() -> shape(2, 2, OutputLayer.SOFTMAX, 3, 0), "not 0");
    assertRefused(() -> shape(0, 2, OutputLayer.SOFTMAX), "inputs", "not 0");
    assertRefused(() -> shape(1_000_001, 2, OutputLayer.SOFTMAX), "inputs", "not 1000001");
    assertRefused(() -> shape(2, -1, OutputLayer.LINEAR), "outputs", "not -1");
    assertRefused(() -> shape(2, 1, OutputLayer.SOFTMAX), "at least 2, not 1");
    assertRefused(() -> shape(2, 2, OutputLayer.LOGISTIC), "1 node, not 2");
    assertRefused(
        () -> shape(1_000_000, 2, OutputLayer.SOFTMAX, 1000), "at most 100000000", "1000003002");
  }

  @Test
  void architecturesSpeakForThemselves() {
    assertThat(SHAPE).hasToString("2-4-3-1 tanh,relu logistic");
    assertThat(shape(2, 2, OutputLayer.SOFTMAX, 3, 3)).hasToString("2-3-3-2 tanh softmax");
    assertThat(shape(2, 1, OutputLayer.LINEAR)).hasToString("2-1 linear");
    assertThat(SHAPE.widths()).containsExactly(2, 4, 3, 1);
    assertThat(SHAPE.layers()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
  void coefficientsOutOfRangeAreRefused(double coefficient) {
    assertRefused(() -> Penalty.all(SHAPE, coefficient), "from 0 on, not " + coefficient);
    assertRefused(() -> Penalty.links(SHAPE, coefficient), "from 0 on, not " + coefficient);
  }

  @Test
  void penaltiesCoverWhatTheySay() {
    assertThat(Penalty.all(SHAPE, 0.5).biases().asList()).containsOnly(0.5);
    assertThat(Penalty.links(SHAPE, 0.5).links().asList()).containsOnly(0.5);
    assertThat(Penalty.links(SHAPE, 0.5).biases().asList()).containsOnly(0.0);
    assertThat(Penalty.none(SHAPE).links().asList()).containsOnly(0.0);
    assertRefused(() -> new Penalty(Vector.of(1.0), Vector.of(1.0, 2.0)), "not 1 and 2");
    assertRefused(() -> new Penalty(Vector.of(), Vector.of()), "not 0 and 0");
  }

  @Test
  void penaltiesKnowTheirLambda() {
    assertThat(Penalty.of(SHAPE, 0.5, Regularisation.ALL)).isEqualTo(Penalty.all(SHAPE, 0.5));
    assertThat(Penalty.of(SHAPE, 0.5, Regularisation.LINKS)).isEqualTo(Penalty.links(SHAPE, 0.5));
    assertThat(Penalty.all(SHAPE, 0.5).lambda()).hasValue(0.5);
    assertThat(Penalty.links(SHAPE, 0.5).lambda()).hasValue(0.5);
    assertThat(Penalty.all(SHAPE, 0.5).regularisation()).contains(Regularisation.ALL);
    assertThat(Penalty.links(SHAPE, 0.5).regularisation()).contains(Regularisation.LINKS);
    assertThat(Penalty.all(SHAPE, 0.5).coversEverything()).isTrue();
    assertThat(Penalty.links(SHAPE, 0.5).coversEverything()).isFalse();
    Vector same = Vector.of(1e-3, 1e-3, 1e-3);
    Vector several = Vector.of(1e-3, 1e-3, 1e-4);
    for (Penalty each : List.of(new Penalty(several, same), new Penalty(same, several))) {
      assertThat(each.lambda()).isEmpty();
      assertThat(each.regularisation()).isEmpty();
      assertThat(each.coversEverything()).isTrue();
    }
  }

  @Test
  void architecturesOfOneLayerChangeTheirWidth() {
    Architecture one = shape(2, 2, OutputLayer.SOFTMAX, 3);
    assertThat(one.units()).isEqualTo(3);
    assertThat(one.withUnits(5)).isEqualTo(shape(2, 2, OutputLayer.SOFTMAX, 5));
    assertRefused(() -> SHAPE.units(), "one hidden layer is wanted, not 2-4-3-1");
    assertRefused(() -> SHAPE.withUnits(2), "one hidden layer is wanted");
    assertRefused(() -> one.withUnits(0), "not 0");
  }

  @Test
  void dataThatDoNotFitAreRefused() {
    DataSet xor = DataSets.xor(2);
    assertMisfit(shape(3, 2, OutputLayer.SOFTMAX, 2), xor, "has 3 inputs, the data \"XOR\" have 2");
    assertMisfit(shape(2, 3, OutputLayer.SOFTMAX, 2), xor, "have 2 classes", "is for 3");
    assertMisfit(
        shape(2, 1, OutputLayer.LOGISTIC), DataSets.spirals(3, 3, 1, 0, 1), "3 classes", "for 2");
    assertMisfit(shape(2, 2, OutputLayer.LINEAR), xor, "targets, not classes", "withTargets");
    assertMisfit(
        shape(2, 2, OutputLayer.SOFTMAX), xor.withTargets(), "softmax outputs need classes");
    assertMisfit(shape(2, 3, OutputLayer.LINEAR), xor.withTargets(), "have 2 targets", "is for 3");
    assertMisfit(
        shape(2, 2, OutputLayer.SOFTMAX), xor.select(0, 3), "of class 0", "at least 2 classes");
    assertRefused(
        () -> Network.of(SHAPE, Penalty.all(shape(2, 2, OutputLayer.LINEAR), 1), xor),
        "for 1 layers",
        "has 3");
  }

  private static void assertMisfit(Architecture shape, DataSet data, String... messages) {
    assertRefused(() -> Network.of(shape, Penalty.all(shape, 0.1), data), messages);
  }

  @Test
  void labelsAreThoseOfTheConstants() {
    for (Activation activation : Activation.values()) {
      assertThat(Activation.of(activation.label())).isEqualTo(activation);
    }
    for (OutputLayer output : OutputLayer.values()) {
      assertThat(OutputLayer.of(output.label())).isEqualTo(output);
    }
    assertRefused(
        () -> Activation.of("sine"), "tanh, logistic, elu, softplus, relu", "not \"sine\"");
    assertRefused(() -> OutputLayer.of("Tanh"), "softmax, logistic, linear", "not \"Tanh\"");
  }

  @Test
  void badSignedPermutationsAreRefused() {
    assertRefused(
        () -> SignedPermutation.of(new int[] {0, 0}, new int[] {1, 1}), "permutation", "[0, 0]");
    assertRefused(() -> SignedPermutation.of(new int[] {0}, new int[] {2}), "1 or -1, not [2]");
    assertRefused(() -> SignedPermutation.of(new int[] {0}, new int[] {}), "1 numbers");
    assertRefused(
        () -> SignedPermutation.identity(2).after(SignedPermutation.identity(3)), "3 and of 2");
    NetworkTransformation one = NetworkTransformation.identity(Layout.byLayer(SHAPE));
    NetworkTransformation two =
        NetworkTransformation.identity(Layout.byLayer(shape(2, 2, OutputLayer.LINEAR)));
    assertRefused(() -> one.after(two), "another network");
    assertRefused(() -> one.apply(new double[3]), "31 parameters, not 3");
    assertThat(Collections.nCopies(2, one).get(1).equals(two)).isFalse();
  }
}
