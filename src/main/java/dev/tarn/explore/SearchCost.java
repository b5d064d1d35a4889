package dev.tarn.explore;

import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Work;
import dev.tarn.saddle.SaddleFinder;

/**
 * What searches cost by a potential's model of its evaluations; nothing where it has none.
 *
 * @param work what evaluations cost
 * @param hessian what a Hessian with its eigenvectors costs
 */
record SearchCost(Work work, double hessian) {

  static SearchCost of(Potential potential) {
    Work work = Work.of(potential).orElse(new Work(0.0, 0.0, 0.0));
    return new SearchCost(work, work.decomposed(potential.dimension()));
  }

  /** The cost of evaluations, in multiplications. */
  double of(SaddleFinder.Evaluations used) {
    return used.gradients() * work.gradient()
        + used.products() * work.product()
        + used.hessians() * hessian;
  }
}
