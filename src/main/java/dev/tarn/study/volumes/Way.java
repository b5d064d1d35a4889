package dev.tarn.study.volumes;

import dev.tarn.path.PathSettings;
import dev.tarn.path.SteepestDescent;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.study.settle.Settling;
import dev.tarn.train.Learner;
import dev.tarn.train.Training;
import java.io.Serializable;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A way down from a starting point.
 *
 * @param name what it is called
 * @param workers makes what goes down from a start to an end, which may be no minimum
 */
public record Way(String name, Supplier<? extends Function<double[], PolishedPoint>> workers) {

  /** Goes down steepest-descent paths. */
  private record Steepest(Potential potential)
      implements Supplier<Function<double[], PolishedPoint>>, Serializable {

    @Override
    public Function<double[], PolishedPoint> get() {
      SteepestDescent paths = new SteepestDescent(potential, PathSettings.defaults());
      return start -> paths.descend(start, false).end();
    }
  }

  /** Trains. */
  private record Trained(Training training, Learner learner)
      implements Supplier<Function<double[], PolishedPoint>>, Serializable {

    @Override
    public Function<double[], PolishedPoint> get() {
      Settling settling = new Settling(learner.potential());
      // The number names what a run draws, which is nothing: it is told where to start.
      return start -> settling.settle(training.run(learner, 0L, start).end().toArray());
    }
  }

  /**
   * The steepest-descent path.
   *
   * @param potential the potential
   * @return the way
   */
  public static Way steepest(Potential potential) {
    return new Way("steepest descent", new Steepest(potential));
  }

  /**
   * Training, whose end is settled by L-BFGS and Newton's method.
   *
   * @param name the name of the trainer
   * @param training how; its own starting points play no part
   * @param learner what is trained
   * @return the way
   */
  public static Way trained(String name, Training training, Learner learner) {
    return new Way(name, new Trained(training, learner));
  }
}
