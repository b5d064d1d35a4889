package dev.tarn.follow;

import java.util.OptionalInt;

/**
 * The branch of one of the points that a {@link Follower} was given.
 *
 * @param id the number of the point
 * @param branch its branch
 * @param partner the number of the point that a branch that returned ends in, up to symmetry:
 *     {@code id} itself for a mirror copy; empty for a branch that did not return, and where the
 *     end is none of the points given
 * @param doubtful whether the branch contradicts another one: both arrive at the same point, or it
 *     returns to a point whose own branch ends elsewhere; one of the two has jumped then
 */
public record Followed(int id, Branch branch, OptionalInt partner, boolean doubtful) {}
