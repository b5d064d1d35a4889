package dev.tarn.xor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.store.LandscapeDatabase;
import dev.tarn.xor.Claim.Finding.Verdict;
import dev.tarn.xor.FigureChecker.FigureStatement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureCheckerTest {
  @TempDir private Path folder;

  @Test
  void smallNetworksOfFigureOne() throws Exception {
    SharedCatalogues.copy(folder, List.of(1, 2, 3), List.of(1e-6));
    List<FigureStatement> statements = new FigureChecker(new Catalogues(folder)).check();
    assertThat(statements).allMatch(s -> s.figure() == 1);
    // The paper's own number; and one of its statements that complete catalogues contradict.
    assertThat(statements)
        .anySatisfy(
            s -> {
              assertThat(s.says()).contains("0.1425e-10");
              assertThat(s.verdict()).isEqualTo(Verdict.HOLDS);
              assertThat(s.found()).contains("1.425e-11");
            })
        .anySatisfy(
            s -> {
              assertThat(s.says()).startsWith("(b) Some minima have AUC 0.75");
              assertThat(s.verdict()).isEqualTo(Verdict.FAILS);
            })
        .anySatisfy(
            s -> {
              assertThat(s.says()).contains("factor of 5000");
              assertThat(s.verdict()).isEqualTo(Verdict.HOLDS);
            });
  }

  /** What is missing may be found yet. */
  @Test
  void ofACatalogueThatHasHardlyBegunNothingFails() throws Exception {
    SharedCatalogues.copy(folder, List.of(1), List.of(1e-6));
    Catalogues catalogues = new Catalogues(folder);
    LandscapeDatabase.open(catalogues.file(2, 1e-6), catalogues.description(2, 1e-6)).close();
    assertThat(new FigureChecker(catalogues).check())
        .anySatisfy(
            s -> {
              assertThat(s.says()).startsWith("(b) Some minima have AUC 0.75");
              assertThat(s.verdict()).isEqualTo(Verdict.OPEN);
            })
        .anySatisfy(
            s -> {
              assertThat(s.says()).startsWith("More hidden units bring more minima");
              assertThat(s.verdict()).isEqualTo(Verdict.OPEN);
            })
        .noneMatch(s -> s.verdict() == Verdict.FAILS);
  }

  @Test
  void withoutCataloguesThereIsNothingToSay() {
    assertThat(new FigureChecker(new Catalogues(folder)).check()).isEmpty();
  }

  @Test
  void figuresHaveTheirLambda() {
    assertThat(FigureChecker.lambda(1)).isEqualTo(1e-6);
    assertThat(FigureChecker.lambda(2)).isEqualTo(1e-2);
    assertThat(FigureChecker.lambda(6)).isEqualTo(1e-6);
  }
}
