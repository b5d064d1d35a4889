package dev.tarn.network;

import dev.tarn.data.DataSet;
import dev.tarn.network.Architecture.HiddenLayer;
import dev.tarn.network.relu.KinkedEvaluator;
import dev.tarn.network.relu.KinkedNetwork;
import dev.tarn.potential.Potential;

/** A network as the polish along kinks sees it. Immutable. */
record FirstLayer(Blueprint blueprint, Potential potential) implements KinkedNetwork {

  private Layout layout() {
    return blueprint.layout();
  }

  @Override
  public KinkedEvaluator evaluator() {
    return blueprint.kinkedEvaluator();
  }

  @Override
  public DataSet data() {
    return blueprint.data();
  }

  @Override
  public int units() {
    HiddenLayer first = layout().architecture().hidden().get(0);
    return first.activation().hasKink() ? first.units() : 0;
  }

  @Override
  public int link(int unit, int input) {
    return layout().link(1, unit, input);
  }

  @Override
  public int bias(int unit) {
    return layout().bias(1, unit);
  }

  @Override
  public int linkAbove(int node, int unit) {
    return layout().link(2, node, unit);
  }

  @Override
  public double linkPenalty() {
    return blueprint.penalty().links().get(0);
  }

  @Override
  public double biasPenalty() {
    return blueprint.penalty().biases().get(0);
  }

  @Override
  public double penaltyAbove() {
    return blueprint.penalty().links().get(1);
  }
}
