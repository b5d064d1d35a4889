package dev.tarn.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.explore.Exploration.Status;
import dev.tarn.job.RandomStreams;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Points from elsewhere are taken in without a search. */
class AdoptionTest {
  private static final Network XOR = Network.xor(2, 1e-4);
  private static final ExplorerSettings ENUMERATE =
      ExplorerSettings.defaults().withEffort(Effort.LOW).enumerating(Integer.MAX_VALUE);
  private static final Landscape CATALOGUE = Landscape.of(XOR);

  @BeforeAll
  static void enumerate() {
    assertThat(new Explorer(XOR, ENUMERATE).explore(CATALOGUE).status()).isEqualTo(Status.DONE);
  }

  private static List<double[]> copies() {
    List<double[]> copies = new ArrayList<>();
    for (StationaryPoint point : CATALOGUE.points()) {
      double[] copy = new double[XOR.dimension()];
      XOR.symmetry()
          .randomCopy(RandomStreams.of(7, point.id()), point.coordinates().toArray(), copy);
      copies.add(copy);
    }
    return copies;
  }

  private static Explorer adopting(List<double[]> points, int threads) {
    return new Explorer(XOR, ExplorerSettings.defaults().withThreads(threads))
        .adopting(points, "elsewhere");
  }

  /** The classes, told by energy and index, with those that each transition state joins. */
  private static Set<String> content(Landscape landscape) {
    Set<String> lines =
        landscape.points().stream().map(AdoptionTest::name).collect(Collectors.toSet());
    for (Connection connection : landscape.connections()) {
      lines.add(
          name(landscape.get(connection.transitionState()))
              + Stream.of(connection.minus(), connection.plus())
                  .map(id -> name(landscape.get(id)))
                  .sorted()
                  .toList());
    }
    return lines;
  }

  private static String name(StationaryPoint point) {
    return "%.10f index %d of %s".formatted(point.energy(), point.index(), point.orbit());
  }

  @Test
  void aCatalogueTakenInWholeIsTheCatalogue() {
    Landscape landscape = Landscape.of(XOR);
    Exploration end = adopting(copies(), 2).explore(landscape);
    assertThat(end.status()).isEqualTo(Status.DONE);
    assertThat(end.reason()).isEqualTo("every point given is taken in");
    assertThat(content(landscape)).isEqualTo(content(CATALOGUE));
    assertThat(end.progress().searches()).isZero();
    assertThat(landscape.points())
        .allSatisfy(p -> assertThat(p.provenance().method()).isEqualTo("elsewhere"))
        .allSatisfy(p -> assertThat(landscape.hits(p.id())).isZero());
  }

  @Test
  void theThreadsDoNotMatter() {
    Landscape one = Landscape.of(XOR);
    Landscape two = Landscape.of(XOR);
    adopting(copies(), 1).explore(one);
    adopting(copies(), 2).explore(two);
    assertThat(two.points()).isEqualTo(one.points());
    assertThat(two.connections()).isEqualTo(one.connections());
  }

  @Test
  void theSumTellsWhatIsMissing() {
    List<double[]> fewer = copies();
    int saddle = CATALOGUE.points().stream().map(StationaryPoint::index).toList().indexOf(2);
    fewer.remove(saddle);
    Landscape landscape = Landscape.of(XOR);
    Exploration end = adopting(fewer, 1).explore(landscape);
    assertThat(end.status()).isEqualTo(Status.INCOMPLETE);
    assertThat(landscape.size()).isEqualTo(CATALOGUE.size() - 1);
  }

  @Test
  void minimaThatATransitionStateJoinsComeWithIt() {
    List<double[]> states =
        CATALOGUE.points().stream()
            .filter(p -> p.index() == 1)
            .map(p -> p.coordinates().toArray())
            .toList();
    Landscape landscape = Landscape.of(XOR);
    adopting(states, 1).explore(landscape);
    assertThat(landscape.count(1)).isEqualTo(CATALOGUE.count(1));
    assertThat(landscape.count(0)).isEqualTo(CATALOGUE.count(0));
  }

  @Test
  void jobsOfALaterSearchBeginWhereTheyWouldHave() {
    Landscape landscape = Landscape.of(XOR);
    Journal.Restart restart = new Journal.Restart(3, 17, 0, 0, Set.of());
    Exploration end = adopting(copies(), 1).resuming(restart).explore(landscape);
    assertThat(end.progress().jobs()).isEqualTo(17);
  }

  @Test
  void nothingGivenIsTakenInAtOnce() {
    Landscape landscape = Landscape.of(XOR);
    assertThat(adopting(List.of(), 1).explore(landscape).status()).isEqualTo(Status.INCOMPLETE);
    assertThat(landscape.size()).isZero();
  }

  @Test
  void refusesOtherLengthsAndNamelessMethods() {
    Explorer explorer = new Explorer(XOR, ENUMERATE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> explorer.adopting(List.of(new double[3]), "elsewhere"))
        .withMessageContaining("3 components");
    assertThatIllegalArgumentException().isThrownBy(() -> explorer.adopting(List.of(), " "));
  }
}
