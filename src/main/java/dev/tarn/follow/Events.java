package dev.tarn.follow;

import dev.tarn.follow.Diagram.Event.Passage;
import dev.tarn.potential.SymmetryGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts together what several branches say of the same place. */
final class Events {
  private static final double SAME_PARAMETER = 1e-6;
  private static final double SAME_POINT = 1e-4;

  private static final class Group {
    final Branch.CriticalPoint place;
    final List<Passage> passages = new ArrayList<>();

    Group(Branch.CriticalPoint place) {
      this.place = place;
    }

    void add(int id, Branch.CriticalPoint point) {
      boolean known = passages.stream().anyMatch(p -> p.id() == id);
      if (!known) {
        passages.add(new Passage(id, point.indexBefore(), point.indexAfter(), point.turns()));
      }
    }

    Diagram.Event event() {
      passages.sort(Comparator.comparingInt(Passage::id));
      return new Diagram.Event(place, passages);
    }
  }

  private Events() {}

  /**
   * The events of some branches.
   *
   * @param length the unit of length of the potential
   */
  static List<Diagram.Event> of(
      List<Diagram.Followed> followed, SymmetryGroup symmetry, double length) {
    List<Group> groups = new ArrayList<>();
    for (Diagram.Followed branch : followed) {
      List<Branch.CriticalPoint> points = branch.branch().criticalPoints();
      for (int k = 0; k < points.size(); k++) {
        if (points.get(k).turns() || isNearer(branch, k, points.size())) {
          find(groups, points.get(k), symmetry, length).add(branch.id(), points.get(k));
        }
      }
    }
    groups.sort(
        Comparator.comparingDouble((Group group) -> group.place.mu())
            .thenComparingDouble(group -> group.place.energy()));
    return groups.stream().map(Group::event).toList();
  }

  /**
   * Whether a place is nearer to the start of a branch than to its end. A branch between two points
   * is followed from both; what lies on the way without a turn belongs to one of them.
   */
  private static boolean isNearer(Diagram.Followed branch, int place, int places) {
    return branch.partner().isEmpty() || 2 * place <= places - 1;
  }

  private static Group find(
      List<Group> groups, Branch.CriticalPoint point, SymmetryGroup symmetry, double length) {
    double[] x = point.coordinates().toArray();
    double[] copy = new double[x.length];
    for (Group group : groups) {
      Branch.CriticalPoint place = group.place;
      if (place.kind() == point.kind()
          && Math.abs(place.mu() - point.mu()) < SAME_PARAMETER
          && symmetry.nearestCopy(x, place.coordinates().toArray(), copy) < SAME_POINT * length) {
        return group;
      }
    }
    Group group = new Group(point);
    groups.add(group);
    return group;
  }
}
