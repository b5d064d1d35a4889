package dev.tarn.store.network;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.data.DataSet;
import dev.tarn.data.Standardisation;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Architecture.HiddenLayer;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.network.Regularisation;
import dev.tarn.potential.Vector;
import dev.tarn.store.NetworkDescription;
import dev.tarn.store.PotentialCodec;
import dev.tarn.text.DoubleBlob;
import dev.tarn.text.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Writes and reads descriptions of networks. That of the XOR network is a number of hidden units, a
 * lambda and what is regularised; that of any other holds its layers, its penalty and its data.
 */
public final class NetworkCodec implements PotentialCodec {
  private static final String XOR = "xor";
  private static final String GENERAL = "dense";

  private static final String TRAINING = "training";
  private static final String TEST = "test";
  private static final String INPUTS = "_inputs";
  private static final String BYTES = "_bytes";

  /** For {@link java.util.ServiceLoader}. */
  public NetworkCodec() {}

  @Override
  public Set<String> kinds() {
    return Set.of(XOR, GENERAL);
  }

  @Override
  public Optional<Map<String, Object>> write(PotentialCodec.Description description) {
    return description instanceof NetworkDescription network
        ? Optional.of(rows(network))
        : Optional.empty();
  }

  private record Shape(int inputs, List<Layer> hidden, int outputs, String output) {}

  private record Layer(int units, String activation) {}

  private record Coefficients(Vector links, Vector biases) {}

  private record About(
      String name,
      int examples,
      List<String> inputs,
      List<String> outputs,
      boolean classes,
      @JsonInclude(NON_EMPTY) Optional<Integer> steps,
      @JsonInclude(NON_EMPTY) Optional<Vector> means,
      @JsonInclude(NON_EMPTY) Optional<Vector> deviations,
      @JsonInclude(NON_EMPTY) Optional<Vector> targetMeans,
      @JsonInclude(NON_EMPTY) Optional<Vector> targetDeviations) {}

  private static Map<String, Object> rows(NetworkDescription description) {
    Network network = description.network();
    Map<String, Object> rows = new LinkedHashMap<>();
    if (network.isXor()) {
      rows.put(KIND, XOR);
      rows.put("hidden", network.architecture().units());
      rows.put("lambda", network.penalty().links().get(0));
      rows.put("regularise", network.penalty().regularisation().orElseThrow().label());
      return rows;
    }
    rows.put(KIND, GENERAL);
    Architecture architecture = network.architecture();
    rows.put(
        "architecture",
        Json.line(
            new Shape(
                architecture.inputs(),
                architecture.hidden().stream()
                    .map(layer -> new Layer(layer.units(), layer.activation().label()))
                    .toList(),
                architecture.outputs(),
                architecture.output().label())));
    Penalty penalty = network.penalty();
    rows.put("penalty", Json.line(new Coefficients(penalty.links(), penalty.biases())));
    put(rows, TRAINING, network.data());
    description.test().ifPresent(data -> put(rows, TEST, data));
    return rows;
  }

  @Override
  public NetworkDescription read(Map<String, Object> rows) {
    return XOR.equals(rows.get(KIND)) ? NetworkDescription.of(xor(rows)) : general(rows);
  }

  private static Network xor(Map<String, Object> rows) {
    if (rows.get("hidden") instanceof Number hidden
        && rows.get("lambda") instanceof Number lambda
        && rows.get("regularise") instanceof String regularise) {
      return Network.xor(hidden.intValue(), lambda.doubleValue(), Regularisation.of(regularise));
    }
    throw new IllegalArgumentException(
        "its table \"potential\" lacks hidden, lambda or regularise");
  }

  private static NetworkDescription general(Map<String, Object> rows) {
    JsonNode shape = json(rows, "architecture");
    List<HiddenLayer> hidden = new ArrayList<>();
    for (JsonNode layer : shape.path("hidden")) {
      hidden.add(
          new HiddenLayer(
              layer.path("units").asInt(), Activation.of(layer.path("activation").asText())));
    }
    Architecture architecture =
        new Architecture(
            shape.path("inputs").asInt(),
            hidden,
            shape.path("outputs").asInt(),
            OutputLayer.of(shape.path("output").asText()));
    JsonNode penalty = json(rows, "penalty");
    Optional<DataSet> test =
        rows.containsKey(TEST) ? Optional.of(data(rows, TEST)) : Optional.empty();
    Network network =
        Network.general(
            architecture,
            new Penalty(numbers(penalty.path("links")), numbers(penalty.path("biases"))),
            data(rows, TRAINING));
    return new NetworkDescription(network, test);
  }

