package dev.tarn.job;

import java.util.Optional;
import java.util.function.Predicate;

/** The rules that {@link StopRule} makes. */
final class StopRules {

  private StopRules() {}

  /** A rule with a reason. */
  record Named<P>(String name, Predicate<? super P> condition) implements StopRule<P> {
    @Override
    public boolean shouldStop(P progress) {
      return condition.test(progress);
    }

    @Override
    public Optional<String> reason(P progress) {
      return shouldStop(progress) ? Optional.of(name) : Optional.empty();
    }
  }

  /** The first of two rules that stops. */
  record Or<P>(StopRule<P> first, StopRule<? super P> second) implements StopRule<P> {
    @Override
    public boolean shouldStop(P progress) {
      return first.shouldStop(progress) || second.shouldStop(progress);
    }

    @Override
    public Optional<String> reason(P progress) {
      return first.reason(progress).or(() -> second.reason(progress));
    }
  }

  /** Two rules that stop together. */
  record And<P>(StopRule<P> first, StopRule<? super P> second) implements StopRule<P> {
    @Override
    public boolean shouldStop(P progress) {
      return first.shouldStop(progress) && second.shouldStop(progress);
    }

    @Override
    public Optional<String> reason(P progress) {
      return first
          .reason(progress)
          .flatMap(one -> second.reason(progress).map(two -> one + " and " + two));
    }
  }
}
