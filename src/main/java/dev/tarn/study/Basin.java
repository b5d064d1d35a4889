package dev.tarn.study;

import dev.tarn.potential.Vector;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A minimum, or another end, that training runs lead to.
 *
 * @param kind what it is, and so how ends were found to be the same
 * @param index the number of negative eigenvalues; 0 where nothing is known of them
 * @param energy the lowest energy of an end that belongs here
 * @param accuracy the share of the training examples that this end predicts rightly; empty for a
 *     network that does not tell classes apart
 * @param point the parameters of this end
 * @param firstRun the number of the first run that led here
 * @param share how many of the runs led here
 * @param good whether it counts as a good minimum
 * @param known the id of the minimum in the catalogue that the ends were compared with; empty if it
 *     is not there, or there is no catalogue
 */
public record Basin(
    Kind kind,
    int index,
    double energy,
    OptionalDouble accuracy,
    Vector point,
    long firstRun,
    Share share,
    boolean good,
    OptionalInt known) {

  /** What an end is. */
  public enum Kind {
    /** A minimum, settled by Newton's method; ends are the same up to symmetry. */
    MINIMUM,
    /**
     * A stationary point without negative eigenvalues, but with one of zero, such as a valley that
     * unused weights leave; ends are the same by their energy, to 1e-8, and accuracy.
     */
    DEGENERATE,
    /** A stationary point with a negative eigenvalue; ends are the same up to symmetry. */
    SADDLE,
    /**
     * The lowest point that L-BFGS reached, where Newton's method does not apply, as on the kinks
     * of a ReLU network without a regulariser, or finds no stationary point nearby, as where the
     * energy falls for ever; ends are the same by energy and accuracy, to the tolerances of {@link
     * ReliabilitySettings}.
     */
    UNSETTLED
  }
}
