package dev.tarn.stationary;

import dev.tarn.potential.space.Units;

/** A polish that works in a potential's own units, and takes and gives points in those of it. */
record PolishInUnits(Units units, StationaryPolish polish) implements StationaryPolish {

  static StationaryPolish of(Units units, StationaryPolish polish) {
    return units.areOne() ? polish : new PolishInUnits(units, polish);
  }

  @Override
  public PolishedPoint polish(double[] x) {
    return leave(polish.polish(units.enter(x)));
  }

  @Override
  public PolishedPoint characterise(double[] x) {
    return leave(polish.characterise(units.enter(x)));
  }

  @Override
  public void lowestMode(double[] x, double[] mode) {
    polish.lowestMode(units.enter(x), mode);
  }

  private PolishedPoint leave(PolishedPoint point) {
    return point.times(units.length(), units.energy());
  }
}
