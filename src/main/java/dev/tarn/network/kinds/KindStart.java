package dev.tarn.network.kinds;

import dev.tarn.network.pattern.KindPoint;
import java.io.Serializable;

/**
 * Where a search begins: at a point, or beside it along an eigenvector of its pattern's Hessian.
 *
 * @param point the point
 * @param origin the number of the known class of the same level that it is made of, 0 for none: a
 *     search that returns there tells nothing of how easily the class is found; -1 for a point that
 *     follows from classes and is not drawn, which tells nothing either
 * @param mode which eigenvector, counted from the softest; of no meaning without a length
 * @param length how far along it, in the coordinates of the pattern
 */
record KindStart(KindPoint point, int origin, int mode, double length) implements Serializable {

  /** A start at a point that follows from classes, and is not drawn. */
  static KindStart following(KindPoint point) {
    return new KindStart(point, -1, 0, 0.0);
  }

  /** A start at a point that was made of no class of its level. */
  static KindStart at(KindPoint point) {
    return new KindStart(point, 0, 0, 0.0);
  }

  /** A start at a point that was made of a class of its level. */
  static KindStart from(int origin, KindPoint point) {
    return new KindStart(point, origin, 0, 0.0);
  }
}
