package dev.tarn.xor;

import dev.tarn.stationary.StationaryPoint;
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
    HOLDS("holds", "agrees"),
    /** The catalogue contradicts the claim. */
    FAILS("fails", "does not agree"),
    /** The catalogue does not settle the claim. */
    OPEN("open", "open");

    private final String ofClaim;
    private final String ofFigure;

    Verdict(String ofClaim, String ofFigure) {
      this.ofClaim = ofClaim;
      this.ofFigure = ofFigure;
    }

    /**
     * What is said of a claim: it holds, fails or is open.
     *
     * @return one word
     */
    public String ofClaim() {
      return ofClaim;
    }

    /**
     * What is said of a figure that was drawn again: it agrees with what the paper says of it, or
     * does not.
     *
     * @return a few words
     */
    public String ofFigure() {
      return ofFigure;
    }
  }
}
