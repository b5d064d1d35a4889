package dev.tarn.network;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.tarn.data.DataSet;
import java.util.concurrent.ExecutionException;

/**
 * The eigenvalues and eigenvectors of {@code 1/D sum_d a a'} with the inputs {@code a} of each
 * example and 1 for the bias: the same for all evaluators of a data set, which share one.
 */
final class InputSpectrum {
  private static final Cache<DataSet, Spectrum> SHARED =
      CacheBuilder.newBuilder().weakKeys().build();

  private InputSpectrum() {}

  static Spectrum of(DataSet data) {
    try {
      return SHARED.get(data, () -> make(data));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Spectrum make(DataSet data) {
    int nodes = data.inputs() + 1;
    int examples = data.examples();
    double[][] columns = new double[nodes][examples];
    for (int d = 0; d < examples; d++) {
      for (int k = 0; k < nodes; k++) {
        columns[k][d] = k < nodes - 1 ? data.input(d, k) : 1.0;
      }
    }
    double[] moments = new double[nodes * nodes];
    for (int i = 0; i < nodes; i++) {
      Rows.dots(columns[i], columns, i, nodes, moments, i * nodes, examples);
    }
    Spectrum spectrum = new Spectrum(nodes);
    spectrum.decompose(moments, 1.0 / examples);
    return spectrum;
  }
}
