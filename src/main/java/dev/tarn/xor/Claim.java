package dev.tarn.xor;

import dev.tarn.stationary.StationaryPoint;
import java.util.Optional;

/** What Mehta, Zhao, Bernal and Wales, Phys. Rev. E 97, 052307 (2018), say of these landscapes. */
public enum Claim {
  /** Section II and appendix A. */
  PADDING(1, "a stationary point padded with a zero unit is stationary"),
  /** Section IV.A. */
  ZERO_POINT(2, "the zero point is a minimum"),
  /** Section IV.C. */
  TWO_UNITS(3, "the best two-unit network, padded, is a saddle of index N_h - 2"),
  /** Section V. */
  THREE_UNITS(4, "for N_h > 3 some minimum has exactly three connected units"),
  /** Section IV.B. */
  FULLY_CONNECTED(5, "all minima at lambda = 1e-6 but the zero point are fully connected"),
  /** Sections IV.A and IV.B, figure 2. */
  FIGURE_2(
      6,
      "N_h = 6, lambda = 1e-2: two minima besides zero, one of three connected units and one of"
          + " six, with probabilities from 0.85 to 0.91"),
  /** Section IV.A, of figures 3 to 6. */
  PROBABILITIES(
      7, "lambda <= 1e-3, N_h = 6: the right class has probability 0.99 or more at every minimum"),
  /** Abstract and section IV.A. */
  GROWTH(
      8, "minima, transition states and their ratio grow in number with N_h and fall with lambda"),
  /** Figure 1 and section IV.A. */
  AUC(9, "AUC at lambda = 1e-6: 0.75 at N_h = 1, some at N_h = 2, else close to 1; zero point 0.5");

  private final int number;
  private final String text;

  Claim(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /**
   * The number under which the claim is reported.
   *
   * @return from 1
   */
  public int number() {
    return number;
  }

  /**
   * The claim in words.
   *
   * @return a sentence without its full stop
   */
  public String text() {
    return text;
  }

  /**
   * What one catalogue says of one claim.
   *
   * @param claim the claim
   * @param hidden the number of hidden units
   * @param lambda the regularisation parameter
   * @param verdict whether the claim holds there
   * @param basis what the verdict rests on
   * @param detail what was found, or why the question is open
   * @param counterexample a point that contradicts the claim, if one point does
   */
  public record Finding(
      Claim claim,
      int hidden,
      double lambda,
      Verdict verdict,
      Basis basis,
      String detail,
      Optional<StationaryPoint> counterexample) {

    /** What a verdict rests on. */
    public enum Basis {
      /** All that it needs is proven. */
      PROVEN("proven"),
      /** A point that speaks against it, or that is the only one, is proven. */
      REFUTED("refuted by certified points"),
      /** What searches have found and rounding tells. */
      OBSERVED("observed");

      private final String label;

      Basis(String label) {
        this.label = label;
      }

      /**
       * The basis in words.
       *
       * @return a few words
       */
      public String label() {
        return label;
      }
    }

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
}
