/** Whether what a landscape says of its points is what the potential says of them. */
@NullMarked
package dev.tarn.study.check;

import org.jspecify.annotations.NullMarked;
