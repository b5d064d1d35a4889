package dev.tarn.cli.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tarn.certify.CatalogueProof;
import dev.tarn.certify.ProvenPoint;
import dev.tarn.data.DataSet;
import dev.tarn.interval.Ball;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A certificate as others can check it: the network, and for each point the box that holds it and
 * what is claimed of it. Numbers are hexadecimal, to the last bit.
 */
public final class CertificateFile {
  /**
   * Boxes are twice as wide, and those of uniqueness a sixteenth, of what was proven: a checker
   * with another approximate inverse has to come to the same end.
   */
  private static final double WIDER = 2.0;

  private static final double NARROWER = 0.0625;

  private CertificateFile() {}

  /** What the potential's points are not proven to do, so that nobody takes it for claimed. */
  private static final List<String> NOT_CLAIMED =
      List.of(
          "that there are no other stationary points",
          "which minima a transition state joins, and barriers along paths");

  private record Whole(
      String format,
      Net network,
      BigInteger morseSum,
      List<Point> points,
      List<Integer> notProven,
      List<String> notClaimed) {}

  private record Net(
      int inputs,
      int hidden,
      String activation,
      int outputs,
      String output,
      List<String> linkPenalties,
      List<String> biasPenalties,
      List<Example> examples) {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  private record Example(
      List<String> inputs, Optional<Integer> label, Optional<List<String>> targets) {}

  private record Point(
      int id,
      int index,
      BigInteger orbit,
      List<Integer> multiplicities,
      int zeros,
      List<String> hi,
      List<String> lo,
      List<String> radius,
      String uniqueness,
      List<String> energy) {}

  /** Whether certificates are written for a potential. */
  public static boolean serves(Potential potential) {
    return potential instanceof Network network && network.architecture().hidden().size() == 1;
  }

  /**
   * The certificate as records.
   *
   * @throws IllegalArgumentException if the potential is not served
   */
  public static Object of(Potential potential, CatalogueProof proof) {
    if (!serves(potential) || !(potential instanceof Network network)) {
      throw new IllegalArgumentException("no network with one hidden layer: " + potential);
    }
    return new Whole(
        "tarn certificate 1",
        net(network),
        proof.morseSum(),
        points(proof),
        proof.results().stream()
            .filter(result -> result.proven().isEmpty())
            .map(CatalogueProof.Result::id)
            .toList(),
        NOT_CLAIMED);
  }

  /** All proven points by number; those put aside have the numbers after the last id. */
  static Map<Integer, ProvenPoint> proven(CatalogueProof proof) {
    int last = proof.results().stream().mapToInt(CatalogueProof.Result::id).max().orElse(0);
    Map<Integer, ProvenPoint> proven = new LinkedHashMap<>();
    for (CatalogueProof.Result result : proof.results()) {
      result.proven().ifPresent(point -> proven.put(result.id(), point));
    }
    for (CatalogueProof.Result result : proof.aside()) {
      result.proven().ifPresent(point -> proven.put(last + result.id(), point));
    }
    return proven;
  }

  private static List<Point> points(CatalogueProof proof) {
    return proven(proof).entrySet().stream()
        .map(entry -> point(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Net net(Network network) {
    Architecture architecture = network.architecture();
    DataSet data = network.data();
    return new Net(
        architecture.inputs(),
        architecture.units(),
        architecture.hidden().get(0).activation().label(),
        architecture.outputs(),
        architecture.output().label(),
        hex(network.penalty().links()),
        hex(network.penalty().biases()),
        IntStream.range(0, data.examples()).mapToObj(d -> example(data, d)).toList());
  }

  private static Example example(DataSet data, int d) {
    List<String> inputs = hex(Vector.of(data.input(d)));
    return data.hasClasses()
        ? new Example(inputs, Optional.of(data.classOf(d)), Optional.empty())
        : new Example(
            inputs,
            Optional.empty(),
            Optional.of(
                IntStream.range(0, data.outputNames().size())
                    .mapToObj(i -> hex(data.target(d, i)))
                    .toList()));
  }

  private static Point point(int id, ProvenPoint point) {
    return new Point(
        id,
        point.index(),
        point.orbit(),
        point.multiplicities(),
        point.zeros(),
        hex(point.box(), Ball::hi),
        hex(point.box(), Ball::lo),
        hex(point.box(), ball -> WIDER * ball.radius()),
        hex(NARROWER * point.uniqueness()),
        List.of(hex(point.energy().lower()), hex(point.energy().upper())));
  }

  private static List<String> hex(Vector numbers) {
    return numbers.stream().mapToObj(CertificateFile::hex).toList();
  }

  private static List<String> hex(List<Ball> box, ToDoubleFunction<Ball> number) {
    return box.stream().map(ball -> hex(number.applyAsDouble(ball))).toList();
  }

  private static String hex(double number) {
    return Double.toHexString(number);
  }
}
