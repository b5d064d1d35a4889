package dev.tarn.interval;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number with its first and second derivatives by {@code n} variables, by the chain rule: forward
 * differentiation. Derivatives that are zero since a number does not depend on a variable are not
 * computed with. {@code n^2 / 2} operations of {@code T} for each operation. Immutable.
 *
 * @param <T> what encloses the numbers
 */
public final class Jet<T extends Enclosure<T>> implements Enclosure<Jet<T>> {
  private final int n;
  private final T value;
  // An entry is null where it is zero.
  private final List<@Nullable T> gradient;
  // Of the lower triangle, row by row.
  private final List<@Nullable T> hessian;

  private Jet(T value, int n, List<@Nullable T> gradient, List<@Nullable T> hessian) {
    this.n = n;
    this.value = value;
    this.gradient = gradient;
    this.hessian = hessian;
  }

  /** Variables with given values. */
  public static <T extends Enclosure<T>> List<Jet<T>> variables(List<T> values) {
    int n = values.size();
    List<Jet<T>> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      List<@Nullable T> gradient = zeros(n);
      gradient.set(i, values.get(i).constant(1.0));
      all.add(new Jet<>(values.get(i), n, gradient, zeros(n * (n + 1) / 2)));
    }
    return all;
  }

  private static <T> List<@Nullable T> zeros(int count) {
    List<@Nullable T> zeros = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      zeros.add(null);
    }
    return zeros;
  }

  public T value() {
    return value;
  }

  /** The derivative by a variable. */
  public T gradient(int i) {
    T entry = gradient.get(i);
    return entry == null ? value.constant(0.0) : entry;
  }

  /** The second derivative by two variables. */
  public T hessian(int i, int j) {
    T entry = hessian.get(place(Math.max(i, j), Math.min(i, j)));
    return entry == null ? value.constant(0.0) : entry;
  }

  private static int place(int row, int column) {
    return row * (row + 1) / 2 + column;
  }

  private static <T extends Enclosure<T>> @Nullable T sum(@Nullable T a, @Nullable T b) {
    return a == null ? b : b == null ? a : a.plus(b);
  }

  private static <T extends Enclosure<T>> @Nullable T product(@Nullable T a, @Nullable T b) {
    return a == null || b == null ? null : a.times(b);
  }

  private interface Entry<T> {
    @Nullable T at(int i);
  }

  private interface Pair<T> {
    @Nullable T at(int i, int j, int place);
  }

  private Jet<T> of(T newValue, Entry<T> first, Pair<T> second) {
    List<@Nullable T> newGradient = new ArrayList<>(n);
    List<@Nullable T> newHessian = new ArrayList<>(hessian.size());
    for (int i = 0; i < n; i++) {
      newGradient.add(first.at(i));
      for (int j = 0; j <= i; j++) {
        newHessian.add(second.at(i, j, place(i, j)));
      }
    }
    return new Jet<>(newValue, n, newGradient, newHessian);
  }

  /** A function of this number. */
  private Jet<T> chain(Curve<T> f) {
    return of(
        f.value(),
        i -> product(f.slope(), gradient.get(i)),
        (i, j, place) -> {
          T a = gradient.get(i);
          T b = i == j && a != null ? null : gradient.get(j);
          T both = i == j && a != null ? a.square() : product(a, b);
          return sum(product(f.slope(), hessian.get(place)), product(f.curvature(), both));
        });
  }

  @Override
  public Jet<T> constant(double constant) {
    return new Jet<>(value.constant(constant), n, zeros(n), zeros(hessian.size()));
  }

  @Override
  public Jet<T> plus(Jet<T> other) {
    return of(
        value.plus(other.value),
        i -> sum(gradient.get(i), other.gradient.get(i)),
        (i, j, place) -> sum(hessian.get(place), other.hessian.get(place)));
  }

  @Override
  public Jet<T> plus(double constant) {
    return new Jet<>(value.plus(constant), n, gradient, hessian);
  }

  @Override
  public Jet<T> minus(Jet<T> other) {
    return plus(other.negate());
  }

  @Override
  public Jet<T> negate() {
    return of(
        value.negate(),
        i -> negative(gradient.get(i)),
        (i, j, place) -> negative(hessian.get(place)));
  }

  private static <T extends Enclosure<T>> @Nullable T negative(@Nullable T a) {
    return a == null ? null : a.negate();
  }

  @Override
  public Jet<T> times(Jet<T> other) {
    return of(
        value.times(other.value),
        i -> sum(product(value, other.gradient.get(i)), product(other.value, gradient.get(i))),
        (i, j, place) ->
            sum(
                sum(
                    product(value, other.hessian.get(place)),
                    product(other.value, hessian.get(place))),
                sum(
                    product(gradient.get(i), other.gradient.get(j)),
                    product(gradient.get(j), other.gradient.get(i)))));
  }

  @Override
  public Jet<T> times(double factor) {
    T by = value.constant(factor);
    return of(
        value.times(by),
        i -> product(gradient.get(i), by),
        (i, j, place) -> product(hessian.get(place), by));
  }

  @Override
  public Jet<T> dividedBy(Jet<T> other) {
    return times(other.chain(Curve.reciprocal(other.value)));
  }

  @Override
  public Jet<T> square() {
    return chain(Curve.square(value));
  }

  @Override
  public Jet<T> sqrt() {
    return chain(Curve.sqrt(value));
  }

  @Override
  public Jet<T> exp() {
    return chain(Curve.exp(value));
  }

  @Override
  public Jet<T> softplus() {
    return chain(Curve.softplus(value));
  }

  @Override
  public Jet<T> tanh() {
    return chain(value.tanhCurve());
  }

  @Override
  public Jet<T> logistic() {
    return chain(value.logisticCurve());
  }

  @Override
  public Jet<T> elu() {
    return chain(Curve.elu(value));
  }

  @Override
  public Curve<Jet<T>> tanhCurve() {
    Jet<T> tanh = tanh();
    Jet<T> slope = constant(1.0).minus(tanh.square());
    return new Curve<>(tanh, slope, tanh.times(slope).times(-2.0));
  }

  @Override
  public Curve<Jet<T>> logisticCurve() {
    Jet<T> logistic = logistic();
    Jet<T> slope = logistic.times(negate().logistic());
    return new Curve<>(logistic, slope, slope.times(logistic.times(-2.0).plus(1.0)));
  }

  /** Refused: a derivative of a kink encloses nothing; {@link #elu} has its own. */
  @Override
  public Jet<T> negativePart() {
    throw new UnsupportedOperationException("an energy with kinks has no derivatives everywhere");
  }

  /** Refused, as {@link #negativePart}. */
  @Override
  public Jet<T> belowZero() {
    return negativePart();
  }
}
