package dev.tarn.study.cloud;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.network.Network;
import dev.tarn.network.NetworkEvaluator;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/** Does one progressive gradient walk after the other. Confined to one thread. */
final class GradientWalker implements IntFunction<LossGradientCloud.Walk> {
  private final Network network;
  private final NetworkEvaluator evaluator;
  private final GradientWalks how;
  private final long every;
  private final Optional<Curvature.Classifier> classifier;
  private final double[] x;
  private final double[] gradient;

  /**
   * Prepares.
   *
   * @param every counted over all walks, every so many points the curvature is found; 0 for never
   */
  GradientWalker(Network network, GradientWalks how, long every) {
    this.network = network;
    evaluator = network.evaluator();
    this.how = how;
    this.every = every;
    classifier =
        every == 0
            ? Optional.empty()
            : Optional.of(new Curvature.Classifier(network, how.scope(), how.zero()));
    x = new double[network.dimension()];
    gradient = new double[network.dimension()];
  }

  @Override
  public LossGradientCloud.Walk apply(int number) {
    RandomGenerator random = RandomStreams.of(how.seed(), number);
    for (int i = 0; i < x.length; i++) {
      x[i] = how.range() * (2.0 * random.nextDouble() - 1.0);
    }
    int points = how.granularity().points();
    LossGradientCloud.Walk walk = new LossGradientCloud.Walk(points);
    for (int k = 0; k < points; k++) {
      double energy = evaluator.gradient(x, gradient);
      walk.set(k, energy, Vectors.norm(gradient));
      if (k == points - 1 && network.architecture().output().isClassifier()) {
        walk.setAccuracy(evaluator.accuracy(x, network.data()));
      }
      long place = (long) number * points + k;
      int at = k;
      classifier
          .filter(one -> place % every == 0)
          .flatMap(one -> one.at(x))
          .ifPresent(found -> walk.set(at, found));
      for (int i = 0; i < x.length; i++) {
        double step = how.epsilon() * random.nextDouble();
        x[i] += gradient[i] < 0.0 ? step : -step;
      }
    }
    return walk;
  }
}
