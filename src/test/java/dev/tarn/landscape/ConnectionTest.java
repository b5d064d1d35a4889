package dev.tarn.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.landscape.Connection.Branch;
import dev.tarn.landscape.DisconnectivityTree.Barrier;
import dev.tarn.path.Pathway.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What separates the minima that the paths from one transition state lead to. */
class ConnectionTest {
  private static final double TOP = 10.0;
  private static final int STATE = 99;

  private record Draw(boolean plus, int from, double barrier) {}

  @Provide
  Arbitrary<Connection> connections() {
    Arbitrary<Draw> draw =
        Combinators.combine(
                Arbitraries.of(true, false),
                Arbitraries.integers().between(0, 100),
                Arbitraries.doubles().between(0.0, 9.0))
            .as(Draw::new);
    return draw.list().ofMaxSize(7).map(ConnectionTest::connection);
  }

  /** Minima are numbered as they come: 1 below, 2 above, each branch from one of its side. */
  private static Connection connection(List<Draw> draws) {
    List<Integer> minus = new ArrayList<>(List.of(1));
    List<Integer> plus = new ArrayList<>(List.of(2));
    List<Branch> branches = new ArrayList<>();
    for (Draw draw : draws) {
      List<Integer> known = draw.plus ? plus : minus;
      int minimum = 3 + branches.size();
      branches.add(
          new Branch(
              draw.plus ? Side.PLUS : Side.MINUS,
              minimum,
              known.get(draw.from % known.size()),
              draw.barrier,
              1.0,
              1));
      known.add(minimum);
    }
    return new Connection(STATE, 1, 2, 1.0, 1.0, 0, branches);
  }

  /** The lowest pass between any two minima, by relaxing over all third ones (Floyd, 1962). */
  private static double[][] passes(Connection connection) {
    int n = 3 + connection.branches().size();
    double[][] pass = new double[n][n];
    for (double[] row : pass) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    pass[1][2] = pass[2][1] = TOP;
    for (Branch branch : connection.branches()) {
      pass[branch.from()][branch.minimum()] = branch.barrier();
      pass[branch.minimum()][branch.from()] = branch.barrier();
    }
    for (int k = 1; k < n; k++) {
      for (int i = 1; i < n; i++) {
        for (int j = 1; j < n; j++) {
          pass[i][j] = Math.min(pass[i][j], Math.max(pass[i][k], pass[k][j]));
        }
      }
    }
    return pass;
  }

  @Property(tries = 500, seed = "1")
  void barriersAreTheLowestPasses(@ForAll("connections") Connection connection) {
    double[][] pass = passes(connection);
    List<Barrier> barriers = connection.barriers(TOP);
    int minima = 2 + connection.branches().size();
    assertThat(barriers).hasSize(minima * (minima - 1) / 2);
    assertThat(barriers.get(0)).isEqualTo(new Barrier(STATE, TOP, 1, 2));
    assertThat(barriers)
        .allSatisfy(b -> assertThat(b.energy()).isEqualTo(pass[b.minus()][b.plus()]));
    assertThat(connection.isBranched()).isEqualTo(minima > 2);
  }

  @Property(tries = 200, seed = "1")
  void eachSideNamesItsMinimaOnce(@ForAll("connections") Connection connection) {
    List<Integer> all = new ArrayList<>(connection.minima(Side.MINUS));
    all.addAll(connection.minima(Side.PLUS));
    assertThat(all).doesNotHaveDuplicates().hasSize(2 + connection.branches().size());
    assertThat(connection.minima(Side.MINUS).get(0)).isEqualTo(1);
    assertThat(connection.minima(Side.PLUS).get(0)).isEqualTo(2);
  }

  @Test
  void refusesABranchThatPartsFromNowhereOrLeadsBack() {
    Branch fromNowhere = new Branch(Side.MINUS, 3, 2, 1.0, 1.0, 1);
    Branch back = new Branch(Side.PLUS, 2, 2, 1.0, 1.0, 1);
    for (Branch branch : List.of(fromNowhere, back)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Connection(STATE, 1, 2, 1.0, 1.0, 0, List.of(branch)))
          .withMessageContaining("not from one of");
    }
  }
}
