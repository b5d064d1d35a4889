package dev.tarn.kinetics;

import java.util.List;

/**
 * What a potential offers whose files name the two sets that rates are asked between: a capability
 * ({@link dev.tarn.potential.Potential#capability}). Immutable.
 */
public interface Endpoints {

  /**
   * The set A.
   *
   * @return the ids of its classes of minima, possibly none
   */
  List<Integer> a();

  /**
   * The set B.
   *
   * @return the ids of its classes of minima, possibly none
   */
  List<Integer> b();
}
