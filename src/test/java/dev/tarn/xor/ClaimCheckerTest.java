package dev.tarn.xor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.explore.ExplorerSettings;
import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.testing.Weights;
import dev.tarn.text.Numbers;
import dev.tarn.xor.Claim.Finding;
import dev.tarn.xor.Claim.Finding.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The claims of Mehta et al., Phys. Rev. E 97, 052307 (2018), with the verdicts that this program
 * found; those on one and two units follow from the known values.
 */
class ClaimCheckerTest {
  @TempDir private static Path folder;
  @TempDir private static Path unfinished;
  private static List<Finding> findings;
  private static List<Finding> open;

  @BeforeAll
  static void sweep() throws Exception {
    Catalogues catalogues = new Catalogues(folder);
    List<Integer> hidden = List.of(1, 2, 3, 4);
    SharedCatalogues.copy(folder, hidden, List.of(1e-2, 1e-3));
    SharedCatalogues.copy(folder, List.of(1, 2, 3), List.of(1e-6));
    findings = new ClaimChecker(catalogues).check(hidden, List.of(1e-2, 1e-3, 1e-6));

    Catalogues few = new Catalogues(unfinished);
    ExplorerSettings tiny = SharedCatalogues.QUICK.withMaxTime(Duration.ofMillis(1));
    new Sweep(
            few, tiny, JobRunner.threads(tiny.threads()), new SilentListener(), new Cancellation())
        .run(List.of(4), List.of(1e-4, 1e-6));
    open = new ClaimChecker(few).check(List.of(3, 4), List.of(1e-4, 1e-6));
  }

