package dev.tarn.train;

import dev.tarn.potential.Vector;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a training run did.
 *
 * @param number the number of the run, which names its random stream
 * @param energies the energy after each step, the regulariser included; the first is that of the
 *     start
 * @param gradients the root-mean-square gradient at the same points
 * @param snapshots parameters along the run, by step; empty unless asked for
 * @param end the parameters after the last step
 * @param accuracy the share of the training examples that the end predicts rightly; empty for a
 *     network that does not tell classes apart
 * @param ending why the run ended
 */
public record TrainingRun(
    long number,
    Vector energies,
    Vector gradients,
    List<Snapshot> snapshots,
    Vector end,
    OptionalDouble accuracy,
    Ending ending) {

  /**
   * Parameters on the way.
   *
   * @param step the number of steps made before
   * @param point the parameters
   */
  public record Snapshot(int step, Vector point) {}

  /** Why a run ended. */
  public enum Ending {
    /** The root-mean-square gradient fell to the tolerance. */
    CONVERGED,
    /** All steps were made before that. */
    CUT_OFF,
    /** L-BFGS found no step that lowers the energy any more. */
    STALLED,
    /** The energy or the gradient was no longer finite; the end is the last point where it was. */
    DIVERGED
  }

  /**
   * Takes a copy of the list.
   *
   * @param number as above
   * @param energies as above
   * @param gradients as above
   * @param snapshots as above
   * @param end as above
   * @param accuracy as above
   * @param ending as above
   */
  public TrainingRun {
    snapshots = List.copyOf(snapshots);
  }

  /**
   * The number of steps.
   *
   * @return one less than there are energies
   */
  public int steps() {
    return energies.length() - 1;
  }

  /**
   * Whether the run was neither cut off nor diverged.
   *
   * @return true if it converged or stalled
   */
  public boolean endedByItself() {
    return ending == Ending.CONVERGED || ending == Ending.STALLED;
  }

  /**
   * The energy at the end.
   *
   * @return the last of the energies
   */
  public double energy() {
    return energies.get(steps());
  }
}
