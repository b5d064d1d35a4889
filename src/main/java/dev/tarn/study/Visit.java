package dev.tarn.study;

/**
 * A stationary point that a training run passes near.
 *
 * @param point the id of the point
 * @param index the number of negative eigenvalues there
 * @param energy the energy there
 * @param firstStep the step of the first snapshot near it
 * @param lastStep the step of the last one before the run is near another point, or near none
 * @param closestStep the step of the snapshot nearest to it
 * @param distance the Euclidean distance of that snapshot to the nearest symmetry copy of the point
 * @param relative the same, divided by the length of the point's vector of weights, or by 1 where
 *     that is less
 * @param slow whether a slow place of the run lies between the first and the last step
 */
public record Visit(
    int point,
    int index,
    double energy,
    int firstStep,
    int lastStep,
    int closestStep,
    double distance,
    double relative,
    boolean slow) {}
