package dev.tarn.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.landscape.Connection;
import dev.tarn.landscape.EnergyProfile;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.MinimaxPath;
import dev.tarn.landscape.Pathways;
import dev.tarn.network.LayeredNetwork;
import dev.tarn.network.Network;
import dev.tarn.path.Pathway;
import dev.tarn.plot.canvas.Axis;
import dev.tarn.plot.canvas.Chart;
import dev.tarn.plot.canvas.Marker;
import dev.tarn.plot.canvas.Outlined;
import dev.tarn.plot.canvas.Palette;
import dev.tarn.plot.canvas.Series;
import dev.tarn.plot.format.Picture;
import dev.tarn.plot.format.PictureFormat;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.study.SensitivityMap;
import dev.tarn.testing.Drawing;
import dev.tarn.testing.Explored;
import dev.tarn.text.WholeFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One picture in every format. */
class PicturesTest {
  private static final Picture PICTURE =
      new Chart(
          "Minima & <saddles>",
          200.0,
          Axis.aroundLogarithms("\u03bb", 1e-6, 1e-1),
          Axis.around("energy / nats", 0.0, 0.7),
          List.of(
              Series.of(
                  "one",
                  new double[] {1e-6, 1e-3, 1e-1},
                  new double[] {0.1, 0.2, 0.7},
                  Palette.BLUE,
                  Marker.CIRCLE,
                  Series.Line.DASHED)),
          List.of());

  @TempDir private Path folder;

  @Test
  void drawsALandscapeAndItsPoints() {
    Network network = Network.xor(1, 0.01);
    Landscape landscape = Explored.of(network);
    StationaryPoint lowest = landscape.minima().get(0);
    double[] weights = lowest.coordinates().toArray();
    assertThat(Drawing.of(Pictures.disconnectivityGraph(landscape)).texts())
        .contains(String.valueOf(lowest.id()));
    assertThat(Drawing.of(Pictures.spectra(landscape.points())).texts())
        .contains(String.valueOf(landscape.points().get(1).id()));
    assertThat(Drawing.of(Pictures.network(LayeredNetwork.of(network, weights))).texts())
        .isNotEmpty();
    assertThat(
            Drawing.of(
                    Pictures.answers(
                        SensitivityMap.of(
                            (x, y) -> x > 0.5 ? 0.9 : 0.1,
                            (x, y) -> x > y,
                            List.of(),
                            new SensitivityMap.InputGrid(0.0, 1.0, 0.1))))
                .texts())
        .isNotEmpty();
    Connection over = landscape.connections().get(0);
    MinimaxPath.Step step = new MinimaxPath.Step(over.minus(), over.transitionState(), over.plus());
    Pathway path = new Pathways(network, landscape).along(step).orElseThrow();
    EnergyProfile profile = EnergyProfile.of(List.of(new EnergyProfile.Leg(step, path)));
    assertThat(String.join(" ", Drawing.of(Pictures.profile(profile)).texts()))
        .contains("energy")
        .doesNotContain("nats");
    assertThat(String.join(" ", Drawing.of(Pictures.profile(profile, "nats")).texts()))
        .contains("/ nats");
    assertThat(String.join(" ", Drawing.of(Pictures.disconnectivityGraph(landscape)).texts()))
        .doesNotContain("nats");
    assertThat(
            String.join(" ", Drawing.of(Pictures.disconnectivityGraph(landscape, "nats")).texts()))
        .contains("/ nats");
  }

  @Test
  void textStaysTextInAnSvg() {
    Drawing drawing = Drawing.of(PICTURE);
    assertThat(drawing.texts()).contains("energy / nats", "\u03bb", "0.2", "\u22126");
    assertThat(drawing.svg())
        .contains("<title", "Minima &amp; &lt;saddles&gt;</title", "viewBox=\"0 0 200 ");
  }

