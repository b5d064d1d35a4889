package dev.tarn.store;

import dev.tarn.data.DataSet;
import dev.tarn.network.NetworkEvaluator;
import dev.tarn.potential.Vector;
import dev.tarn.store.LandscapeDatabase.TestResult;
import java.util.Optional;
import java.util.OptionalDouble;

/** Tries points on the data that a database keeps apart, if there are any. For one thread. */
final class Tester {
  private final Optional<DataSet> data;
  private final NetworkEvaluator evaluator;
  private final boolean classifies;

  /** Prepares for the points of a network. */
  Tester(NetworkDescription description) {
    data = description.test();
    evaluator = description.network().evaluator();
    classifies = description.network().architecture().output().isClassifier();
  }

  boolean hasData() {
    return data.isPresent();
  }

  /** What becomes of the data at a point; empty if there are none. */
  Optional<TestResult> test(Vector coordinates) {
    double[] x = coordinates.toArray();
    return data.map(
        examples ->
            new TestResult(
                evaluator.meanLoss(x, examples),
                classifies
                    ? OptionalDouble.of(evaluator.accuracy(x, examples))
                    : OptionalDouble.empty()));
  }
}
