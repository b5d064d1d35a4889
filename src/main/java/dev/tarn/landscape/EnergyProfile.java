package dev.tarn.landscape;

import dev.tarn.path.Descent;
import dev.tarn.path.Pathway;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Transformation;
import dev.tarn.potential.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The energy along a path from minimum to minimum, against the arc length from its start.
 *
 * <p>A path over several transition states is joined end to end. Where one pathway ends and the
 * next begins, the minimum is the same class; the points may be different symmetry copies of it, of
 * the same energy. Immutable.
 *
 * @param stops the stationary points on the way, in order: minimum, transition state, minimum, and
 *     so on
 * @param arcLengths where the points of the path are, ascending from 0, in units of the weights
 * @param energies the energy of each of them
 */
public record EnergyProfile(List<Stop> stops, Vector arcLengths, Vector energies) {
  /**
   * A stationary point on the way.
   *
   * @param id the id of its class
   * @param isMinimum whether it is a minimum; otherwise it is a transition state
   * @param arcLength how far from the start of the path it is
   * @param energy its energy
   */
  public record Stop(int id, boolean isMinimum, double arcLength, double energy) {}

  /**
   * A step with its pathway.
   *
   * @param step the step
   * @param pathway the recorded pathway in the direction of the step, such as {@link
   *     Pathways#along} gives it
   */
  public record Leg(MinimaxPath.Step step, Pathway pathway) {}

  /**
   * Takes a copy of the list.
   *
   * @param stops as above
   * @param arcLengths as above
   * @param energies as above
   */
  public EnergyProfile {
    stops = List.copyOf(stops);
  }

  /**
   * Joins pathways end to end.
   *
   * @param legs the pathways in order, at least one
   * @return the profile
   * @throws IllegalArgumentException if there is none, or one does not begin where the one before
   *     ends
   */
  public static EnergyProfile of(List<Leg> legs) {
    if (legs.isEmpty()) {
      throw new IllegalArgumentException("a profile leads over at least one transition state");
    }
    List<Stop> stops = new ArrayList<>();
    DoubleStream.Builder arcLengths = DoubleStream.builder();
    DoubleStream.Builder energies = DoubleStream.builder();
    double start = 0.0;
    for (Leg leg : legs) {
      MinimaxPath.Step step = leg.step();
      Pathway pathway = leg.pathway();
      double top = start + pathway.minus().length();
      double end = top + pathway.plus().length();
      if (stops.isEmpty()) {
        stops.add(new Stop(step.from(), true, start, pathway.minus().end().energy()));
      } else if (stops.get(stops.size() - 1).id() != step.from()) {
        throw new IllegalArgumentException(
            "the path to minimum "
                + stops.get(stops.size() - 1).id()
                + " does not go on from minimum "
                + step.from());
      }
      stops.add(new Stop(step.transitionState(), false, top, pathway.transitionState().energy()));
      stops.add(new Stop(step.to(), true, end, pathway.plus().end().energy()));
      List<Descent.Point> points = pathway.points();
      for (Descent.Point p : start == 0.0 ? points : points.subList(1, points.size())) {
        arcLengths.add(start + p.arcLength());
        energies.add(p.energy());
      }
      start = end;
    }
    return new EnergyProfile(stops, Vector.of(arcLengths.build()), Vector.of(energies.build()));
  }

  /**
   * Where the points of a profile are, without a jump: each pathway but the first is taken by a
   * symmetry to the copy that begins where the one before ends.
   *
   * @param legs the pathways in order, as for {@link #of}
   * @param potential the potential that they are of; along its null directions a pathway is shifted
   *     as a whole
   * @return the coordinates of each point of the profile, in its order
   * @throws IllegalArgumentException if there is no pathway, or no symmetry takes the beginning of
   *     one to the end of the one before
   */
  public static List<Vector> coordinates(List<Leg> legs, Potential potential) {
    if (legs.isEmpty()) {
      throw new IllegalArgumentException("a profile leads over at least one transition state");
    }
    List<Vector> all = new ArrayList<>();
    double[] end = legs.get(0).pathway().minus().end().coordinates();
    Transformation symmetry = potential.symmetry().identity();
    for (Leg leg : legs) {
      Pathway pathway = leg.pathway();
      double[] start = pathway.minus().end().coordinates();
      if (!all.isEmpty()) {
        double[] before = end;
        symmetry =
            potential
                .symmetry()
                .transporter(start, before)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "no symmetry takes the beginning of the path over transition state "
                                + leg.step().transitionState()
                                + " to where the one before ends, at minimum "
                                + leg.step().from()));
      }
      double[] shift = new double[start.length];
      if (!potential.nullDirections().isEmpty()) {
        shift = difference(end, symmetry.apply(start));
      }
      List<Descent.Point> points = pathway.points();
      for (Descent.Point p : all.isEmpty() ? points : points.subList(1, points.size())) {
        all.add(Vector.of(sum(symmetry.apply(p.coordinates()), shift)));
      }
      end = sum(symmetry.apply(pathway.plus().end().coordinates()), shift);
    }
    return all;
  }

  private static double[] difference(double[] a, double[] b) {
    double[] c = new double[a.length];
    Arrays.setAll(c, i -> a[i] - b[i]);
    return c;
  }

  private static double[] sum(double[] a, double[] b) {
    double[] c = new double[a.length];
    Arrays.setAll(c, i -> a[i] + b[i]);
    return c;
  }

  /**
   * The lowest energy on the way, which is that of a minimum.
   *
   * @return the energy
   */
  public double lowest() {
    return stops.stream().mapToDouble(Stop::energy).min().orElseThrow();
  }
}
