package dev.tarn.landscape;

import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;

/**
 * What speaks for and against a catalogue being complete.
 *
 * <p>By Morse theory the sum of {@code (-1)^index} over all stationary points, every symmetry copy
 * counted, is the Euler characteristic of the space if none is degenerate: 1 for a loss that grows
 * without bound in every direction. Another sum proves that points are missing. The right sum does
 * not prove that none is: missing points may cancel.
 *
 * @param morseSum the sum over the points found
 * @param expectedSum what it is for a complete catalogue; empty where the count does not apply
 * @param complete whether an enumeration of every index ended with this sum and with as many
 *     searches without anything new as its effort asks for, nothing was added since, and no point
 *     is degenerate
 * @param degenerate the number of classes put aside since an eigenvalue lies inside the cutoff
 * @param morseSumWithDegenerate the sum if these counted too, by the signs that rounding gives
 *     their eigenvalues; where they are not degenerate but only very soft, this is the sum that
 *     tells
 * @param estimatedMissing how many classes were probably not seen: the bias-corrected Chao1
 *     estimate from the hits of all classes (Chao, Scand. J. Stat. 11, 265, 1984), a lower bound
 *     when some classes are harder to find than others
 */
public record Completeness(
    BigInteger morseSum,
    OptionalLong expectedSum,
    boolean complete,
    int degenerate,
    BigInteger morseSumWithDegenerate,
    double estimatedMissing) {

  /**
   * Judges a landscape.
   *
   * @param landscape the landscape
   * @param expectedSum the {@linkplain dev.tarn.potential.Potential#eulerCharacteristic() Euler
   *     characteristic} that the potential names
   * @param enumerated whether an enumeration of every index has met its stopping rule, and nothing
   *     was added since
   * @return the judgement
   */
  public static Completeness of(Landscape landscape, OptionalLong expectedSum, boolean enumerated) {
    BigInteger sum = landscape.morseSum();
    int degenerate = landscape.degeneratePoints().size();
    List<Long> hits =
        landscape.points().stream().map(StationaryPoint::id).map(landscape::hits).toList();
    return new Completeness(
        sum,
        expectedSum,
        enumerated && expectedSum.isPresent() && agree(sum, expectedSum) && degenerate == 0,
        degenerate,
        withDegenerate(landscape),
        MissingClasses.chao1(hits));
  }

  private static BigInteger withDegenerate(Landscape landscape) {
    BigInteger sum = landscape.morseSum();
    for (PolishedPoint point : landscape.degeneratePoints()) {
      BigInteger copies = landscape.symmetry().orbitSize(point.coordinates());
      sum = ClassTable.addCopies(sum, point.index(), copies);
    }
    return sum;
  }

  /**
   * Whether the sum says nothing against the catalogue.
   *
   * @return true if it is as expected, or nothing can be expected
   */
  public boolean sumAgrees() {
    return agree(morseSum, expectedSum);
  }

  /**
   * Whether a sum says nothing against a catalogue.
   *
   * @param morseSum the sum over the points found
   * @param expectedSum what it is for a complete catalogue; empty where the count does not apply
   * @return true if they are equal, or nothing can be expected
   */
  public static boolean agree(BigInteger morseSum, OptionalLong expectedSum) {
    return expectedSum.isEmpty() || morseSum.equals(BigInteger.valueOf(expectedSum.getAsLong()));
  }
}
