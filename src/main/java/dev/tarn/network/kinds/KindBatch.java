package dev.tarn.network.kinds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A job: starting points of one level. */
record KindBatch(Plan plan, List<KindStart> starts) {

  /**
   * Where a job belongs.
   *
   * @param level the level that it searches
   * @param ways the way in which each starting point was made, -1 for one that follows from below
   * @param origins the known class that each starting point was made of, 0 for none, -1 for one
   *     that follows from classes
   * @param given how many classes have given their starting points after it
   */
  record Plan(int level, int[] ways, int[] origins, Given given) {}

  /**
   * How many classes have given a level their starting points.
   *
   * @param below those of the level below it
   * @param beforeThat those of the level below that
   * @param parted those of the level itself, in which copies of a unit part
   * @param offered points from elsewhere, in the order in which they were offered
   */
  record Given(int below, int beforeThat, int parted, int offered) {}

  /** What a job gave, in the order of its starting points; empty where nothing was found. */
  record Result(Plan plan, List<Optional<KindSolver.Find>> finds) {}

  Result search(KindSolver solver) {
    List<Optional<KindSolver.Find>> finds = new ArrayList<>();
    for (KindStart start : starts) {
      finds.add(solver.search(start));
    }
    return new Result(plan, finds);
  }
}
