package dev.tarn.store;

import dev.tarn.data.UnusableFileException;
import dev.tarn.network.Network;
import dev.tarn.potential.Evaluator;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.study.check.LandscapeCheck;

/** Whether stored energies are those of the stored weights. */
final class EnergyCheck {
  private static final int LEAST_CHECKED = 8;
  private static final long MOST_WORK = 1L << 20;

  private EnergyCheck() {}

  static void run(Sql sql, Network network) {
    long one = (long) network.dimension() * network.data().examples();
    long most = Math.max(LEAST_CHECKED, MOST_WORK / one);
    Evaluator evaluator = network.evaluator();
    for (StationaryPoint point : sql.read(() -> TableRows.some(sql, network.dimension(), most))) {
      double energy = evaluator.energy(point.coordinates().toArray());
      double near = LandscapeCheck.RELATIVE * Math.max(1.0, Math.abs(energy));
      if (!(Math.abs(energy - point.energy()) <= near)) {
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
