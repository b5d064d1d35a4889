package dev.tarn.store.network;

import dev.tarn.data.DataSet;
import dev.tarn.data.Standardisation;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The inputs of examples as bytes, an eighth of what doubles take: where each is a whole number of
 * equal steps, up to 255 of them, as the pixels of an image are, before a standardisation if there
 * was one. Only inputs that come back to the last bit are kept in this way.
 *
 * @param steps how many steps make 1: 1 for whole numbers, 255 for pixels between 0 and 1
 * @param bytes the numbers of steps, example by example
 */
record ByteInputs(int steps, byte[] bytes) {
  private static final int[] STEPS = {1, 255};
  private static final int MOST = 255;

  ByteInputs {
    if (steps < 1) {
      throw new IllegalArgumentException("steps are 1 or more to the unit, not " + steps);
    }
  }

  /** The inputs of a data set as bytes; empty where some are not whole numbers of steps. */
  static Optional<ByteInputs> of(DataSet data) {
    return IntStream.of(STEPS)
        .mapToObj(steps -> of(data, steps))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<ByteInputs> of(DataSet data, int steps) {
    int columns = data.inputs();
    byte[] bytes = new byte[data.examples() * columns];
    for (int d = 0; d < data.examples(); d++) {
      for (int k = 0; k < columns; k++) {
        double value = data.input(d, k);
        long step = Math.round(raw(value, k, data.standardisation()) * steps);
        if (step < 0
            || step > MOST
            || !isSame(value, input((int) step, steps, k, data.standardisation()))) {
          return Optional.empty();
        }
        bytes[d * columns + k] = (byte) step;
      }
    }
    return Optional.of(new ByteInputs(steps, bytes));
  }

  /** To the last bit, the sign of zero included. */
  private static boolean isSame(double a, double b) {
    return Double.doubleToRawLongBits(a) == Double.doubleToRawLongBits(b);
  }

  private static double raw(double value, int column, Optional<Standardisation> by) {
    return by.isPresent()
        ? value * by.get().deviations().get(column) + by.get().means().get(column)
        : value;
  }

  private static double input(int step, int steps, int column, Optional<Standardisation> by) {
    double value = (double) step / steps;
    return by.isPresent()
        ? (value - by.get().means().get(column)) / by.get().deviations().get(column)
        : value;
  }

  /**
   * The inputs as the network sees them.
   *
   * @param columns the number of inputs of an example
   * @param by what the inputs went through, if anything
   */
  double[] inputs(int columns, Optional<Standardisation> by) {
    double[] inputs = new double[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      inputs[i] = input(bytes[i] & 0xff, steps, i % columns, by);
    }
    return inputs;
  }
}
