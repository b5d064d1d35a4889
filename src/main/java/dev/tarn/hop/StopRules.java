package dev.tarn.hop;

import java.util.Optional;

/** The rules that {@link StopRule} makes. */
final class StopRules {

  private StopRules() {}

  /** A rule with a reason. */
  record Named(String name, StopRule rule) implements StopRule {
    @Override
    public boolean shouldStop(HopProgress progress) {
      return rule.shouldStop(progress);
    }

    @Override
    public Optional<String> reason(HopProgress progress) {
      return shouldStop(progress) ? Optional.of(name) : Optional.empty();
    }
  }

  /** The first of two rules that stops. */
  record Or(StopRule first, StopRule second) implements StopRule {
    @Override
    public boolean shouldStop(HopProgress progress) {
      return first.shouldStop(progress) || second.shouldStop(progress);
    }

    @Override
    public Optional<String> reason(HopProgress progress) {
      return first.reason(progress).or(() -> second.reason(progress));
    }
  }

  /** Two rules that stop together. */
  record And(StopRule first, StopRule second) implements StopRule {
    @Override
    public boolean shouldStop(HopProgress progress) {
      return first.shouldStop(progress) && second.shouldStop(progress);
    }

    @Override
    public Optional<String> reason(HopProgress progress) {
      return first
          .reason(progress)
          .flatMap(one -> second.reason(progress).map(two -> one + " and " + two));
    }
  }

  static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
