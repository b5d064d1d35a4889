package dev.tarn.certify;

import dev.tarn.interval.Ball;
import dev.tarn.interval.Interval;
import dev.tarn.surfaces.atoms.PairEnergy;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Proves points of a free cluster of like atoms, up to rigid motions.
 *
 * <p>The unknowns are the coordinates in a frame that moves with the cluster ({@link
 * ClusterFrame}). Where the energy is stationary in these it is so in all, since along rigid
 * motions it does not change; and the Hessian of the one has as many negative eigenvalues as that
 * of the other, in which the rigid motions are the null space (Sylvester's law). The eigenvalues
 * are those in all coordinates but for as many zeros as there are rigid motions.
 *
 * <p>Copies: a permutation of the atoms with which all distances agree, as far as the box tells,
 * leaves the cluster in place up to an isometry if the permuted box, in the frame again, lies where
 * the point is the only one; then it does so exactly. Every such permutation has to be one or not,
 * certainly. Unless the atoms are in a plane each belongs to a rotation or to a rotation with
 * inversion, in a plane to both: {@code 2 N! / h} copies with their number h.
 */
final class ClusterProver implements Prover {
  private final PairEnergy pair;
  private final int atoms;

  ClusterProver(PairEnergy pair, int atoms) {
    this.pair = pair;
    this.atoms = atoms;
  }

  @Override
  public ProvenPoint prove(double[] x) throws NotProven {
    ClusterFrame frame = ClusterFrame.of(x);
    ClusterEquations equations = new ClusterEquations(pair, atoms, frame.places());
    List<Ball> given = Arrays.stream(x).mapToObj(Ball::of).toList();
    double[] start =
        equations.variables(frame.enter(given)).stream().mapToDouble(Ball::hi).toArray();
    Zero zero = Krawczyk.prove(equations, start);
    PlainProver.checkNear(List.of(zero.box()), start);
    int index = PlainProver.spectrum(equations, zero).negative();
    List<Ball> box = equations.expand(List.of(zero.box()), Ball.ZERO);
    return new ProvenPoint(
        List.of(),
        0,
        box,
        zero.uniqueness(),
        Interval.of(equations.energy(zero.box())),
        eigenvalues(box, index, 3 * atoms - zero.size()),
        index,
        copies(frame, box, zero.uniqueness()));
  }

  /** The eigenvalues in all coordinates but for those that are zero since nothing changes. */
  private List<Interval> eigenvalues(List<Ball> box, int negative, int zeros) {
    int n = 3 * atoms;
    ClusterEquations all = new ClusterEquations(pair, atoms, IntStream.range(0, n).toArray());
    Interval[] wide = box.stream().map(Interval::of).toArray(Interval[]::new);
    List<Interval> values = new ArrayList<>(Spectrum.of(all.hessian(wide), n).eigenvalues());
    values.subList(negative, negative + zeros).clear();
    return values;
  }

  private BigInteger copies(ClusterFrame frame, List<Ball> box, double uniqueness)
      throws NotProven {
    boolean planar = isInPlane(frame, box, uniqueness);
    int fixing = 0;
    for (int[] permutation : new Isometries(box).all()) {
      List<Ball> image = frame.enter(Isometries.permuted(box, permutation));
      if (!Boxes.areWithin(image, box, uniqueness)
          && !Boxes.areWithin(mirrored(image), box, uniqueness)) {
        throw new NotProven("whether a permutation of atoms leaves the cluster in place is open");
      }
      fixing++;
    }
    BigInteger all = BigInteger.TWO;
    for (int i = 2; i <= atoms; i++) {
      all = all.multiply(BigInteger.valueOf(i));
    }
    return all.divide(BigInteger.valueOf(planar ? 2L * fixing : fixing));
  }

  /**
   * Whether the atoms are in a plane, or in line if the frame says so: exactly, or certainly not.
   */
  private static boolean isInPlane(ClusterFrame frame, List<Ball> box, double uniqueness)
      throws NotProven {
    List<Ball> image = frame.isLinear() ? turned(box) : mirrored(box);
    if (Boxes.areWithin(image, box, uniqueness)) {
      return true;
    }
    if (frame.isLinear() || !Boxes.areApart(image, box)) {
      throw new NotProven("whether the atoms are in a plane, or in line, is open");
    }
    return false;
  }

  /** The other side of the plane of the first two axes. */
  private static List<Ball> mirrored(List<Ball> box) {
    return IntStream.range(0, box.size())
        .mapToObj(i -> i % 3 == 2 ? box.get(i).negate() : box.get(i))
        .toList();
  }

  /** Half a turn about the first axis. */
  private static List<Ball> turned(List<Ball> box) {
    return IntStream.range(0, box.size())
        .mapToObj(i -> i % 3 == 0 ? box.get(i) : box.get(i).negate())
        .toList();
  }

  /** Copies have the same distances; their order, by size, does not depend on the atoms'. */
  @Override
  public boolean areDifferent(ProvenPoint a, ProvenPoint b) {
    return a.index() != b.index()
        || !a.orbit().equals(b.orbit())
        || !a.energy().meets(b.energy())
        || Boxes.differByMagnitude(
            new Isometries(a.box()).squares(), new Isometries(b.box()).squares());
  }
}
