package dev.tarn.network;

import dev.tarn.testing.Permutations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The symmetry group of the XOR loss by brute force: every permutation, every choice of signs, the
 * swap of the inputs, written with named parameters and independent of the code under test.
 */
final class XorGroup {
  private final XorParameters parameters;
  private final Regularisation regularisation;

  XorGroup(XorNetwork network) {
    parameters = network.parameters();
    regularisation = network.regularisation();
  }

  /** All elements of the group of a number of hidden units. */
  static List<NetworkSymmetry> elements(int hidden) {
    List<NetworkSymmetry> elements = new ArrayList<>();
    for (int[] permutation : Permutations.of(hidden)) {
      for (int bits = 0; bits < 1 << hidden; bits++) {
        int[] signs = new int[hidden];
        for (int j = 0; j < hidden; j++) {
          signs[j] = (bits >> j & 1) == 0 ? 1 : -1;
        }
        elements.add(NetworkSymmetry.of(false, permutation, signs));
        elements.add(NetworkSymmetry.of(true, permutation, signs));
      }
    }
    return elements;
  }

  /** The images of a point under all elements of the group, repetitions included. */
  List<double[]> images(double[] x) {
    List<double[]> images = new ArrayList<>();
    for (double[] mapped : List.of(x, swapped(x))) {
      for (int[] permutation : Permutations.of(parameters.hidden())) {
        for (int signs = 0; signs < 1 << parameters.hidden(); signs++) {
          images.add(rearranged(mapped, permutation, signs));
        }
      }
    }
    return images;
  }

  /** The distinct images; a common shift of the output biases does not count where it is free. */
  int orbitSize(double[] x) {
    Set<List<Double>> distinct = new HashSet<>();
    for (double[] image : images(x)) {
      List<Double> key = new ArrayList<>();
      for (double value : shifted(image, -mean(image))) {
        key.add(value + 0.0);
      }
      distinct.add(key);
    }
    return distinct.size();
  }

  /** The image moved along the free shift by what brings it nearest to the reference. */
  double[] alignedTo(double[] reference, double[] image) {
    return shifted(image, mean(reference) - mean(image));
  }

  private double mean(double[] x) {
    return 0.5 * (x[parameters.outputBias(0)] + x[parameters.outputBias(1)]);
  }

  private double[] shifted(double[] x, double shift) {
    double[] out = x.clone();
    if (regularisation == Regularisation.LINKS) {
      out[parameters.outputBias(0)] += shift;
      out[parameters.outputBias(1)] += shift;
    }
    return out;
  }

  private double[] swapped(double[] x) {
    double[] out = x.clone();
    for (int j = 0; j < parameters.hidden(); j++) {
      out[parameters.hidden(j, 0)] = x[parameters.hidden(j, 1)];
      out[parameters.hidden(j, 1)] = x[parameters.hidden(j, 0)];
    }
    return out;
  }

  private double[] rearranged(double[] x, int[] permutation, int signs) {
    double[] out = x.clone();
    for (int j = 0; j < parameters.hidden(); j++) {
      int from = permutation[j];
      double sign = (signs >> j & 1) == 0 ? 1.0 : -1.0;
      for (int c = 0; c < 2; c++) {
        out[parameters.output(c, j)] = sign * x[parameters.output(c, from)];
        out[parameters.hidden(j, c)] = sign * x[parameters.hidden(from, c)];
      }
      out[parameters.hiddenBias(j)] = sign * x[parameters.hiddenBias(from)];
    }
    return out;
  }
}
