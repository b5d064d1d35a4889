/**
 * Basin-hopping: random steps between minima, the acceptance of a step at a temperature, step sizes
 * that adapt, and several walkers at different temperatures that exchange their minima.
 */
package dev.tarn.hop;
