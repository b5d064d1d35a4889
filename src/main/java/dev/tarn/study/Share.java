package dev.tarn.study;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * How often something happened in independent trials, with the exact confidence interval of its
 * probability: that of Clopper and Pearson (Biometrika 26, 404, 1934), whose ends are the
 * probabilities at which so many or more, and so few or less, have half the error rate. It holds
 * the probability with at least its level, whatever the probability is.
 *
 * @param count how often it happened
 * @param trials the number of trials, at least 1
 * @param level the confidence level, between 0 and 1
 * @param low the lower end of the interval; 0 if it never happened
 * @param high the upper end; 1 if it always happened
 */
public record Share(int count, int trials, double level, double low, double high) {
  // The last digits of the library's beta quantile need not be the same on every Java version.
  private static final MathContext DIGITS = new MathContext(10);

  /**
   * The share with its interval.
   *
   * @param count how often it happened, from 0 to {@code trials}
   * @param trials the number of trials, at least 1
   * @param level the confidence level, between 0 and 1, for example 0.95
   * @return the share; the ends of the interval are rounded to 10 digits
   * @throws IllegalArgumentException if a number is out of range
   */
  public static Share of(int count, int trials, double level) {
    if (trials < 1) {
      throw new IllegalArgumentException("the number of trials is at least 1, not " + trials);
    }
    if (count < 0 || count > trials) {
      throw new IllegalArgumentException(
          "the count is from 0 to the number of trials, " + trials + ", not " + count);
    }
    if (!(level > 0.0 && level < 1.0)) {
      throw new IllegalArgumentException("the confidence level is between 0 and 1, not " + level);
    }
    Interval interval =
        BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(trials, count, 1.0 - level);
    return new Share(
        count, trials, level, rounded(interval.getLowerBound()), rounded(interval.getUpperBound()));
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(DIGITS).doubleValue();
  }

  /**
   * The observed share.
   *
   * @return {@code count / trials}
   */
  public double value() {
    return (double) count / trials;
  }
}
