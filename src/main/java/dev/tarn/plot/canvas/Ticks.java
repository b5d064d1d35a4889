package dev.tarn.plot.canvas;

import dev.tarn.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Places for the ticks of an axis, and what they say. Immutable. */
final class Ticks {
  private static final double INEXACT = 0.05;
  private static final int MOST_MINOR = 50;

  private final Axis axis;
  private final double low;
  private final double high;

  Ticks(Axis axis) {
    this.axis = axis;
    low = axis.low();
    high = axis.high();
  }

  /** Round numbers at equal distances of no less than a least one. */
  List<Axis.Tick> steps(int fitting, double least) {
    double step = Math.max(least, step(fitting));
    BigDecimal offset = axis.offset();
    double largest =
        Math.max(
            Math.abs(new BigDecimal(low).subtract(offset).doubleValue()),
            Math.abs(new BigDecimal(high).subtract(offset).doubleValue()));
    int shared =
        Decimals.exponent(largest) >= -3 && Decimals.exponent(largest) <= 4
            ? 0
            : Decimals.exponent(largest);
    int digits = Math.max(0, shared - Decimals.exponent(step));
    List<Axis.Tick> ticks = new ArrayList<>();
    BigDecimal exact = new BigDecimal(Numbers.rounded(step, 1));
    // A tick at the very end counts, even where rounding has put the end just before it.
    double reach = Decimals.ROUNDING * step;
    BigDecimal last = Decimals.multiples(high + reach, exact, RoundingMode.FLOOR);
    BigDecimal k = Decimals.multiples(low - reach, exact, RoundingMode.CEILING);
    for (; k.compareTo(last) <= 0; k = k.add(BigDecimal.ONE)) {
      BigDecimal value = exact.multiply(k);
      double place = value.doubleValue();
      if (value.subtract(new BigDecimal(place)).abs().doubleValue() > INEXACT * step) {
        // The range is so narrow that no double stands there.
        continue;
      }
      BigDecimal shown = value.subtract(offset);
      String label =
          shown
              .movePointLeft(shared)
              .setScale(digits, RoundingMode.HALF_EVEN)
              .toPlainString()
              .replace('-', '\u2212');
      if (shared != 0) {
        label = shown.signum() == 0 ? "0" : label + "\u00d7" + Decimals.power(shared);
      }
      ticks.add(new Axis.Tick(place, label));
    }
    return ticks;
  }

  /** The widest round step that gives no more ticks than fit, or a narrower one for three ticks. */
  private double step(int fitting) {
    double range = high - low;
    double step = Decimals.mark(range / Math.max(2, fitting), true);
    double finer = Decimals.mark(0.7 * step, false);
    boolean few = Math.floor(high / step) - Math.ceil(low / step) < 2.0;
    return few && range / finer <= fitting + 2.0 ? finer : step;
  }

  /** The powers of ten, with smaller ticks between them where there is room. */
  List<Axis.Tick> decades(int fitting) {
    int first = (int) Math.floor(StrictMath.log10(low) + Decimals.ROUNDING);
    int last = (int) Math.floor(StrictMath.log10(high) + Decimals.ROUNDING);
    boolean narrow = last - first < 2;
    boolean plain = first >= -3 && last <= 4;
    int every = Math.max(1, (int) Math.ceil((last - first + 1.0) / Math.max(2, fitting)));
    List<Axis.Tick> ticks = new ArrayList<>();
    for (int decade = first; decade <= last; decade++) {
      for (int m = 1; m <= 9; m++) {
        double value = Double.parseDouble(m + "e" + decade);
        if (value < low * (1.0 - Decimals.ROUNDING) || value > high * (1.0 + Decimals.ROUNDING)) {
          continue;
        }
        boolean labelled =
            m == 1 ? Math.floorMod(decade, every) == 0 : narrow && (m == 2 || m == 5);
        if (labelled || every == 1 || (m == 1 && last - first < MOST_MINOR)) {
          ticks.add(new Axis.Tick(value, labelled ? decadeLabel(m, decade, plain) : ""));
        }
      }
    }
    return ticks;
  }

  private static String decadeLabel(int m, int decade, boolean plain) {
    if (plain) {
      return new BigDecimal(m + "e" + decade).toPlainString();
    }
    return m == 1 ? Decimals.power(decade) : m + "\u00d7" + Decimals.power(decade);
  }
}
