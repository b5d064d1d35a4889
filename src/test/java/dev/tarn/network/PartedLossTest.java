package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.DataSet;
import dev.tarn.job.JobRunner;
import dev.tarn.job.RandomStreams;
import dev.tarn.testing.Inputs;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The loss of a large network in parts, on threads of a team, against four examples at a time. */
class PartedLossTest {
  private static final int CLASSES = 3;

  private static DataSet data(int examples, int inputs, double part) {
    RandomGenerator random = RandomStreams.of(3, examples);
    double[] table = new double[examples * inputs];
    for (int i = 0; i < table.length; i++) {
      table[i] = random.nextDouble() < part ? random.nextGaussian() : 0.0;
    }
    int[] labels = new int[examples];
    Arrays.setAll(labels, d -> random.nextInt(CLASSES));
    return DataSet.ofClasses(
        "parts",
        Collections.nCopies(inputs, "x"),
        Collections.nCopies(CLASSES, "c"),
        table,
        labels);
  }

  private static Layout layout(int inputs, int units) {
    return Layout.byLayer(
        Architecture.of(
            inputs, Activation.TANH, new int[] {units, 4}, CLASSES, OutputLayer.SOFTMAX));
  }

  /** Sparse, full and narrow inputs, two and three parts, the last of them not full. */
  @ParameterizedTest
  @CsvSource({"3001,40,7,0.2", "2017,40,33,1.0", "2500,3,5,1.0"})
  void threadsChangeNoBit(int examples, int inputs, int units, double part) {
    Layout layout = layout(inputs, units);
    DataSet data = data(examples, inputs, part);
    int n = layout.dimension();
    double[] x = Inputs.gaussian(RandomStreams.of(4, n), n);
    double[] v = Inputs.gaussian(RandomStreams.of(5, n), n);
    double[][] expected = evaluate(new DenseLoss(layout, data, false), x, v);
    PartedLoss parted = new PartedLoss(layout, data);
    double[][] alone = evaluate(parted, x, v);
    for (int row = 0; row < expected.length; row++) {
      double size = Arrays.stream(expected[row]).map(Math::abs).max().getAsDouble();
      for (int i = 0; i < expected[row].length; i++) {
        assertThat(alone[row][i]).isCloseTo(expected[row][i], within(1e-13 * size));
      }
    }
    for (int threads = 1; threads <= 3; threads++) {
      try (JobRunner.Session<Integer, double[][]> session =
          JobRunner.threads(threads)
              .start(
                  () -> {
                    PartedLoss own = new PartedLoss(layout, data);
                    return job -> evaluate(own, x, v);
                  })) {
        for (int job = 0; job < 5; job++) {
          CompletionStage<double[][]> found = session.submit(job, job);
          CompletableFuture<double[][]> done = found.toCompletableFuture();
          assertThat(done.join()).isDeepEqualTo(alone);
        }
      }
    }
  }

  /** Value twice, gradient, and the product twice, with something else between. */
  private static double[][] evaluate(DataTerm loss, double[] x, double[] v) {
    double[] values = new double[2];
    double[][] rows = {values, new double[x.length], new double[x.length], new double[x.length]};
    values[0] = loss.value(x);
    values[1] = loss.gradient(x, rows[1]);
    loss.hessianProduct(x, v, rows[2]);
    loss.gradient(v, new double[x.length]);
    loss.hessianProduct(x, v, rows[3]);
    assertThat(rows[3]).isEqualTo(rows[2]);
    assertThat(values[1]).isEqualTo(values[0]);
    return rows;
  }

  @ParameterizedTest
  @CsvSource({
    "2000,500,5,false,PartedLoss",
    "2000,500,5,true,BatchedLoss",
    "1999,500,5,false,BatchedLoss",
    "2000,40,5,false,BatchedLoss"
  })
  void largeNetworksGoInParts(
      int examples, int inputs, int units, boolean withHessian, String expected) {
    assertThat(DataTerm.of(layout(inputs, units), data(examples, inputs, 0.1), withHessian))
        .extracting(loss -> loss.getClass().getSimpleName())
        .isEqualTo(expected);
  }
}
