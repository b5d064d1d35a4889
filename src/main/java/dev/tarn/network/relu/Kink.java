package dev.tarn.network.relu;

/**
 * A ReLU unit that stands on its kink for an example.
 *
 * @param layer the hidden layer, from 1
 * @param unit the unit, from 0
 * @param example the example, from 0
 * @param sum the sum of its bias and weighted inputs, which is near zero
 */
public record Kink(int layer, int unit, int example, double sum) {}
