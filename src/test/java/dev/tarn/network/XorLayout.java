package dev.tarn.network;

/** The parameters of the XOR network in the order of {@link DenseParameters}, and back. */
final class XorLayout {
  private final XorParameters xor;
  private final DenseParameters dense;

  XorLayout(XorParameters xor, DenseParameters dense) {
    this.xor = xor;
    this.dense = dense;
  }

  /** Where each parameter of the XOR network stands in the general one. */
  int[] places() {
    int[] places = new int[xor.dimension()];
    for (int i = 0; i < XorParameters.OUTPUTS; i++) {
      for (int j = 0; j < xor.hidden(); j++) {
        places[xor.output(i, j)] = dense.link(2, i, j);
      }
      places[xor.outputBias(i)] = dense.bias(2, i);
    }
    for (int j = 0; j < xor.hidden(); j++) {
      for (int k = 0; k < XorParameters.INPUTS; k++) {
        places[xor.hidden(j, k)] = dense.link(1, j, k);
      }
      places[xor.hiddenBias(j)] = dense.bias(1, j);
    }
    return places;
  }

  double[] toDense(double[] x) {
    double[] out = new double[x.length];
    int[] places = places();
    for (int i = 0; i < x.length; i++) {
      out[places[i]] = x[i];
    }
    return out;
  }

  double[] toXor(double[] x) {
    double[] out = new double[x.length];
    int[] places = places();
    for (int i = 0; i < x.length; i++) {
      out[i] = x[places[i]];
    }
    return out;
  }
}
