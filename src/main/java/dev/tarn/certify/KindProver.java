package dev.tarn.certify;

import dev.tarn.interval.Ball;
import dev.tarn.interval.Interval;
import dev.tarn.network.Network;
import dev.tarn.network.NetworkTransformation;
import dev.tarn.network.SignedPermutation;
import dev.tarn.network.UnitKinds;
import dev.tarn.potential.Vector;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Proves points of a network with one hidden layer by kinds of units: what it costs does not depend
 * on the number of units.
 *
 * <p>The network's eigenvalues are those of the kinds' Hessian, those of the block of one unit of
 * kind {@code i} another {@code n_i - 1} times, those of the block of a unit without weights as
 * often as there are such, and twice the penalty across centred outputs. Equal units are equal
 * exactly, since the equations are solved where they are; that kinds differ, and are not zero, is
 * read off their boxes.
 */
final class KindProver implements Prover {
  private final Network network;
  private final boolean odd;
  private final boolean zeroAtZero;
  private final int inputs;

  KindProver(Network network) {
    this.network = network;
    odd = network.architecture().hidden().get(0).activation().isOdd();
    zeroAtZero = network.architecture().hidden().get(0).activation().isZeroAtZero();
    inputs = network.architecture().inputs();
  }

  @Override
  public ProvenPoint prove(double[] x) throws NotProven {
    UnitKinds kinds = UnitKinds.of(network, x).orElseThrow();
    int zeros = zeroAtZero ? kinds.zeros() : 0;
    int[] counts =
        kinds.counts().stream()
            .mapToInt(Integer::intValue)
            .limit(kinds.kinds().size() + (zeroAtZero ? 0 : 1))
            .toArray();
    KindEquations equations = new KindEquations(network, counts);
    double[] start = start(kinds, counts.length, equations, x);
    Zero zero = Krawczyk.prove(equations, start);
    List<Ball> box = List.of(zero.box());
    PlainProver.checkNear(box, start);
    checkKinds(box, counts.length, equations.unit());
    Index index = index(equations, zero, counts, zeros);
    return new ProvenPoint(
        Arrays.stream(counts).boxed().toList(),
        zeros,
        box,
        zero.uniqueness(),
        Interval.of(equations.energy(zero.box())),
        index.eigenvalues,
        index.negative,
        orbit(counts, zeros).multiply(BigInteger.valueOf(images(zero, counts, equations))));
  }

  private double[] start(UnitKinds kinds, int count, KindEquations equations, double[] x) {
    int unit = equations.unit();
    int free = equations.outputs().free();
    double[] start = new double[equations.size()];
    for (int i = 0; i < kinds.kinds().size(); i++) {
      UnitKinds.Kind kind = kinds.kinds().get(i);
      for (int k = 0; k < inputs; k++) {
        start[i * unit + k] = kind.incoming().get(k);
      }
      start[i * unit + inputs] = kind.bias();
      putOutputs(kind.outgoing(), start, i * unit + inputs + 1, free);
    }
    double[] biases = new double[equations.outputs().all()];
    Arrays.setAll(biases, i -> x[network.layout().bias(2, i)]);
    putOutputs(Vector.of(biases), start, count * unit, free);
    return start;
  }

  /** The free outputs, less what all outputs have in common where there is one less. */
  private static void putOutputs(Vector outputs, double[] start, int at, int free) {
    double mean = outputs.length() == free ? 0.0 : outputs.stream().sum() / outputs.length();
    for (int r = 0; r < free; r++) {
      start[at + r] = outputs.get(r) - mean;
    }
  }

  private static List<Ball> unit(List<Ball> box, int kind, int unit) {
    return box.subList(kind * unit, (kind + 1) * unit);
  }

  /** Kinds differ from each other, up to sign, and from zero. */
  private void checkKinds(List<Ball> box, int kinds, int unit) throws NotProven {
    List<Ball> nothing = java.util.Collections.nCopies(unit, Ball.ZERO);
    for (int i = 0; i < kinds; i++) {
      List<Ball> one = unit(box, i, unit);
      if (zeroAtZero && !Boxes.areApart(one, nothing)) {
        throw new NotProven("whether a unit has weights is open");
      }
      for (int j = 0; j < i; j++) {
        List<Ball> other = unit(box, j, unit);
        if (!Boxes.areApart(one, other) || (odd && !Boxes.areApart(Boxes.negated(one), other))) {
          throw new NotProven("whether two units are equal is open");
        }
      }
    }
  }

  private record Index(List<Interval> eigenvalues, int negative) {}

  private static Index index(KindEquations equations, Zero zero, int[] counts, int zeros)
      throws NotProven {
    Spectrum pattern = PlainProver.spectrum(equations, zero);
    List<Interval> eigenvalues = new ArrayList<>(pattern.eigenvalues());
    int negative = pattern.negative();
    Interval[] box = new Interval[zero.size()];
    Arrays.setAll(box, i -> Interval.of(zero.get(i)));
    for (int i = 0; i <= counts.length; i++) {
      int times = i < counts.length ? counts[i] - 1 : zeros;
      if (times > 0) {
        Interval[] block = i < counts.length ? equations.block(box, i) : equations.zeroBlock(box);
        Spectrum spectrum = Spectrum.of(equations.isometricBlock(block), equations.unit());
        if (!spectrum.isCertain()) {
          throw new NotProven("an eigenvalue of a unit's block cannot be told from zero");
        }
        negative += times * spectrum.negative();
        for (int copy = 0; copy < times; copy++) {
          eigenvalues.addAll(spectrum.eigenvalues());
        }
      }
    }
    eigenvalues.sort(Comparator.comparingDouble(Interval::middle));
    return new Index(eigenvalues, negative);
  }

