package dev.tarn.certify;

import dev.tarn.interval.Ball;
import dev.tarn.interval.Enclosure;
import dev.tarn.interval.Interval;
import dev.tarn.interval.Jet;
import dev.tarn.surfaces.atoms.PairEnergy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The energy of a cluster, {@code E = sum_{i<j} v(q_ij)} with the squared distances {@code q}, in
 * some of the atoms' coordinates while the others are zero. With {@code d = r_i - r_j}
 *
 * <pre>
 *   dE/dr_i = sum_j 2 v' d,    d2E/dr_i dr_i = sum_j (2 v' + 4 v'' d d^T) = -sum_j d2E/dr_i dr_j
 * </pre>
 */
final class ClusterEquations implements Equations {
  private final PairEnergy pair;
  private final int coordinates;
  private final int[] places;

  /**
   * The equations.
   *
   * @param pair the energy of two atoms
   * @param atoms the number of atoms
   * @param places the coordinates that are variables, ascending
   */
  ClusterEquations(PairEnergy pair, int atoms, int[] places) {
    this.pair = pair;
    coordinates = 3 * atoms;
    this.places = places.clone();
  }

  @Override
  public int size() {
    return places.length;
  }

  /** All coordinates, given the variables. */
  <T> List<T> expand(List<T> variables, T zero) {
    List<T> all = new ArrayList<>(Collections.nCopies(coordinates, zero));
    for (int i = 0; i < places.length; i++) {
      all.set(places[i], variables.get(i));
    }
    return all;
  }

  /** The variables, given all coordinates. */
  <T> List<T> variables(List<T> all) {
    return Arrays.stream(places).mapToObj(all::get).toList();
  }

  /** What two atoms contribute: their difference, and the energy by the squared distance. */
  private record Term<T extends Enclosure<T>>(List<T> d, Jet<T> v) {}

  private <T extends Enclosure<T>> Term<T> term(List<T> r, int i, int j) {
    List<T> d = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      d.add(r.get(i + k).minus(r.get(j + k)));
    }
    return new Term<>(d, pair.at(Jet.variables(List.of(square(d))).get(0)));
  }

  /** The square of a vector's length. */
  static <T extends Enclosure<T>> T square(List<T> d) {
    return d.get(0).square().plus(d.get(1).square()).plus(d.get(2).square());
  }

  @Override
  public Ball energy(Ball[] box) {
    List<Ball> r = expand(List.of(box), Ball.ZERO);
    Ball sum = Ball.ZERO;
    for (int i = 3; i < coordinates; i += 3) {
      for (int j = 0; j < i; j += 3) {
        sum = sum.plus(term(r, i, j).v().value());
      }
    }
    return sum;
  }

  @Override
  public Ball[] gradient(Ball[] box) {
    List<Ball> r = expand(List.of(box), Ball.ZERO);
    Ball[] all = new Ball[coordinates];
    Arrays.fill(all, Ball.ZERO);
    for (int i = 3; i < coordinates; i += 3) {
      for (int j = 0; j < i; j += 3) {
        Term<Ball> term = term(r, i, j);
        Ball twice = term.v().gradient(0).times(2.0);
        for (int k = 0; k < 3; k++) {
          Ball force = twice.times(term.d().get(k));
          all[i + k] = all[i + k].plus(force);
          all[j + k] = all[j + k].minus(force);
        }
      }
    }
    return variables(List.of(all)).toArray(new Ball[0]);
  }

  @Override
  public Interval[] hessian(Interval[] box) {
    List<Interval> r = expand(List.of(box), Interval.ZERO);
    Interval[] all = new Interval[coordinates * coordinates];
    Arrays.fill(all, Interval.ZERO);
    for (int i = 3; i < coordinates; i += 3) {
      for (int j = 0; j < i; j += 3) {
        addBlocks(term(r, i, j), i, j, all);
      }
    }
    int n = places.length;
    Interval[] hessian = new Interval[n * n];
    Arrays.setAll(hessian, k -> all[places[k / n] * coordinates + places[k % n]]);
    return hessian;
  }

  private void addBlocks(Term<Interval> term, int i, int j, Interval[] all) {
    Interval along = term.v().hessian(0, 0).times(4.0);
    Interval across = term.v().gradient(0).times(2.0);
    for (int k = 0; k < 3; k++) {
      Interval d = term.d().get(k);
      for (int l = 0; l < 3; l++) {
        Interval entry =
            k == l ? across.plus(along.times(d.square())) : along.times(d.times(term.d().get(l)));
        add(all, i + k, i + l, entry);
        add(all, j + k, j + l, entry);
        add(all, i + k, j + l, entry.negate());
        add(all, j + k, i + l, entry.negate());
      }
    }
  }

  private void add(Interval[] all, int row, int column, Interval entry) {
    int place = row * coordinates + column;
    all[place] = all[place].plus(entry);
  }
}
