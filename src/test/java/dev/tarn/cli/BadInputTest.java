package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.network.Network;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Bad input: exit code 2, one clear message on standard error, nothing else, no file touched. */
class BadInputTest {
  record Case(String command, String message) {}

  /** FILE is a database of two hidden units with one minimum, NEW does not exist. */
  static final List<Case> CASES =
      List.of(
          new Case("explroe", "'explroe'"),
          new Case("--frobnicate", "Unknown option: '--frobnicate'"),
          new Case("explore", "Missing required option: '--db=FILE'"),
          new Case("explore --db", "Missing required parameter for option '--db' (FILE)"),
          new Case("explore --db NEW", "needs --hidden and --lambda"),
          new Case("explore --db NEW --hidden 2", "needs --hidden and --lambda"),
          new Case("explore --db NEW --hidden 0 --lambda 1", "--hidden is from 1 to 200, not 0"),
          new Case("explore --db NEW --hidden -3 --lambda 1", "--hidden is from 1 to 200, not -3"),
          new Case("explore --db NEW --hidden 201 --lambda 1", "not 201"),
          new Case("explore --db NEW --hidden 1.5 --lambda 1", "'--hidden': '1.5'"),
          new Case("explore --db NEW --hidden 2 --lambda 0", "--lambda is a positive number"),
          new Case("explore --db NEW --hidden 2 --lambda -1", "--lambda is a positive number"),
          new Case("explore --db NEW --hidden 2 --lambda NaN", "'NaN' is not a number"),
          new Case("explore --db NEW --hidden 2 --lambda Infinity", "'Infinity' is not a number"),
          new Case("explore --db NEW --hidden 2 --lambda 1e999", "'1e999' is too large"),
          new Case("explore --db NEW --hidden 2 --lambda 1d", "'1d' is not a number"),
          new Case("explore --db NEW --hidden 2 --lambda 0x1p-3", "'0x1p-3' is not a number"),
          new Case("explore --db NEW --hidden \u0662 --lambda 1", "'\u0662' is not a whole number"),
          new Case("explore --db NEW --layers \u0662-2-2 --lambda 1", "widths with dashes"),
          new Case("explore --db NEW --hidden 99999999999 --lambda 1", "is too large"),
          new Case("sweep --hidden \u0661..2 --lambda 1e-2", "numbers of hidden units are like"),
          new Case("sweep --hidden 1 --lambda 1d", "regularisation parameters are like"),
          new Case("nonsense --help", "'nonsense'"),
          new Case("list --db FILE nonsense --help", "'nonsense'"),
          new Case("report --db FILE --out FILE", "--db is the same file"),
          new Case("plot tree --db FILE --out FILE", "not file.db"),
          new Case("explore --db NEW --hidden 2 --lambda abc", "'--lambda' (L): 'abc' is not"),
          new Case("explore --db NEW --hidden 2 --lambda 1 --threads 0", "from 1 to 64, not 0"),
          new Case("explore --db NEW --hidden 2 --lambda 1 --threads 65", "from 1 to 64, not 65"),
          new Case("explore --db NEW --hidden 2 --lambda 1 --seed x", "'--seed': 'x'"),
          new Case("explore --db NEW --hidden 2 --lambda 1 --effort some", "low, normal or high"),
          new Case(
              "explore --db NEW --hidden 2 --lambda 1 --max-time soon", "'soon' is no positive"),
          new Case("explore --db NEW --hidden 2 --lambda 1 --max-time 0s", "'0s' is no positive"),
          new Case("explore --db NEW --hidden 2 --lambda 1 --max-time -5m", "'-5m' is no positive"),
          new Case("explore --db NEW --hidden 2 --lambda 1 --max-time 9", "'9' is no positive"),
          new Case("explore --db FILE --hidden 3", "holds the landscape of the XOR network with 2"),
          new Case("explore --db FILE --lambda 1e-5", "lambda 1e-4, not of"),
          new Case("explore --db FOLDER --hidden 2 --lambda 1", "is a folder"),
          new Case("explore --db FOLDER", "is a folder"),
          new Case("explore --db NEW/x.db --hidden 2 --lambda 1", "does not exist: make it first"),
          new Case("explore --db TEXT --hidden 2 --lambda 1", "not an SQLite database"),
          new Case("summary", "Missing required option: '--db=FILE'"),
          new Case("summary --db NEW", "there is no file"),
          new Case("summary --db FILE extra", "'extra'"),
          new Case("list --db TEXT", "not an SQLite database"),
          new Case("list --db FILE --index -1", "0 or more, not -1"),
          new Case("list --db FILE --index x", "'--index': 'x'"),
          new Case("list --db FILE --weights", "--weights needs --json"),
          new Case("list --db FILE --auc-tolerance -1", "from 0 to 1, not -1"),
          new Case("list --db FILE --auc-tolerance NaN", "'NaN' is not a number"),
          new Case("show --db FILE", "Missing required parameter: 'ID|FILE'"),
          new Case("show --db FILE 0", "there is no point 0"),
          new Case("show --db FILE 7", "holds none"),
          new Case("show --db FILE x", "x is neither an id nor a file"),
          new Case("show --db FOLDER 1", "is a folder"),
          new Case("path --db FILE 7", "there is no point 7"),
          new Case("path --db FILE 7 --json --csv", "mutually exclusive"),
          new Case("report", "Missing required option: '--db=FILE'"),
          new Case("report --db TEXT", "not an SQLite database"),
          new Case("report --db FILE --out FOLDER", "is a folder"),
          new Case("report --db FILE --auc-tolerance NaN", "'NaN' is not a number"));

  @TempDir private static Path folder;
  private static byte[] database;

  @BeforeAll
  static void makeFiles() throws Exception {
    LandscapeDatabase.open(folder.resolve("file.db"), NetworkDescription.of(Network.xor(2, 1e-4)))
        .close();
    database = Files.readAllBytes(folder.resolve("file.db"));
    Files.createDirectory(folder.resolve("folder"));
    Files.writeString(folder.resolve("text"), "no database");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void isExplained(Case given) throws Exception {
    Object[] words =
        given
            .command()
            .replace("FILE", folder.resolve("file.db").toString())
            .replace("NEW", folder.resolve("new").toString())
            .replace("FOLDER", folder.resolve("folder").toString())
            .replace("TEXT", folder.resolve("text").toString())
            .split(" ");
    CommandLineRun run = CommandLineRun.of(words);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("tarn").contains(given.message()).doesNotContain("\tat ");
    assertThat(run.err().lines().count()).isLessThanOrEqualTo(3);
    assertThat(folder.resolve("file.db")).hasBinaryContent(database);
    assertThat(folder.resolve("text")).hasContent("no database");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("file.db", "folder", "text");
  }

  @Test
  void noCommandPrintsTheHelp() {
    CommandLineRun run = CommandLineRun.of();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("Usage: tarn", "explore", "summary", "list", "show", "path");
    assertThat(run.out()).isEmpty();
  }
}
