package dev.tarn.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that people hand over, damaged at random from fixed seeds: a command takes them or says
 * clearly what is wrong, and nothing else changes.
 */
class FuzzedFilesTest {
  private static final int FILES = 30;

  /** What is put into files: things that have a meaning somewhere. */
  private static final List<String> TOKENS =
      List.of(
          "NaN",
          "1e999",
          "-1",
          "0",
          "0x10",
          "1d",
          "\u0661",
          "9e18",
          "4294967296",
          "\"",
          "'",
          ",",
          ";",
          "\t",
          "\n",
          "\r",
          "\0",
          "\u001b[31m",
          "{",
          "}",
          "[",
          "]",
          "(",
          ")",
          "=",
          "#",
          "true",
          "a".repeat(9000),
          "\\u0000",
          "\ufeff",
          "-9223372036854775808",
          "'fortran_order': True",
          "|O8");

  private static final Pattern NAME = Pattern.compile("FILE(\\.[a-z]+)");

  @TempDir private static Path folder;
  private static Path two;
  private static Path images;
  private static Path labels;

  /** The command for each kind of file: FILE is the damaged one, NEW what it may make. */
  private static final Map<String, String> COMMANDS = new LinkedHashMap<>();

  private static final Map<String, byte[]> GOOD = new LinkedHashMap<>();

  @BeforeAll
  static void writeGoodFiles() throws IOException {
    two = folder.resolve("two.db");
    succeed("explore --hidden 2 --lambda 1e-2 --effort low --quiet --db " + two);
    images = folder.resolve("images");
    labels = folder.resolve("labels");
    Files.write(images, images());
    Files.write(labels, labels());
    Path rows = folder.resolve("rows.npy");
    Path classes = folder.resolve("classes.npy");
    Files.write(rows, array("<f8", "(4, 2)", doubles(0, 0, 0, 1, 1, 0, 1, 1)));
    Files.write(classes, array("|u1", "(4,)", new byte[] {0, 1, 1, 0}));
    String explore = "explore --lambda 1e-1 --effort low --max-time 0.001s --quiet --db NEW.db ";
    add(
        "csv",
        explore + "--data FILE.csv --layers 2-1-1",
        "\ufeff,a,\"b c\",label\n0,0.5,-1,yes\n1,1e-3,2.5,\"no\"\n2,.25,+3,yes\n".getBytes(UTF_8));
    add(
        "toml",
        "explore --config FILE --quiet --db NEW.db",
        """
        # a run
        lambda = 1e-1
        max-time = "0.001s"
        effort = 'low'
        [explore]
        hidden = 1
        seed = 7
        [plot.tree]
        log = true
        """
            .getBytes(UTF_8));
    add("images", explore + "--data FILE --labels " + labels + " --layers 4-1-1", images());
    add("labels", explore + "--data " + images + " --labels FILE --layers 4-1-1", labels());
    add(
        "rows",
        explore + "--data FILE.npy --labels " + classes + " --layers 2-1-1",
        Files.readAllBytes(rows));
    add(
        "classes",
        explore + "--data " + rows + " --labels FILE --layers 2-1-1",
        Files.readAllBytes(classes));
    for (String format : List.of("npz", "npy", "safetensors", "json", "csv")) {
      Path file = folder.resolve("weights." + format);
      succeed("show 1 --db " + two + " --out " + file);
      add("weights." + format, "show FILE --db " + two, Files.readAllBytes(file));
    }
    Path steps = folder.resolve("steps.npy");
    Files.write(steps, array("<f8", "(2, 12)", new byte[2 * 12 * 8]));
    add("steps", "visit --trajectory FILE --out NEW.svg --db " + two, Files.readAllBytes(steps));
  }

  private static void succeed(String words) {
    CommandLineRun run = CommandLineRun.of((Object[]) words.split(" "));
    assertThat(run.exitCode()).as(words + ": " + run.err()).isZero();
  }

  private static void add(String kind, String command, byte[] good) {
    COMMANDS.put(kind, command);
    GOOD.put(kind, good);
  }

