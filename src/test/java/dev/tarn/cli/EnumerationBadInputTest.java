package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Bad input for enumerations: exit code 2, a clear message, no file touched or made. */
class EnumerationBadInputTest {
  record Case(String command, String message) {}

  private static final String GRID = "--out NEW --hidden 1 --lambda 1";

  /** NEW does not exist, TEXT is a text file. */
  static final List<Case> CASES =
      List.of(
          new Case("enumerate", "Missing required option: '--db=FILE'"),
          new Case("enumerate --db NEW", "needs --hidden and --lambda"),
          new Case(
              "enumerate --db NEW --hidden 2 --lambda 1 --max-index 0",
              "--max-index: the largest index is at least 1, not 0"),
          new Case("enumerate --db NEW --hidden 2 --lambda 1 --max-index -1", "not -1"),
          new Case("enumerate --db NEW --hidden 2 --lambda 1 --max-index x", "'--max-index': 'x'"),
          new Case(
              "enumerate --db NEW --hidden 2 --lambda 1 --method x", "'x' is not kinds or full"),
          new Case(
              "enumerate --db NEW --hidden 2 --lambda 1 --method kinds --regularise links",
              "--method kinds is for networks with one hidden layer, every weight regularised"),
          new Case(
              "enumerate --db NEW --layers 2-2-1 --activation relu --lambda 1 --method kinds",
              "a smooth activation that is zero at zero"),
          new Case("enumerate --db NEW --hidden 0 --lambda 1", "--hidden is from 1 to 200, not 0"),
          new Case("enumerate --db NEW --hidden a --lambda 1", "'--hidden': 'a'"),
          new Case(
              "enumerate --db NEW --hidden 40 --lambda 1", "at most 200 variables, not for 202"),
          new Case("enumerate --db NEW --hidden 1..3 --lambda 1", "'--hidden': '1..3'"),
          new Case("enumerate --db NEW --hidden 2 --lambda -1", "--lambda is a positive number"),
          new Case("enumerate --db NEW --hidden 2 --lambda 1 --threads 0", "from 1 to 64, not 0"),
          new Case("enumerate --db NEW --hidden 2 --lambda 1 --effort x", "low, normal or high"),
          new Case("enumerate --db NEW --hidden 2 --lambda 1 --max-time x", "'x' is no positive"),
          new Case("enumerate --db TEXT --hidden 2 --lambda 1", "not an SQLite database"),
          new Case("sweep", "Missing required options"),
          new Case("sweep --out NEW --hidden 1,40 --lambda 1", "200 variables, not for 202"),
          new Case("sweep --hidden 1", "Missing required option: '--lambda=L'"),
          new Case("sweep --out NEW --hidden 0..3 --lambda 1", "from 1 to 200, not \"0..3\""),
          new Case("sweep --out NEW --hidden 3..1 --lambda 1", "like 1..6 or 1,2,4"),
          new Case("sweep --out NEW --hidden a --lambda 1", "not \"a\""),
          new Case("sweep --out NEW --hidden 1..2..3 --lambda 1", "not \"1..2..3\""),
          new Case("sweep --out NEW --hidden 1, --lambda 1", "not \"1,\""),
          new Case("sweep --out NEW --hidden 1..201 --lambda 1", "not \"1..201\""),
          new Case("sweep --out NEW --hidden 1.5 --lambda 1", "not \"1.5\""),
          new Case("sweep --out NEW --hidden 1 --lambda -1", "positive, not \"-1\""),
          new Case("sweep --out NEW --hidden 1 --lambda 0", "positive, not \"0\""),
          new Case("sweep --out NEW --hidden 1 --lambda NaN", "positive, not \"NaN\""),
          new Case("sweep --out NEW --hidden 1 --lambda Infinity", "positive, not \"Infinity\""),
          new Case("sweep --out NEW --hidden 1 --lambda abc", "not \"abc\""),
          new Case("sweep --out NEW --hidden 1 --lambda 1e-1...1e-6", "not \"1e-1...1e-6\""),
          new Case(
              "sweep --out NEW --hidden 1 --lambda 1e-1..1e-3..1e-6", "1e-1..1e-6 (by decades)"),
          new Case("sweep --out NEW --hidden 1 --lambda 1e-1..5e-3", "not \"1e-1..5e-3\""),
          new Case("sweep --out NEW --hidden 1 --lambda 1e-1..", "not \"1e-1..\""),
          new Case("sweep --out TEXT --hidden 1 --lambda 1", "is no folder and cannot be made one"),
          new Case("sweep --out TEXT/x --hidden 1 --lambda 1", "is no folder"),
          new Case("sweep " + GRID + " --threads 0", "--threads: the number of threads is from 1"),
          new Case("sweep " + GRID + " --threads 65", "from 1 to 64, not 65"),
          new Case("sweep " + GRID + " --effort nonsense", "low, normal or high"),
          new Case("sweep " + GRID + " --max-time nonsense", "'nonsense' is no positive time"),
          new Case("sweep " + GRID + " --seed x", "'--seed': 'x'"),
          new Case("sweep " + GRID + " --json", "Unknown option: '--json'"),
          new Case("claims", "Missing required options"),
          new Case("claims --out NEW --hidden 3..1 --lambda 1", "not \"3..1\""),
          new Case("claims --out NEW --hidden 1 --lambda 1e-1...1e-6", "not \"1e-1...1e-6\""),
          new Case("claims --out TEXT --hidden 1 --lambda 1", "is no folder"),
          new Case("claims " + GRID + " --threads 0", "from 1 to 64, not 0"));

  @TempDir private static Path folder;

  @BeforeAll
  static void makeFiles() throws Exception {
    Files.writeString(folder.resolve("text"), "no database");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void isExplained(Case given) {
    Object[] words =
        given
            .command()
            .replace("NEW", folder.resolve("new").toString())
            .replace("TEXT", folder.resolve("text").toString())
            .split(" ");
    CommandLineRun run = CommandLineRun.of(words);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("tarn").contains(given.message()).doesNotContain("\tat ");
    assertThat(run.err()).doesNotContain("Exception");
    assertThat(run.err().lines().count()).isLessThanOrEqualTo(3);
    assertThat(folder.resolve("text")).hasContent("no database");
    assertThat(folder.toFile().list()).containsExactly("text");
  }
}
