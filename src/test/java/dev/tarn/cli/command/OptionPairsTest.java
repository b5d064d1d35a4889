package dev.tarn.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.cli.view.Console;
import dev.tarn.network.Network;
import dev.tarn.potential.SimplePotential;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import dev.tarn.store.named.NamedPotential;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/**
 * No option is ignored: beside any other, it is refused by name, or it changes what the command
 * works on.
 */
class OptionPairsTest {
  /** Each option with a value that is not its default. */
  private static final Map<String, String> NETWORK = new LinkedHashMap<>();

  private static final Map<String, String> TRAINING = new LinkedHashMap<>();

  static {
    NETWORK.put("--activation", "elu");
    NETWORK.put("--loss", "linear");
    NETWORK.put("--regularise", "links");
    NETWORK.put("--lambda-biases", "0.5");
    NETWORK.put("--data", "moons");
    NETWORK.put("--examples", "12");
    NETWORK.put("--noise", "0.5");
    NETWORK.put("--data-seed", "12");
    NETWORK.put("--label", "other");
    NETWORK.put("--labels", "LABELS");
    NETWORK.put("--standardise", "");
    NETWORK.put("--test-share", "0.5");
    NETWORK.put("--atoms", "5");
    NETWORK.put("--set", "rho=3");
    NETWORK.put("--classpath", "FOLDER");
    NETWORK.put("--variables", "2");
    NETWORK.put("--answer-time", "9s");
    TRAINING.put("--rate", "0.3");
    TRAINING.put("--momentum", "0.5");
    TRAINING.put("--steps", "7");
    TRAINING.put("--initialisation", "normal");
    TRAINING.put("--scale", "2");
    TRAINING.put("--seed", "9");
  }

  /**
   * Options that are given anyway, and those that then mean something by themselves.
   *
   * @param given the options, FOLDER being that of the files
   * @param meaningful the others that are accepted
   */
  record Case(String given, Set<String> meaningful) {}

  private static final String SHAPE = "--activation --loss --regularise --lambda-biases ";

  static final List<Case> NETWORKS =
      List.of(
          of("--hidden 2 --lambda 1e-3 --db FOLDER/new.db", "--regularise"),
          of("--db FOLDER/held.db", "--regularise"),
          of("--db FOLDER/surface.db", ""),
          of("--potential camel", ""),
          of("--potential lj --atoms 7", ""),
          of("--potential morse --atoms 7", "--set"),
          of("--potential dev.tarn.cli.command.OptionPairsTest$Plain --classpath FOLDER", ""),
          of("--potential dev.tarn.cli.command.OptionPairsTest$Told", "--set --classpath"),
          of("--layers 2-3-2 --lambda 1e-3", SHAPE + "--data --standardise --test-share"),
          of(
              "--layers 2-2 --lambda 1e-3 --data xor",
              "--loss --regularise --lambda-biases --standardise --test-share"),
          of("--layers 3-2-2 --lambda 1e-3 --data xor3", SHAPE + "--standardise --test-share"),
          of(
              "--layers 2-3-2 --lambda 1e-3 --data moons",
              SHAPE + "--examples --noise --data-seed --standardise --test-share"),
          of(
              "--layers 2-3-2 --lambda 1e-3 --data blobs",
              SHAPE + "--examples --noise --data-seed --standardise --test-share"),
          of(
              "--layers 3-3-2 --lambda 1e-3 --data FOLDER/table.csv",
              "--activation --regularise --lambda-biases --label --standardise --test-share"),
          of(
              "--layers 3-3-1 --lambda 1e-3 --loss linear --data FOLDER/table.csv",
              "--activation --regularise --lambda-biases --label --standardise --test-share"),
          of(
              "--layers 1-3-2 --lambda 1e-3 --data FOLDER/images --labels FOLDER/labels",
              SHAPE + "--examples --standardise --test-share"));

  static final List<Case> TRAININGS =
      List.of(
          of("--optimiser adam", "--rate --steps --initialisation --scale --seed"),
          of("--optimiser lbfgs", "--steps --initialisation --scale --seed"),
          of("--optimiser gradient", "--rate --momentum --steps --initialisation --scale --seed"),
          of(
              "--optimiser lbfgs,gradient",
              "--rate --momentum --steps --initialisation --scale --seed"),
          of("--optimiser lbfgs,adam", "--rate --steps --initialisation --scale --seed"));

  @TempDir private static Path folder;

  private static Case of(String given, String meaningful) {
    return new Case(given, meaningful.isEmpty() ? Set.of() : Set.of(meaningful.split(" ")));
  }

  /** A potential of one's own that takes no settings. */
  public static class Plain extends SimplePotential {
    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public double gradient(double[] x, double[] gradient) {
      gradient[0] = 2.0 * x[0];
      return x[0] * x[0];
    }
  }

  /** One that takes any. */
  public static final class Told extends Plain {
    /** As the command line calls it. */
    public Told(Map<String, String> settings) {
      assertThat(settings).doesNotContainKey("atoms");
    }
  }

  @Command(name = "asked")
  private static final class Asked extends DatabaseCommand {
    @Mixin private final PotentialOptions options = new PotentialOptions();

    private Optional<Object> answer = Optional.empty();

    Asked() {
      super(
          new Console(
              new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false));
    }

    @Override
    public Integer call() {
      answer = Optional.of(options.model(this));
      return 0;
    }
  }

  @Command(name = "trained")
  private static final class Trained extends ConsoleCommand {
    @Mixin private final TrainingOptions options = new TrainingOptions();

    private Optional<Object> answer = Optional.empty();

    Trained() {
      super(
          new Console(
              new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false));
    }

