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
public final class XorGroup {
  private final Layout parameters;
  private final int hidden;
  private final boolean shiftable;

  XorGroup(Network network) {
    parameters = network.layout();
    hidden = network.architecture().units();
    shiftable = !network.nullDirections().isEmpty();
  }

  /** All elements of the group of a number of hidden units. */
  public static List<NetworkTransformation> elements(int hidden) {
    List<NetworkTransformation> elements = new ArrayList<>();
    for (int[] permutation : Permutations.of(hidden)) {
      for (int bits = 0; bits < 1 << hidden; bits++) {
        int[] signs = new int[hidden];
        for (int j = 0; j < hidden; j++) {
          signs[j] = (bits >> j & 1) == 0 ? 1 : -1;
        }
        elements.add(element(false, SignedPermutation.of(permutation, signs)));
        elements.add(element(true, SignedPermutation.of(permutation, signs)));
      }
    }
    return elements;
  }

  /** An exchange of the inputs, or none, and what happens to the hidden units. */
  static NetworkTransformation element(boolean swap, SignedPermutation units) {
    SignedPermutation inputs = SignedPermutation.identity(2);
    return new NetworkTransformation(
        Network.xor(units.size(), 0.1).layout(),
        List.of(
            swap ? SignedPermutation.exchange(2, 0, 1, 1) : inputs,
            units,
            SignedPermutation.identity(2)));
  }

  /** The images of a point under all elements of the group, repetitions included. */
  List<double[]> images(double[] x) {
    List<double[]> images = new ArrayList<>();
    for (double[] mapped : List.of(x, swapped(x))) {
      for (int[] permutation : Permutations.of(hidden)) {
        for (int signs = 0; signs < 1 << hidden; signs++) {
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
    return 0.5 * (x[parameters.bias(2, 0)] + x[parameters.bias(2, 1)]);
  }

  private double[] shifted(double[] x, double shift) {
    double[] out = x.clone();
    if (shiftable) {
      out[parameters.bias(2, 0)] += shift;
      out[parameters.bias(2, 1)] += shift;
    }
    return out;
  }

  private double[] swapped(double[] x) {
    double[] out = x.clone();
    for (int j = 0; j < hidden; j++) {
      out[parameters.link(1, j, 0)] = x[parameters.link(1, j, 1)];
      out[parameters.link(1, j, 1)] = x[parameters.link(1, j, 0)];
    }
    return out;
  }

  private double[] rearranged(double[] x, int[] permutation, int signs) {
    double[] out = x.clone();
    for (int j = 0; j < hidden; j++) {
      int from = permutation[j];
      double sign = (signs >> j & 1) == 0 ? 1.0 : -1.0;
      for (int c = 0; c < 2; c++) {
        out[parameters.link(2, c, j)] = sign * x[parameters.link(2, c, from)];
        out[parameters.link(1, j, c)] = sign * x[parameters.link(1, from, c)];
      }
      out[parameters.bias(1, j)] = sign * x[parameters.bias(1, from)];
    }
    return out;
  }
}
