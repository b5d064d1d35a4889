package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.job.RandomStreams;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Subgroups against their closure, element by element. */
class SymmetrySubgroupTest {

  private static Set<NetworkSymmetry> closure(int hidden, List<NetworkSymmetry> generators) {
    Set<NetworkSymmetry> reached = new HashSet<>(Set.of(NetworkSymmetry.identity(hidden)));
    ArrayDeque<NetworkSymmetry> queue = new ArrayDeque<>(reached);
    while (!queue.isEmpty()) {
      NetworkSymmetry element = queue.remove();
      for (NetworkSymmetry generator : generators) {
        NetworkSymmetry next = generator.after(element);
        if (reached.add(next)) {
          queue.add(next);
        }
      }
    }
    return reached;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void orderAndMembersAreThoseOfTheClosure(int hidden) {
    List<NetworkSymmetry> all = XorGroup.elements(hidden);
    RandomGenerator random = RandomStreams.of(31, hidden);
    for (int trial = 0; trial < 60; trial++) {
      List<NetworkSymmetry> generators = new ArrayList<>();
      for (int k = 0; k < trial % 4; k++) {
        generators.add(all.get(random.nextInt(all.size())));
      }
      Set<NetworkSymmetry> members = closure(hidden, generators);
      SymmetrySubgroup group = SymmetrySubgroup.generatedBy(hidden, generators);
      assertThat(group.order()).isEqualTo(BigInteger.valueOf(members.size()));
      assertThat(all).allMatch(g -> group.contains(g) == members.contains(g));
    }
  }

  // Adjacent exchanges, one flip and the swap generate everything: 2^12 12! 2.
  @Test
  void wholeGroupOfTwelveUnits() {
    int hidden = 12;
    List<NetworkSymmetry> generators = new ArrayList<>();
    for (int j = 1; j < hidden; j++) {
      generators.add(NetworkSymmetry.exchange(hidden, j - 1, j, 1));
    }
    generators.add(NetworkSymmetry.flip(hidden, 5));
    assertThat(SymmetrySubgroup.generatedBy(hidden, generators).order())
        .isEqualTo(new BigInteger("1961990553600"));
    generators.add(NetworkSymmetry.swapInputs(hidden));
    assertThat(SymmetrySubgroup.generatedBy(hidden, generators).order())
        .isEqualTo(new XorNetwork(hidden, 0.1).symmetry().order());
  }

  @Test
  void elementsOfAnotherNetworkAreRejected() {
    SymmetrySubgroup group = SymmetrySubgroup.generatedBy(2, List.of());
    assertThat(group.order()).isEqualTo(BigInteger.ONE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> group.contains(NetworkSymmetry.identity(3)))
        .withMessageContaining("acts on 3 hidden units, the group on 2");
  }
}
