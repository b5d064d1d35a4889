package dev.tarn.testing;

import dev.tarn.thermo.HarmonicModel;
import dev.tarn.thermo.HarmonicModel.Pass;
import dev.tarn.thermo.HarmonicModel.Well;
import java.util.ArrayList;
import java.util.List;

/**
 * Landscapes whose thermodynamics and kinetics are known: PATHSAMPLE (sources of 2020) printed the
 * numbers that the tests hold them against, and dense linear algebra confirms them.
 */
public final class ReferenceNetworks {
  private ReferenceNetworks() {}

  /**
   * The cluster of seven Lennard-Jones atoms (eps = sigma = mass = 1): energies, logarithms of the
   * products of positive Hessian eigenvalues, orders of the point groups, of all 4 minima and 12
   * transition states, by eigenvector-following and Newton's method.
   */
  public static HarmonicModel lj7() {
    double[][] minima = {
      {-16.505384168012213, 69.947643089300541, 20},
      {-15.935043060488894, 69.226809175315111, 6},
      {-15.593210938192586, 67.520270570496592, 6},
      {-15.533060054574868, 67.481655154790403, 2}
    };
    double[][] states = {
      {-15.444733799819414, 65.788808590344956, 2, 1, 2},
      {-15.319864440860622, 65.051900656188224, 2, 3, 2},
      {-15.283421275349811, 64.973446906295848, 1, 4, 2},
      {-15.097845644027737, 65.182558976671359, 4, 2, 2},
      {-15.033384353958002, 63.366059097679511, 2, 3, 1},
      {-15.026438105706685, 63.346350185428690, 1, 1, 4},
      {-14.816399803848572, 64.124065906158449, 2, 4, 4},
      {-14.811129645116015, 64.192305584828404, 4, 4, 4},
      {-14.596945712930081, 63.416568598698746, 1, 1, 4},
      {-14.568061437478617, 63.281190244032423, 4, 3, 3},
      {-14.548572943007109, 63.296953994564731, 2, 4, 4},
      {-12.548937708830325, 47.350733105699710, 12, 3, 3}
    };
    return model(minima, states, 15);
  }

  /**
   * The XOR network with 2 hidden units at lambda = 1e-4, as this program enumerates it; the third
   * number is the order 16 of the group over the size of the orbit.
   */
  public static HarmonicModel xor2() {
    double[][] minima = {
      {0.013475830089617, -78.994731493486654, 2},
      {0.014802604519953, -77.515987024314683, 2},
      {0.355372602269134, -76.510458178272032, 1},
      {0.359305852953551, -74.272714159680604, 1},
      {0.693147180559945, -94.381872366117292, 16}
    };
    double[][] states = {
      {0.356991867249078, -66.543920751573566, 1, 3, 2},
      {0.357181438127215, -66.506558045429514, 1, 3, 1},
      {0.359629490864160, -65.345949757878870, 1, 4, 1},
      {0.361836546171090, -64.008067775335846, 1, 2, 4},
      {0.484241233024333, -69.082738618249451, 4, 2, 2},
      {0.485451627878428, -68.586313348450730, 2, 1, 1},
      {0.487028911282492, -68.674193686718084, 4, 2, 2},
      {0.489195511388100, -67.585354687137297, 2, 1, 1},
      {0.489756716468470, -66.803858868019447, 4, 2, 2},
      {0.496071275912338, -64.142523449048355, 4, 2, 2},
      {0.693147240901400, -84.116520496040906, 4, 2, 5},
      {0.693147323363389, -83.452424442068619, 2, 1, 5}
    };
    return model(minima, states, 11);
  }

  /** Three wells in a triangle, made up; the last pass joins copies of a class. */
  public static HarmonicModel toy3() {
    double[][] minima = {{0.0, 0.0, 1}, {0.5, 0.2, 2}, {0.25, -0.4, 1}};
    double[][] states = {
      {1.0, 0.1, 1, 1, 2}, {1.25, -0.3, 1, 2, 3}, {1.5, 0.0, 1, 1, 3}, {0.9, 0.0, 2, 2, 2}
    };
    return model(minima, states, 6);
  }

  /** Wells get the ids from 1 on, as in the rows of the passes; passes get the ids after them. */
  private static HarmonicModel model(double[][] minima, double[][] states, int vibrations) {
    List<Well> wells = new ArrayList<>();
    for (double[] row : minima) {
      wells.add(new Well(wells.size() + 1, row[0], logWeight(row)));
    }
    List<Pass> passes = new ArrayList<>();
    for (double[] row : states) {
      int id = minima.length + passes.size() + 1;
      passes.add(new Pass(id, row[0], logWeight(row), (int) row[3] - 1, (int) row[4] - 1));
    }
    return new HarmonicModel(wells, passes, vibrations);
  }

  private static double logWeight(double[] row) {
    return -Math.log(row[2]) - 0.5 * row[1];
  }
}
