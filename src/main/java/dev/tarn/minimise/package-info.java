/** Local minimisation: L-BFGS without line search. */
@NullMarked
package dev.tarn.minimise;

import org.jspecify.annotations.NullMarked;
