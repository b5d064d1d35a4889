package dev.tarn.network.kinds;

import dev.tarn.linear.Vectors;
import dev.tarn.network.pattern.KindPoint;
import dev.tarn.network.pattern.UnitBlocks;
import dev.tarn.network.pattern.UnitSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Starting points in which copies of a unit part. Patterns branch off where an eigenvalue of the
 * unit's block passes zero, along its eigenvector; a little beyond such a place the branch is near,
 * but its basin is small. So the copies are parted step by step, all else giving way, and the
 * search begins where the slope passes zero ({@link PartingLine}). Not thread-safe.
 */
final class Parting {
  private final UnitSpace space;
  private final UnitBlocks blocks;
  private final Map<Integer, PartingLine> lines = new HashMap<>();

  Parting(UnitSpace space) {
    this.space = space;
    blocks = new UnitBlocks(space);
  }

  /**
   * A point in which some copies of a kind have parted from the others, by any length.
   *
   * @param point the point
   * @param kind the kind, of two copies or more
   * @param away how many copies part, fewer than there are
   * @param random says in which direction and how far
   */
  KindPoint from(KindPoint point, int kind, int away, RandomGenerator random) {
    double[] direction = direction(point, kind, random);
    double length = StrictMath.pow(10.0, -3.5 + 4.2 * random.nextDouble());
    PartingLine line = line(point);
    line.begin(point, kind, away, direction);
    return line.at(random.nextBoolean() ? length : -length);
  }

  /** Mostly an eigenvector of the unit's block, of these mostly the softest. */
  private double[] direction(KindPoint point, int kind, RandomGenerator random) {
    if (random.nextInt(3) == 0) {
      double[] any = new double[space.size()];
      for (int k = 0; k < any.length; k++) {
        any[k] = random.nextGaussian();
      }
      Vectors.normalise(any);
      return any;
    }
    UnitBlocks.Block block = blocks.of(point).get(kind);
    return block.direction(
        random.nextBoolean() ? block.softest() : random.nextInt(block.eigenvalues().length()));
  }

  /**
   * The points in which copies of a kind have parted along the softest direction of their block: a
   * single one, half of them and all but one, wherever the slope passes zero.
   */
  List<KindPoint> all(KindPoint point) {
    List<KindPoint> all = new ArrayList<>();
    List<UnitBlocks.Block> known = blocks.of(point);
    PartingLine line = line(point);
    for (int kind = 0; kind < point.kinds(); kind++) {
      double[] direction = known.get(kind).direction(known.get(kind).softest());
      int copies = point.multiplicity(kind);
      IntStream shares = IntStream.of(1, copies / 2, copies - 1).distinct();
      for (int away : shares.filter(share -> share > 0 && share < copies).toArray()) {
        line.begin(point, kind, away, direction);
        all.addAll(line.zeros());
      }
    }
    return all;
  }

  private PartingLine line(KindPoint point) {
    return lines.computeIfAbsent(point.kinds() + 1, kinds -> new PartingLine(space, kinds));
  }
}
