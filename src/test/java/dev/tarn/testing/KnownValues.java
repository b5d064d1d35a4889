package dev.tarn.testing;

import java.util.List;

/**
 * Stationary points of the XOR network with all parameters regularised, from an independent
 * enumeration (Newton and eigenvector-following searches for every index from 10^4 to 10^5 random
 * starts), confirmed by the Morse sum. The difference of 0.1425e-10 between the middle transition
 * state of one hidden unit at lambda = 1e-6 and the zero point is published by Mehta et al., Phys.
 * Rev. E 97, 052307 (2018), section III.
 */
public final class KnownValues {
  /** The energy of the zero point. */
  public static final double ZERO_POINT = 0.6931471805599453;

  /** A class: its energy, and the number of its symmetry copies. */
  public record Known(double energy, int orbit) {}

  /** One hidden unit, lambda = 1e-6. */
  public static final List<Known> ONE_UNIT_MINIMA =
      List.of(
          new Known(0.4775399033038, 2),
          new Known(0.4775730093266, 4),
          new Known(0.4776878706797, 2),
          new Known(ZERO_POINT, 1));

  /** One hidden unit, lambda = 1e-6. */
  public static final List<Known> ONE_UNIT_TRANSITION_STATES =
      List.of(
          new Known(ZERO_POINT + 6.02283e-12, 2),
          new Known(ZERO_POINT + 1.424958e-11, 4),
          new Known(ZERO_POINT + 5.09673e-11, 2));

  /** Two hidden units, lambda = 1e-4. */
  public static final List<Known> TWO_UNIT_MINIMA =
      List.of(
          new Known(0.01347583008962, 8),
          new Known(0.01480260451995, 8),
          new Known(0.3553726022691, 16),
          new Known(0.3593058529536, 16),
          new Known(ZERO_POINT, 1));

  /** Two hidden units, lambda = 1e-4. */
  public static final List<Known> TWO_UNIT_TRANSITION_STATES =
      List.of(
          new Known(0.3569918672491, 16),
          new Known(0.3571814381272, 16),
          new Known(0.3596294908642, 16),
          new Known(0.3618365461711, 16),
          new Known(0.4842412330243, 4),
          new Known(0.4854516278784, 8),
          new Known(0.4870289112825, 4),
          new Known(0.4891955113882, 8),
          new Known(0.4897567164685, 4),
          new Known(0.4960712759123, 4),
          new Known(ZERO_POINT + 6.0341e-8, 4),
          new Known(ZERO_POINT + 1.42803e-7, 8));

  private KnownValues() {}
}
