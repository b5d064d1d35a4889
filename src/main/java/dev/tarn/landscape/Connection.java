package dev.tarn.landscape;

/**
 * The two minima that the steepest-descent paths from a transition state lead to. They may be the
 * same class: the path then joins a minimum to a copy of itself.
 *
 * @param transitionState the id of the transition state
 * @param minus the id of the minimum on the side against the downhill eigenvector
 * @param plus the id of the minimum on the side along it
 * @param minusLength the arc length of the path on the minus side
 * @param plusLength the arc length of the path on the plus side
 * @param saddles the number of saddles that the two paths ran into; 0 but where symmetry confines
 *     them
 */
public record Connection(
    int transitionState, int minus, int plus, double minusLength, double plusLength, int saddles) {}
