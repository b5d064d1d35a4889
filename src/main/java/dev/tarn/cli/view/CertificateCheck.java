package dev.tarn.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.certify.CatalogueProof;
import dev.tarn.certify.Claimed;
import dev.tarn.certify.ProvenPoint;
import dev.tarn.interval.Ball;
import dev.tarn.interval.Interval;
import dev.tarn.potential.Potential;
import dev.tarn.text.Json;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a certificate claims no more than what is proven of a database's points. */
public final class CertificateCheck implements Report {
  private final int points;
  private final List<String> objections;

  private CertificateCheck(int points, List<String> objections) {
    this.points = points;
    this.objections = objections;
  }

  private record Whole(int points, boolean verified, List<String> objections) {}

  /**
   * Reads a certificate and checks it.
   *
   * @param text the certificate as "certify --out" writes it
   * @throws IllegalArgumentException if the text is none
   */
  public static CertificateCheck of(String text, Potential potential, CatalogueProof proof) {
    JsonNode root = Json.read(text);
    JsonNode expected = Json.read(Json.line(CertificateFile.of(potential, proof)));
    if (!root.path("format").equals(expected.get("format")) || !root.path("points").isArray()) {
      throw new IllegalArgumentException("the text is no certificate of this program");
    }
    List<String> objections = new ArrayList<>();
    if (!root.path("network").equals(expected.get("network"))) {
      objections.add("the network is another one");
    }
    Map<Integer, ProvenPoint> proven = CertificateFile.proven(proof);
    Set<Integer> ids = new HashSet<>();
    BigInteger sum = BigInteger.ZERO;
    for (JsonNode node : root.get("points")) {
      int id = node.path("id").asInt();
      Claimed claimed = claimed(node);
      Optional<String> objection =
          Optional.ofNullable(proven.get(id))
              .map(claimed::objection)
              .orElse(Optional.of("that there is such a point"));
      objection.ifPresent(what -> objections.add("point " + id + ": not verified: " + what));
      if (!ids.add(id)) {
        objections.add("point " + id + " stands there twice");
      } else if (objection.isEmpty()) {
        boolean even = claimed.index() % 2 == 0;
        sum = sum.add(even ? claimed.orbit() : claimed.orbit().negate());
      }
    }
    if (!sum.toString().equals(root.path("morseSum").asText())) {
      objections.add("the Morse sum is " + sum + ", not " + root.path("morseSum").asText());
    }
    return new CertificateCheck(root.get("points").size(), List.copyOf(objections));
  }

  private static Claimed claimed(JsonNode node) {
    List<Ball> box = new ArrayList<>();
    for (int i = 0; i < node.path("hi").size(); i++) {
      double radius = number(node.path("radius").path(i));
      if (!(radius >= 0.0)) {
        throw new IllegalArgumentException("a radius is 0 or more, not " + radius);
      }
      box.add(Ball.of(number(node.path("hi").path(i)), number(node.path("lo").path(i)), radius));
    }
    List<Integer> multiplicities = new ArrayList<>();
    node.path("multiplicities").forEach(n -> multiplicities.add(n.asInt()));
    JsonNode energy = node.path("energy");
    return new Claimed(
        node.path("index").asInt(-1),
        new BigInteger(node.path("orbit").asText("0")),
        multiplicities,
        node.path("zeros").asInt(-1),
        box,
        number(node.path("uniqueness")),
        Interval.of(number(energy.path(0)), number(energy.path(1))));
  }

  /** A hexadecimal double; the error of a text that is none names it. */
  private static double number(JsonNode node) {
    return Double.parseDouble(node.asText());
  }

  /** Whether all that the certificate claims is proven. */
  public boolean isVerified() {
    return objections.isEmpty();
  }

  @Override
  public Object json() {
    return new Whole(points, isVerified(), objections);
  }

  @Override
  public void print(PrintWriter out) {
    objections.forEach(out::println);
    out.println(
        isVerified()
            ? "all claims about " + points + " points verified"
            : "NOT verified: " + objections.size() + " claims do not hold");
  }
}
