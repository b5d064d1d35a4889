package dev.tarn.network;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * How the elements of a network's symmetry group bring one point to another: one of the symmetries
 * of the data, and then an arrangement of the hidden units. Null directions are left aside; points
 * are given without them. Immutable.
 */
interface Arrangements {
  /** The difference up to which two numbers are taken as equal in questions of symmetry. */
  double TOLERANCE = 1e-6;

  /** The element that brings a point nearest to another one. */
  NetworkTransformation nearest(double[] x, double[] reference);

  /** The copy that such an element makes, a new array. */
  double[] nearestCopy(double[] x, double[] reference);

  /** The canonical copy of a point, a new array. */
  double[] canonical(double[] x);

  /** The elements that leave a point in place. */
  Stabiliser stabiliser(double[] x);

  /** A simple element that takes one point to another, if there is any. */
  Optional<NetworkTransformation> transporter(double[] x, double[] y);

  /**
   * The elements that leave a point in place.
   *
   * @param order their number
   * @param generators elements that generate them, none of them the identity
   */
  record Stabiliser(BigInteger order, List<NetworkTransformation> generators) {
    /** Takes a copy of the list. */
    public Stabiliser {
      generators = List.copyOf(generators);
    }
  }
}
