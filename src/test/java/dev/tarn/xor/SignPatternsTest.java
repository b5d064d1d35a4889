package dev.tarn.xor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.job.JobRunner;
import dev.tarn.network.Layout;
import dev.tarn.network.OutputLayer;
import dev.tarn.testing.BytesRunner;
import dev.tarn.xor.SignPatterns.SignPattern;
import dev.tarn.xor.SignPatterns.SignPattern.Claim;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignPatternsTest {
  private static final BlobQuestion QUESTION = BlobQuestion.of(100, 1);

  private static SignPatterns trained(SignPattern pattern, JobRunner runner) {
    return SignPatterns.of(
        pattern, QUESTION.network(2), QUESTION.training(), 30, 0.95, runner, run -> {});
  }

  @Test
  void theSettingIsThatOfTheQuestion() {
    BlobQuestion question = BlobQuestion.of(BlobQuestion.EACH, 1);
    assertThat(question.data().examples()).isEqualTo(20_000);
    assertThat(question.network(2)).hasToString("2-2-1 relu logistic on " + question.data().name());
    assertThat(question.network(3).architecture().output()).isEqualTo(OutputLayer.LOGISTIC);
    assertThat(question.network(2).penalty().links().stream().sum()).isZero();
    assertThat(question.training().optimiser().toString()).startsWith("Adam[rate=0.1,");
  }

  @Test
  void theFourPatternsBearOutWhatTheQuestionSays() {
    for (SignPattern pattern : SignPattern.named()) {
      SignPatterns found = trained(pattern, new BytesRunner(2));
      assertThat(found.bearsOut()).as(pattern.toString()).isTrue();
      boolean converges = pattern.claim().orElseThrow() == Claim.CONVERGES;
      assertThat(found.exactAccuracy() >= SignPatterns.SOLVED).isEqualTo(converges);
      assertThat(found.medianAccuracy() >= SignPatterns.SOLVED).isEqualTo(converges);
      assertThat(found.medianEnergy() < 0.05).isEqualTo(converges);
      assertThat(found.exactEnergy() < 0.05).isEqualTo(converges);
      assertThat(found.solved().count() + found.linear().count()).isLessThanOrEqualTo(30);
    }
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    SignPattern pattern = SignPattern.all().get(37);
    assertThat(trained(pattern, new BytesRunner(2)))
        .isEqualTo(trained(pattern, JobRunner.direct()));
    assertThat(trained(pattern, JobRunner.direct()).bearsOut())
        .as("nothing is said of it")
        .isFalse();
  }

  @Test
  void signsAreThoseOfThePattern() {
    Layout layout = QUESTION.network(2).layout();
    SignPattern pattern = new SignPattern(List.of(1, -1, -1, -1), List.of(-1, 1), Optional.empty());
    assertThat(pattern).hasToString("w1 = [[1,-1],[-1,-1]], w2 = [-1,1]");
    double[] x = {-1, 2, 3, 4, -5, -6, 7, -8, 9};
    pattern.apply(layout, x);
    // Unit 0 has the first column of w1 and its bias, then unit 1, then the output.
    assertThat(x).containsExactly(1, -2, 3, -4, -5, -6, -7, 8, 9);
  }

  @Test
  void thereAre64DifferentPatterns() {
    assertThat(SignPattern.all()).hasSize(64).doesNotHaveDuplicates();
    List<List<Integer>> firsts = SignPattern.named().stream().map(SignPattern::first).toList();
    assertThat(SignPattern.all()).extracting(SignPattern::first).containsAll(firsts);
  }

  @Test
  void badInputIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SignPattern(List.of(1), List.of(1, 1), Optional.empty()))
        .withMessage("two hidden units have 4 links below and 2 above, not 1 and 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SignPattern(List.of(1, 0, 1, 1), List.of(1, 1), Optional.empty()))
        .withMessage("a sign is 1 or -1, not 0");
    Layout other = QUESTION.network(3).layout();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignPattern.named().get(0).apply(other, new double[13]))
        .withMessageContaining("not for 2-3-1 relu logistic");
  }
}
