package dev.tarn.analysis;

import dev.tarn.landscape.StationaryPoint;
import java.util.Optional;

/**
 * What one catalogue says of one claim.
 *
 * @param claim the claim
 * @param hidden the number of hidden units
 * @param lambda the regularisation parameter
 * @param verdict whether the claim holds there
 * @param detail what was found, or why the question is open
 * @param counterexample a point that contradicts the claim, if one point does
 */
public record Finding(
    Claim claim,
    int hidden,
    double lambda,
    Verdict verdict,
    String detail,
    Optional<StationaryPoint> counterexample) {

  /** Whether a claim holds. */
  public enum Verdict {
    /** The catalogue bears the claim out. */
    HOLDS,
    /** The catalogue contradicts the claim. */
    FAILS,
    /** The catalogue does not settle the claim. */
    OPEN
  }
}
