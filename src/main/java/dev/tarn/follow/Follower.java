package dev.tarn.follow;

import dev.tarn.job.order.OrderedJobs;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.space.Units;
import dev.tarn.stationary.OrbitIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Follows the branches of many stationary points, all of one value of the parameter.
 *
 * <p>Branches are curves that do not end inside, so the results check each other: two branches
 * cannot arrive at the same point, and a branch that returns to another point is that point's
 * branch the other way round. Where that fails a branch has jumped to a neighbour; the branches
 * concerned are followed again with steps and turns a quarter as long, three times at most.
 *
 * <p>The result does not depend on the number of threads. An instance may be used by one thread at
 * a time.
 */
public final class Follower {
  private static final int ROUNDS = 3;
  private static final int FINER = 4;

  private final ParameterFamily family;
  private final FollowSettings settings;
  private final int threads;

  /**
   * A point to be followed.
   *
   * @param id its number
   * @param x the point; not modified
   */
  public record Start(int id, double[] x) {}

  /**
   * Makes a follower.
   *
   * @param family the family; copied for each thread
   * @param settings how to follow
   * @param threads the number of threads, at least 1
   * @throws IllegalArgumentException if there is no thread
   */
  public Follower(ParameterFamily family, FollowSettings settings, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("the number of threads is at least 1, not " + threads);
    }
    this.family = family;
    this.settings = settings;
    this.threads = threads;
  }

  /**
   * Follows all branches.
   *
   * @param starts stationary points at {@code from}, one of each class
   * @param from the parameter there
   * @param to the parameter to go to
   * @param progress receives the number of branches done each time that there is one more; called
   *     on the calling thread; branches that are followed again are not counted again
   * @return the branches in the order of {@code starts}, and their events
   * @throws IllegalArgumentException if a start or a parameter does not suit {@link
   *     Continuation#follow}
   */
  public Diagram run(List<Start> starts, double from, double to, IntConsumer progress) {
    List<Branch> branches = new ArrayList<>(follow(starts, from, to, settings, progress));
    SymmetryGroup symmetry = family.at(from).symmetry();
    Supplier<OrbitIndex> indices = () -> new OrbitIndex(symmetry, settings.tolerances());
    List<Diagram.Followed> followed = Agreement.of(starts, branches, indices);
    FollowSettings finer = settings;
    for (int round = 0; round < ROUNDS; round++) {
      List<Integer> again = new ArrayList<>();
      for (int k = 0; k < followed.size(); k++) {
        if (followed.get(k).doubtful() || branches.get(k).end() == Branch.End.STUCK) {
          again.add(k);
        }
      }
      if (again.isEmpty()) {
        break;
      }
      finer = finer.finer(FINER);
      List<Start> some = again.stream().map(starts::get).toList();
      List<Branch> results = follow(some, from, to, finer, done -> {});
      for (int k = 0; k < again.size(); k++) {
        branches.set(again.get(k), results.get(k));
      }
      followed = Agreement.of(starts, branches, indices);
    }
    List<Diagram.Event> events = Events.of(followed, symmetry, Units.of(family.at(from)).length());
    return new Diagram(followed, events, Offspring.of(family, settings, followed, events, to));
  }

  private List<Branch> follow(
      List<Start> starts, double from, double to, FollowSettings how, IntConsumer progress) {
    List<Branch> branches = new ArrayList<>();
    OrderedJobs.run(
        starts.size(),
        threads,
        () -> {
          Continuation own = new Continuation(family, how);
          return k -> own.follow(starts.get(k).x(), from, to);
        },
        branch -> {
          branches.add(branch);
          progress.accept(branches.size());
        });
    return branches;
  }
}