  /** Outlines cover the same places as text in our own font, and need no font. */
  @Test
  void textCanBeOutlines() throws IOException {
    Picture outlined = new Outlined(PICTURE);
    Drawing drawing = Drawing.of(outlined);
    assertThat(drawing.texts()).isEmpty();
    assertThat(drawing.svg()).doesNotContain("textLength").contains("Minima &amp; ");
    assertThat(outlined.width()).isEqualTo(PICTURE.width());
    assertThat(outlined.height()).isEqualTo(PICTURE.height());
    try (PDDocument document = Loader.loadPDF(Drawing.bytes(outlined, PictureFormat.PDF))) {
      assertThat(new PDFTextStripper().getText(document)).isBlank();
    }
    BufferedImage text = image(PICTURE);
    BufferedImage shapes = image(outlined);
    int different = 0;
    for (int x = 0; x < text.getWidth(); x++) {
      for (int y = 0; y < text.getHeight(); y++) {
        int change = (text.getRGB(x, y) & 0xff) - (shapes.getRGB(x, y) & 0xff);
        different += Math.abs(change) > 128 ? 1 : 0;
      }
    }
    assertThat(different).isLessThan(text.getWidth() * text.getHeight() / 1000);
  }

  private static BufferedImage image(Picture picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Drawing.bytes(picture, PictureFormat.PNG)));
  }

  @Test
  void textStaysTextInAPdf() throws IOException {
    try (PDDocument document = Loader.loadPDF(Drawing.bytes(PICTURE, PictureFormat.PDF))) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("\u03bb", "0.2")
          // Upright text is found letter by letter, in its order.
          .matches("(?s).*e\\s*n\\s*e\\s*r\\s*g\\s*y.*");
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Minima & <saddles>");
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(200.0f);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSamePictureGivesTheSameBytes(PictureFormat format) {
    assertThat(Drawing.bytes(PICTURE, format)).isEqualTo(Drawing.bytes(PICTURE, format));
  }

  @ParameterizedTest
  @CsvSource({"72, 200, 2835", "300, 834, 11811", "36, 100, 1417"})
  void aPngHasTheResolutionAskedFor(double dpi, int width, String dotsPerMetre) throws IOException {
    Path file = folder.resolve("picture.png");
    Pictures.write(PICTURE, file, dpi);
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
      reader.setInput(in);
      BufferedImage image = reader.read(0);
      assertThat(image.getWidth()).isEqualTo(width);
      assertThat(image.getHeight()).isEqualTo((int) Math.ceil(PICTURE.height() * dpi / 72.0));
      assertThat(image.getRGB(0, 0)).isEqualTo(0xffffffff);
      IIOMetadataNode root =
          (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
      IIOMetadataNode size = (IIOMetadataNode) root.getElementsByTagName("pHYs").item(0);
      assertThat(size.getAttribute("pixelsPerUnitXAxis")).isEqualTo(dotsPerMetre);
      reader.dispose();
    }
  }

  @ParameterizedTest
  @CsvSource({"a.svg, SVG", "a.PNG, PNG", "b.c.pdf, PDF", "folder.png/x.SVG, SVG"})
  void theNameSaysTheFormat(Path file, PictureFormat format) {
    assertThat(PictureFormat.of(file)).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({"tree.gif", "svg", "tree.svg.txt", "tree"})
  void otherNamesAreRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pictures.write(PICTURE, folder.resolve(name), 72.0))
        .withMessage("a picture's name ends in .svg, .png, .pdf, not " + name);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aPlaceThatCannotBeWrittenIsAnError() {
    Path nowhere = folder.resolve("no").resolve("picture.svg");
    assertThatThrownBy(() -> Pictures.write(PICTURE, nowhere, 72.0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("picture.svg");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileIsReplacedOnlyByAWholeOne() throws IOException {
    Path file = folder.resolve("picture.svg");
    Files.writeString(file, "the old one");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write('<');
                      throw new IOException("the disk is full");
                    }))
        .hasMessage("the disk is full");
    assertThat(file).hasContent("the old one");
    assertThat(folder.toFile().list()).containsExactly("picture.svg");
    Pictures.write(PICTURE, file, 72.0);
    assertThat(file).content().startsWith("<?xml");
    assertThat(folder.toFile().list()).containsExactly("picture.svg");
  }
}
