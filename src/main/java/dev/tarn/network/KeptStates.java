package dev.tarn.network;

import java.util.Arrays;

/**
 * What Hessian-vector products need of their point, batch by batch: they come in hundreds at one
 * point, and take a third less where the sweeps through the network are not repeated. The bits are
 * the same. Room is made at the first product. Not thread-safe.
 */
final class KeptStates {
  /** Of how many sums of units the state is kept, which takes 40 bytes for each. */
  private static final long MOST = 400_000L;

  private final BatchLayer[] layers;
  private final OutputLoss loss;
  private final double[][][][][] states;
  private final double[][] lossStates;
  private final double[] point;

  /** Room for the states of a number of batches, if all examples together do not take much. */
  KeptStates(BatchLayer[] layers, OutputLoss loss, int batches, long examples, int n) {
    this.layers = layers;
    this.loss = loss;
    int units = Arrays.stream(layers).mapToInt(layer -> layer.rows).sum();
    int kept = examples * units <= MOST ? batches : 0;
    states = new double[kept][0][][][];
    lossStates = new double[kept][0];
    point = new double[kept > 0 ? n : 0];
    Arrays.fill(point, Double.NaN);
  }

  /** Whether the states are those of a point. */
  boolean areOf(double[] x) {
    return point.length > 0 && Arrays.equals(x, point);
  }

  /** Notes the point once the states of all its batches are kept. */
  void belongTo(double[] x) {
    System.arraycopy(x, 0, point, 0, point.length);
  }

  /** Keeps the state of a batch of {@code m} examples. */
  void save(int batch, int m) {
    if (states.length == 0) {
      return;
    }
    if (states[batch].length == 0) {
      states[batch] =
          Arrays.stream(layers).map(layer -> layer.room(m)).toArray(double[][][][]::new);
      lossStates[batch] = new double[loss.stateSize()];
    }
    // Not the state of any one point until the last batch is kept.
    point[0] = Double.NaN;
    for (int l = 0; l < layers.length; l++) {
      layers[l].save(states[batch][l], m);
    }
    loss.save(lossStates[batch]);
  }

  /** Goes back to the state of a batch. */
  void restore(int batch, int m) {
    for (int l = 0; l < layers.length; l++) {
      layers[l].restore(states[batch][l], m);
    }
    loss.restore(lossStates[batch]);
  }
}
