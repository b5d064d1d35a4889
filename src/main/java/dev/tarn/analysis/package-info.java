/** What one reads off a landscape. */
package dev.tarn.analysis;
