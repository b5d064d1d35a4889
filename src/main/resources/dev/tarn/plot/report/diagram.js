// The network as nodes and links: width is magnitude, colour and dashes are sign.

// More nodes in a column cannot be told apart.
const MOST_NODES = 40;

function diagram(point) {
  const sizes = [data.network.inputs.length, ...point.layers.map((layer) => layer.biases.length)];
  if (Math.max(...sizes) > MOST_NODES) {
    return element("p", {class: "note"}, `${sizes.join("-")} nodes are too many to be drawn.`);
  }
  const widest = Math.max(...sizes) + 1;
  const width = 360;
  const height = Math.max(190, 34 * widest + 30);
  const across = d3.scalePoint(d3.range(sizes.length), [34, width - 34]);
  // The bias of a layer is a node below the layer that it comes from.
  const place = (layer, node) => [
    across(layer), 14 + (height - 76) * (node + 0.5) / sizes[layer]];
  const biasPlace = (layer) => [across(layer) + 16, height - 40];

  const links = [];
  point.layers.forEach((layer, l) => {
    layer.weights.forEach((row, i) => row.forEach((weight, j) =>
      links.push({from: place(l, j), to: place(l + 1, i), weight})));
    layer.biases.forEach((weight, i) =>
      links.push({from: biasPlace(l), to: place(l + 1, i), weight}));
  });
  const alive = links.filter((link) => Math.abs(link.weight) > data.network.zeroWeight);
  const largest = d3.max(alive, (link) => Math.abs(link.weight)) ?? 0;

  const svg = d3.create("svg").attr("class", "diagram").attr("viewBox", `0 0 ${width} ${height}`)
    .attr("role", "img")
    .attr("aria-label", `Network with ${sizes.join(", ")} nodes and ${count(
      alive.length, "link", "links")} that are not zero; the largest weight is ${rounded(largest)}`);
  svg.append("g").selectAll("line").data(alive).join("line")
    .attr("class", (link) => link.weight > 0 ? "positive" : "negative")
    .attr("x1", (link) => link.from[0]).attr("y1", (link) => link.from[1])
    .attr("x2", (link) => link.to[0]).attr("y2", (link) => link.to[1])
    .attr("stroke-width", (link) => 0.4 + 4.6 * Math.abs(link.weight) / largest)
    .append("title").text((link) => exact(link.weight));

  const connected = new Set(alive.flatMap((link) => [String(link.from), String(link.to)]));
  const node = (at, label, kind) => {
    const group = svg.append("g").attr("transform", `translate(${at})`)
      .attr("class", "node " + kind + (connected.has(String(at)) ? "" : " idle"));
    if (kind === "bias") group.append("rect").attr("x", -9).attr("y", -9).attr("width", 18).attr("height", 18);
    else group.append("circle").attr("r", 11);
    group.append("text").attr("dy", "0.35em").text(label);
  };
  sizes.forEach((size, layer) => {
    const letter = layer === 0 ? "x" : layer === sizes.length - 1 ? "p" : "h";
    // Inputs count from 1, as in "x1"; units and outputs from 0, as in the weights' names.
    const name = (n) => layer === 1 && point.kinds
      ? "×" + point.kinds.counts[n] : letter + (layer === 0 ? n + 1 : n);
    d3.range(size).forEach((n) => node(place(layer, n), name(n), "unit"));
    if (layer < sizes.length - 1) node(biasPlace(layer), "1", "bias");
  });
  const key = svg.append("g").attr("class", "key").attr("transform", `translate(${width / 2 - 150},${height - 8})`);
  if (largest > 0) {
    key.append("line").attr("class", "positive").attr("x2", 26)
      .attr("y1", -4).attr("y2", -4).attr("stroke-width", 3);
    key.append("text").attr("x", 32).text("positive");
    key.append("line").attr("class", "negative").attr("x1", 92).attr("x2", 118)
      .attr("y1", -4).attr("y2", -4).attr("stroke-width", 3);
    key.append("text").attr("x", 124).text("negative");
    key.append("text").attr("x", 186).text("largest |w| " + rounded(largest));
  } else {
    key.append("text").attr("x", 100).text("every weight is zero");
  }
  return svg.node();
}
