/** What commands print: tables, JSON, progress. */
@NullMarked
package dev.tarn.cli.view;

import org.jspecify.annotations.NullMarked;
