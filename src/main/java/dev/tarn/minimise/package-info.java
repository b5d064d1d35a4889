/** Local minimisation: L-BFGS without line search, and Newton's method to the rounding floor. */
package dev.tarn.minimise;
