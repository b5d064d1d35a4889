package dev.tarn.explore;

import com.google.common.base.Suppliers;
import dev.tarn.potential.Potential;
import dev.tarn.saddle.AnyIndexSearch;
import dev.tarn.saddle.SaddleFinder;
import dev.tarn.saddle.SaddleSettings;
import dev.tarn.saddle.SaddleSettings.Method;
import dev.tarn.stationary.Tolerances;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The searches for saddles that a worker makes, each kept for further jobs. For one thread. */
final class Searches {
  private final Potential space;
  private final SaddleSettings saddle;
  private final Tolerances tolerances;
  private final Map<Method, MeteredFinder> finders = new EnumMap<>(Method.class);
  private final Map<Integer, SaddleFinder> ofIndex = new HashMap<>();
  // Its matrices are of use to enumerations only.
  private final Supplier<SaddleFinder> anyIndex;
  private Optional<RoughSearches> rough = Optional.empty();

  /**
   * The searches of a space.
   *
   * @param space the potential that is searched
   * @param saddle how
   * @param tolerances when the end of a search counts as stationary
   */
  Searches(Potential space, SaddleSettings saddle, Tolerances tolerances) {
    this.space = space;
    this.saddle = saddle;
    this.tolerances = tolerances;
    anyIndex = Suppliers.memoize(() -> new AnyIndexSearch(space, saddle, tolerances));
  }

  /** Has the searches that are asked for from now on begin on a batch, or not. */
  void beginOn(Optional<RoughSearches> batch) {
    rough = batch;
  }

  /** For transition states, in a certain way. */
  SaddleFinder transitionState(Method method) {
    return begun(
        metered(method),
        how(method),
        (batch, settings) -> SaddleFinder.transitionState(batch, settings, tolerances));
  }

  /** What searches for transition states in a certain way have cost since the last call. */
  JobReport.Trial takeTrial(Method method) {
    return metered(method).takeTrial(rough.map(RoughSearches::takeWork).orElse(0.0));
  }

  private MeteredFinder metered(Method method) {
    return finders.computeIfAbsent(method, way -> new MeteredFinder(space, how(way), tolerances));
  }

  private SaddleSettings how(Method method) {
    return method == Method.AUTOMATIC ? saddle : saddle.withMethod(method);
  }

  /** For whatever index lies near. */
  SaddleFinder anyIndex() {
    return begun(
        anyIndex.get(),
        saddle,
        (batch, settings) -> new AnyIndexSearch(batch, settings, tolerances));
  }

  /** For one index. */
  SaddleFinder ofIndex(int wanted) {
    return begun(
        ofIndex.computeIfAbsent(
            wanted, index -> SaddleFinder.ofIndex(space, index, saddle, tolerances)),
        saddle,
        (batch, settings) -> SaddleFinder.ofIndex(batch, wanted, settings, tolerances));
  }

  private SaddleFinder begun(SaddleFinder whole, SaddleSettings how, RoughSearches.Maker same) {
    return rough.map(own -> own.before(whole, same, how)).orElse(whole);
  }
}
