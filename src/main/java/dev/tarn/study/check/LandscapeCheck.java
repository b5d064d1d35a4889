package dev.tarn.study.check;

import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Work;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import dev.tarn.text.Numbers;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds each point of a landscape against its potential: energy, gradient, index, eigenvalues and
 * number of copies are computed anew from the coordinates, and what a transition state joins is
 * held against its points. Used by one thread.
 */
public final class LandscapeCheck {
  /**
   * Within which numbers are the same: other versions of Java and of Tarn sum in another order, and
   * other programs print fewer digits.
   */
  public static final double RELATIVE = 1e-8;

  /** Each of two values lies within a tenth of the eigenvalue, where gradients take long. */
  private static final double ROUGH = 0.2;

  private final Potential potential;
  private final Landscape landscape;
  private final Tolerances tolerances;
  private final Potential.Scales scales;
  private final Evaluator evaluator;
  private final StationaryPolish polish;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * Something that does not hold.
   *
   * @param table where it stands
   * @param id the point's or transition state's number
   * @param column the column that is wrong
   * @param reason what it is, and what it would be
   */
  public record Fault(String table, int id, String column, String reason) {
    @Override
    public String toString() {
      return table + ", id " + id + ": " + column + " " + reason;
    }
  }

  private LandscapeCheck(Potential potential, Landscape landscape, double zeroCutoff) {
    this.potential = potential;
    this.landscape = landscape;
    tolerances = Tolerances.defaults().withZeroCutoff(zeroCutoff);
    scales = potential.scales().orElse(Potential.Scales.ONE);
    evaluator = potential.evaluator();
    polish = StationaryPolish.of(potential, tolerances);
  }

  /**
   * Checks all points and connections.
   *
   * @param potential the potential; used by this thread only
   * @param landscape the landscape; not modified
   * @param zeroCutoff the magnitude below which an eigenvalue of the landscape's runs counts as
   *     zero
   * @return what does not hold, in the order of the points; empty if all does
   */
  public static List<Fault> of(Potential potential, Landscape landscape, double zeroCutoff) {
    Potential measured = potential.measured();
    LandscapeCheck check = new LandscapeCheck(measured, landscape, zeroCutoff);
    landscape.points().forEach(check::checkPoint);
    landscape.connections().forEach(check::checkConnection);
    return List.copyOf(check.faults);
  }

  private void checkEnergy(StationaryPoint point, double[] x) {
    double energy = evaluator.energy(x);
    if (!near(energy, point.energy(), scales.energy())) {
      faults.add(fault(point, "energy", Numbers.exact(point.energy()), Numbers.exact(energy)));
    }
  }

  private static boolean near(double a, double b, double scale) {
    return Math.abs(a - b) <= RELATIVE * Math.max(scale, Math.max(Math.abs(a), Math.abs(b)));
  }

  private static Fault fault(StationaryPoint point, String column, String is, String computed) {
    return new Fault(
        "stationary_points",
        point.id(),
        column,
        "is " + is + ", but of the coordinates it is " + computed);
  }

  private void checkPoint(StationaryPoint point) {
    double[] x = point.coordinates().toArray();
    checkEnergy(point, x);
    double[] gradient = new double[x.length];
    evaluator.gradient(x, gradient);
    PolishedPoint polished = polish.polish(x);
    double moved = Vectors.distance(polished.coordinates(), x);
    if (!polished.converged() || moved > tolerances.distance() * scales.length()) {
      faults.add(
          new Fault(
              "stationary_points",
              point.id(),
              "coordinates",
              "are no stationary point: their gradient is "
                  + Numbers.rounded(Vectors.rms(gradient), 4)
                  + (polished.converged()
                      ? ", and Newton's method goes " + Numbers.rounded(moved, 4) + " away"
                      : "")));
      return;
    }
    if (polished.index() != point.index()) {
      faults.add(
          fault(point, "idx", String.valueOf(point.index()), String.valueOf(polished.index())));
    }
    checkEigenvalues(point, polished);
    BigInteger orbit = potential.symmetry().orbitSize(x);
    if (!orbit.equals(point.orbit())) {
      faults.add(fault(point, "orbit", point.orbit().toString(), orbit.toString()));
    }
    landscape
        .find(point.energy(), x)
        .filter(other -> other.id() != point.id())
        .ifPresent(
            other ->
                faults.add(
                    new Fault(
                        "stationary_points",
                        point.id(),
                        "coordinates",
                        "are those of the point " + other.id() + " as well, up to symmetry")));
  }

  private void checkEigenvalues(StationaryPoint point, PolishedPoint polished) {
    double[] computed = polished.eigenvalues();
    int known = Math.min(computed.length, point.eigenvalues().length());
    double largest = 0.0;
    for (double value : computed) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int k = 0; k < known; k++) {
      double stored = point.eigenvalues().get(k);
      // An eigenvalue is as exact as the largest one's rounding, and the coordinates', let it be,
      // or as it had to be known.
      double roughly = Work.isSaved(potential) ? ROUGH * Math.abs(stored) : 0.0;
      if (Math.abs(stored - computed[k]) > Math.max(Math.sqrt(RELATIVE) * largest, roughly)) {
        faults.add(
            fault(
                point,
                "eigenvalues",
                Numbers.exact(stored) + " at number " + (k + 1),
                Numbers.exact(computed[k])));
        return;
      }
    }
  }

  private void checkConnection(Connection connection) {
    StationaryPoint state = landscape.get(connection.transitionState());
    for (int id : new int[] {connection.minus(), connection.plus()}) {
      StationaryPoint minimum = landscape.get(id);
      if (!minimum.isMinimum()) {
        faults.add(
            new Fault(
                "connections", state.id(), "minus, plus", "lead to point " + id + ", no minimum"));
      } else if (minimum.energy() > state.energy()
          && !near(minimum.energy(), state.energy(), scales.energy())) {
        faults.add(
            new Fault(
                "connections",
                state.id(),
                "minus, plus",
                "lead up, to point " + id + " of energy " + Numbers.exact(minimum.energy())));
      }
    }
  }
}
