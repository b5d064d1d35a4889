package dev.tarn.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.cli.view.Console;
import dev.tarn.landscape.Landscape;
import dev.tarn.store.LandscapeDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The commands that write, killed with SIGKILL at a hundred random moments in all and begun again
 * each time: what was found stays, databases read, other files are as before or whole.
 */
class KilledIT {
  private static final int MOMENTS = 100;

  /** One kill in so many comes whether anything has been written or not. */
  private static final int BLIND = 5;

  @TempDir private static Path parent;
  private static Path two;
  private static Path exported;
  private static Path surface;
  private static Path grid;
  private static List<String> java = List.of();

  private static List<KilledCommand> victims() {
    return KilledCommand.all(two, exported, surface, grid);
  }

  @BeforeAll
  static void prepare() throws Exception {
    // These runs do little more than start, which takes half as long with an archive of classes.
    Path archive = parent.resolve("classes.jsa");
    List<String> quick = List.of(TarnJar.java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    List<String> making = new ArrayList<>(quick);
    making.addAll(List.of("-XX:ArchiveClassesAtExit=" + archive, "-cp", TarnJar.jar().toString()));
    making.add(Rehearsal.class.getName());
    TarnJar rehearsal =
        TarnJar.start(parent, making, Files.createDirectory(parent.resolve("rehearsal")));
    assertThat(rehearsal.exitCode()).as(rehearsal.err()).isZero();
    java = new ArrayList<>(quick);
    java.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-jar", TarnJar.jar().toString()));
    two = parent.resolve("two.db");
    exported = parent.resolve("exported");
    succeed((Object[]) ("enumerate --hidden 2 --lambda 1e-2 --effort low --db " + two).split(" "));
    succeed((Object[]) ("export --to pathsample --db " + two + " --out " + exported).split(" "));
    surface = parent.resolve("surface.db");
    succeed(
        (Object[]) ("enumerate --potential camel --effort low --quiet --db " + surface).split(" "));
    grid = Files.createDirectory(parent.resolve("grid"));
    Files.copy(two, grid.resolve("xor-2-1e-2.db"));
  }

  /** One at a time: within one process, commands share its signals. */
  private static synchronized void succeed(Object... words) {
    CommandLineRun run = CommandLineRun.of(words);
    assertThat(run.exitCode()).as(List.of(words) + ": " + run.err()).isZero();
  }

  @Test
  void everyCommandThatWritesIsThere() {
    List<String> writing = new ArrayList<>(List.of("explore", "enumerate", "import"));
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    collect(Tarn.line(new Console(nowhere, nowhere, false)), "", writing);
    assertThat(writing).hasSizeGreaterThan(20);
    List<String> killed = victims().stream().map(KilledCommand::name).toList();
    assertThat(killed).containsAll(writing);
  }

  private static void collect(CommandLine line, String before, List<String> writing) {
    line.getSubcommands()
        .forEach(
            (name, command) -> {
              if (command.getCommandSpec().findOption("--out") != null) {
                writing.add(before + name);
              }
              collect(command, before + name + "-", writing);
            });
  }

  @Test
  void whateverTheMomentNothingIsLost() throws Exception {
    ExecutorService lanes = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> killed = new ArrayList<>();
      for (KilledCommand victim : victims()) {
        killed.add(lanes.submit(() -> new Chain(victim).run()));
      }
      int moments = 0;
      for (Future<Integer> one : killed) {
        moments += one.get();
      }
      assertThat(moments).isEqualTo(MOMENTS);
    } finally {
      lanes.shutdownNow();
    }
  }

  /** One command after the other, each on what the one before has left. */
  private static final class Chain {
    private final KilledCommand victim;
    private final Path folder;
    private final Map<String, List<String>> points = new HashMap<>();
    private final Map<String, String> whole = new TreeMap<>();

    Chain(KilledCommand victim) throws IOException {
      this.victim = victim;
      folder = Files.createDirectory(parent.resolve(victim.name()));
    }

