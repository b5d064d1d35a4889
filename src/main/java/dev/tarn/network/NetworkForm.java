package dev.tarn.network;

import dev.tarn.data.DataSet;
import java.io.Serializable;

/**
 * A network on its way to another process, where it becomes one again.
 *
 * @param fast whether it is the XOR network with its parameters by unit
 */
record NetworkForm(Architecture architecture, Penalty penalty, DataSet data, boolean fast)
    implements Serializable {

  private Object readResolve() {
    return fast
        ? Network.of(architecture, penalty, data)
        : Network.general(architecture, penalty, data);
  }
}
