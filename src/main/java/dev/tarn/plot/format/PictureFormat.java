package dev.tarn.plot.format;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import dev.tarn.plot.font.Text;
import dev.tarn.text.Numbers;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The kinds of file that a picture can be written to. In SVG and PDF text stays text.
 *
 * <p>The bytes of an SVG are a function of the picture alone, the same on every version of Java.
 * Stateless; may be used from any thread.
 */
public enum PictureFormat {
  /** Scalable Vector Graphics, by Batik. */
  SVG {
    @Override
    public void write(Picture picture, double dpi, OutputStream out) throws IOException {
      Document document = emptySvg();
      SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
      context.setComment("Tarn");
      context.setPrecision(6);
      SVGGraphics2D g = new SVGGraphics2D(context, false);
      picture.paint(g);
      Element root = g.getRoot();
      String width = number(picture.width());
      String height = number(picture.height());
      root.setAttribute("width", width + "pt");
      root.setAttribute("height", height + "pt");
      root.setAttribute("viewBox", "0 0 " + width + " " + height);
      root.setAttribute("role", "img");
      Element background = document.createElementNS(SVG_NAMESPACE, "rect");
      background.setAttribute("width", width);
      background.setAttribute("height", height);
      background.setAttribute("fill", "white");
      background.setAttribute("stroke", "none");
      root.insertBefore(background, root.getFirstChild());
      Element title = document.createElementNS(SVG_NAMESPACE, "title");
      title.setTextContent(picture.title());
      root.insertBefore(title, root.getFirstChild());
      fixWidths(root);
      StringWriter text = new StringWriter();
      g.stream(root, text, true, false);
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      writer.write(text.toString().replace("'Liberation Sans'", FAMILIES));
      writer.flush();
    }
  },

  /** Portable Network Graphics, by the JDK. */
  PNG {
    @Override
    public void write(Picture picture, double dpi, OutputStream out) throws IOException {
      double scale = dpi / POINTS_PER_INCH;
      int width = (int) Math.ceil(picture.width() * scale);
      int height = (int) Math.ceil(picture.height() * scale);
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      Graphics2D g = image.createGraphics();
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, width, height);
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      g.scale(scale, scale);
      picture.paint(g);
      g.dispose();
      writePng(image, dpi, out);
    }
  },

  /** Portable Document Format, one page, by PDFBox. */
  PDF {
    @Override
    public void write(Picture picture, double dpi, OutputStream out) throws IOException {
      float width = (float) picture.width();
      float height = (float) picture.height();
      try (PDDocument document = new PDDocument();
          PdfBoxGraphics2DFontTextDrawer fonts = new PdfBoxGraphics2DFontTextDrawer();
          InputStream font = Text.fontFile()) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(picture.title());
        information.setProducer("Tarn");
        Calendar epoch = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        epoch.setTimeInMillis(0L);
        information.setCreationDate(epoch);
        document.setDocumentInformation(information);
        document.setDocumentId(0L);
        PDPage page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        fonts.registerFont("Liberation Sans", font);
        PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, width, height);
        g.setFontTextDrawer(fonts);
        picture.paint(g);
        g.dispose();
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.drawForm(g.getXFormObject());
        }
        document.save(out);
      }
    }
  };

  /** The resolution of a PNG unless another is given, in dots per inch. */
  public static final double DEFAULT_DPI = 300.0;

  private static final double POINTS_PER_INCH = 72.0;
  private static final double INCHES_PER_METRE = 39.37007874015748;
  private static final String SVG_NAMESPACE = "http://www.w3.org/2000/svg";

  /** Of the same widths as ours first, then of nearly the same. */
  private static final String FAMILIES =
      "'Liberation Sans',Arial,Arimo,Helvetica,'Nimbus Sans','DejaVu Sans Condensed',sans-serif";

  private static final String PNG_METADATA = "javax_imageio_png_1.0";

  /**
   * The format of a file, by the end of its name.
   *
   * @param file the file; it need not exist
   * @return the format
   * @throws IllegalArgumentException if the name ends in none of the known ways
   */
  public static PictureFormat of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    for (PictureFormat format : values()) {
      if (name.endsWith(format.extension())) {
        return format;
      }
    }
    List<String> known = Arrays.stream(values()).map(PictureFormat::extension).toList();
    throw new IllegalArgumentException(
        "a picture's name ends in "
            + known.stream().collect(Collectors.joining(", "))
            + ", not "
            + file.getFileName());
  }

  /**
   * How names of such files end.
   *
   * @return the extension with its dot, such as {@code .svg}
   */
  public String extension() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes a picture.
   *
   * @param picture the picture
   * @param dpi the resolution of a PNG, in dots per inch; other formats have none
   * @param out where to write; flushed, not closed
   * @throws IOException if {@code out} fails
   */
  public abstract void write(Picture picture, double dpi, OutputStream out) throws IOException;

  private static Document emptySvg() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG_NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With another font than ours each text still takes the place that it was given. */
  private static void fixWidths(Element root) {
    NodeList texts = root.getElementsByTagNameNS(SVG_NAMESPACE, "text");
    for (int k = 0; k < texts.getLength(); k++) {
      if (texts.item(k) instanceof Element text) {
        double width = Text.width(text.getTextContent(), fontSize(text));
        text.setAttribute("textLength", number(width));
        text.setAttribute("lengthAdjust", "spacingAndGlyphs");
      }
    }
  }

  /** Batik writes the size at the innermost element above which it does not change. */
  private static double fontSize(Element text) {
    Node node = text;
    while (node instanceof Element element) {
      if (element.hasAttribute("font-size")) {
        return Double.parseDouble(element.getAttribute("font-size").replaceFirst("px$", ""));
      }
      node = element.getParentNode();
    }
    throw new IllegalStateException("a text without a font size");
  }

  private static String number(double value) {
    return Numbers.fixed(value, 2).replaceAll("\\.?0+$", "");
  }

  private static void writePng(BufferedImage image, double dpi, OutputStream out)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(
              ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
      String dots = Long.toString(Math.round(dpi * INCHES_PER_METRE));
      IIOMetadataNode size = new IIOMetadataNode("pHYs");
      size.setAttribute("pixelsPerUnitXAxis", dots);
      size.setAttribute("pixelsPerUnitYAxis", dots);
      size.setAttribute("unitSpecifier", "meter");
      IIOMetadataNode root = new IIOMetadataNode(PNG_METADATA);
      root.appendChild(size);
      metadata.mergeTree(PNG_METADATA, root);
      writer.setOutput(stream);
      writer.write(new IIOImage(image, null, metadata));
    } finally {
      writer.dispose();
    }
  }
}
