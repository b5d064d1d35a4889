package dev.tarn.plot.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.plot.format.Picture;
import dev.tarn.plot.picture.Spectrum.Level;
import dev.tarn.testing.Drawing;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpectrumPictureTest {
  private static final Spectrum MINIMUM =
      new Spectrum(17, 0, List.of(new Level(2e-4, 5), new Level(1e-2, 1), new Level(0.5, 1)));
  private static final Spectrum SADDLE =
      new Spectrum(4, 1, List.of(new Level(-0.1, 1), new Level(2e-4, 11), new Level(0.1, 1)));

  private static SpectrumPicture picture(double cutoff, Spectrum... spectra) {
    return new SpectrumPicture(List.of(spectra), cutoff, Picture.COLUMN, "spectra");
  }

  @Test
  void namesPointsAndMultiplicities() {
    assertThat(Drawing.of(picture(1e-9, MINIMUM, SADDLE)).texts())
        .contains("\u00d75", "\u00d711", "negative", "positive", "|eigenvalue|")
        .containsSubsequence("id", "index", "17", "0", "4", "1")
        .contains("zero cutoff 10");
  }

  @Test
  void aMultipleLevelIsBrokenIntoItsPieces() {
    String colour = "stroke:rgb(0,114,178)";
    Spectrum single = new Spectrum(1, 0, List.of(new Level(0.1, 1)));
    Spectrum triple = new Spectrum(1, 0, List.of(new Level(0.1, 3)));
    int one = Drawing.of(picture(0.0, single)).count("<line");
    int three = Drawing.of(picture(0.0, triple)).count("<line");
    assertThat(three - one).isEqualTo(2);
    assertThat(Drawing.of(picture(0.0, single)).svg()).contains(colour);
  }

  @Test
  void withoutNegativeEigenvaluesNobodyIsToldOfThem() {
    assertThat(Drawing.of(picture(0.0, MINIMUM)).texts())
        .doesNotContain("negative")
        .noneMatch(text -> text.startsWith("zero cutoff"));
  }

  @Test
  void anEigenvalueOfZeroHasAPlace() {
    Spectrum flat = new Spectrum(1, 0, List.of(new Level(0.0, 1), new Level(1.0, 1)));
    assertThat(Drawing.of(picture(1e-9, flat)).texts()).contains("0");
  }

  @Test
  void tooManyPointsAreRefusedWithTheNumberThatFits() {
    List<Spectrum> many = Collections.nCopies(40, SADDLE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SpectrumPicture(many, 1e-9, Picture.COLUMN, "many"))
        .withMessageMatching("40 points do not fit side by side; at this width \\d do");
    String message = "";
    try {
      new SpectrumPicture(many, 1e-9, Picture.COLUMN, "many");
    } catch (IllegalArgumentException e) {
      message = String.valueOf(e.getMessage());
    }
    int fitting = Integer.parseInt(message.replaceAll(".* (\\d+) do$", "$1"));
    SpectrumPicture full =
        new SpectrumPicture(many.subList(0, fitting), 1e-9, Picture.COLUMN, "as many as fit");
    assertThat(full.width()).isEqualTo(Picture.COLUMN);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SpectrumPicture(many.subList(0, fitting + 1), 1e-9, Picture.COLUMN, ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> picture(1e-9))
        .withMessage("a picture of spectra needs at least one point");
  }
}