  private static byte[] images() {
    return ByteBuffer.allocate(4 + 3 * 4 + 16)
        .put(new byte[] {0, 0, 8, 3})
        .putInt(4)
        .putInt(2)
        .putInt(2)
        .put(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, -1})
        .array();
  }

  private static byte[] labels() {
    return ByteBuffer.allocate(4 + 4 + 4)
        .put(new byte[] {0, 0, 8, 1})
        .putInt(4)
        .put(new byte[] {0, 1, 1, 0})
        .array();
  }

  private static byte[] doubles(double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putDouble(value);
    }
    return bytes.array();
  }

  private static byte[] array(String type, String shape, byte[] data) {
    String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
    return ByteBuffer.allocate(10 + header.length() + data.length)
        .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
        .put(new byte[] {(byte) header.length(), 0})
        .put(header.getBytes(ISO_8859_1))
        .put(data)
        .array();
  }

  @Test
  void undamagedFilesServe() throws IOException {
    for (String kind : COMMANDS.keySet()) {
      CommandLineRun run = run(kind, GOOD.get(kind));
      assertThat(run.exitCode()).as(kind + ": " + run.err()).isZero();
    }
  }

  /** Names are kept in databases and shown: a terminal would obey them. */
  @Test
  void columnsAndClassesAreTextThatATerminalDoesNotObey() throws IOException {
    String good = "a,b,label\n0,0.5,yes\n1,1,no\n";
    for (String bad :
        List.of("a\u001b[31m,b,label\n0,0.5,yes\n1,1,no\n", good + "2,2,n\u0007o\n")) {
      CommandLineRun run = run("csv", bad.getBytes(UTF_8));
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("control characters");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "csv",
        "toml",
        "images",
        "labels",
        "rows",
        "classes",
        "weights.npz",
        "weights.npy",
        "weights.safetensors",
        "weights.json",
        "weights.csv",
        "steps"
      })
  void damagedFilesServeOrAreRefusedInPlainWords(String kind) throws IOException {
    Random random = new Random(kind.hashCode());

    for (int k = 0; k < FILES; k++) {
      byte[] damaged = damaged(GOOD.get(kind), random);
      String what = kind + " " + k + ": " + new String(damaged, ISO_8859_1);
      Map<String, String> before = state();
      long start = System.nanoTime();
      CommandLineRun run = run(kind, damaged);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as(what)
          .isLessThan(Duration.ofSeconds(20));
      assertThat(state()).as(what).isEqualTo(before);
      PlainWords.check(what, run);
    }
  }

  private static CommandLineRun run(String kind, byte[] content) throws IOException {
    String command = COMMANDS.get(kind);
    Path made = Files.createTempDirectory(folder, "made");
    Matcher name = NAME.matcher(command);
    String suffix = name.find() ? name.group(1) : "";
    Path file = made.resolve("file" + suffix);
    Files.write(file, content);
    String[] words = command.replace("FILE" + suffix, "FILE").split(" ");
    for (int k = 0; k < words.length; k++) {
      words[k] = words[k].equals("FILE") ? file.toString() : words[k];
      words[k] = words[k].replace("NEW", made.resolve("new").toString());
    }
    CommandLineRun run = CommandLineRun.of((Object[]) words);
    assertThat(file).hasBinaryContent(content);
    Files.delete(file);
    if (run.exitCode() == 0) {
      Files.deleteIfExists(made.resolve("new.db"));
      Files.deleteIfExists(made.resolve("new.svg"));
    }
    // What was refused has made nothing.
    Files.delete(made);
    return run;
  }

  private static Map<String, String> state() throws IOException {
    Map<String, String> state = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        state.put(file.toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
      }
    }
    return state;
  }

  private static byte[] damaged(byte[] good, Random random) {
    byte[] bytes = good;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int from = random.nextInt(bytes.length + 1);
      int to = Math.min(bytes.length, from + random.nextInt(9));
      bytes =
          switch (random.nextInt(6)) {
            case 0 -> flipped(bytes, random);
            case 1 -> random.nextInt(4) > 0 ? replaced(bytes, from, to, new byte[0]) : new byte[0];
            case 2 -> replaced(bytes, from, bytes.length, new byte[0]);
            case 3 -> replaced(bytes, from, from, token(random));
            case 4 -> replaced(bytes, from, to, token(random));
            default -> replaced(bytes, from, from, Arrays.copyOfRange(bytes, from, to));
          };
    }
    return bytes;
  }

  private static byte[] token(Random random) {
    return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(UTF_8);
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    byte[] changed = bytes.clone();
    if (bytes.length > 0) {
      changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return changed;
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    return ByteBuffer.allocate(bytes.length - (to - from) + by.length)
        .put(bytes, 0, from)
        .put(by)
        .put(bytes, to, bytes.length - to)
        .array();
  }
}
