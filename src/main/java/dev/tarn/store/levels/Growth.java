package dev.tarn.store.levels;

import dev.tarn.data.UnusableFileException;
import dev.tarn.explore.Effort;
import dev.tarn.explore.ExplorerEvent.Progress;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.landscape.Completeness;
import dev.tarn.network.Network;
import dev.tarn.network.kinds.KindCatalogue;
import dev.tarn.network.kinds.KindClass;
import dev.tarn.network.kinds.KindEnumeration;
import dev.tarn.network.kinds.KindJournal;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.RunRecord;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * What a database's levels of kinds of units say of networks of every size: of each number of
 * hidden units up to the highest level, and of each level.
 *
 * @param network the network of the database, with its number of hidden units
 * @param sizes the networks from one hidden unit on
 * @param levels the levels from one unit on
 */
public record Growth(Network network, List<Size> sizes, List<Level> levels) {

  /**
   * A network.
   *
   * @param hidden the number of its hidden units
   * @param classes the number of classes of each index, from index 0 to the largest that occurs
   * @param points the same with all symmetry copies
   * @param morseSum the sum of {@code (-1)^index} over all points with their symmetry copies
   * @param degenerate the number of classes put aside
   * @param complete whether the sum is right, none is degenerate, and every level has been searched
   *     for as long as the effort asks
   * @param lowest the lowest minimum, if there is any
   * @param minima the number of minima by their number of units with weights
   */
  public record Size(
      int hidden,
      List<Integer> classes,
      List<BigInteger> points,
      BigInteger morseSum,
      int degenerate,
      boolean complete,
      Optional<Lowest> lowest,
      Map<Integer, Integer> minima) {

    /**
     * The number of classes.
     *
     * @return of every index
     */
    public int total() {
      return classes.stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * The mean index of the classes.
     *
     * @return 0 without classes
     */
    public double meanIndex() {
      double sum = 0.0;
      for (int index = 0; index < classes.size(); index++) {
        sum += (double) index * classes.get(index);
      }
      return total() == 0 ? 0.0 : sum / total();
    }
  }

  /**
   * A level.
   *
   * @param units the number of its units with weights
   * @param byKinds the number of classes of each number of kinds, from one kind to the largest
   *     number that occurs
   * @param lowest the lowest class, whatever its index, if there is any
   * @param index the index of that in the network of as many units
   * @param indexPadded its index in the largest network of all
   */
  public record Level(
      int units, List<Integer> byKinds, Optional<Lowest> lowest, int index, int indexPadded) {

    /**
     * The number of classes.
     *
     * @return of any number of kinds
     */
    public int total() {
      return byKinds.stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * A point.
   *
   * @param energy its energy
   * @param multiplicities how many units each of its kinds has, descending; zero units left out
   */
  public record Lowest(double energy, List<Integer> multiplicities) {
    private static Optional<Lowest> of(Optional<KindClass> found) {
      return found.map(
          each -> new Lowest(each.energy(), Arrays.stream(each.multiplicities()).boxed().toList()));
    }
  }

  /**
   * Reads a database.
   *
   * @param database the database
   * @return what its levels say
   * @throws UnusableFileException if it has no levels, or those up to a largest index alone
   */
  public static Growth of(LandscapeDatabase database) {
    if (database.levelClasses().isEmpty()) {
      throw new UnusableFileException(
          "the landscape of "
              + database.description()
              + " was not enumerated by kinds of units: \"enumerate\" or \"sweep\" does it for"
              + " networks of one hidden layer");
    }
    Optional<RunRecord> last = last(database);
    if (last.isPresent() && last.get().maxIndex() < Integer.MAX_VALUE) {
      throw new UnusableFileException(
          "the levels were searched up to index "
              + last.get().maxIndex()
              + " alone: \"enumerate\" without --max-index searches them for all");
    }
    ExplorerSettings settings =
        last.map(Growth::settings)
            .orElseGet(ExplorerSettings::defaults)
            .enumerating(Integer.MAX_VALUE);
    KindJournal journal = database.levels(settings);
    int highest = journal.kept().state().levels().size() - 1;
    Network network = database.network().network();
    return of(network, new KindEnumeration(network, settings, journal), highest);
  }

  /**
   * Reads a database that may have no levels.
   *
   * @param database the database
   * @return what its levels say; empty if it has none, or those up to a largest index alone
   */
  public static Optional<Growth> find(LandscapeDatabase database) {
    boolean whole = last(database).map(run -> run.maxIndex() == Integer.MAX_VALUE).orElse(true);
    return whole && !database.levelClasses().isEmpty()
        ? Optional.of(of(database))
        : Optional.empty();
  }

  private static Optional<RunRecord> last(LandscapeDatabase database) {
    List<RunRecord> runs = database.runs();
    return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
  }

  private static ExplorerSettings settings(RunRecord run) {
    return ExplorerSettings.defaults()
        .withZeroCutoff(run.zeroCutoff())
        .withEffort(
            Arrays.stream(Effort.values())
                .filter(effort -> effort.label().equals(run.effort()))
                .findFirst()
                .orElse(Effort.NORMAL));
  }

  private static Growth of(Network network, KindEnumeration enumeration, int highest) {
    KindCatalogue catalogue = enumeration.catalogue();
    List<Size> sizes = new ArrayList<>();
    List<Level> levels = new ArrayList<>();
    boolean searched = true;
    for (int units = 1; units <= highest; units++) {
      Progress progress = enumeration.progress(units);
      searched &= progress.openJobs() == 0 && progress.quiet() >= progress.patience();
      sizes.add(size(network, catalogue, units, searched));
      levels.add(level(catalogue.level(units), units, highest));
    }
    return new Growth(network, List.copyOf(sizes), List.copyOf(levels));
  }

  private static Size size(Network network, KindCatalogue catalogue, int hidden, boolean searched) {
    List<KindClass> minima =
        catalogue.classes(hidden).stream().filter(each -> each.index(hidden) == 0).toList();
    Map<Integer, Integer> byUnits = new TreeMap<>();
    minima.forEach(each -> byUnits.merge(each.units(), 1, Integer::sum));
    List<Integer> classes = Arrays.stream(catalogue.counts(hidden)).boxed().toList();
    BigInteger[] points = new BigInteger[classes.size()];
    Arrays.fill(points, BigInteger.ZERO);
    for (KindClass each : catalogue.classes(hidden)) {
      int index = each.index(hidden);
      points[index] = points[index].add(each.orbit(hidden));
    }
    BigInteger sum = catalogue.morseSum(hidden);
    int degenerate = catalogue.degenerate(hidden).size();
    return new Size(
        hidden,
        classes,
        List.of(points),
        sum,
        degenerate,
        searched && degenerate == 0 && Completeness.agree(sum, network.eulerCharacteristic()),
        Lowest.of(minima.stream().findFirst()),
        byUnits);
  }

  private static Level level(List<KindClass> classes, int units, int highest) {
    Optional<KindClass> lowest =
        classes.stream().min(Comparator.comparingDouble(KindClass::energy));
    int most = classes.stream().mapToInt(KindClass::kinds).max().orElse(0);
    int[] byKinds = new int[most];
    classes.forEach(each -> byKinds[each.kinds() - 1]++);
    return new Level(
        units,
        Arrays.stream(byKinds).boxed().toList(),
        Lowest.of(lowest),
        lowest.map(each -> each.index(units)).orElse(0),
        lowest.map(each -> each.index(highest)).orElse(0));
  }

  /**
   * How the number of classes grows with the hidden units: of all, and of each index.
   *
   * @return the courses that have a class anywhere
   */
  public List<Course> bySize() {
    List<Course> courses = new ArrayList<>();
    courses.add(course("all", sizes, Size::total));
    int most = sizes.stream().mapToInt(size -> size.classes().size()).max().orElse(0);
    for (int k = 0; k < most; k++) {
      int index = k;
      courses.add(course("index " + index, sizes, size -> at(size.classes(), index)));
    }
    return courses;
  }

  /**
   * How the number of classes of a level grows with its units: of all, and of each number of kinds.
   *
   * @return the courses that have a class anywhere
   */
  public List<Course> byLevel() {
    List<Course> courses = new ArrayList<>();
    courses.add(course("all", levels, Level::total));
    int most = levels.stream().mapToInt(level -> level.byKinds().size()).max().orElse(0);
    for (int k = 0; k < most; k++) {
      int kinds = k;
      String name = kinds == 0 ? "1 kind" : kinds + 1 + " kinds";
      courses.add(course(name, levels, level -> at(level.byKinds(), kinds)));
    }
    return courses;
  }

  private static int at(List<Integer> list, int place) {
    return place < list.size() ? list.get(place) : 0;
  }

  private static <T> Course course(String name, List<T> of, ToIntFunction<T> count) {
    return new Course(name, of.stream().map(count::applyAsInt).toList());
  }
}
