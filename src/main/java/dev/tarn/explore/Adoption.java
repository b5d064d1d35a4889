package dev.tarn.explore;

import java.util.List;

/**
 * Points that come from elsewhere, to be taken in without a search.
 *
 * @param points points of the full space
 * @param method the method that they are to be known by
 */
record Adoption(List<double[]> points, String method) {}
