package dev.tarn.follow;

import dev.tarn.linear.SymmetricEigen;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.space.Units;
import dev.tarn.stationary.OrbitIndex;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The branches that split off at branch points on the side of the target. Beside the branch point
 * Newton's method starts from the passing branch, displaced along the singular modes by amplitudes
 * from 1e-3 to 1, and keeps what is another stationary point nearby. Not thread-safe.
 */
final class Offspring {
  private static final double[] BESIDE = {1e-3, 1e-2};
  private static final double SINGULAR = 1e-7;
  private static final double SMALLEST = 1e-3;
  private static final double GROWTH = 1.5;
  private static final double LOCALITY = 4.0;
  private static final int MAX_MODES = 6;

  private record Site(int parent, Branch.CriticalPoint place) {}

  private final ParameterFamily family;
  private final Continuation continuation;
  private final SymmetryGroup symmetry;
  private final Tolerances tolerances;
  private final double to;
  private final int n;
  private final SymmetricEigen eigen;
  private final OrbitIndex arrived;
  private final Deque<Site> sites = new ArrayDeque<>();
  private final List<Diagram.Born> born = new ArrayList<>();

  private Offspring(ParameterFamily family, FollowSettings settings, double to) {
    this.family = family;
    this.to = to;
    continuation = new Continuation(family, settings);
    symmetry = family.at(to).symmetry();
    n = family.dimension();
    eigen = new SymmetricEigen(n);
    tolerances = settings.tolerances();
    arrived = new OrbitIndex(symmetry, tolerances);
  }

  static List<Diagram.Born> of(
      ParameterFamily family,
      FollowSettings settings,
      List<Diagram.Followed> followed,
      List<Diagram.Event> events,
      double to) {
    Offspring offspring = new Offspring(family, settings, to);
    for (Diagram.Followed known : followed) {
      if (known.branch().end() == Branch.End.ARRIVED) {
        offspring.note(known.branch());
      }
    }
    for (Diagram.Event event : events) {
      event.passages().stream()
          .filter(passage -> !passage.turns())
          .findFirst()
          .ifPresent(passage -> offspring.visit(passage.id(), event.place()));
    }
    while (!offspring.sites.isEmpty()) {
      offspring.split(offspring.sites.remove());
    }
    return offspring.born;
  }

  private boolean note(Branch branch) {
    Branch.Sample end = branch.last();
    double[] x = end.coordinates().toArray();
    boolean isNew = arrived.find(end.index(), end.energy(), x) == OrbitIndex.ABSENT;
    if (isNew) {
      arrived.add(0, end.index(), end.energy(), x);
    }
    return isNew;
  }

  private void visit(int parent, Branch.CriticalPoint place) {
    if (place.kind() == Branch.CriticalPoint.Kind.BRANCH_POINT) {
      sites.add(new Site(parent, place));
    }
  }

  private void split(Site site) {
    double side = Math.signum(to - site.place.mu());
    for (double beside : BESIDE) {
      double mu = site.place.mu() + side * beside;
      if (side * (to - mu) <= 0.0) {
        continue;
      }
      for (PolishedPoint child : children(site.place, mu)) {
        Branch branch = continuation.follow(child.coordinates(), mu, to);
        if (branch.end() == Branch.End.ARRIVED && note(branch)) {
          born.add(new Diagram.Born(site.parent, branch));
          branch.criticalPoints().forEach(place -> visit(site.parent, place));
        }
      }
    }
  }

  /** The stationary points beside a branch point, without the branch that passes it. */
  private List<PolishedPoint> children(Branch.CriticalPoint place, double mu) {
    List<PolishedPoint> children = new ArrayList<>();
    double[] centre = place.coordinates().toArray();
    Potential potential = family.at(mu);
    Units units = Units.of(potential);
    List<double[]> directions = directions(centre, place.mu(), units.curvature());
    StationaryPolish polish = StationaryPolish.newton(potential, tolerances);
    PolishedPoint passing = polish.polish(centre);
    OrbitIndex known = new OrbitIndex(symmetry, tolerances);
    known.add(0, passing);
    double[] start = new double[n];
    for (double[] direction : directions) {
      for (double amplitude = SMALLEST; amplitude < 1.0; amplitude *= GROWTH) {
        for (int i = 0; i < n; i++) {
          start[i] = passing.coordinates()[i] + amplitude * units.length() * direction[i];
        }
        PolishedPoint found = polish.polish(start);
        double apart = Vectors.distance(found.coordinates(), passing.coordinates());
        if (found.converged()
            && !found.degenerate()
            && apart < LOCALITY * amplitude * units.length()
            && known.find(found) == OrbitIndex.ABSENT) {
          known.add(0, found);
          children.add(found);
        }
      }
    }
    return children;
  }

  /** The singular modes, both ways, and the sums and differences of two of them. */
  private List<double[]> directions(double[] x, double mu, double curvature) {
    double[] hessian = new double[n * n];
    family.evaluator().evaluate(x, mu, new double[n], hessian, new double[n]);
    eigen.decompose(hessian);
    List<double[]> modes = new ArrayList<>();
    for (int k = 0; k < n && modes.size() < MAX_MODES; k++) {
      if (Math.abs(eigen.values()[k]) < SINGULAR * curvature) {
        modes.add(Arrays.copyOfRange(eigen.vectors(), k * n, (k + 1) * n));
      }
    }
    List<double[]> directions = new ArrayList<>();
    for (int a = 0; a < modes.size(); a++) {
      directions.add(sum(modes.get(a), modes.get(a), 0.0, 1.0));
      directions.add(sum(modes.get(a), modes.get(a), 0.0, -1.0));
      for (int b = 0; b < a; b++) {
        for (double sign : new double[] {-1.0, 1.0}) {
          directions.add(sum(modes.get(a), modes.get(b), sign, Math.sqrt(0.5)));
          directions.add(sum(modes.get(a), modes.get(b), sign, -Math.sqrt(0.5)));
        }
      }
    }
    return directions;
  }

  private static double[] sum(double[] a, double[] b, double ofB, double factor) {
    double[] sum = new double[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = factor * (a[i] + ofB * b[i]);
    }
    return sum;
  }
}
