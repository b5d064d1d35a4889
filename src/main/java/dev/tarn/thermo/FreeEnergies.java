package dev.tarn.thermo;

import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.thermo.HarmonicModel.Pass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Free energies of groups of classes at a temperature, and of the passes between them.
 *
 * <p>A group has {@code F = -T ln sum Z_i}. All passes between two groups together have the free
 * energy {@code F* = -T ln(h k_ab Z_a / T)}, so that the rate from {@code a} to {@code b} is {@code
 * (T / h) exp(-(F* - F_a) / T)}; {@code h} is Planck's constant, 1 unless one compares with a
 * program that is told otherwise, and shifts all barriers alike. Groups and barriers make a
 * free-energy disconnectivity graph (Krivov and Karplus, J. Chem. Phys. 117, 10894, 2002; Evans and
 * Wales, J. Chem. Phys. 118, 3891, 2003).
 *
 * <p>{@link #regrouped} joins groups between which both barriers lie below a threshold, and goes on
 * with the joined ones until nothing changes (Carr and Wales, J. Phys. Chem. B 112, 8760, 2008).
 * Immutable.
 *
 * @param temperature the temperature
 * @param groups the groups by free energy, the lowest of them at 0
 * @param barriers what separates them, at most one for each pair
 * @param planck the constant {@code h}
 */
public record FreeEnergies(
    double temperature, List<Group> groups, List<Barrier> barriers, double planck) {

  /**
   * Classes that count as one.
   *
   * @param ids the ids of the classes, ascending
   * @param freeEnergy the free energy above that of the lowest group
   */
  public record Group(List<Integer> ids, double freeEnergy) {}

  /**
   * What separates two groups.
   *
   * @param from the place of a group
   * @param to the place of another one
   * @param freeEnergy the free energy of all passes between them, on the scale of the groups
   * @param strongest the id of the transition state that contributes most
   */
  public record Barrier(int from, int to, double freeEnergy, int strongest) {}

  private record Flow(double log, double strongest, int id) {
    Flow and(Flow other) {
      boolean first = strongest >= other.strongest;
      return new Flow(
          LogSum.of(log, other.log), first ? strongest : other.strongest, first ? id : other.id);
    }
  }

  private record Pair(int from, int to) {}

  /**
   * Takes copies of the lists.
   *
   * @param temperature as above
   * @param groups as above
   * @param barriers as above
   * @param planck as above
   */
  public FreeEnergies {
    groups = List.copyOf(groups);
    barriers = List.copyOf(barriers);
  }

  /**
   * Every class by itself.
   *
   * @param superposition the superposition
   * @param temperature the temperature, positive
   * @param planck the constant {@code h}, positive
   * @return the free energies
   * @throws IllegalArgumentException if temperature or constant is not positive
   */
  public static FreeEnergies of(Superposition superposition, double temperature, double planck) {
    int[] group = new int[superposition.model().wells().size()];
    Arrays.setAll(group, k -> k);
    return of(superposition, temperature, planck, group);
  }

  /**
   * Classes joined where both free-energy barriers lie below a threshold, the lowest barriers
   * first, over and over. What belongs to the one of two sets is never joined with what belongs to
   * the other.
   *
   * @param superposition the superposition
   * @param temperature the temperature, positive
   * @param planck the constant {@code h}, positive
   * @param threshold the highest barrier that joins, not negative
   * @param apart the ids of two sets of classes that are kept apart, both possibly empty
   * @return the free energies of the groups
   * @throws IllegalArgumentException if temperature or constant is not positive, or the threshold
   *     is negative
   */
  public static FreeEnergies regrouped(
      Superposition superposition,
      double temperature,
      double planck,
      double threshold,
      List<Set<Integer>> apart) {
    if (!(threshold >= 0.0)) {
      throw new IllegalArgumentException("a threshold is 0 or more, not " + threshold);
    }
    int[] group = new int[superposition.model().wells().size()];
    Arrays.setAll(group, k -> k);
    FreeEnergies energies = of(superposition, temperature, planck, group);
    boolean joined = true;
    while (joined) {
      joined = false;
      int size = energies.groups.size();
      int[] root = new int[size];
      int[] side = new int[size];
      for (int g = 0; g < size; g++) {
        root[g] = g;
        side[g] = side(energies.groups.get(g).ids, apart);
      }
      for (Barrier barrier : energies.byHeight()) {
        int a = find(root, barrier.from);
        int b = find(root, barrier.to);
        boolean together = side[a] == side[b] || Math.min(side[a], side[b]) == 0;
        if (energies.height(barrier) < threshold && a != b && together) {
          root[b] = a;
          side[a] = Math.max(side[a], side[b]);
          joined = true;
        }
      }
      if (joined) {
        for (int g = 0; g < energies.groups.size(); g++) {
          for (int id : energies.groups.get(g).ids) {
            group[superposition.model().place(id)] = find(root, g);
          }
        }
        energies = of(superposition, temperature, planck, group);
      }
    }
    return energies;
  }

  /** The number of the set that a class belongs to, from 1; 0 if it is in neither. */
  private static int side(List<Integer> ids, List<Set<Integer>> apart) {
    for (int k = 0; k < apart.size(); k++) {
      if (ids.stream().anyMatch(apart.get(k)::contains)) {
        return k + 1;
      }
    }
    return 0;
  }

  /** The higher of the two barriers between groups. */
  private double height(Barrier barrier) {
    return barrier.freeEnergy
        - Math.min(groups.get(barrier.from).freeEnergy, groups.get(barrier.to).freeEnergy);
  }

  private List<Barrier> byHeight() {
    return barriers.stream().sorted(Comparator.comparingDouble(this::height)).toList();
  }

  private static int find(int[] root, int start) {
    int at = start;
    while (root[at] != at) {
      at = root[at];
    }
    return at;
  }

  private static FreeEnergies of(
      Superposition superposition, double temperature, double planck, int[] group) {
    if (!(planck > 0.0) || Double.isInfinite(planck)) {
      throw new IllegalArgumentException("Planck's constant is positive, not " + planck);
    }
    HarmonicModel model = superposition.model();
    double[] logs = superposition.logWeights(temperature);
    int size = logs.length;
    double[] sums = new double[size];
    Arrays.fill(sums, Double.NEGATIVE_INFINITY);
    List<List<Integer>> ids = new ArrayList<>();
    for (int k = 0; k < size; k++) {
      ids.add(new ArrayList<>());
    }
    for (int k = 0; k < size; k++) {
      sums[group[k]] = LogSum.of(sums[group[k]], logs[k]);
      ids.get(group[k]).add(model.wells().get(k).id());
    }
    List<Integer> order =
        IntStream.range(0, size)
            .filter(g -> !ids.get(g).isEmpty())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer g) -> -sums[g]))
            .toList();
    double largest = sums[order.get(0)];
    int[] places = new int[size];
    List<Group> groups = new ArrayList<>();
    for (int g : order) {
      places[g] = groups.size();
      List<Integer> members = ids.get(g).stream().sorted().toList();
      groups.add(new Group(members, 0.0 + temperature * (largest - sums[g])));
    }
    Map<Pair, Flow> flows = new HashMap<>();
    for (Pass pass : model.passes()) {
      int a = places[group[pass.from()]];
      int b = places[group[pass.to()]];
      if (a != b) {
        double log = pass.logWeight() - pass.energy() / temperature - Math.log(2.0 * Math.PI);
        flows.merge(
            new Pair(Math.min(a, b), Math.max(a, b)), new Flow(log, log, pass.id()), Flow::and);
      }
    }
    double scale = Math.log(planck / temperature);
    List<Barrier> barriers =
        flows.entrySet().stream()
            .map(
                one ->
                    new Barrier(
                        one.getKey().from(),
                        one.getKey().to(),
                        temperature * (largest - one.getValue().log() - scale),
                        one.getValue().id()))
            .sorted((a, b) -> a.from != b.from ? Integer.compare(a.from, b.from) : a.to - b.to)
            .toList();
    return new FreeEnergies(temperature, groups, barriers, planck);
  }

  /**
   * The groups as a model of their own at this temperature: rates between its wells, whose ids are
   * those of the first classes and whose energies are the free energies, are rates between groups
   * that are in equilibrium within.
   *
   * @param classes the model that was grouped
   * @return a model that holds at this temperature alone
   */
  public HarmonicModel model(HarmonicModel classes) {
    Map<Integer, Integer> places = new HashMap<>();
    List<HarmonicModel.Well> wells = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      for (int id : groups.get(g).ids) {
        places.put(id, g);
      }
      wells.add(new HarmonicModel.Well(groups.get(g).ids.get(0), groups.get(g).freeEnergy, 0.0));
    }
    // Of the lowest group, whose free energy is 0.
    double largest = Double.NEGATIVE_INFINITY;
    for (int id : groups.get(0).ids) {
      HarmonicModel.Well well = classes.wells().get(classes.place(id));
      largest = LogSum.of(largest, well.logWeight() - well.energy() / temperature);
    }
    List<Pass> passes = new ArrayList<>();
    for (Pass pass : classes.passes()) {
      int from = places.getOrDefault(classes.wells().get(pass.from()).id(), -1);
      int to = places.getOrDefault(classes.wells().get(pass.to()).id(), -1);
      double energy = pass.energy() + temperature * (largest - pass.logWeight());
      passes.add(new Pass(pass.id(), energy, 0.0, from, to));
    }
    return new HarmonicModel(wells, passes, classes.vibrations());
  }

  /**
   * The disconnectivity tree of the groups: leaves have the id of the first class of a group, nodes
   * that of the strongest transition state. A barrier that lies below one of its groups, where the
   * picture of two separate groups has failed, is drawn at the higher of the two.
   *
   * @return the tree
   */
  public DisconnectivityTree tree() {
    return DisconnectivityTree.of(
        groups.stream()
            .map(group -> new DisconnectivityTree.Minimum(group.ids.get(0), group.freeEnergy))
            .toList(),
        barriers.stream()
            .map(
                barrier -> {
                  Group a = groups.get(barrier.from);
                  Group b = groups.get(barrier.to);
                  double top = Math.max(barrier.freeEnergy, Math.max(a.freeEnergy, b.freeEnergy));
                  return new DisconnectivityTree.Barrier(
                      barrier.strongest, top, a.ids.get(0), b.ids.get(0));
                })
            .toList());
  }
}
