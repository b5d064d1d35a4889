package dev.tarn.store.foreign;

import dev.tarn.data.UnusableFileException;
import dev.tarn.kinetics.Endpoints;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.store.PotentialCodec;
import dev.tarn.thermo.LogProducts;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The potential of a landscape that was imported without it: its points are known, and what the
 * file knew of their curvature, but it cannot be evaluated. Immutable.
 *
 * @param source the name of the file
 * @param dimension the number of coordinates
 * @param vibrations the number of positive eigenvalues of a minimum
 * @param groupOrder the number of copies of a point without symmetry, at least 1
 * @param logProducts by id from 1 the logarithm of the product of positive eigenvalues, NaN where
 *     it is not known
 * @param inertia by id three moments of inertia each, or nothing at all
 * @param modes by id the eigenvector of the lowest eigenvalue, NaN where it is not known, or
 *     nothing at all
 * @param a the ids of the set A that the file names, possibly none
 * @param b the ids of the set B that the file names, possibly none
 */
record ImportedPotential(
    String source,
    int dimension,
    int vibrations,
    BigInteger groupOrder,
    Vector logProducts,
    Vector inertia,
    Vector modes,
    List<Integer> a,
    List<Integer> b)
    implements Potential, LogProducts, Endpoints, PotentialCodec.Description {

  ImportedPotential {
    a = List.copyOf(a);
    b = List.copyOf(b);
  }

  /** What is known of the potential of a foreign landscape. */
  static ImportedPotential of(ForeignLandscape foreign) {
    double[] logs =
        foreign.points().stream().mapToDouble(p -> p.logProduct().orElse(Double.NaN)).toArray();
    boolean moments = foreign.points().stream().allMatch(p -> p.inertia().length() == 3);
    double[] inertia =
        moments
            ? foreign.points().stream().flatMapToDouble(p -> p.inertia().stream()).toArray()
            : new double[0];
    boolean known = foreign.points().stream().anyMatch(p -> p.mode().length() > 0);
    double[] modes = new double[known ? foreign.dimension() * foreign.points().size() : 0];
    Arrays.fill(modes, Double.NaN);
    for (int k = 0; k < foreign.points().size() && known; k++) {
      Vector mode = foreign.points().get(k).mode();
      System.arraycopy(mode.toArray(), 0, modes, k * foreign.dimension(), mode.length());
    }
    return new ImportedPotential(
        String.valueOf(foreign.source().getFileName()),
        foreign.dimension(),
        foreign.vibrations(),
        foreign.groupOrder(),
        Vector.of(logs),
        Vector.of(inertia),
        Vector.of(modes),
        foreign.a().stream().map(place -> place + 1).toList(),
        foreign.b().stream().map(place -> place + 1).toList());
  }

  @Override
  public ImportedPotential potential() {
    return this;
  }

  @Override
  public Evaluator evaluator() {
    throw new UnusableFileException(
        "the potential of the imported landscape "
            + source
            + " is not known, so it cannot be evaluated");
  }

  @Override
  public OptionalDouble logProduct(int id) {
    double log = id < 1 || id > logProducts.length() ? Double.NaN : logProducts.get(id - 1);
    return Double.isNaN(log) ? OptionalDouble.empty() : OptionalDouble.of(log);
  }

  @Override
  public Optional<Vector> inertia(int id) {
    int at = 3 * (id - 1);
    return at < 0 || at + 3 > inertia.length()
        ? Optional.empty()
        : Optional.of(Vector.of(inertia.get(at), inertia.get(at + 1), inertia.get(at + 2)));
  }

  /** The eigenvector of the lowest eigenvalue of a point, if the file has it. */
  Optional<Vector> mode(int id) {
    int at = dimension * (id - 1);
    if (at < 0 || at + dimension > modes.length() || Double.isNaN(modes.get(at))) {
      return Optional.empty();
    }
    return Optional.of(Vector.of(Arrays.copyOfRange(modes.toArray(), at, at + dimension)));
  }

  /** Nothing can be measured: tolerances are in the units of the file. */
  @Override
  public Optional<Scales> scales() {
    return Optional.of(Scales.ONE);
  }

  /** The Morse sum of an imported list says nothing. */
  @Override
  public OptionalLong eulerCharacteristic() {
    return OptionalLong.empty();
  }

  @Override
  public String toString() {
    return "the imported landscape " + source;
  }
}
