/** The explorer that grows a landscape: jobs, their schedules and when to stop. */
@NullMarked
package dev.tarn.explore;

import org.jspecify.annotations.NullMarked;
