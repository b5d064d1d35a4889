package dev.tarn.network;

import dev.tarn.testing.Permutations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The symmetry group of the XOR loss by brute force: every permutation, every choice of signs,
 * every map of the inputs, written with named parameters and independent of the code under test.
 */
final class XorGroup {
  private final XorParameters parameters;
  private final Regularisation regularisation;

  XorGroup(XorNetwork network) {
    parameters = network.parameters();
    regularisation = network.regularisation();
  }

  /** The images of a point under all elements of the group, repetitions included. */
  List<double[]> images(double[] x) {
    List<double[]> images = new ArrayList<>();
    for (double[] mapped : inputMaps(x)) {
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

  private List<double[]> inputMaps(double[] x) {
    List<double[]> maps = new ArrayList<>(List.of(x, swapped(x)));
    if (regularisation == Regularisation.LINKS) {
      for (int k = 0; k < XorParameters.INPUTS; k++) {
        for (double[] map : List.copyOf(maps)) {
          maps.add(complemented(map, k));
        }
      }
    }
    return maps;
  }

  private double[] swapped(double[] x) {
    double[] out = x.clone();
    for (int j = 0; j < parameters.hidden(); j++) {
      out[parameters.hidden(j, 0)] = x[parameters.hidden(j, 1)];
      out[parameters.hidden(j, 1)] = x[parameters.hidden(j, 0)];
    }
    return out;
  }

  /** {@code w (1 - x) + b = (b + w) - w x}, and the classes change places. */
  private double[] complemented(double[] x, int input) {
    double[] out = x.clone();
    for (int j = 0; j < parameters.hidden(); j++) {
      double w = x[parameters.hidden(j, input)];
      out[parameters.hidden(j, input)] = -w;
      out[parameters.hiddenBias(j)] = x[parameters.hiddenBias(j)] + w;
      out[parameters.output(0, j)] = x[parameters.output(1, j)];
      out[parameters.output(1, j)] = x[parameters.output(0, j)];
    }
    out[parameters.outputBias(0)] = x[parameters.outputBias(1)];
    out[parameters.outputBias(1)] = x[parameters.outputBias(0)];
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
