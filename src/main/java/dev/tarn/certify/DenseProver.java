package dev.tarn.certify;

import dev.tarn.interval.Ball;
import dev.tarn.network.Network;
import dev.tarn.potential.Transformation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Proves points of a network with several hidden layers, or none, in all its weights but those of
 * the last output of a softmax.
 *
 * <p>The group's elements are permutations of the weights with changes of sign. Those that leave a
 * point in place to 1e-6 are checked by the box of uniqueness, and any other moves some weight by
 * more than the box is wide; so the orbit is exact.
 */
final class DenseProver implements Prover {
  private final Network network;
  private final DenseEnergy energy;
  private final Equations equations;

  DenseProver(Network network) {
    this.network = network;
    energy = new DenseEnergy(network);
    equations = energy.equations();
  }

  @Override
  public ProvenPoint prove(double[] x) throws NotProven {
    double[] centred = network.reduction().map(r -> r.lift(r.reduce(x))).orElse(x);
    int[] places = energy.places();
    double[] start = new double[places.length];
    Arrays.setAll(start, i -> centred[places[i]]);
    Zero zero = Krawczyk.prove(equations, start);
    List<Ball> box = List.of(zero.box());
    PlainProver.checkNear(box, start);
    Spectrum spectrum = PlainProver.spectrum(equations, zero);
    checkStabiliser(box, zero.uniqueness());
    BigInteger orbit = network.symmetry().orbitSize(middles(weights(box)));
    return PlainProver.proven(equations, zero, spectrum, orbit);
  }

  private void checkStabiliser(List<Ball> box, double uniqueness) throws NotProven {
    List<Ball> whole = weights(box);
    int[] places = energy.places();
    for (Transformation fixing : network.symmetry().stabiliserGenerators(middles(whole))) {
      // An element moves and negates numbers, so it may be applied to their parts.
      double[] hi = fixing.apply(whole.stream().mapToDouble(Ball::hi).toArray());
      double[] lo = fixing.apply(whole.stream().mapToDouble(Ball::lo).toArray());
      double[] radius = fixing.apply(whole.stream().mapToDouble(Ball::radius).toArray());
      List<Ball> image = new ArrayList<>();
      for (int place : places) {
        image.add(Ball.of(hi[place], lo[place], Math.abs(radius[place])));
      }
      if (!Boxes.areWithin(image, box, uniqueness)) {
        throw new NotProven("whether the symmetry \"" + fixing + "\" is exact is open");
      }
    }
  }

  private static double[] middles(List<Ball> weights) {
    return weights.stream().mapToDouble(Ball::hi).toArray();
  }

  /** All weights of the network. */
  private List<Ball> weights(List<Ball> box) {
    Ball[] all = new Ball[network.dimension()];
    int[] places = energy.places();
    for (int i = 0; i < places.length; i++) {
      all[places[i]] = box.get(i);
    }
    if (energy.outputs().isCentred()) {
      int free = energy.outputs().free();
      int[] last = energy.lastOutput();
      int first = places.length - last.length * free;
      for (int k = 0; k < last.length; k++) {
        int at = first + k * free;
        all[last[k]] = box.subList(at, at + free).stream().reduce(Ball.ZERO, Ball::minus);
      }
    }
    return List.of(all);
  }

  @Override
  public boolean areDifferent(ProvenPoint a, ProvenPoint b) {
    return a.index() != b.index()
        || !a.orbit().equals(b.orbit())
        || !a.energy().meets(b.energy())
        || Boxes.differByMagnitude(magnitudes(a), magnitudes(b));
  }

  private Stream<Ball> magnitudes(ProvenPoint point) {
    return weights(point.box()).stream();
  }
}