  /** {@code N! / (n_1! ... n_m! z!)}, times two for each unit that may change sign. */
  private BigInteger orbit(int[] counts, int zeros) {
    int units = Arrays.stream(counts).sum();
    BigInteger orbit = factorial(units + zeros).divide(factorial(zeros));
    for (int n : counts) {
      orbit = orbit.divide(factorial(n));
    }
    return odd ? orbit.shiftLeft(units) : orbit;
  }

  private static BigInteger factorial(int n) {
    return IntStream.rangeClosed(2, n)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  /** How many different points the symmetries of the data make of a proven one. */
  private int images(Zero zero, int[] counts, KindEquations equations) throws NotProven {
    int fixing = 0;
    List<NetworkTransformation> symmetries = network.symmetry().dataSymmetries();
    List<Ball> box = List.of(zero.box());
    for (NetworkTransformation symmetry : symmetries) {
      List<Ball> image = image(box, counts.length, symmetry, equations);
      if (matches(image, box, counts, equations.unit(), zero.uniqueness())) {
        fixing++;
      } else if (!isElsewhere(image, box, counts, equations.unit())) {
        throw new NotProven("whether a symmetry of the data leaves the point in place is open");
      }
    }
    return symmetries.size() / fixing;
  }

  private List<Ball> image(
      List<Ball> box, int kinds, NetworkTransformation symmetry, KindEquations equations) {
    SignedPermutation in = symmetry.nodes().get(0);
    SignedPermutation out = symmetry.nodes().get(2);
    int unit = equations.unit();
    List<Ball> image = new ArrayList<>();
    for (int i = 0; i < kinds; i++) {
      List<Ball> one = unit(box, i, unit);
      for (int k = 0; k < inputs; k++) {
        image.add(signed(one.get(in.source(k)), in.sign(k)));
      }
      image.add(one.get(inputs));
      image.addAll(outputs(one.subList(inputs + 1, unit), out));
    }
    image.addAll(outputs(box.subList(kinds * unit, box.size()), out));
    return image;
  }

  private static Ball signed(Ball value, int sign) {
    return sign < 0 ? value.negate() : value;
  }

  /** Free outputs after a permutation of all outputs. */
  private static List<Ball> outputs(List<Ball> free, SignedPermutation out) {
    List<Ball> all = new ArrayList<>(free);
    if (out.size() > free.size()) {
      all.add(free.stream().reduce(Ball.ZERO, Ball::minus));
    }
    return IntStream.range(0, free.size())
        .mapToObj(r -> signed(all.get(out.source(r)), out.sign(r)))
        .toList();
  }

  /** Whether an image is the point itself: it lies in its box of uniqueness, kinds rearranged. */
  private boolean matches(
      List<Ball> image, List<Ball> box, int[] counts, int unit, double uniqueness) {
    int kinds = counts.length;
    boolean[] taken = new boolean[kinds];
    for (int i = 0; i < kinds; i++) {
      List<Ball> one = unit(image, i, unit);
      int partner = -1;
      for (int j = 0; j < kinds && partner < 0; j++) {
        List<Ball> other = unit(box, j, unit);
        boolean same =
            Boxes.areWithin(one, other, uniqueness)
                || (odd && Boxes.areWithin(Boxes.negated(one), other, uniqueness));
        partner = same && !taken[j] && counts[i] == counts[j] ? j : -1;
      }
      if (partner < 0) {
        return false;
      }
      taken[partner] = true;
    }
    return Boxes.areWithin(biases(image, kinds, unit), biases(box, kinds, unit), uniqueness);
  }

  private static List<Ball> biases(List<Ball> box, int kinds, int unit) {
    return box.subList(kinds * unit, box.size());
  }

  /** Whether an image is certainly another point: some unit of it is none of the point's. */
  private boolean isElsewhere(List<Ball> image, List<Ball> box, int[] counts, int unit) {
    int kinds = counts.length;
    if (Boxes.areApart(biases(image, kinds, unit), biases(box, kinds, unit))) {
      return true;
    }
    for (int i = 0; i < kinds; i++) {
      List<Ball> one = unit(image, i, unit);
      boolean alone = true;
      for (int j = 0; j < kinds; j++) {
        List<Ball> other = unit(box, j, unit);
        boolean apart =
            Boxes.areApart(one, other) && (!odd || Boxes.areApart(Boxes.negated(one), other));
        alone &= apart || counts[i] != counts[j];
      }
      if (alone) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean areDifferent(ProvenPoint a, ProvenPoint b) {
    if (a.index() != b.index()
        || !a.orbit().equals(b.orbit())
        || !sorted(a).equals(sorted(b))
        || !a.energy().meets(b.energy())) {
      return true;
    }
    return Boxes.differByMagnitude(weights(a), weights(b));
  }

  private static List<Integer> sorted(ProvenPoint point) {
    return point.multiplicities().stream().sorted().toList();
  }

  /** The weights, each kind once for each of its units, all outputs included. */
  private Stream<Ball> weights(ProvenPoint point) {
    int kinds = point.multiplicities().size();
    Outputs layer = new Outputs(network);
    int unit = inputs + 1 + layer.free();
    List<Ball> all = new ArrayList<>();
    for (int i = 0; i <= kinds; i++) {
      int from = i * unit + (i < kinds ? inputs + 1 : 0);
      List<Ball> out = new ArrayList<>(point.box().subList(from, from + layer.free()));
      if (layer.isCentred()) {
        out.add(out.stream().reduce(Ball.ZERO, Ball::minus));
      }
      int times = i < kinds ? point.multiplicities().get(i) : 1;
      for (int copy = 0; copy < times; copy++) {
        all.addAll(out);
        all.addAll(i < kinds ? point.box().subList(i * unit, from) : List.of());
      }
    }
    return all.stream();
  }
}
