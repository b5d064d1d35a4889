/** How a database holds the description of a network. Not exported. */
@NullMarked
package dev.tarn.store.network;

import org.jspecify.annotations.NullMarked;
