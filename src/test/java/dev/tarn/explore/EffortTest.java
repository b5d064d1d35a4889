package dev.tarn.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.testing.Classes;
import dev.tarn.testing.KnownValues;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long an exploration goes on without anything new. */
class EffortTest {

  @Test
  void followsTheRarestClass() {
    // 4680 at most for 17 classes; 10 * 1000 / 10 between the eighth and that.
    assertThat(Effort.NORMAL.patience(17)).isEqualTo(4680);
    assertThat(Effort.NORMAL.patience(17, 1000, 10)).isEqualTo(1000);
    assertThat(Effort.NORMAL.patience(17, 1000, 500)).isEqualTo(585);
    assertThat(Effort.NORMAL.patience(17, 1000, 1)).isEqualTo(4680);
    assertThat(Effort.NORMAL.patience(17, 1000, 0)).isEqualTo(4680);
  }

  @Property(tries = 300, seed = "1")
  void staysBetweenAnEighthAndTheWholeAndFallsWithTheHits(
      @ForAll Effort effort,
      @ForAll @IntRange(max = 10_000) int classes,
      @ForAll @LongRange(max = 10_000_000) long searches,
      @ForAll @LongRange(max = 1_000_000) long rarest) {
    long whole = effort.patience(classes);
    long patience = effort.patience(classes, searches, rarest);
    assertThat(patience).isBetween(whole / 8, whole);
    assertThat(effort.patience(classes, searches, rarest + 1)).isLessThanOrEqualTo(patience);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void losesNoClassOfTwoUnitsAndEndsBeforeTheWholePatience(long seed) {
    Network network = Network.xor(2, 1e-4);
    Landscape landscape = Landscape.of(network);
    Exploration end =
        new Explorer(network, ExplorerSettings.defaults().withSeed(seed)).explore(landscape);
    Classes.assertClasses(landscape.minima(), KnownValues.TWO_UNIT_MINIMA, 1e-12);
    Classes.assertClasses(
        landscape.transitionStates(), KnownValues.TWO_UNIT_TRANSITION_STATES, 1e-12);
    assertThat(end.progress().searches()).isLessThan(Effort.NORMAL.patience(17));
  }
}
