/**
 * Stationary points followed as a parameter of the potential changes: branches, folds, branch
 * points.
 */
package dev.tarn.follow;
