package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.command.ExitCodes;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of catalogues on a network of one hidden layer that is not the paper's. */
class OneLayerCommandsTest {
  private static final String ELU =
      " --data xor --activation elu --lambda 1e-2 --effort low --quiet";

  @TempDir private static Path folder;
  private static Path db;

  private static CommandLineRun run(String command) {
    return CommandLineRun.run(command.replace("DB", db.toString()));
  }

  @BeforeAll
  static void enumerate() {
    db = folder.resolve("elu.db");
    CommandLineRun made = run("enumerate --layers 2-2-1 --db DB" + ELU);
    assertThat(made.exitCode()).as(made.err()).isZero();
    assertThat(made.out()).contains("2-2-1 elu logistic");
  }

  @Test
  void everyPointIsEmbeddedAsTheRuleSays() {
    CommandLineRun embedded = run("embed --db DB --extra 1");
    assertThat(embedded.exitCode()).as(embedded.err()).isZero();
    assertThat(embedded.out()).startsWith("from 2 hidden units to 3").contains("the rule holds");
  }

  @Test
  void pointsAreFollowedToAnotherLambda() {
    CommandLineRun followed = run("follow --db DB --to 1.2e-2 --quiet");
    assertThat(followed.exitCode()).as(followed.err()).isZero();
    assertThat(followed.out()).startsWith("lambda 0.01 -> 0.012");
  }

  @Test
  void copiesAreUnfolded() {
    CommandLineRun unfolded = run("unfold --db DB");
    assertThat(unfolded.exitCode()).as(unfolded.err()).isZero();
    assertThat(unfolded.out()).contains("2-2-1 elu logistic", "a symmetry group of order");
  }

  @Test
  void aGridIsSweptAndGoesOn() {
    Path out = folder.resolve("grid");
    String sweep = "sweep --hidden 1..2" + ELU + " --out " + out;
    CommandLineRun swept = run(sweep);
    assertThat(swept.exitCode()).as(swept.err()).isZero();
    assertThat(out.toFile().list())
        .contains("2-1-1-elu-logistic-1e-2.db", "2-2-1-elu-logistic-1e-2.db", "table.csv");
    JsonNode summary =
        run("summary --json --db " + out.resolve("2-2-1-elu-logistic-1e-2.db")).json();
    assertThat(summary.get("minima").asInt()).isPositive();
    CommandLineRun other = run(sweep + " --standardise");
    assertThat(other.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(other.err()).contains("holds the landscape of", "another folder");
  }

  @Test
  void whatIsNotZeroAtZeroOrHasSeveralLambdasIsRefused() {
    Path logistic = folder.resolve("logistic.db");
    run(
        "explore --layers 2-1-1 --activation logistic --lambda 1e-2,2e-2 --max-time 1s --quiet --db "
            + logistic);
    CommandLineRun embedded = run("embed --db " + logistic);
    assertThat(embedded.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(embedded.err()).contains("logistic, which is not zero at zero");
    CommandLineRun followed = run("follow --to 1e-3 --db " + logistic);
    assertThat(followed.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(followed.err()).contains("one positive lambda");
  }
}
