package dev.tarn.train;

import dev.tarn.linear.Vectors;
import dev.tarn.potential.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Collects what becomes a {@link Training.Run}. Confined to one run. */
final class Recorder {
  private final int snapshotEvery;
  private final double[] last;
  private final DoubleStream.Builder energies = DoubleStream.builder();
  private final DoubleStream.Builder gradients = DoubleStream.builder();
  private final List<Training.Run.Snapshot> snapshots = new ArrayList<>();
  private int points;
  private double energy = Double.NaN;
  private double rms = Double.NaN;

  Recorder(int n, int snapshotEvery) {
    last = new double[n];
    this.snapshotEvery = snapshotEvery;
  }

  /** Keeps a point of the run; returns false, and keeps nothing, if it is not finite. */
  boolean add(double[] x, double energyThere, double[] gradient) {
    double rmsThere = Vectors.rms(gradient);
    if (!Double.isFinite(energyThere) || !Double.isFinite(rmsThere)) {
      return false;
    }
    energy = energyThere;
    rms = rmsThere;
    energies.add(energy);
    gradients.add(rms);
    System.arraycopy(x, 0, last, 0, x.length);
    if (snapshotEvery > 0 && points % snapshotEvery == 0) {
      snapshot(points);
    }
    points++;
    return true;
  }

  private void snapshot(int step) {
    snapshots.add(new Training.Run.Snapshot(step, Vector.of(last)));
  }

  boolean isEmpty() {
    return points == 0;
  }

  int steps() {
    return points - 1;
  }

  double energy() {
    return energy;
  }

  double rms() {
    return rms;
  }

  Training.Run run(long number, Learner learner, Training.Run.Ending ending) {
    if (snapshotEvery > 0 && steps() % snapshotEvery != 0) {
      snapshot(steps());
    }
    return new Training.Run(
        number,
        Vector.of(energies.build()),
        Vector.of(gradients.build()),
        snapshots,
        Vector.of(last),
        learner.accuracy(last),
        ending);
  }
}