  private static void put(Map<String, Object> rows, String role, DataSet data) {
    Optional<ByteInputs> bytes = ByteInputs.of(data);
    rows.put(
        role,
        Json.line(
            new About(
                data.name(),
                data.examples(),
                data.inputNames(),
                data.outputNames(),
                data.hasClasses(),
                bytes.map(ByteInputs::steps),
                data.standardisation().map(Standardisation::means),
                data.standardisation().map(Standardisation::deviations),
                data.standardisation()
                    .flatMap(Standardisation::targets)
                    .map(Standardisation::means),
                data.standardisation()
                    .flatMap(Standardisation::targets)
                    .map(Standardisation::deviations))));
    DoubleStream.Builder labels = DoubleStream.builder();
    for (int d = 0; d < data.examples(); d++) {
      if (data.hasClasses()) {
        labels.add(data.classOf(d));
      } else {
        for (int k = 0; k < data.outputNames().size(); k++) {
          labels.add(data.target(d, k));
        }
      }
    }
    if (bytes.isPresent()) {
      rows.put(role + BYTES, bytes.get().bytes());
    } else {
      DoubleStream inputs =
          IntStream.range(0, data.examples())
              .boxed()
              .flatMapToDouble(d -> DoubleStream.of(data.input(d)));
      rows.put(role + INPUTS, DoubleBlob.encode(Vector.of(inputs)));
    }
    rows.put(role + "_labels", DoubleBlob.encode(Vector.of(labels.build())));
  }

  private static DataSet data(Map<String, Object> rows, String role) {
    JsonNode about = json(rows, role);
    List<String> inputs = texts(about.path("inputs"));
    List<String> outputs = texts(about.path("outputs"));
    int examples = about.path("examples").asInt();
    Optional<Standardisation> by = standardisation(about);
    double[] values =
        about.has("steps")
            ? new ByteInputs(
                    about.get("steps").asInt(), bytes(rows, role + BYTES, examples * inputs.size()))
                .inputs(inputs.size(), by)
            : blob(rows, role + INPUTS, examples * inputs.size());
    String name = about.path("name").asText();
    DataSet data;
    if (about.path("classes").asBoolean()) {
      double[] labels = blob(rows, role + "_labels", examples);
      int[] classes = new int[examples];
      for (int d = 0; d < examples; d++) {
        classes[d] = (int) labels[d];
      }
      data = DataSet.ofClasses(name, inputs, outputs, values, classes);
    } else {
      double[] targets = blob(rows, role + "_labels", examples * outputs.size());
      data = DataSet.ofTargets(name, inputs, outputs, values, targets);
    }
    return by.map(data::standardisedBefore).orElse(data);
  }

  private static Optional<Standardisation> standardisation(JsonNode about) {
    return about.has("means")
        ? Optional.of(
            new Standardisation(
                numbers(about.path("means")),
                numbers(about.path("deviations")),
                about.has("targetMeans")
                    ? Optional.of(
                        new Standardisation(
                            numbers(about.path("targetMeans")),
                            numbers(about.path("targetDeviations"))))
                    : Optional.empty()))
        : Optional.empty();
  }

  private static JsonNode json(Map<String, Object> rows, String key) {
    if (rows.get(key) instanceof String text) {
      return Json.read(text);
    }
    throw new IllegalArgumentException("its table \"potential\" lacks " + key);
  }

  private static double[] blob(Map<String, Object> rows, String key, int length) {
    return DoubleBlob.decode(blob(rows, key), length).toArray();
  }

  private static byte[] bytes(Map<String, Object> rows, String key, int length) {
    byte[] bytes = blob(rows, key);
    if (bytes.length != length) {
      throw new IllegalArgumentException(
          key + " are " + length + " inputs, one byte each, not " + bytes.length);
    }
    return bytes;
  }

  private static byte[] blob(Map<String, Object> rows, String key) {
    if (rows.get(key) instanceof byte[] bytes) {
      return bytes;
    }
    throw new IllegalArgumentException("its table \"potential\" lacks " + key);
  }

  private static Vector numbers(JsonNode array) {
    DoubleStream.Builder values = DoubleStream.builder();
    array.forEach(value -> values.add(value.asDouble()));
    return Vector.of(values.build());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
