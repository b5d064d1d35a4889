package dev.tarn.study;

/** A trained network with two inputs and two classes, seen from outside. */
@FunctionalInterface
public interface Classifier {
  /**
   * The probability of class 1.
   *
   * @param x the first input
   * @param y the second input
   * @return a number from 0 to 1
   */
  double probability(double x, double y);
}
