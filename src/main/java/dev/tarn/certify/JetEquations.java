package dev.tarn.certify;

import dev.tarn.interval.Ball;
import dev.tarn.interval.Interval;
import dev.tarn.interval.Jet;
import dev.tarn.potential.Evaluator.SmoothEnergy;
import java.util.Arrays;
import java.util.List;

/** The equations of an energy that is written once, by forward differentiation. */
class JetEquations implements Equations {
  private final SmoothEnergy energy;
  private final int size;

  JetEquations(SmoothEnergy energy, int size) {
    this.energy = energy;
    this.size = size;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Ball energy(Ball[] box) {
    return energy.energy(List.of(box));
  }

  @Override
  public Ball[] gradient(Ball[] box) {
    Jet<Ball> jet = energy.energy(Jet.variables(Arrays.asList(box)));
    Ball[] gradient = new Ball[size];
    Arrays.setAll(gradient, jet::gradient);
    return gradient;
  }

  @Override
  public Interval[] hessian(Interval[] box) {
    Jet<Interval> jet = energy.energy(Jet.variables(Arrays.asList(box)));
    Interval[] hessian = new Interval[size * size];
    Arrays.setAll(hessian, k -> jet.hessian(k / size, k % size));
    return hessian;
  }
}
