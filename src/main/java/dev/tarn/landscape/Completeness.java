package dev.tarn.landscape;

import dev.tarn.explore.Exploration;
import dev.tarn.explore.Goal;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.RunRecord;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/**
 * What speaks for and against a catalogue being complete.
 *
 * <p>The loss grows without bound in every direction, so by Morse theory the sum of {@code
 * (-1)^index} over all its stationary points, every symmetry copy counted, is 1 if none is
 * degenerate. Another sum proves that points are missing. The sum 1 does not prove that none is:
 * missing points may cancel.
 *
 * @param morseSum the sum over the points found
 * @param complete whether the last enumeration of every index ended with the sum 1 and with as many
 *     searches without anything new as its effort asks for, and nothing was added since
 * @param degenerate the number of classes put aside since an eigenvalue lies inside the cutoff
 * @param morseSumWithDegenerate the sum if these counted too, by the signs of their eigenvalues
 * @param estimatedMissing the estimate of {@link MissingClasses} from the hits of all classes
 */
public record Completeness(
    BigInteger morseSum,
    boolean complete,
    int degenerate,
    BigInteger morseSumWithDegenerate,
    double estimatedMissing) {

  /**
   * Judges a landscape.
   *
   * @param landscape the landscape
   * @param runs the runs that made it, in their order
   * @return the judgement
   */
  public static Completeness of(Landscape landscape, List<RunRecord> runs) {
    BigInteger sum = landscape.morseSum();
    boolean ended =
        runs.stream()
            .anyMatch(
                run ->
                    run.goal().equals(Goal.ENUMERATE.label())
                        && run.maxIndex() == Integer.MAX_VALUE
                        && run.status()
                            .equals(Exploration.Status.DONE.name().toLowerCase(Locale.ROOT))
                        && run.lastPoint() == landscape.lastId());
    List<Long> hits =
        landscape.points().stream().map(StationaryPoint::id).map(landscape::hits).toList();
    return new Completeness(
        sum,
        ended && sum.equals(BigInteger.ONE),
        landscape.degeneratePoints().size(),
        landscape.morseSumWithDegenerate(),
        MissingClasses.chao1(hits));
  }
}
