package dev.tarn.network;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.testing.Inputs;
import dev.tarn.testing.Permutations;
import java.util.ArrayList;
import java.util.List;

/**
 * The symmetry group of a network by brute force: all signed permutations of every layer are tried,
 * and those kept that leave the energy of random points unchanged. The outputs of a softmax keep
 * their signs: {@code (y_0, y_1)} to {@code (-y_1, -y_0)} changes their common part only, which no
 * example feels and which is zero at every stationary point of a regularised network.
 */
final class BruteForce {
  private static final int PROBES = 3;

  private BruteForce() {}

  /** All elements, whatever their number. */
  static List<NetworkTransformation> elements(Network network) {
    Layout parameters = network.layout();
    List<List<SignedPermutation>> all = List.of(List.of());
    List<Integer> widths = network.architecture().widths();
    for (int l = 0; l < widths.size(); l++) {
      List<List<SignedPermutation>> longer = new ArrayList<>();
      for (List<SignedPermutation> prefix : all) {
        for (SignedPermutation next : signed(widths.get(l))) {
          List<SignedPermutation> extended = new ArrayList<>(prefix);
          extended.add(next);
          longer.add(extended);
        }
      }
      all = longer;
    }
    return all.stream()
        .map(nodes -> new NetworkTransformation(parameters, nodes))
        .filter(element -> !changesSoftmaxSigns(network, element))
        .filter(element -> keepsTheEnergy(network, element))
        .toList();
  }

  private static boolean changesSoftmaxSigns(Network network, NetworkTransformation element) {
    return network.architecture().output() == OutputLayer.SOFTMAX
        && !element.nodes().get(network.architecture().layers()).flips().isEmpty();
  }

  private static boolean keepsTheEnergy(Network network, NetworkTransformation element) {
    for (int k = 0; k < PROBES; k++) {
      double[] x = Inputs.gaussian(RandomStreams.of(77, k), network.dimension());
      double energy = network.evaluator().energy(x);
      if (Math.abs(network.evaluator().energy(element.apply(x)) - energy)
          > 1e-12 * Math.max(1.0, energy)) {
        return false;
      }
    }
    return true;
  }

  /** All permutations of some nodes with all choices of signs. */
  static List<SignedPermutation> signed(int size) {
    List<SignedPermutation> all = new ArrayList<>();
    for (int[] permutation : Permutations.of(size)) {
      for (int bits = 0; bits < 1 << size; bits++) {
        int[] signs = new int[size];
        for (int j = 0; j < size; j++) {
          signs[j] = (bits >> j & 1) == 0 ? 1 : -1;
        }
        all.add(SignedPermutation.of(permutation, signs));
      }
    }
    return all;
  }

  /** The number of distinct images. */
  static int orbitSize(List<NetworkTransformation> group, double[] x) {
    List<double[]> distinct = new ArrayList<>();
    for (NetworkTransformation element : group) {
      double[] image = element.apply(x);
      if (distinct.stream().noneMatch(other -> Vectors.distance(other, image) < 1e-9)) {
        distinct.add(image);
      }
    }
    return distinct.size();
  }

  /** The least distance of an image to another point. */
  static double nearest(List<NetworkTransformation> group, double[] x, double[] reference) {
    return group.stream()
        .mapToDouble(element -> Vectors.distance(element.apply(x), reference))
        .min()
        .getAsDouble();
  }
}
