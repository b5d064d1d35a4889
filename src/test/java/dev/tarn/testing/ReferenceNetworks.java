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
      {-16.505384168012213, 69.94764308930054, 20},
      {-15.935043060488894, 69.22680917531511, 6},
      {-15.593210938192586, 67.52027057049659, 6},
      {-15.533060054574868, 67.4816551547904, 2}
    };
    double[][] states = {
      {-15.444733799819414, 65.78880859034496, 2, 1, 2},
      {-15.319864440860622, 65.05190065618822, 2, 3, 2},
      {-15.283421275349811, 64.97344690629585, 1, 4, 2},
      {-15.097845644027737, 65.18255897667136, 4, 2, 2},
      {-15.033384353958002, 63.36605909767951, 2, 3, 1},
      {-15.026438105706685, 63.34635018542869, 1, 1, 4},
      {-14.816399803848572, 64.12406590615845, 2, 4, 4},
      {-14.811129645116015, 64.1923055848284, 4, 4, 4},
      {-14.596945712930081, 63.416568598698746, 1, 1, 4},
      {-14.568061437478617, 63.28119024403242, 4, 3, 3},
      {-14.548572943007109, 63.29695399456473, 2, 4, 4},
      {-12.548937708830325, 47.35073310569971, 12, 3, 3}
    };
    return model(minima, states, 15);
  }

  /**
   * The XOR network with 2 hidden units at lambda = 1e-4, as this program enumerates it; the third
   * number is the order 16 of the group over the size of the orbit.
   */
  public static HarmonicModel xor2() {
    double[][] minima = {
      {0.013475830089617, -78.99473149348665, 2},
      {0.014802604519953, -77.51598702431468, 2},
      {0.355372602269134, -76.51045817827203, 1},
      {0.359305852953551, -74.2727141596806, 1},
      {0.693147180559945, -94.38187236611729, 16}
    };
    double[][] states = {
      {0.356991867249078, -66.54392075157357, 1, 3, 2},
      {0.357181438127215, -66.50655804542951, 1, 3, 1},
      {0.35962949086416, -65.34594975787887, 1, 4, 1},
      {0.36183654617109, -64.00806777533585, 1, 2, 4},
      {0.484241233024333, -69.08273861824945, 4, 2, 2},
      {0.485451627878428, -68.58631334845073, 2, 1, 1},
      {0.487028911282492, -68.67419368671808, 4, 2, 2},
      {0.4891955113881, -67.5853546871373, 2, 1, 1},
      {0.48975671646847, -66.80385886801945, 4, 2, 2},
      {0.496071275912338, -64.14252344904835, 4, 2, 2},
      {0.6931472409014, -84.1165204960409, 4, 2, 5},
      {0.693147323363389, -83.45242444206862, 2, 1, 5}
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
