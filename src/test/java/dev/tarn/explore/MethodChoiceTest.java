package dev.tarn.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.explore.JobReport.Trial;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.space.Work;
import dev.tarn.saddle.SaddleSettings;
import dev.tarn.saddle.SaddleSettings.Method;
import dev.tarn.stationary.StationaryPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The choice between searches with a Hessian and with its products, by what they cost. */
class MethodChoiceTest {
  private static final SaddleSettings OPEN = SaddleSettings.defaults();

  /** The XOR network that says that its evaluations cost what is asked for. */
  private record Costly(Network network, Work costs) implements Potential {
    static Costly of(double gradient, double hessian) {
      return new Costly(Network.xor(2, 1e-2), new Work(gradient, 1.5 * gradient, hessian));
    }

    @Override
    public int dimension() {
      return network.dimension();
    }

    @Override
    public Evaluator evaluator() {
      return network.evaluator();
    }

    @Override
    public SymmetryGroup symmetry() {
      return network.symmetry();
    }

    @Override
    public void randomPoint(RandomGenerator random, double[] x) {
      network.randomPoint(random, x);
    }

    @Override
    public <C> Optional<C> capability(Class<C> type) {
      Work.Model model = () -> costs;
      return type.equals(Work.Model.class) ? Optional.of(type.cast(model)) : Optional.empty();
    }
  }

  @Test
  void nothingIsTriedWhereHessiansCostLittle() {
    assertThat(new MethodChoice(Costly.of(1e5, 1e6), OPEN, List.of()).next())
        .isEqualTo(Method.AUTOMATIC);
    assertThat(new MethodChoice(Network.xor(3, 1e-3), OPEN, List.of()).next())
        .isEqualTo(Method.AUTOMATIC);
    // A Hessian for nine gradients is a bargain, whatever they cost.
    assertThat(new MethodChoice(Costly.of(1e8, 9e8), OPEN, List.of()).next())
        .isEqualTo(Method.AUTOMATIC);
    assertThat(
            new MethodChoice(Costly.of(1e6, 1e8), OPEN.withMethod(Method.FULL), List.of()).next())
        .isEqualTo(Method.AUTOMATIC);
  }

  @ParameterizedTest
  @CsvSource({"6, 6e8, 6, 3e8, HYBRID", "6, 3e8, 6, 6e8, FULL", "1, 3e8, 6, 6e8, HYBRID"})
  void theCheaperOneForEachTransitionStateIsKept(
      int foundFull, double full, int foundHybrid, double hybrid, Method expected) {
    MethodChoice choice = new MethodChoice(Costly.of(1e6, 1e8), OPEN, List.of());
    assertThat(List.of(choice.next(), choice.next(), choice.next()))
        .containsExactly(Method.FULL, Method.HYBRID, Method.FULL);
    assertThat(choice.take(new Trial(Method.FULL, 6, foundFull, full))).isPresent();
    assertThat(choice.take(new Trial(Method.HYBRID, 6, foundHybrid, hybrid))).isPresent();
    assertThat(choice.next()).isEqualTo(expected);
    assertThat(choice.next()).isEqualTo(expected);
    // What was under way does not matter any more.
    assertThat(choice.take(new Trial(Method.FULL, 1, 1, 1.0))).isEmpty();
  }

  @Test
  void whatIsPlainAfterTwoSearchesEndsTheTrial() {
    MethodChoice choice = new MethodChoice(Costly.of(1e6, 1e8), OPEN, List.of());
    choice.take(new Trial(Method.FULL, 2, 2, 1e9));
    choice.take(new Trial(Method.HYBRID, 1, 1, 5e9));
    assertThat(choice.next()).isEqualTo(Method.FULL);
    assertThat(choice.next()).isEqualTo(Method.HYBRID);
    choice.take(new Trial(Method.HYBRID, 1, 1, 5e9));
    assertThat(List.of(choice.next(), choice.next())).containsOnly(Method.FULL);
  }

  @Test
  void anEarlierRunHasChosen() {
    List<Trial> earlier =
        List.of(new Trial(Method.FULL, 6, 6, 9e8), new Trial(Method.HYBRID, 6, 6, 3e8));
    assertThat(new MethodChoice(Costly.of(1e6, 1e8), OPEN, earlier).next())
        .isEqualTo(Method.HYBRID);
  }

  /**
   * Costs are counted, not timed: the same trials and the same points on one thread and on three.
   */
  @Test
  void theSameChoiceWhateverTheNumberOfThreads() {
    Costly potential = Costly.of(1e6, 1e8);
    List<Trial> one = new ArrayList<>();
    List<Trial> three = new ArrayList<>();
    Landscape first = explore(potential, 1, one);
    Landscape second = explore(potential, 3, three);
    assertThat(one).isEqualTo(three).isNotEmpty();
    assertThat(one).extracting(Trial::method).contains(Method.FULL, Method.HYBRID);
    assertThat(one).allSatisfy(trial -> assertThat(trial.work()).isPositive());
    assertThat(first.points().stream().map(StationaryPoint::energy).toList())
        .isEqualTo(second.points().stream().map(StationaryPoint::energy).toList());
  }

  private static Landscape explore(Potential potential, int threads, List<Trial> trials) {
    Landscape landscape = Landscape.of(potential);
    ExplorerSettings settings =
        ExplorerSettings.defaults().withSeed(3).withThreads(threads).withEffort(Effort.LOW);
    new Explorer(potential, settings)
        .until(ExplorerLimits.searches(200))
        .on(landscape)
        .run(ExplorerEvent.reports(report -> report.trial().ifPresent(trials::add)));
    return landscape;
  }
}
