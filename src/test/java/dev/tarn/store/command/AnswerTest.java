package dev.tarn.store.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {
  @Test
  void hasEnergyGradientAndPerhapsAHessian() {
    Answer answer = Answer.of("{\"energy\": 1.5, \"gradient\": [1, -2e-3], \"time\": 3}", 2);
    assertThat(answer.energy()).isEqualTo(1.5);
    assertThat(answer.gradient()).containsExactly(1.0, -0.002);
    assertThat(answer.hessian()).isEmpty();
    String head = "{\"energy\": 0, \"gradient\": [0, 0], \"hessian\": ";
    for (String matrix : new String[] {"[[1, 2], [3, 4]]}", "[1, 2, 3, 4]}"}) {
      assertThat(Answer.of(head + matrix, 2).hessian()).hasValue(new double[] {1, 2, 3, 4});
    }
    for (String one : new String[] {"[[7]]", "[7]"}) {
      String line = "{\"energy\": 0, \"gradient\": [0], \"hessian\": " + one + "}";
      assertThat(Answer.of(line, 1).hessian()).hasValue(new double[] {7});
    }
  }

  @Test
  void takesWhatIsNoNumberAsPythonWritesIt() {
    Answer answer = Answer.of("{\"energy\": NaN, \"gradient\": [Infinity, null]}", 2);
    assertThat(answer.energy()).isNaN();
    assertThat(answer.gradient()).containsExactly(Double.POSITIVE_INFINITY, Double.NaN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hello | answered \"hello\", where a line of JSON",
        "1.5 2.5 | where a line of JSON",
        "1.5 | where a JSON object",
        "[1] | where a JSON object",
        "{\"gradient\": [1, 2]} | which has no energy",
        "{\"energy\": 1} | which has no gradient",
        "{\"energy\": \"x\", \"gradient\": [1, 2]} | whose energy holds \"x\", no number",
        "{\"energy\": 1, \"gradient\": 2} | whose gradient is no array",
        "{\"energy\": 1, \"gradient\": [1]} | whose gradient has 1 numbers, where 2 are due",
        "{\"energy\": 1, \"gradient\": [1, [2]]} | whose gradient holds [2], no number",
        "{\"energy\": 1, \"gradient\": [1, 2], \"hessian\": 1} | is no array of 2 rows",
        "{\"energy\": 1, \"gradient\": [1, 2], \"hessian\": [1, 2]} | whose hessian is no array",
        "{\"energy\": 1, \"gradient\": [1, 2], \"hessian\": [[1, 2], [3]]} | has 1 numbers",
        "{\"error\": \"no such file\"} | says: no such file",
      })
  void anythingElseIsToldApart(String line, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Answer.of(line, 2))
        .withMessageContaining(message);
  }

  @Test
  void longNonsenseIsCut() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Answer.of("x".repeat(1000), 2))
        .withMessageContaining("\"" + "x".repeat(80) + "...\"");
  }

  @Test
  void wordsArePartedByBlanksButInQuotes() {
    assertThat(CommandPotential.words(" python3  'my file.py' \"a b\"c '' "))
        .containsExactly("python3", "my file.py", "a bc", "");
    assertThat(CommandPotential.words("  ")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommandPotential.words("sh 'x"))
        .withMessageContaining("a quote is not closed");
  }
}
