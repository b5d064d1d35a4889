package dev.tarn.network.kinds;

import dev.tarn.network.Network;
import dev.tarn.network.pattern.KindPoint;
import dev.tarn.network.pattern.UnitSpace;
import dev.tarn.stationary.Tolerances;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A job: starting points of one level. May be sent elsewhere, as may its result.
 *
 * @param plan where it belongs
 * @param starts starting points
 * @param parting points in which copies of a unit are to part, which gives more starting points;
 *     where they do takes long to find, and so is left to the job
 */
record KindBatch(Plan plan, List<KindStart> starts, List<KindPoint> parting)
    implements Serializable {

  /**
   * Where a job belongs.
   *
   * @param level the level that it searches
   * @param ways the way in which each starting point was drawn; none for those that follow from
   *     classes
   * @param origins the known class that each starting point was made of, 0 for none, -1 for one
   *     that follows from classes
   * @param given how many classes have given their starting points after it
   */
  record Plan(int level, int[] ways, int[] origins, Given given) implements Serializable {

    /** The way of a search's starting point, -1 for one that follows from classes. */
    int way(int search) {
      return search < ways.length ? ways[search] : -1;
    }

    /** The same of its origin; the starting points of parted units come last, and have none. */
    int origin(int search) {
      return search < origins.length ? origins[search] : -1;
    }
  }

  /**
   * How many classes have given a level their starting points.
   *
   * @param below those of the level below it
   * @param beforeThat those of the level below that
   * @param parted those of the level itself, in which copies of a unit part
   * @param offered points from elsewhere, in the order in which they were offered
   */
  record Given(int below, int beforeThat, int parted, int offered) implements Serializable {}

  /** What a job gave, in the order of its starting points; null where nothing was found. */
  record Result(Plan plan, @Nullable KindSolver.Find[] finds) implements Serializable {

    int searches() {
      return finds.length;
    }

    Optional<KindSolver.Find> find(int k) {
      return Optional.ofNullable(finds[k]);
    }
  }

  /** Makes what does such jobs, of the family of a network. */
  record Workers(Network network, Tolerances tolerances)
      implements Supplier<Function<KindBatch, Result>>, Serializable {

    @Override
    public Function<KindBatch, Result> get() {
      UnitSpace space = KindCatalogue.units(network);
      KindSolver solver = new KindSolver(space, tolerances);
      Parting parting = new Parting(space);
      return batch -> batch.search(solver, parting);
    }
  }

  private Result search(KindSolver solver, Parting units) {
    List<KindStart> all = new ArrayList<>(starts);
    for (KindPoint whole : parting) {
      units.all(whole).forEach(parted -> all.add(KindStart.following(parted)));
    }
    @Nullable KindSolver.Find[] finds = new KindSolver.Find[all.size()];
    for (int k = 0; k < finds.length; k++) {
      finds[k] = solver.search(all.get(k)).orElse(null);
    }
    return new Result(plan, finds);
  }
}
