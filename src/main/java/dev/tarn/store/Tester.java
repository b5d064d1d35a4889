package dev.tarn.store;

import dev.tarn.data.DataSet;
import dev.tarn.network.DenseNetwork;
import dev.tarn.network.DensePredictor;
import dev.tarn.network.NetworkModel;
import dev.tarn.potential.Vector;
import java.util.Optional;
import java.util.OptionalDouble;

/** Tries points on the data that a database keeps apart, if there are any. For one thread. */
final class Tester {
  private final Optional<DataSet> data;
  private final Optional<DensePredictor> predictor;
  private final boolean classifies;

  /** Prepares for the points of a network, which is the one that the description describes. */
  Tester(ModelDescription model, NetworkModel network) {
    data = model instanceof DenseDescription dense ? dense.test() : Optional.empty();
    predictor =
        data.isPresent() && network instanceof DenseNetwork dense
            ? Optional.of(new DensePredictor(dense))
            : Optional.empty();
    classifies = network.architecture().output().isClassifier();
  }

  boolean hasData() {
    return data.isPresent();
  }

  /** What becomes of the data at a point; empty if there are none. */
  Optional<TestResult> test(Vector coordinates) {
    double[] x = coordinates.toArray();
    return predictor.flatMap(
        asked ->
            data.map(
                examples ->
                    new TestResult(
                        asked.meanLoss(x, examples),
                        classifies
                            ? OptionalDouble.of(asked.accuracy(x, examples))
                            : OptionalDouble.empty())));
  }
}
