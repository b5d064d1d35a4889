package dev.tarn.benchmark;

import dev.tarn.certify.CatalogueProof;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.network.Network;
import dev.tarn.network.kinds.KindCatalogue;
import dev.tarn.network.kinds.KindEnumeration;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Proving a whole catalogue, all points and that all are different, on one thread. Fails if the
 * Morse sum of the proven points is not 1.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CertifyBenchmark {
  /** The number of hidden units. */
  @Param({"2", "4", "6"})
  public int hidden;

  private Network network;
  private List<PolishedPoint> points;

  /** Enumerates the catalogue. */
  @Setup
  public void prepare() {
    network = Network.xor(hidden, Inputs.LAMBDA);
    KindEnumeration enumeration =
        new KindEnumeration(
            network, ExplorerSettings.defaults().withThreads(1).enumerating(Integer.MAX_VALUE));
    enumeration.run(hidden, JobRunner.threads(1), new Cancellation(), report -> {});
    KindCatalogue catalogue = enumeration.catalogue();
    StationaryPolish polish = StationaryPolish.newton(network);
    points =
        catalogue.classes(hidden).stream()
            .map(found -> polish.characterise(catalogue.coordinates(found, hidden)))
            .toList();
  }

  /** All points proven. */
  @Benchmark
  public CatalogueProof certify() {
    CatalogueProof proof = CatalogueProof.of(network, List.of(), points);
    if (!proof.morseSum().equals(BigInteger.ONE)) {
      throw new IllegalStateException("the Morse sum is " + proof.morseSum());
    }
    return proof;
  }
}
