package dev.tarn.testing;

import dev.tarn.plot.format.Picture;
import dev.tarn.plot.format.PictureFormat;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What a picture draws, read back from its SVG, and its pixels. */
public final class DrawnShapes {
  private final Picture picture;
  private final Document svg;

  private DrawnShapes(Picture picture, Document svg) {
    this.picture = picture;
    this.svg = svg;
  }

  public static DrawnShapes of(Picture picture) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      PictureFormat.SVG.write(picture, 0.0, out);
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      return new DrawnShapes(picture, builder.parse(new ByteArrayInputStream(out.toByteArray())));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** The elements of a kind that are stroked, in the order in which they are drawn. */
  public List<Element> stroked(String kind) {
    return elements(kind).stream().filter(e -> !style(e, "stroke").equals("none")).toList();
  }

  public List<Element> elements(String kind) {
    NodeList found = svg.getElementsByTagName(kind);
    List<Element> elements = new ArrayList<>();
    for (int k = 0; k < found.getLength(); k++) {
      elements.add((Element) found.item(k));
    }
    return elements;
  }

  public List<String> texts() {
    return elements("text").stream().map(e -> e.getTextContent().strip()).toList();
  }

  public static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  /** A property of style, inherited where the element does not have it itself. */
  public static String style(Element element, String property) {
    for (Node at = element; at instanceof Element; at = at.getParentNode()) {
      for (String rule : ((Element) at).getAttribute("style").split(";", -1)) {
        if (rule.strip().startsWith(property + ":")) {
          return rule.substring(rule.indexOf(':') + 1).strip();
        }
      }
    }
    return "";
  }

  public static boolean isDashed(Element element) {
    return !style(element, "stroke-dasharray").equals("none");
  }

  /** The colour at a place, in points of the picture. */
  public Color pixel(double x, double y) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(picture.width()),
            (int) Math.ceil(picture.height()),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    picture.paint(g);
    g.dispose();
    return new Color(image.getRGB((int) x, (int) y));
  }
}
