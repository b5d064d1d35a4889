package dev.tarn.store;

import dev.tarn.data.UnusableFileException;
import dev.tarn.network.Network;
import dev.tarn.potential.Evaluator;
import dev.tarn.stationary.StationaryPoint;

/** Whether stored energies are those of the stored weights. */
final class EnergyCheck {
  /**
   * Other versions of Java and of Tarn sum in another order, and other programs print fewer digits.
   */
  private static final double ENERGY = 1e-8;

  private static final int LEAST_CHECKED = 8;
  private static final long MOST_WORK = 1L << 20;

  private EnergyCheck() {}

  static void run(Sql sql, Network network) {
    long one = (long) network.dimension() * network.data().examples();
    long most = Math.max(LEAST_CHECKED, MOST_WORK / one);
    Evaluator evaluator = network.evaluator();
    for (StationaryPoint point : sql.read(() -> TableRows.some(sql, network.dimension(), most))) {
      double energy = evaluator.energy(point.coordinates().toArray());
      if (!(Math.abs(energy - point.energy()) <= ENERGY * Math.max(1.0, Math.abs(energy)))) {
        throw new UnusableFileException(
            sql.file()
                + " is damaged: table stationary_points, id "
                + point.id()
                + ": energy is "
                + point.energy()
                + ", but of the weights it is "
                + energy
                + "; \"tarn check\" looks at every row");
      }
    }
  }
}
