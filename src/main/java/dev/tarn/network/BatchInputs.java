package dev.tarn.network;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.tarn.data.DataSet;
import java.util.concurrent.ExecutionException;

/**
 * The inputs of a data set in batches, by example and by input, for networks whose first layer is
 * wide. All evaluators of a data set share one. Immutable.
 *
 * @param rows for each batch a row for each example with its inputs
 * @param columns for each batch a row for each input with its values
 */
record BatchInputs(double[][][] rows, double[][][] columns) {
  /** More numbers are read anew each time instead: two copies would take more than 128 MB. */
  private static final long MOST = 8_000_000L;

  private static final Cache<DataSet, BatchInputs> SHARED =
      CacheBuilder.newBuilder().weakKeys().build();

  /** Whether the inputs of a data set are kept. */
  static boolean areKept(DataSet data) {
    return (long) data.examples() * data.inputs() <= MOST;
  }

  /** The inputs in batches of a number that only depends on the data set. */
  static BatchInputs of(DataSet data, int lanes) {
    try {
      return SHARED.get(data, () -> make(data, lanes));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BatchInputs make(DataSet data, int lanes) {
    int width = data.inputs();
    int batches = (data.examples() + lanes - 1) / lanes;
    double[][][] rows = new double[batches][][];
    double[][][] columns = new double[batches][][];
    for (int b = 0; b < batches; b++) {
      int first = b * lanes;
      int m = Math.min(lanes, data.examples() - first);
      rows[b] = new double[m][width];
      for (int i = 0; i < m; i++) {
        System.arraycopy(data.table(), (first + i) * width, rows[b][i], 0, width);
      }
      columns[b] = new double[width][m];
      Rows.transpose(rows[b], m, columns[b], width);
    }
    return new BatchInputs(rows, columns);
  }
}
