package dev.tarn.saddle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.linear.Vectors;
import dev.tarn.surfaces.DoubleWells;
import dev.tarn.surfaces.MuellerBrown;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElasticBandTest {
  // The minima of the Mueller-Brown surface, from the independent enumeration.
  private static final double[] DEEPEST = {-0.55822363, 1.44172584};
  private static final double[] SECOND = {0.62349940, 0.02803776};
  private static final double[] MIDDLE = {-0.05001082, 0.46669410};

  @Test
  void itsMaximaLeadToTheTransitionStatesOfMuellerBrown() {
    MuellerBrown surface = new MuellerBrown();
    ElasticBand band = new ElasticBand(surface, BandSettings.defaults().withMaxIterations(300));
    SaddleFinder finder = SaddleFinder.transitionState(surface, SaddleSettings.defaults());
    List<double[]> upper = band.relax(DEEPEST, MIDDLE).maxima();
    List<double[]> lower = band.relax(MIDDLE, SECOND).maxima();
    assertThat(upper).hasSize(1);
    assertThat(lower).hasSize(1);
    assertThat(finder.search(upper.get(0)).point().energy()).isCloseTo(-40.664843509, within(1e-8));
    assertThat(finder.search(lower.get(0)).point().energy()).isCloseTo(-72.248940112, within(1e-8));
  }

  @Test
  void followsTheCurvedValleyAndSpacesItsImages() {
    ElasticBand band =
        new ElasticBand(
            new MuellerBrown(),
            BandSettings.defaults().withImages(25).withMaxIterations(2000).withTolerance(0.5));
    ElasticBand.Band relaxed = band.relax(DEEPEST, MIDDLE);
    assertThat(relaxed.converged()).isTrue();
    // Straight interpolation climbs far above the saddle; the relaxed band passes close to it.
    double highest = Double.NEGATIVE_INFINITY;
    for (double energy : relaxed.energies()) {
      highest = Math.max(highest, energy);
    }
    assertThat(highest).isCloseTo(-40.66, within(2.0));
    double shortest = Double.POSITIVE_INFINITY;
    double longest = 0.0;
    for (int k = 0; k + 1 < relaxed.images().size(); k++) {
      double gap = Vectors.distance(relaxed.images().get(k), relaxed.images().get(k + 1));
      shortest = Math.min(shortest, gap);
      longest = Math.max(longest, gap);
    }
    assertThat(longest / shortest).isLessThan(1.5);
  }

  @Test
  void keepsItsEndPointsAndCountsItsImages() {
    ElasticBand.Band relaxed =
        new ElasticBand(new MuellerBrown(), BandSettings.defaults().withImages(4))
            .relax(DEEPEST, SECOND);
    assertThat(relaxed.images()).hasSize(6);
    assertThat(relaxed.images().get(0)).containsExactly(DEEPEST);
    assertThat(relaxed.images().get(5)).containsExactly(SECOND);
    assertThat(relaxed.energies()).hasSize(6);
  }

  @Test
  void hasNoMaximumOnAMonotonicSlope() {
    ElasticBand.Band relaxed =
        new ElasticBand(DoubleWells.equal(1), BandSettings.defaults())
            .relax(new double[] {0.1}, new double[] {0.9});
    assertThat(relaxed.maxima()).isEmpty();
  }

  @Test
  void refusesEqualEndPointsAndWrongLengths() {
    ElasticBand band = new ElasticBand(new MuellerBrown(), BandSettings.defaults());
    assertThatThrownBy(() -> band.relax(DEEPEST, DEEPEST.clone()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("different points");
    assertThatThrownBy(() -> band.relax(new double[1], DEEPEST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 and 2 components");
  }

  @Test
  void refusesBadSettings() {
    BandSettings good = BandSettings.defaults();
    assertThatThrownBy(() -> good.withImages(0)).hasMessageContaining("images");
    assertThatThrownBy(() -> good.withMaxIterations(0)).hasMessageContaining("maxIterations");
    assertThatThrownBy(() -> good.withTolerance(-1.0)).hasMessageContaining("tolerance");
    assertThatThrownBy(() -> new BandSettings(5, 10, 1e-3, 0.0, 0.1))
        .hasMessageContaining("springConstant");
    assertThatThrownBy(() -> new BandSettings(5, 10, 1e-3, 1.0, Double.NaN))
        .hasMessageContaining("maxStep");
  }
}
