package dev.tarn.plot.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.PotentialCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The text of the page and the data in it. */
class ReportPageTest {
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\" id=\"data\">([^<]*)</script>");

  private static JsonNode data(String page) throws Exception {
    Matcher matcher = DATA.matcher(page);
    assertThat(matcher.find()).isTrue();
    return new JsonMapper().readTree(matcher.group(1));
  }

  @Test
  void samePageForTheSameLandscape() {
    String page = Samples.page(Samples.ONE, Samples.random(20, 40, 2, 5), "explore");
    assertThat(Samples.page(Samples.ONE, Samples.random(20, 40, 2, 5), "explore")).isEqualTo(page);
    assertThat(Samples.page(Samples.ONE, Samples.random(20, 40, 2, 6), "explore"))
        .isNotEqualTo(page);
  }

  @Test
  void leavesNoPlaceUnfilledAndCarriesTheLicenceOfD3() {
    String page = Samples.page(Samples.TWO, Samples.empty(Samples.TWO), "explore");
    assertThat(page.replaceFirst(DATA.pattern(), "")).doesNotContain("{{title", "{{d3", "{{s");
    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("<title>Landscape of the XOR network with 2 hidden units, lambda 1e-4</title>")
        .containsPattern("d3 7\\.\\d+\\.\\d+, ISC\nCopyright 2010-2023 Mike Bostock");
  }

  @Test
  void textInTheDataCannotEndItsElement() throws Exception {
    // The settings of the sample's run hold "</script>" and the name of a place to be filled.
    String page = Samples.page(Samples.TWO, Samples.empty(Samples.TWO), "explore");
    assertThat(data(page).at("/runs/0/configuration").asText())
        .isEqualTo("{\"text\":\"</script><b>{{data}}\"}");
  }

  @Test
  void namesOfPlacesInATitleAreText() {
    PotentialCodec.Description odd =
        new PotentialCodec.Description() {
          @Override
          public Potential potential() {
            return Samples.ATOMS.potential();
          }

          @Override
          public String toString() {
            return "{{scripts}}.csv and {{data}} $1 \\\\ <b>";
          }
        };
    assertThat(Samples.page(odd, Samples.triangle(), "explore"))
        .contains("<title>Landscape of {{scripts}}.csv and {{data}} $1 \\\\ &lt;b></title>")
        .containsOnlyOnce("function showPanel()");
  }

  @Test
  void pointsAreThereToTheLastBit() throws Exception {
    Landscape landscape = Samples.random(20, 40, 2, 5);
    JsonNode points = data(Samples.page(Samples.ONE, landscape, "explore")).get("points");
    assertThat(points).hasSize(60);
    for (int k = 0; k < 60; k++) {
      StationaryPoint point = landscape.points().get(k);
      JsonNode shown = points.get(k);
      assertThat(shown.get("id").intValue()).isEqualTo(point.id());
      assertThat(shown.get("energy").doubleValue()).isEqualTo(point.energy());
      assertThat(numbers(shown.get("eigenvalues"))).isEqualTo(point.eigenvalues().asList());
      // The order of the parameters of one unit: to the outputs, from the inputs, its bias.
      List<Double> weights = new ArrayList<>();
      shown.at("/layers/1/weights").forEach(row -> weights.add(row.get(0).doubleValue()));
      weights.addAll(numbers(shown.at("/layers/0/weights/0")));
      weights.addAll(numbers(shown.at("/layers/0/biases")));
      weights.addAll(numbers(shown.at("/layers/1/biases")));
      assertThat(weights).isEqualTo(point.coordinates().asList());
      assertThat(shown.at("/connection/minus").intValue())
          .isEqualTo(landscape.connection(point.id()).map(c -> c.minus()).orElse(0));
    }
  }

  @Test
  void equalUnitsOfALargeNetworkAreThereOnce() throws Exception {
    JsonNode point =
        data(Samples.page(Samples.TEN, Samples.fivePlusTwo(), "enumerate")).at("/points/0");
    assertThat(point.at("/kinds/counts").toString()).isEqualTo("[5,2,3]");
    assertThat(point.at("/kinds/units").toString()).isEqualTo("[0,5,7]");
    assertThat(point.at("/kinds/zeros").intValue()).isEqualTo(3);
    assertThat(point.at("/layers/0/weights").toString())
        .isEqualTo("[[1.5,-1.25],[-0.75,-1.0],[0.0,0.0]]");
    assertThat(point.at("/layers/0/biases").toString()).isEqualTo("[0.5,0.5,0.0]");
    assertThat(point.at("/layers/1/weights").toString())
        .isEqualTo("[[0.6,-0.6,0.0],[-0.6,0.6,0.0]]");
  }

  @Test
  void treesAreThoseWithAndWithoutTheZeroMinimum() throws Exception {
    Landscape landscape = Samples.random(20, 40, 2, 5);
    JsonNode data = data(Samples.page(Samples.ONE, landscape, "explore"));
    assertThat(data.has("zero")).isFalse();
    List<DisconnectivityTree.Node> nodes = DisconnectivityTree.of(landscape, id -> true).nodes();
    assertThat(data.at("/tree/nodes")).hasSize(nodes.size());
    for (DisconnectivityTree.Node node : nodes) {
      JsonNode shown = data.at("/tree/nodes/" + node.number());
      assertThat(shown.get("id").intValue()).isEqualTo(node.id());
      assertThat(shown.get("energy").doubleValue()).isEqualTo(node.energy());
      assertThat(shown.get("parent").intValue()).isEqualTo(node.parent());
      assertThat(shown.get("children")).hasSize(node.children().size());
    }
    JsonNode zero = data(Samples.page(Samples.ONE, Samples.zeroAndDegenerate(), "explore"));
    assertThat(zero.get("zero").intValue()).isEqualTo(1);
    assertThat(zero.at("/tree/nodes")).hasSize(1);
    assertThat(zero.at("/treeWithoutZero/nodes")).isEmpty();
    assertThat(zero.get("degenerate")).hasSize(1);
    assertThat(zero.at("/degenerate/0/values").has("HITS")).isFalse();
  }

  private static List<Double> numbers(JsonNode array) {
    List<Double> numbers = new ArrayList<>();
    array.forEach(value -> numbers.add(value.doubleValue()));
    return numbers;
  }
}
