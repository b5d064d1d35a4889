package dev.tarn.plot.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.plot.canvas.Palette;
import dev.tarn.plot.font.Text;
import dev.tarn.plot.format.Picture;
import dev.tarn.study.SensitivityMap;
import dev.tarn.study.SensitivityMap.Classifier;
import dev.tarn.study.SensitivityMap.InputGrid;
import dev.tarn.testing.DrawnShapes;
import dev.tarn.xor.XorProblem;
import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class SensitivityPictureTest {
  private static SensitivityPicture picture(Classifier classifier, double width) {
    SensitivityMap map =
        SensitivityMap.of(classifier, XorProblem.ones(), XorProblem.data(), InputGrid.ofThePaper());
    return new SensitivityPicture(map, width, "answers");
  }

  private static DrawnShapes drawing(Classifier classifier) {
    return DrawnShapes.of(picture(classifier, Picture.COLUMN));
  }

  /** The area of the map is the frame's. */
  private static Color at(DrawnShapes drawing, double x, double y) {
    Element frame =
        drawing.stroked("rect").stream()
            .filter(rect -> !rect.getParentNode().getNodeName().equals("clipPath"))
            .max(Comparator.comparingDouble(rect -> DrawnShapes.number(rect, "width")))
            .orElseThrow();
    double left = DrawnShapes.number(frame, "x");
    double top = DrawnShapes.number(frame, "y");
    double side = DrawnShapes.number(frame, "width");
    return drawing.pixel(left + side * (x + 0.5) / 2.0, top + side * (1.5 - y) / 2.0);
  }

  @Test
  void coloursStandWhereTheirInputsAre() {
    // Class 1 in the upper half, more surely on the right.
    DrawnShapes drawing =
        drawing((x, y) -> y > 0.5 ? (x > 0.5 ? 1.0 : 0.75) : (x > 0.5 ? 0.25 : 0.0));
    assertThat(at(drawing, 1.3, 1.3)).isEqualTo(Palette.diverging(1.0));
    assertThat(at(drawing, -0.3, 1.3)).isEqualTo(Palette.diverging(0.75));
    assertThat(at(drawing, 1.3, -0.3)).isEqualTo(Palette.diverging(0.25));
    assertThat(at(drawing, -0.3, -0.3)).isEqualTo(Palette.diverging(0.0));
    assertThat(drawing.elements("image")).hasSize(1);
    assertThat(drawing.elements("image").get(0).getAttribute("width")).isEqualTo("134");
  }

  @Test
  void bothBordersAreDrawnAndExplained() {
    DrawnShapes drawing = drawing((x, y) -> x > 0.3 ? 0.9 : 0.1);
    List<Element> paths = drawing.stroked("path");
    // A rim, then the line itself; the dashed ones are both borders of the strip in one path.
    assertThat(paths.stream().filter(DrawnShapes::isDashed)).hasSize(1);
    assertThat(drawing.texts())
        .contains("class 0", "class 1", "p = 0.5", "border of the right answers", "p(class 1)");
  }

  @Test
  void withoutADecisionThereIsNoLineForIt() {
    DrawnShapes drawing = drawing((x, y) -> 0.5);
    assertThat(drawing.texts())
        .doesNotContain("p = 0.5")
        .contains("answered right: 0", "nearest wrong answer at 0");
  }

  @Test
  void theCaptionHoldsTheNumbers() {
    SensitivityMap map =
        SensitivityMap.of(
            (x, y) -> Math.abs(x - y) > 0.4 ? 0.9 : 0.1,
            XorProblem.ones(),
            XorProblem.data(),
            InputGrid.ofThePaper());
    String share = String.format(Locale.ROOT, "%.4f", map.fractionRight()).replaceAll("0+$", "");
    assertThat(DrawnShapes.of(new SensitivityPicture(map, Picture.COLUMN, "answers")).texts())
        .contains("answered right: " + share, "nearest wrong answer at 0.2828");
    SensitivityMap right =
        SensitivityMap.of(
            (x, y) -> 0.1, (x, y) -> false, XorProblem.data(), InputGrid.ofThePaper());
    assertThat(DrawnShapes.of(new SensitivityPicture(right, Picture.COLUMN, "answers")).texts())
        .contains("answered right: 1", "no wrong answer");
  }

  @Test
  void everyWidthHoldsItsText() {
    for (double width : new double[] {114.0, Picture.COLUMN, Picture.PAGE}) {
      SensitivityPicture picture = picture((x, y) -> x > 0.3 ? 0.9 : 0.1, width);
      for (Element text : DrawnShapes.of(picture).elements("text")) {
        // Text that reads upwards is placed by a transform of its parent.
        String words = text.getTextContent().strip();
        if (!words.equals("p(class 1)") && !words.equals("x") && !words.matches("[12]")) {
          double end = DrawnShapes.number(text, "x") + Text.width(words, Text.SIZE);
          assertThat(end).as(words).isLessThanOrEqualTo(width);
          assertThat(DrawnShapes.number(text, "y")).as(words).isLessThan(picture.height());
        }
      }
    }
  }
}
