package dev.tarn.follow;

/**
 * A branch that splits off another one at a branch point and arrives at a point that no other
 * branch arrives at.
 *
 * @param parent the number of the point whose branch, or a branch split off from it, it leaves
 * @param branch the branch, from beside the branch point on
 */
public record Born(int parent, Branch branch) {}