  private static Finding finding(Claim claim, int hidden, double lambda) {
    List<Finding> all = all(claim, hidden, lambda);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static List<Finding> all(Claim claim, int hidden, double lambda) {
    return findings.stream()
        .filter(f -> f.claim() == claim && f.hidden() == hidden && f.lambda() == lambda)
        .toList();
  }

  @Test
  void findingsComeByClaim() {
    assertThat(findings).extracting(f -> f.claim().number()).isSorted();
    assertThat(findings).extracting(Finding::claim).contains(Claim.PADDING, Claim.AUC);
  }

  @Test
  void claim1PaddedPointsAreStationary() {
    for (int hidden = 1; hidden <= 4; hidden++) {
      Finding finding = finding(Claim.PADDING, hidden, 1e-2);
      assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
      assertThat(finding.counterexample()).isEmpty();
    }
    assertThat(finding(Claim.PADDING, 2, 1e-2).detail()).startsWith("20 points padded");
    assertThat(finding(Claim.PADDING, 3, 1e-6).verdict()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void claim2TheZeroPointIsAMinimum() {
    Finding finding = finding(Claim.ZERO_POINT, 3, 1e-6);
    assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
    // 2 lambda, exact fact 1 of the known values.
    assertThat(finding.detail()).isEqualTo("smallest eigenvalue 2.000e-06");
  }

  @Test
  void claim3TheTwoUnitNetworkIsASaddleOfIndexNMinusTwo() {
    assertThat(all(Claim.TWO_UNITS, 2, 1e-2)).isEmpty();
    for (double lambda : new double[] {1e-2, 1e-6}) {
      Finding finding = finding(Claim.TWO_UNITS, 3, lambda);
      assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
      assertThat(finding.detail()).isEqualTo("index 1 where 1 is claimed");
    }
    assertThat(finding(Claim.TWO_UNITS, 4, 1e-2).detail()).isEqualTo("index 2 where 2 is claimed");
    assertThat(finding(Claim.TWO_UNITS, 4, 1e-2).verdict()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void claim3NeedsNoDatabaseOfTwoUnitsWhereTheLargerOneIsComplete(@TempDir Path alone)
      throws Exception {
    SharedCatalogues.copy(alone, List.of(4), List.of(1e-2));
    assertThat(new ClaimChecker(new Catalogues(alone)).check(List.of(4), List.of(1e-2)))
        .filteredOn(finding -> finding.claim() == Claim.TWO_UNITS)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
              assertThat(finding.detail()).isEqualTo("index 2 where 2 is claimed");
            });
  }

  @Test
  void claim4SomeMinimumOfFourUnitsHasThreeConnected() {
    assertThat(all(Claim.THREE_UNITS, 3, 1e-2)).isEmpty();
    Finding finding = finding(Claim.THREE_UNITS, 4, 1e-2);
    assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
    Network network = Network.xor(4, 1e-2);
    List<StationaryPoint> three =
        new Catalogues(folder)
            .read(4, 1e-2).orElseThrow().landscape().minima().stream()
                .filter(
                    p ->
                        Weights.connectedUnits(network, p.coordinates().toArray(), 1e-10).size()
                            == 3)
                .toList();
    assertThat(three).isNotEmpty();
    assertThat(finding.detail())
        .isEqualTo(three.size() + " minima of exactly three connected units");
    // Against the paper's "for any N_h > 3": none is left with weaker regularisation.
    Finding weaker = finding(Claim.THREE_UNITS, 4, 1e-3);
    assertThat(weaker.verdict()).isEqualTo(Verdict.FAILS);
    assertThat(weaker.detail()).isEqualTo("0 minima of exactly three connected units");
  }

  @Test
  void claim5AtTheWeakestRegularisationOnly() {
    assertThat(all(Claim.FULLY_CONNECTED, 3, 1e-2)).isEmpty();
    for (int hidden = 1; hidden <= 3; hidden++) {
      assertThat(finding(Claim.FULLY_CONNECTED, hidden, 1e-6).verdict()).isEqualTo(Verdict.HOLDS);
    }
    assertThat(finding(Claim.FULLY_CONNECTED, 2, 1e-6).detail())
        .isEqualTo("0 of 4 minima have a zero unit");
  }

  @Test
  void claims6And7ConcernSixUnits() {
    assertThat(findings)
        .extracting(Finding::claim)
        .doesNotContain(Claim.FIGURE_2, Claim.PROBABILITIES);
  }

  @Test
  void claim8ComparesNeighboursOnTheGrid() {
    assertThat(all(Claim.GROWTH, 1, 1e-2)).isEmpty();
    // From 5 minima and 12 transition states at 1e-3 to as many, from 4 and 3 of one unit.
    List<Finding> same = all(Claim.GROWTH, 2, 1e-6);
    assertThat(same).extracting(Finding::verdict).containsOnly(Verdict.HOLDS);
    assertThat(same)
        .extracting(Finding::detail)
        .containsExactly(
            "against one unit less: nothing falls", "against lambda 1e-3: nothing falls");
    // From 10 transition states for 4 minima to 12 for 5.
    List<Finding> ratio = all(Claim.GROWTH, 2, 1e-3);
    assertThat(ratio).extracting(Finding::verdict).containsExactly(Verdict.HOLDS, Verdict.FAILS);
    assertThat(ratio.get(1).detail()).isEqualTo("against lambda 1e-2: ratio 2.50 to 2.40");
    // 4 minima of two units become 3 of three.
    Finding three = all(Claim.GROWTH, 3, 1e-2).get(0);
    assertThat(three.verdict()).isEqualTo(Verdict.FAILS);
    assertThat(three.detail()).isEqualTo("against one unit less: minima 4 to 3");
  }

  @Test
  void claim9TheAreasUnderTheCurve() {
    assertThat(all(Claim.AUC, 1, 1e-2)).isEmpty();
    Finding one = finding(Claim.AUC, 1, 1e-6);
    assertThat(one.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(one.detail())
        .isEqualTo("3 of 4 minima have AUC 0.75, smallest AUC but for zero 0.75");
    // Two minima have two inputs at p = 1/2, a tie to 1e-3: 3.5 pairs of 4 are won, not 3.
    Finding two = finding(Claim.AUC, 2, 1e-6);
    assertThat(two.verdict()).isEqualTo(Verdict.FAILS);
    assertThat(two.detail()).isEqualTo("no minimum of AUC 0.75");
    Finding three = finding(Claim.AUC, 3, 1e-6);
    assertThat(three.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(three.detail()).endsWith("smallest AUC but for zero 1.0");
  }

  @Test
  void anIncompleteCatalogueLeavesOpenWhatNeedsAllPoints() {
    List<String> verdicts = new ArrayList<>();
    for (Finding finding : open) {
      verdicts.add(
          finding.claim().number()
              + " "
              + Numbers.scientific(finding.lambda())
              + " "
              + finding.verdict());
    }
    assertThat(verdicts)
        .contains(
            "2 1e-4 HOLDS",
            "2 1e-6 HOLDS",
            "3 1e-4 OPEN",
            "5 1e-6 OPEN",
            "8 1e-6 OPEN",
            "9 1e-6 OPEN");
    assertThat(verdicts).doesNotContain("4 1e-4 FAILS", "4 1e-6 FAILS");
    assertThat(open)
        .filteredOn(f -> f.verdict() == Verdict.OPEN)
        .extracting(Finding::detail)
        .contains("no minimum of two connected units is known at this lambda; open")
        .allMatch(
            detail -> detail.endsWith("; open") || detail.endsWith("(a catalogue is incomplete)"));
    // Catalogues that are not there have no findings.
    assertThat(open).extracting(Finding::hidden).containsOnly(4);
  }
}
