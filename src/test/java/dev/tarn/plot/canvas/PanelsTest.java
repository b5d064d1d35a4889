package dev.tarn.plot.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.plot.format.Picture;
import dev.tarn.testing.Drawing;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelsTest {
  /** A picture that notes where it is drawn. */
  private record Probe(double width, double height, List<Point2D> corners) implements Picture {
    @Override
    public String title() {
      return "probe";
    }

    @Override
    public void paint(Graphics2D g) {
      AffineTransform at = g.getTransform();
      corners.add(new Point2D.Double(at.getTranslateX(), at.getTranslateY()));
    }
  }

  @Test
  void rowsAndColumnsDoNotOverlap() {
    List<Point2D> corners = new ArrayList<>();
    List<Picture> pictures =
        List.of(
            new Probe(100.0, 50.0, corners),
            new Probe(80.0, 70.0, corners),
            new Probe(120.0, 40.0, corners));
    Panels panels = new Panels("three", 2, pictures);
    Drawing drawing = Drawing.of(panels);
    assertThat(drawing.texts()).containsExactly("(a)", "(b)", "(c)");
    assertThat(panels.width()).isCloseTo(120.0 + 80.0 + Panels.BETWEEN, within(1e-9));
    assertThat(corners).hasSize(3);
    assertThat(corners.get(0).getX()).isZero();
    // The second column begins after the wider of the two pictures in the first.
    assertThat(corners.get(1).getX()).isEqualTo(120.0 + Panels.BETWEEN);
    assertThat(corners.get(1).getY()).isEqualTo(corners.get(0).getY()).isPositive();
    assertThat(corners.get(2).getX()).isZero();
    assertThat(corners.get(2).getY()).isGreaterThan(corners.get(0).getY() + 70.0);
    assertThat(panels.height()).isGreaterThanOrEqualTo(corners.get(2).getY() + 40.0);
  }

  @Test
  void aSinglePictureHasNoLetter() {
    List<Point2D> corners = new ArrayList<>();
    Panels panels = new Panels("one", 3, List.of(new Probe(100.0, 50.0, corners)));
    assertThat(Drawing.of(panels).texts()).isEmpty();
    assertThat(panels.width()).isEqualTo(100.0);
    assertThat(panels.height()).isEqualTo(50.0);
  }

  @Test
  void namesStandAfterTheLetters() {
    List<Picture> two = Collections.nCopies(2, new Probe(60.0, 50.0, new ArrayList<>()));
    Panels panels = new Panels("named", 2, 1, List.of("2-2-1", "2-4-1"), two);
    assertThat(Drawing.of(panels).texts()).containsExactly("(b) 2-2-1", "(c) 2-4-1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Panels("named", 2, 0, List.of("2-2-1"), two))
        .withMessage("there is a name for each of 2 pictures, not 1");
  }

  @Test
  void sharesFillTheWidth() {
    double share = Panels.share(Picture.PAGE, 3);
    List<Picture> pictures = Collections.nCopies(3, new Probe(share, 50.0, new ArrayList<>()));
    assertThat(new Panels("p", 3, pictures).width()).isCloseTo(Picture.PAGE, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0, a", "25, z", "26, aa", "27, ab", "51, az", "52, ba", "701, zz", "702, aaa"})
  void lettersGoOnAfterZ(int number, String letter) {
    assertThat(Panels.letter(number)).isEqualTo(letter);
  }

  @Test
  void nothingToShowIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Panels("none", 1, List.of()))
        .withMessage("panels need at least one picture");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Panels("none", 0, List.of(new Probe(1.0, 1.0, new ArrayList<>()))))
        .withMessage("panels have at least 1 column, not 0");
  }
}
