package dev.tarn.study.volumes;

import dev.tarn.path.PathSettings;
import dev.tarn.path.SteepestDescent;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.study.settle.Settling;
import dev.tarn.train.Learner;
import dev.tarn.train.Training;
import java.util.function.Supplier;

/**
 * A way down from a starting point.
 *
 * @param name what it is called
 * @param workers makes what goes down, for one thread each
 */
public record Way(String name, Supplier<Worker> workers) {

  /** Goes down. */
  @FunctionalInterface
  public interface Worker {
    /**
     * Goes down from a starting point.
     *
     * @param number the number of the start
     * @param start the start; not modified
     * @return the end, which may be no minimum
     */
    PolishedPoint end(int number, double[] start);
  }

  /**
   * The steepest-descent path.
   *
   * @param potential the potential
   * @return the way
   */
  public static Way steepest(Potential potential) {
    return new Way(
        "steepest descent",
        () -> {
          SteepestDescent paths = new SteepestDescent(potential, PathSettings.defaults());
          return (number, start) -> paths.descend(start, false).end();
        });
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
    return new Way(
        name,
        () -> {
          Settling settling = new Settling(learner.potential());
          return (number, start) ->
              settling.settle(training.run(learner, number, start).end().toArray());
        });
  }
}
