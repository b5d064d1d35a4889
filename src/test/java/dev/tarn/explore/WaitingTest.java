package dev.tarn.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.explore.ExplorerEvent.Waiting;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What is told while a job takes its time. */
class WaitingTest {

  /** A well whose gradient takes its time. */
  private record Slow() implements Potential {
    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public Evaluator evaluator() {
      return (x, gradient) -> {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        gradient[0] = 2.0 * x[0] - StrictMath.sin(3.0 * x[0]);
        return x[0] * x[0] + StrictMath.cos(3.0 * x[0]) / 3.0;
      };
    }

    @Override
    public Optional<Scales> scales() {
      return Optional.of(Scales.ONE);
    }
  }

  @Test
  void aJobThatTakesItsTimeIsToldOf() {
    // A gradient that takes 20 ms: the first job of ten quenches takes more than two seconds.
    Potential slow = new Slow();
    List<Waiting> told = new ArrayList<>();
    ExplorerSettings settings =
        ExplorerSettings.defaults().withThreads(1).withMaxTime(Duration.ofSeconds(3));
    Exploration end =
        new Explorer(slow, settings)
            .on(Landscape.of(slow))
            .run(
                event -> {
                  if (event instanceof Waiting waiting) {
                    told.add(waiting);
                  }
                });
    assertThat(end.status()).isEqualTo(Exploration.Status.OUT_OF_TIME);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).waited()).isEqualTo(Duration.ofSeconds(2));
    assertThat(told.get(0).kind()).isEqualTo(JobReport.Kind.BASIN_HOPPING);
    assertThat(told.get(0).underWay()).isPositive();
  }
}
