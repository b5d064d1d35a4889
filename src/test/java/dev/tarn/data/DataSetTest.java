package dev.tarn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.potential.Vector;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetTest {
  private static final List<String> XY = List.of("x", "y");
  private static final List<String> AB = List.of("a", "b");

  private static DataSet small() {
    return DataSet.ofClasses("small", XY, AB, new double[] {1, 7, 2, 7, 6, 7}, new int[] {1, 0, 1});
  }

  private static void assertRefused(double[] inputs, int[] classes, String... messages) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSet.ofClasses("bad", XY, AB, inputs, classes))
        .satisfies(e -> assertThat(e).hasMessageContainingAll(messages));
  }

  @Test
  void badClassesAreRefused() {
    assertRefused(new double[0], new int[0], "no examples", "at least 1");
    assertRefused(new double[3], new int[2], "2 examples of 2 inputs need 4 numbers, not 3");
    assertRefused(new double[4], new int[] {0, 2}, "class of example 2", "from 0 to 1, not 2");
    assertRefused(new double[4], new int[] {-1, 0}, "class of example 1", "not -1");
    assertRefused(
        new double[] {0, 0, 0, Double.NaN}, new int[] {0, 1}, "y of example 2 is NaN", "finite");
    assertRefused(
        new double[] {Double.NEGATIVE_INFINITY, 0}, new int[] {0}, "x of example 1 is -Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSet.ofClasses("bad", XY, List.of("a"), new double[2], new int[] {0}))
        .withMessageContaining("at least 2 classes, not 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSet.ofClasses("bad", List.of(), AB, new double[0], new int[2]))
        .withMessageContaining("no inputs");
  }

  @Test
  void badTargetsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSet.ofTargets("bad", XY, AB, new double[2], new double[3]))
        .withMessageContaining("1 examples of 2 targets need 2 numbers, not 3");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DataSet.ofTargets(
                    "bad", XY, AB, new double[2], new double[] {1, Double.POSITIVE_INFINITY}))
        .withMessageContaining("b of example 1 is Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSet.ofTargets("bad", XY, List.of(), new double[2], new double[0]))
        .withMessageContaining("no targets");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSet.ofTargets("bad", List.of(), AB, new double[0], new double[0]))
        .withMessageContaining("no inputs");
  }

  @Test
  void whatGoesInComesOut() {
    double[] inputs = {1, 7, 2, 7, 6, 7};
    int[] classes = {1, 0, 1};
    DataSet data = DataSet.ofClasses("small", XY, AB, inputs, classes);
    inputs[0] = 99;
    classes[0] = 0;
    assertThat(data.examples()).isEqualTo(3);
    assertThat(data.inputs()).isEqualTo(2);
    assertThat(data.input(2)).containsExactly(6, 7);
    assertThat(data.input(0, 0)).isEqualTo(1.0);
    assertThat(data.classOf(0)).isEqualTo(1);
    assertThat(data.classesPresent()).isEqualTo(2);
    assertThat(data.select(0, 2).classesPresent()).isEqualTo(1);
    DataSet targets = data.withTargets();
    assertThat(targets.target(0, 0)).isZero();
    assertThat(targets.target(0, 1)).isOne();
    assertThatIllegalStateException()
        .isThrownBy(() -> targets.classOf(0))
        .withMessageContaining("targets, not classes");
    assertThat(targets.select(2, 1).target(1, 0)).isOne();
  }

  @Test
  void standardisedInputsHaveMeanZeroAndDeviationOne() {
    DataSet raw = DataSets.moons(101, 0.3, 5);
    Standardisation by = Standardisation.of(raw);
    DataSet data = raw.standardised(by);
    assertThat(data.standardisation()).contains(by);
    assertThat(raw.standardisation()).isEmpty();
    for (int k = 0; k < 2; k++) {
      double sum = 0.0;
      double squares = 0.0;
      for (int d = 0; d < data.examples(); d++) {
        sum += data.input(d, k);
        squares += data.input(d, k) * data.input(d, k);
        assertThat(by.apply(raw.input(d))).containsExactly(data.input(d));
      }
      assertThat(sum).isCloseTo(0.0, within(1e-12));
      assertThat(squares / data.examples()).isCloseTo(1.0, within(1e-12));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> data.standardised(by))
        .withMessageContaining("already");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> by.apply(new double[3]))
        .withMessageContaining("2 inputs, not 3");
  }

  @Test
  void targetsAreStandardisedWhereThatIsAskedFor() {
    double[] inputs = {1.0, 2.0, 3.0};
    double[] values = {100.0, 300.0, 800.0};
    DataSet raw = DataSet.ofTargets("t", List.of("x"), List.of("y"), inputs, values);
    assertThat(raw.standardised(Standardisation.of(raw)).target(2, 0)).isEqualTo(800.0);
    Standardisation by = Standardisation.of(raw).withTargets(raw);
    DataSet scaled = raw.standardised(by);
    // Mean 400, variance (300^2 + 100^2 + 400^2) / 3.
    double deviation = Math.sqrt(260_000.0 / 3.0);
    assertThat(scaled.target(0, 0)).isCloseTo(-300.0 / deviation, within(1e-14));
    assertThat(scaled.target(2, 0)).isCloseTo(400.0 / deviation, within(1e-14));
    assertThat(by.targets().orElseThrow().means().get(0)).isEqualTo(400.0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> by.withTargets(small()))
        .withMessageContaining("no targets");
  }

  @Test
  void aConstantInputIsOnlyShifted() {
    DataSet data = small().standardised(Standardisation.of(small()));
    assertThat(data.input(0, 1)).isZero();
    assertThat(data.input(2, 1)).isZero();
    // The first input has mean 3 and deviation sqrt(14/3).
    assertThat(data.input(2, 0)).isCloseTo(3.0 / Math.sqrt(14.0 / 3.0), within(1e-15));
  }

  @Test
  void badStandardisationsAreRefused() {
    Vector one = Vector.of(1.0);
    for (double bad : new double[] {0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Standardisation(one, Vector.of(bad)))
          .withMessageContaining(bad + " of input 0");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Standardisation(Vector.of(Double.NaN), one))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Standardisation(one, Vector.of(1.0, 1.0)))
        .withMessageContaining("1 means but 2");
  }

  @Test
  void splitKeepsTheSharesOfTheClasses() {
    DataSet data = DataSets.spirals(40, 3, 1.0, 0.0, 1);
    DataSplit split = DataSplit.of(data, 0.25, RandomStreams.of(7, 0));
    assertThat(split.test().examples()).isEqualTo(30);
    assertThat(split.training().examples()).isEqualTo(90);
    for (int c = 0; c < 3; c++) {
      int label = c;
      assertThat(IntStream.range(0, 30).filter(d -> split.test().classOf(d) == label)).hasSize(10);
    }
    List<Double> both =
        IntStream.range(0, 120)
            .mapToObj(d -> d < 30 ? split.test().input(d, 0) : split.training().input(d - 30, 0))
            .toList();
    assertThat(both)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 120).mapToObj(d -> data.input(d, 0)).toList());
    DataSplit again = DataSplit.of(data, 0.25, RandomStreams.of(7, 0));
    assertThat(again.test().table()).containsExactly(split.test().table());
    DataSplit other = DataSplit.of(data, 0.25, RandomStreams.of(8, 0));
    assertThat(other.test().table()).isNotEqualTo(split.test().table());
  }

  @Test
  void splitOfTargetsDividesThemAll() {
    DataSplit split =
        DataSplit.of(DataSets.moons(20, 0.0, 1).withTargets(), 0.5, RandomStreams.of(1, 0));
    assertThat(split.test().examples()).isEqualTo(10);
    assertThat(split.training().hasClasses()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, 1.0, -0.1, Double.NaN})
  void sharesOutOfRangeAreRefused(double share) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSplit.of(small(), share, RandomStreams.of(1, 0)))
        .withMessageContaining("between 0 and 1, not " + share);
  }

  @Test
  void emptyPartsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSplit.of(small(), 0.01, RandomStreams.of(1, 0)))
        .withMessageContaining("3 examples leave none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> small().select())
        .withMessageContaining("no examples");
  }
}
