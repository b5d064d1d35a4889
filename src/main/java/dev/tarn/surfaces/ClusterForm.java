package dev.tarn.surfaces;

import dev.tarn.surfaces.atoms.PairEnergy;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cluster on its way to another process, where it becomes one again. */
record ClusterForm(int atoms, double nearest, Cluster.Pair pair, @Nullable PairEnergy exact)
    implements Serializable {

  private Object readResolve() {
    return new Cluster(atoms, nearest, pair, Optional.ofNullable(exact));
  }
}
