package dev.tarn.certify;

import dev.tarn.interval.Ball;
import dev.tarn.interval.Interval;
import dev.tarn.potential.Evaluator.SmoothEnergy;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** Proves points of a potential in its own variables, with no symmetry or that of inversion. */
final class PlainProver implements Prover {
  private final Equations equations;
  private final boolean inversion;

  PlainProver(SmoothEnergy energy, int dimension, boolean inversion) {
    equations = new JetEquations(energy, dimension);
    this.inversion = inversion;
  }

  @Override
  public ProvenPoint prove(double[] x) throws NotProven {
    Zero zero = Krawczyk.prove(equations, x);
    List<Ball> box = List.of(zero.box());
    checkNear(box, x);
    Spectrum spectrum = spectrum(equations, zero);
    int orbit = 1;
    if (inversion) {
      List<Ball> image = Boxes.negated(box);
      if (Boxes.areApart(image, box)) {
        orbit = 2;
      } else if (!Boxes.areWithin(image, box, zero.uniqueness())) {
        throw new NotProven("whether inversion leaves the point in place is open");
      }
    }
    return proven(equations, zero, spectrum, BigInteger.valueOf(orbit));
  }

  /** What is proven of a zero in a potential's own variables. */
  static ProvenPoint proven(Equations equations, Zero zero, Spectrum spectrum, BigInteger orbit) {
    return new ProvenPoint(
        List.of(),
        0,
        List.of(zero.box()),
        zero.uniqueness(),
        Interval.of(equations.energy(zero.box())),
        spectrum.eigenvalues(),
        spectrum.negative(),
        orbit);
  }

  /** The eigenvalues at a zero, with a certain index. */
  static Spectrum spectrum(Equations equations, Zero zero) throws NotProven {
    int n = zero.size();
    Interval[] box = new Interval[n];
    Arrays.setAll(box, i -> Interval.of(zero.get(i)));
    Spectrum spectrum = Spectrum.of(equations.isometric(equations.hessian(box)), n);
    if (!spectrum.isCertain()) {
      throw new NotProven("an eigenvalue cannot be told from zero");
    }
    return spectrum;
  }

  static void checkNear(List<Ball> box, double[] x) throws NotProven {
    for (int i = 0; i < x.length; i++) {
      double distance = Math.abs(box.get(i).hi() - x[i]);
      if (!(distance <= NEAR * Math.max(1.0, Math.abs(x[i])))) {
        throw new NotProven(
            String.format(
                java.util.Locale.ROOT,
                "the stationary point that was proven is %.2g away in one variable",
                distance));
      }
    }
  }

  @Override
  public boolean areDifferent(ProvenPoint a, ProvenPoint b) {
    if (a.index() != b.index() || !a.energy().meets(b.energy())) {
      return true;
    }
    return Boxes.areApart(a.box(), b.box())
        && (!inversion || Boxes.areApart(Boxes.negated(a.box()), b.box()));
  }
}
