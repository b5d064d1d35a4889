package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.data.DataSplit;
import dev.tarn.data.Standardisation;
import dev.tarn.job.RandomStreams;
import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.network.relu.KinkedNetwork;
import dev.tarn.testing.Inputs;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkEvaluatorTest {

  private static Network network(DataSet data, OutputLayer output, int outputs) {
    Architecture shape = Architecture.of(2, Activation.TANH, new int[] {3}, outputs, output);
    return Network.of(shape, Penalty.all(shape, 1e-4), data);
  }

  @Test
  void bothFormsOfTheXorNetworkAnswerAlike() {
    Network xor = Network.xor(3, 1e-4);
    Network general = Network.general(xor.architecture(), xor.penalty(), xor.data());
    NetworkEvaluator fast = xor.evaluator();
    NetworkEvaluator slow = general.evaluator();
    double[] input = {0.3, -0.7};
    for (double[] x : Inputs.random(xor, 20)) {
      double[] y = general.layout().arrange(x, xor.layout());
      double[] p = slow.answer(y, input);
      assertThat(fast.answer(x, input)).containsExactly(p, within(1e-13));
      assertThat(p[0] + p[1]).isCloseTo(1.0, within(1e-15));
      assertThat(fast.meanLoss(x, xor.data()))
          .isCloseTo(slow.meanLoss(y, xor.data()), within(1e-13));
      assertThat(fast.sumGradient(x, 1)).containsExactly(slow.sumGradient(y, 1));
      assertThat(xor.capability(KinkedNetwork.class)).isEmpty();
    }
  }

  /** Two hidden layers of two ReLU units: the first unit of each is alive, the others are not. */
  @Test
  void aUnitIsLiveIfWhatItPassesOnTellsExamplesApart() {
    Architecture shape =
        Architecture.of(2, Activation.RELU, new int[] {2, 2}, 1, OutputLayer.LOGISTIC);
    DataSet data = DataSets.xor(2);
    Network network = Network.of(shape, Penalty.none(shape), data);
    Layout layout = network.layout();
    double[] x = new double[network.dimension()];
    x[layout.link(1, 0, 0)] = 1.0;
    x[layout.link(2, 0, 0)] = 1.0;
    x[layout.link(3, 0, 0)] = 1.0;
    // Its value changes, but nothing listens.
    x[layout.link(1, 1, 1)] = 1.0;
    // It is listened to, but its sum is negative for every example.
    x[layout.link(2, 1, 0)] = 1.0;
    x[layout.bias(2, 1)] = -5.0;
    x[layout.link(3, 0, 1)] = 1.0;
    NetworkEvaluator evaluator = network.evaluator();
    assertThat(evaluator.liveUnits(x, data)).isEqualTo(2);
    x[layout.bias(2, 1)] = 0.0;
    assertThat(evaluator.liveUnits(x, data)).isEqualTo(3);
    x[layout.link(2, 0, 1)] = 1e-7;
    assertThat(evaluator.liveUnits(x, data)).isEqualTo(3);
    x[layout.link(2, 0, 1)] = 1e-5;
    assertThat(evaluator.liveUnits(x, data)).isEqualTo(4);
    assertThat(evaluator.liveUnits(new double[x.length], data)).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> evaluator.liveUnits(new double[3], data));
    // In either order of the parameters.
    Network xor = Network.xor(3, 1e-4);
    Network general = Network.general(xor.architecture(), xor.penalty(), xor.data());
    double[] y = new double[xor.dimension()];
    y[xor.layout().link(1, 2, 0)] = 1.0;
    y[xor.layout().link(2, 1, 2)] = 1.0;
    assertThat(xor.evaluator().liveUnits(y, data)).isEqualTo(1);
    assertThat(general.evaluator().liveUnits(general.layout().arrange(y, xor.layout()), data))
        .isEqualTo(1);
  }

  @Test
  void lossIsTheMeanOfTheLogarithmsOfTheProbabilities() {
    DataSet data = DataSets.moons(15, 0.2, 1);
    for (OutputLayer output : List.of(OutputLayer.SOFTMAX, OutputLayer.LOGISTIC)) {
      Network network = network(data, output, output == OutputLayer.SOFTMAX ? 2 : 1);
      NetworkEvaluator predictor = network.evaluator();
      double[] x = Inputs.gaussian(RandomStreams.of(1, 0), network.dimension());
      double sum = 0.0;
      int right = 0;
      for (int d = 0; d < 15; d++) {
        double p = predictor.answer(x, data.input(d))[data.classOf(d)];
        sum -= StrictMath.log(p);
        right += p > 0.5 ? 1 : 0;
      }
      assertThat(predictor.meanLoss(x, data)).isCloseTo(sum / 15, within(1e-14));
      assertThat(predictor.accuracy(x, data)).isEqualTo(right / 15.0);
      double squares = Arrays.stream(x).map(w -> w * w).sum();
      assertThat(network.evaluator().energy(x)).isCloseTo(sum / 15 + 1e-4 * squares, within(1e-14));
    }
  }

  @Test
  void aTrainedNetworkTellsTheMoonsApart() {
    DataSplit split = DataSplit.of(DataSets.moons(200, 0.1, 1), 0.3, RandomStreams.of(1, 1));
    Standardisation by = Standardisation.of(split.training());
    Network network = network(split.training().standardised(by), OutputLayer.LOGISTIC, 1);
    double[] x = Inputs.gaussian(RandomStreams.of(2, 0), network.dimension());
    new Lbfgs(network, LbfgsSettings.defaults()).minimise(x, 2000);
    NetworkEvaluator predictor = network.evaluator();
    DataSet test = split.test().standardised(by);
    assertThat(predictor.accuracy(x, test)).isGreaterThan(0.95);
    assertThat(predictor.meanLoss(x, test)).isLessThan(0.15);
    // A raw point of the lower moon.
    assertThat(predictor.predictedClass(x, by.apply(new double[] {1.0, -0.5}))).isOne();
    DataSet oneClass = test.select(0);
    assertThat(predictor.accuracy(x, oneClass)).isIn(0.0, 1.0);
  }

  @Test
  void linearOutputsAreWhatTheyAre() {
    Network network = network(DataSets.xor(2).withTargets(), OutputLayer.LINEAR, 2);
    NetworkEvaluator predictor = network.evaluator();
    double[] x = new double[network.dimension()];
    x[network.layout().bias(2, 0)] = 0.75;
    x[network.layout().bias(2, 1)] = -2.0;
    assertThat(predictor.answer(x, new double[] {1, 1})).containsExactly(0.75, -2.0);
    // Half of the targets are (1, 0), half (0, 1).
    double loss = 0.5 * (0.25 * 0.25 + 4.0) + 0.5 * (0.75 * 0.75 + 9.0);
    assertThat(predictor.meanLoss(x, network.data())).isEqualTo(loss);
    assertThatIllegalStateException()
        .isThrownBy(() -> predictor.predictedClass(x, new double[2]))
        .withMessageContaining("no probabilities");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Network network = network(DataSets.xor(2), OutputLayer.SOFTMAX, 2);
    NetworkEvaluator predictor = network.evaluator();
    double[] x = new double[network.dimension()];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> predictor.answer(x, new double[3]))
        .withMessageContaining("2 inputs, not 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> predictor.answer(new double[3], new double[2]))
        .withMessageContaining("not 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> predictor.accuracy(x, DataSets.xor(3)))
        .withMessageContaining("have 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> predictor.meanLoss(x, DataSets.xor(3)))
        .withMessageContaining("have 3");
  }
}
