package dev.tarn.network.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.explore.Exploration.Status;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.network.Network;
import dev.tarn.potential.Vector;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Levels that are kept, and enumerations that go on from them. */
class KindJournalTest {
  private static final Network NETWORK = Network.xor(1, 1e-3);

  /** Keeps levels in memory. */
  private static final class Memory implements KindJournal {
    final List<Known> classes = new ArrayList<>();
    final List<Integer> searched = new ArrayList<>();
    KindJournal.State state = KindJournal.State.fresh();

    @Override
    public Kept kept() {
      return new Kept(List.copyOf(classes), state);
    }

    @Override
    public void append(KindJournal.Report report, KindJournal.State after) {
      report.newClasses().forEach(each -> classes.add(new Known(each.parts(), 1L)));
      for (int number : report.hits()) {
        Known known = classes.get(number - 1);
        classes.set(number - 1, new Known(known.parts(), known.hits() + 1));
      }
      searched.add(report.level());
      state = after;
    }

    @Override
    public void flush() {
      // Nothing is kept back.
    }
  }

  private static KindEnumeration enumeration(KindJournal journal) {
    return new KindEnumeration(NETWORK, ExplorerSettings.defaults(), journal);
  }

  private static Status run(KindEnumeration enumeration, int hidden, Cancellation cancellation) {
    return enumeration.run(hidden, JobRunner.direct(), cancellation, report -> {});
  }

  private static int[] counts(KindJournal journal, int hidden) {
    return enumeration(journal).catalogue().counts(hidden);
  }

  @Test
  void goesOnWhereItWasStopped() {
    Memory memory = new Memory();
    Status status = Status.STOPPED;
    int runs = 0;
    while (status == Status.STOPPED) {
      Cancellation cancellation = new Cancellation();
      long last = memory.state.jobs() + 41;
      status =
          enumeration(memory)
              .run(
                  4,
                  JobRunner.direct(),
                  cancellation,
                  report -> {
                    if (report.progress().jobs() == last) {
                      cancellation.cancel();
                    }
                  });
      runs++;
    }
    assertThat(runs).isGreaterThan(3);
    assertThat(status).isEqualTo(Status.DONE);
    assertThat(counts(memory, 4)).containsExactly(6, 18, 36, 49, 27);
    assertThat(memory.state.searches()).isGreaterThan(32 * 41L);
  }

  @Test
  void aFinishedLevelIsNotSearchedAgain() {
    Memory memory = new Memory();
    run(enumeration(memory), 3, new Cancellation());
    memory.searched.clear();
    assertThat(run(enumeration(memory), 3, new Cancellation())).isEqualTo(Status.DONE);
    assertThat(memory.searched).isEmpty();
    assertThat(run(enumeration(memory), 4, new Cancellation())).isEqualTo(Status.DONE);
    assertThat(memory.searched).isNotEmpty().containsOnly(4);
    assertThat(counts(memory, 4)).containsExactly(6, 18, 36, 49, 27);
  }

  /** Without a class the sum of its level is wrong, and the levels above are no reason to go on. */
  @Test
  void goesBackToALowerLevelThatLacksAClass() {
    Memory memory = new Memory();
    run(enumeration(memory), 4, new Cancellation());
    memory.classes.remove(
        memory.classes.stream()
            .filter(known -> known.parts().multiplicities().equals(List.of(1, 1)))
            .findFirst()
            .orElseThrow());
    KindEnumeration again = enumeration(memory);
    assertThat(again.catalogue().morseSum(2)).isNotEqualTo(BigInteger.ONE);
    memory.searched.clear();
    assertThat(run(again, 4, new Cancellation())).isEqualTo(Status.DONE);
    assertThat(memory.searched).startsWith(2).contains(2);
    assertThat(again.catalogue().counts(4)).containsExactly(6, 18, 36, 49, 27);
  }

  /** What another cutoff calls degenerate is kept, and counted in no level. */
  @Test
  void aCutoffDecidesWhatIsProper() {
    Memory memory = new Memory();
    run(enumeration(memory), 2, new Cancellation());
    int all = enumeration(memory).catalogue().classes(2).size();
    KindEnumeration strict =
        new KindEnumeration(NETWORK, ExplorerSettings.defaults().withZeroCutoff(2.1e-3), memory);
    assertThat(strict.catalogue().degenerate(2)).isNotEmpty();
    assertThat(strict.catalogue().classes(2).size() + strict.catalogue().degenerate(2).size())
        .isEqualTo(all);
  }

  @Test
  void saysWhatIsWrongWithAClass() {
    Vector three = Vector.of(1.0, 2.0, 3.0);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new KindClass.Parts(
                    List.of(three),
                    List.of(1, 2),
                    three,
                    0,
                    0,
                    three,
                    List.of(three),
                    three,
                    1,
                    true))
        .withMessageContaining("as many multiplicities");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new KindClass.Parts(
                    List.of(three),
                    List.of(0),
                    three,
                    0,
                    0,
                    Vector.of(new double[6]),
                    List.of(three),
                    three,
                    1,
                    true))
        .withMessageContaining("at least 1");
  }
}
