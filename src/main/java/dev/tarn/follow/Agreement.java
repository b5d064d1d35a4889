package dev.tarn.follow;

import dev.tarn.stationary.OrbitIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Where the branches of all points end, and whether that can be true of all of them. */
final class Agreement {
  private final List<Follower.Start> starts;
  private final List<Branch> branches;
  private final int[] partner;
  private final boolean[] doubtful;

  private Agreement(
      List<Follower.Start> starts, List<Branch> branches, Supplier<OrbitIndex> indices) {
    this.starts = starts;
    this.branches = branches;
    partner = new int[branches.size()];
    doubtful = new boolean[branches.size()];
    findPartners(indices.get());
    checkReturned();
    checkArrived(indices.get());
  }

  static List<Diagram.Followed> of(
      List<Follower.Start> starts, List<Branch> branches, Supplier<OrbitIndex> indices) {
    Agreement agreement = new Agreement(starts, branches, indices);
    List<Diagram.Followed> followed = new ArrayList<>();
    for (int k = 0; k < branches.size(); k++) {
      int other = agreement.partner[k];
      followed.add(
          new Diagram.Followed(
              starts.get(k).id(),
              branches.get(k),
              other == OrbitIndex.ABSENT
                  ? OptionalInt.empty()
                  : OptionalInt.of(starts.get(other).id()),
              agreement.doubtful[k]));
    }
    return followed;
  }

  private void findPartners(OrbitIndex index) {
    for (int k = 0; k < branches.size(); k++) {
      Branch.Sample start = branches.get(k).samples().get(0);
      index.add(k, start.index(), start.energy(), starts.get(k).x());
    }
    Arrays.fill(partner, OrbitIndex.ABSENT);
    for (int k = 0; k < branches.size(); k++) {
      if (branches.get(k).end() == Branch.End.RETURNED) {
        Branch.Sample end = branches.get(k).last();
        partner[k] = index.find(end.index(), end.energy(), end.coordinates().toArray());
      }
    }
  }

  private void checkReturned() {
    for (int k = 0; k < branches.size(); k++) {
      if (partner[k] != OrbitIndex.ABSENT && partner[partner[k]] != k) {
        doubtful[k] = true;
        doubtful[partner[k]] = true;
      }
    }
  }

  private void checkArrived(OrbitIndex index) {
    for (int k = 0; k < branches.size(); k++) {
      if (branches.get(k).end() != Branch.End.ARRIVED) {
        continue;
      }
      Branch.Sample end = branches.get(k).last();
      double[] x = end.coordinates().toArray();
      int same = index.find(end.index(), end.energy(), x);
      if (same == OrbitIndex.ABSENT) {
        index.add(k, end.index(), end.energy(), x);
      } else {
        doubtful[k] = true;
        doubtful[same] = true;
      }
    }
  }
}