    int run() throws Exception {
      Random random = new Random(victim.name().hashCode());
      begin();
      if (victim.again() != KilledCommand.Again.GROWS) {
        succeed(victim.in(folder));
        whole.putAll(files());
        begin();
      }
      int killed = 0;
      while (killed < victim.kills()) {
        Map<String, String> before = marks();
        TarnJar jar = TarnJar.start(parent, java, victim.in(folder));
        if (random.nextInt(BLIND) > 0) {
          while (jar.isAlive() && marks().equals(before)) {
            Thread.sleep(1);
          }
        }
        Thread.sleep(random.nextInt(victim.longest() + 1));
        boolean ended = !jar.isAlive();
        jar.kill();
        look(jar.reportedPoints());
        if (ended) {
          // Faster than the moment that was drawn for it.
          assertThat(jar.exitCode()).as(jar.err()).isZero();
        } else {
          killed++;
        }
        if (victim.again() == KilledCommand.Again.IS_REFUSED
            || (ended && victim.again() == KilledCommand.Again.GROWS)) {
          begin();
        }
      }
      finish();
      return killed;
    }

    private void begin() throws IOException {
      points.clear();
      List<Path> old;
      try (Stream<Path> all = Files.walk(folder)) {
        old = all.filter(file -> !file.equals(folder)).sorted((a, b) -> b.compareTo(a)).toList();
      }
      for (Path file : old) {
        Files.delete(file);
      }
      if (victim.name().equals("certify")) {
        Files.copy(two, folder.resolve("x.db"));
      }
    }

    /** What shows that a process has begun to write. */
    private Map<String, String> marks() throws IOException {
      Map<String, String> marks = new TreeMap<>();
      try (Stream<Path> all = Files.list(folder)) {
        for (Path file : all.toList()) {
          marks.put(
              file.toString(),
              Files.exists(file) ? Files.getLastModifiedTime(file) + " " + Files.size(file) : "");
        }
      }
      return marks;
    }

    /** Files that are no databases of ours, and what is in them; those begun are hidden. */
    private Map<String, String> files() throws IOException {
      Map<String, String> files = new TreeMap<>();
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          String name = folder.relativize(file).toString();
          if (!name.startsWith(".") && !name.contains(".db")) {
            files.put(name, new String(Files.readAllBytes(file), ISO_8859_1));
          }
        }
      }
      return files;
    }

    private List<Path> databases() throws IOException {
      try (Stream<Path> all = Files.walk(folder)) {
        return all.filter(file -> file.toString().endsWith(".db"))
            .filter(file -> file.toFile().length() > 0)
            .toList();
      }
    }

    /**
     * After a kill, or an end.
     *
     * @param reported how many points the process has told of
     */
    private void look(int reported) throws Exception {
      for (Path file : databases()) {
        assertThat(DatabaseContent.rows(file, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(DatabaseContent.rows(file, "PRAGMA foreign_key_check")).isEmpty();
        if (DatabaseContent.rows(file, "SELECT name FROM sqlite_master").isEmpty()) {
          // Its first rows were being written, which has been undone.
          assertThat(points).doesNotContainKey(file.toString());
          continue;
        }
        try (LandscapeDatabase database = LandscapeDatabase.openToRead(file)) {
          Landscape landscape = database.landscape();
          assertThat(landscape.connections()).hasSameSizeAs(landscape.transitionStates());
          if (victim.name().equals("explore")) {
            assertThat(landscape.size()).isGreaterThanOrEqualTo(reported);
          }
        }
        List<String> now =
            DatabaseContent.rows(
                file,
                "SELECT id, idx, energy, run, job, method, hex(coordinates), minus, plus"
                    + " FROM stationary_points LEFT JOIN connections ON transition_state = id");
        assertThat(now).containsAll(points.getOrDefault(file.toString(), List.of()));
        points.put(file.toString(), now);
      }
      if (!whole.isEmpty()) {
        // One of several files may be there alone.
        assertThat(whole).containsAllEntriesOf(files());
      }
      for (Map.Entry<String, String> file : files().entrySet()) {
        if (file.getKey().endsWith(".svg")) {
          assertThat(file.getValue().replaceAll("\\s", "")).as(file.getKey()).endsWith("</svg>");
        }
      }
    }

    /** The same command goes on, or begins where nothing was left, and all is right. */
    private void finish() throws Exception {
      List<Object> words = new ArrayList<>(List.of(victim.in(folder)));
      if (words.contains("explore") || words.contains("enumerate")) {
        words.addAll(List.of("--max-time", "1s"));
      }
      succeed(words.toArray());
      look(0);
      for (Path file : databases()) {
        succeed("check", "--db", file);
      }
    }
  }
}
