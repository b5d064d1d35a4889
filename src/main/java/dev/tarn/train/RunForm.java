package dev.tarn.train;

import dev.tarn.potential.Vector;
import java.io.Serializable;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A training run on its way to another process, where it becomes one again.
 *
 * @param accuracy NaN for none
 */
record RunForm(
    long number,
    Vector energies,
    Vector gradients,
    List<Training.Run.Snapshot> snapshots,
    Vector end,
    double accuracy,
    Training.Run.Ending ending)
    implements Serializable {

  RunForm {
    snapshots = List.copyOf(snapshots);
  }

  private Object readResolve() {
    OptionalDouble known =
        Double.isNaN(accuracy) ? OptionalDouble.empty() : OptionalDouble.of(accuracy);
    return new Training.Run(number, energies, gradients, snapshots, end, known, ending);
  }
}
