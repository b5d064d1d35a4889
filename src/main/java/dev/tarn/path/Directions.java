package dev.tarn.path;

import java.util.List;

/** The directions in which a path leaves a saddle, in batches. */
interface Directions {

  /**
   * The next directions to be tried.
   *
   * @param news whether those before have led to a new class of minima
   * @return ways on, the conventional one first; none when enough have been tried
   */
  List<Stages.Way> next(boolean news);
}