    @Override
    public Integer call() {
      answer = Optional.of(options.trainings(this));
      return 0;
    }
  }

  /** What a command works on, or why it refuses to. */
  private record Answer(Optional<Object> answer, String refusal) {
    boolean accepted() {
      return answer.isPresent();
    }
  }

  @BeforeAll
  static void makeFiles() throws IOException {
    LandscapeDatabase.open(folder.resolve("held.db"), NetworkDescription.of(Network.xor(2, 1e-2)))
        .close();
    LandscapeDatabase.open(
            folder.resolve("surface.db"), NamedPotential.builtIn("himmelblau", Map.of()))
        .close();
    Files.writeString(
        folder.resolve("table.csv"),
        "a,b,label,other\n0,1,0,1\n1,2,1,1\n2,1,0,0\n3,5,1,0\n4,4,1,1\n7,2,0,0\n");
    int count = 24;
    ByteArrayOutputStream images = new ByteArrayOutputStream();
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    try (DataOutputStream image = new DataOutputStream(images);
        DataOutputStream label = new DataOutputStream(labels)) {
      for (int number : new int[] {0x803, count, 1, 1}) {
        image.writeInt(number);
      }
      for (int number : new int[] {0x801, count}) {
        label.writeInt(number);
      }
      for (int k = 0; k < count; k++) {
        image.writeByte(9 * k);
        label.writeByte(k % 2);
      }
    }
    Files.write(folder.resolve("images"), images.toByteArray());
    Files.write(folder.resolve("labels"), labels.toByteArray());
  }

  @ParameterizedTest
  @FieldSource("NETWORKS")
  void noOptionOfANetworkIsIgnored(Case which) throws IOException {
    noneIsIgnored(which, NETWORK);
  }

  @ParameterizedTest
  @FieldSource("TRAININGS")
  void noOptionOfATrainingIsIgnored(Case which) throws IOException {
    noneIsIgnored(which, TRAINING);
  }

  private static void noneIsIgnored(Case which, Map<String, String> options) throws IOException {
    Answer plain = answer(which, options, List.of());
    assertThat(plain.accepted()).as(plain.refusal()).isTrue();
    Map<String, Answer> single = new LinkedHashMap<>();
    Set<String> accepted = new HashSet<>();
    List<String> names =
        options.keySet().stream().filter(name -> !which.given().contains(name + " ")).toList();
    for (String name : names) {
      Answer one = answer(which, options, List.of(name));
      single.put(name, one);
      if (one.accepted()) {
        accepted.add(name);
        assertThat(one.answer()).as("%s with %s", which.given(), name).isNotEqualTo(plain.answer());
      } else {
        assertThat(one.refusal()).matches(text -> names(text, name, options));
      }
    }
    assertThat(accepted).isEqualTo(which.meaningful());
    for (String a : names) {
      for (String b : names.subList(names.indexOf(a) + 1, names.size())) {
        Answer both = answer(which, options, List.of(a, b));
        if (both.accepted()) {
          assertThat(both.answer())
              .as("%s with %s and %s", which.given(), a, b)
              .isNotEqualTo(single.get(a).answer())
              .isNotEqualTo(single.get(b).answer());
        } else {
          assertThat(List.of(a, b)).anyMatch(name -> names(both.refusal(), name, options));
        }
      }
    }
  }

  /** Whether a refusal names an option or, where another class refuses it, its value. */
  private static boolean names(String refusal, String name, Map<String, String> options) {
    String value = options.get(name);
    return refusal.contains(name) || (!value.isEmpty() && refusal.contains(value));
  }

  /** The same values in a configuration file are refused like those of the command line. */
  @Test
  void aFileOfOptionsIsNoWayAround() throws IOException {
    Answer refused = answer(NETWORKS.get(0), NETWORK, List.of(), "test-share = 0.5");
    assertThat(refused.accepted()).isFalse();
    assertThat(refused.refusal()).contains("--test-share", "--layers");
  }

  private static Answer answer(Case which, Map<String, String> options, List<String> more)
      throws IOException {
    return answer(which, options, more, "");
  }

  private static Answer answer(
      Case which, Map<String, String> options, List<String> more, String toml) throws IOException {
    boolean network = options == NETWORK;
    List<String> words = new ArrayList<>(List.of(which.given().split(" ")));
    for (String name : more) {
      words.add(name);
      words.add(options.get(name));
    }
    if (network && !words.contains("--db")) {
      words.addAll(List.of("--db", "FOLDER/new.db"));
    }
    if (!toml.isEmpty()) {
      words.addAll(
          List.of("--config", Files.writeString(folder.resolve("c.toml"), toml).toString()));
    }
    String[] args =
        words.stream()
            .filter(word -> !word.isEmpty())
            .map(word -> word.replace("FOLDER", folder.toString()))
            .map(word -> word.equals("LABELS") ? folder.resolve("labels").toString() : word)
            .toArray(String[]::new);
    ConsoleCommand command = network ? new Asked() : new Trained();
    CommandLine line = new CommandLine(command);
    List<String> refusal = new ArrayList<>();
    line.setParameterExceptionHandler((e, given) -> refuse(e, refusal));
    try {
      Configuration.of(line, args).ifPresent(line::setDefaultValueProvider);
    } catch (Configuration.BadFileException e) {
      throw new IllegalStateException(e);
    }
    line.execute(args);
    return new Answer(
        command instanceof Asked asked ? asked.answer : ((Trained) command).answer,
        String.join("", refusal));
  }

  private static int refuse(ParameterException e, List<String> refusal) {
    refusal.add(String.valueOf(e.getMessage()));
    return ExitCodes.BAD_INPUT;
  }
}
