package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.job.RandomStreams;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Transformation;
import dev.tarn.potential.space.Subgroup;
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
class SubgroupTest {

  private static Set<NetworkTransformation> closure(
      int hidden, List<NetworkTransformation> generators) {
    Set<NetworkTransformation> reached =
        new HashSet<>(Set.of(Network.xor(hidden, 0.1).symmetry().identity()));
    ArrayDeque<NetworkTransformation> queue = new ArrayDeque<>(reached);
    while (!queue.isEmpty()) {
      NetworkTransformation element = queue.remove();
      for (NetworkTransformation generator : generators) {
        NetworkTransformation next = generator.after(element);
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
    List<NetworkTransformation> all = XorGroup.elements(hidden);
    RandomGenerator random = RandomStreams.of(31, hidden);
    for (int trial = 0; trial < 60; trial++) {
      List<NetworkTransformation> generators = new ArrayList<>();
      for (int k = 0; k < trial % 4; k++) {
        generators.add(all.get(random.nextInt(all.size())));
      }
      Set<NetworkTransformation> members = closure(hidden, generators);
      Subgroup group = Subgroup.generatedBy(generators);
      assertThat(group.order()).isEqualTo(BigInteger.valueOf(members.size()));
      assertThat(all).allMatch(g -> group.contains(g) == members.contains(g));
    }
  }

  // Adjacent exchanges, one flip and the swap generate everything: 2^12 12! 2.
  @Test
  void wholeGroupOfTwelveUnits() {
    int hidden = 12;
    List<NetworkTransformation> generators = new ArrayList<>();
    for (int j = 1; j < hidden; j++) {
      generators.add(XorGroup.element(false, SignedPermutation.exchange(hidden, j - 1, j, 1)));
    }
    generators.add(XorGroup.element(false, SignedPermutation.flip(hidden, 5)));
    assertThat(Subgroup.generatedBy(generators).order()).isEqualTo(new BigInteger("1961990553600"));
    generators.add(XorGroup.element(true, SignedPermutation.identity(hidden)));
    assertThat(Subgroup.generatedBy(generators).order())
        .isEqualTo(Network.xor(hidden, 0.1).symmetry().order());
  }

  @Test
  void elementsOfAnotherNetworkAreRejected() {
    NetworkTransformation two = XorGroup.element(false, SignedPermutation.flip(2, 0));
    NetworkTransformation three = XorGroup.element(false, SignedPermutation.flip(3, 0));
    Subgroup group = Subgroup.generatedBy(List.of(two));
    assertThat(group.order()).isEqualTo(BigInteger.TWO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> group.contains(three))
        .withMessageContaining("permutes 14 things, the group 12");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Subgroup.generatedBy(List.of(two, three)));
  }

  @Test
  void noGeneratorsGiveTheTrivialSubgroup() {
    Subgroup group = Subgroup.generatedBy(List.of());
    assertThat(group.order()).isEqualTo(BigInteger.ONE);
    assertThat(group.contains(XorGroup.element(false, SignedPermutation.flip(2, 0)))).isFalse();
    assertThat(group.contains(XorGroup.element(false, SignedPermutation.identity(2)))).isTrue();
  }

  @Test
  void inversionHasTwoElements() {
    SymmetryGroup inversion = SymmetryGroup.inversion();
    List<Transformation> generators = inversion.stabiliserGenerators(new double[3]);
    Subgroup group = Subgroup.generatedBy(generators);
    assertThat(group.order()).isEqualTo(inversion.order());
    assertThat(group.contains(inversion.identity())).isTrue();
    assertThat(Subgroup.generatedBy(List.of(inversion.identity())).contains(generators.get(0)))
        .isFalse();
  }
}
