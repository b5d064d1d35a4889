package dev.tarn.certify;

import dev.tarn.network.Network;
import dev.tarn.potential.Evaluator.SmoothEnergy;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.surfaces.Cluster;
import dev.tarn.surfaces.atoms.PairEnergy;

/** Proves stationary points of one potential. Immutable, may be shared between threads. */
interface Prover {

  /**
   * The farthest that a point may be from what is proven of it, in each variable: ten times what
   * the polish leaves of a Newton step.
   */
  double NEAR = 1e-6;

  /**
   * Proves the stationary point that lies near a point.
   *
   * @param x the point, in the potential's variables; not modified
   * @throws NotProven with the reason if that does not succeed
   */
  ProvenPoint prove(double[] x) throws NotProven;

  /**
   * Whether two proven points are certainly not of one class. The group must consist of changes of
   * sign and permutations of the variables, as that of every network does.
   */
  boolean areDifferent(ProvenPoint a, ProvenPoint b);

  /**
   * The prover of a potential.
   *
   * @throws IllegalArgumentException if its points cannot be certified; the message says why
   */
  static Prover of(Potential potential) {
    if (potential instanceof Network network) {
      return ofNetwork(network);
    }
    if (potential instanceof Cluster cluster) {
      return ofCluster(cluster);
    }
    SmoothEnergy energy =
        potential.capability(SmoothEnergy.class).orElseThrow(() -> inDoublesOnly(potential));
    if (!potential.nullDirections().isEmpty()) {
      throw new IllegalArgumentException(
          "the points of " + potential + " cannot be certified: they are not isolated");
    }
    SymmetryGroup group = potential.symmetry();
    boolean inversion = group.equals(SymmetryGroup.inversion());
    if (!inversion && !group.equals(SymmetryGroup.trivial())) {
      throw new IllegalArgumentException(
          "the points of " + potential + " cannot be certified: its symmetry is not known exactly");
    }
    return new PlainProver(energy, potential.dimension(), inversion);
  }

  private static Prover ofCluster(Cluster cluster) {
    return cluster
        .capability(PairEnergy.class)
        .map(pair -> new ClusterProver(pair, cluster.atoms()))
        .orElseThrow(() -> inDoublesOnly(cluster));
  }

  private static IllegalArgumentException inDoublesOnly(Potential potential) {
    return new IllegalArgumentException(
        "the points of "
            + potential
            + " cannot be certified: its derivatives are known in doubles only, not in intervals");
  }

  private static Prover ofNetwork(Network network) {
    if (network.hasKinks()) {
      throw new IllegalArgumentException(
          "the points of a network of ReLU units cannot be certified: its energy has kinks, on"
              + " which there is no Hessian");
    }
    Potential searched = network.reduction().map(r -> r.potential()).orElse(network);
    if (!searched.nullDirections().isEmpty()) {
      throw new IllegalArgumentException(
          "the points of "
              + network
              + " cannot be certified: along its free weights they are not isolated");
    }
    return network.architecture().hidden().size() == 1
        ? new KindProver(network)
        : new DenseProver(network);
  }
}
