package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.cli.command.ExitCodes;
import dev.tarn.network.Network;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code report} writes its page, and what it refuses to write over. */
class ReportCommandTest {
  @TempDir private Path folder;
  private Path db;

  @BeforeEach
  void makeDatabase() {
    db = folder.resolve("two.db");
    LandscapeDatabase.open(db, NetworkDescription.of(Network.xor(2, 1e-4))).close();
  }

  @Test
  void writesBesideTheDatabase() throws Exception {
    CommandLineRun run = CommandLineRun.of("report", "--db", db);
    assertThat(run.exitCode()).as(run.err()).isZero();
    Path page = folder.resolve("two.html");
    assertThat(run.out()).isEqualTo(page + System.lineSeparator());
    assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("\"two.db\"");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(db, page);
    }
  }

  @Test
  void anotherEndingOfTheDatabaseStaysInTheName() throws Exception {
    Path other = Files.copy(db, folder.resolve("two.html"));
    assertThat(CommandLineRun.of("report", "--db", other).exitCode()).isZero();
    assertThat(folder.resolve("two.html.html")).isRegularFile();
    assertThat(other).hasSameBinaryContentAs(db);
  }

  @Test
  void replacesAnEarlierPage() throws Exception {
    Path page = Files.writeString(folder.resolve("page.html"), "old");
    assertThat(CommandLineRun.of("report", "--db", db, "--out", page).exitCode()).isZero();
    assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>");
  }

  @Test
  void refusesToReplaceTheDatabase() throws Exception {
    byte[] before = Files.readAllBytes(db);
    Path same = folder.resolve(".").resolve("two.db");
    assertBad(CommandLineRun.of("report", "--db", db, "--out", same), "--db is the same file");
    assertThat(Files.readAllBytes(db)).isEqualTo(before);
  }

  @Test
  void refusesPlacesThatCannotBeWrittenTo() {
    assertBad(CommandLineRun.of("report", "--db", db, "--out", folder), "is a folder");
    assertBad(
        CommandLineRun.of("report", "--db", db, "--out", folder.resolve("none/page.html")),
        "there is no folder");
    assertBad(CommandLineRun.of("report", "--db", folder.resolve("none.db")), "there is no file");
    assertBad(
        CommandLineRun.of("report", "--db", db, "--auc-tolerance", -1), "from 0 to 1, not -1");
  }

  private static void assertBad(CommandLineRun run, String message) {
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains(message).doesNotContain("Exception");
    assertThat(run.out()).isEmpty();
  }
}
