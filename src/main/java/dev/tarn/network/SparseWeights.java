package dev.tarn.network;

/**
 * The weights of a {@link SparseLayer} by input, which all parts of a loss share. Nothing is
 * allocated after construction. Changed by one thread, and read by many when that is done.
 */
final class SparseWeights {
  /** A row for each input with a number for each unit. */
  final double[][] point;

  final double[][] direction;

  /** Room for a row for each unit, used while nobody else is at work. */
  final double[][] room;

  private final int inputs;
  private final int units;

  SparseWeights(int units, int inputs) {
    this.units = units;
    this.inputs = inputs;
    point = new double[inputs][SparseRows.width(units)];
    direction = new double[inputs][SparseRows.width(units)];
    room = new double[units][inputs];
  }

  /** Takes the weights of the evaluation that begins. */
  void moveTo(double[] x) {
    turn(x, point);
  }

  /** Takes the direction of the product that begins. */
  void moveAlong(double[] v) {
    turn(v, direction);
  }

  private void turn(double[] weights, double[][] to) {
    for (int j = 0; j < units; j++) {
      System.arraycopy(weights, j * (inputs + 1), room[j], 0, inputs);
    }
    Rows.transpose(room, units, to, inputs);
  }
}
