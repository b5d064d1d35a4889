// Where the nodes of a tree of superbasins stand, from left to right, and the scales of energy.

// A tree with the rows in which keys go from node to node. The places are those of the plotted
// graph, so that page and plot look alike.
function layout(tree) {
  const {nodes, width, gaps} = tree;
  const x = nodes.map((node) => node.place);
  const left = nodes.map((node, n) => d3.min(node.children, (child) => x[child]) ?? x[n]);
  const right = nodes.map((node, n) => d3.max(node.children, (child) => x[child]) ?? x[n]);
  const all = d3.range(nodes.length);
  const row = (wanted) => d3.sort(all.filter(wanted), (n) => x[n], (n) => nodes[n].energy);
  const borders = [0, ...gaps, width];
  return {
    nodes, width, gaps, x, left, right,
    leaves: row((n) => nodes[n].children.length === 0),
    superbasins: row((n) => nodes[n].children.length > 0),
    parts: nodes.length === 0 ? [] : d3.pairs(borders),
    numbers: new Map(nodes.map((node, n) => [node.id, n])),
  };
}

// Whether most superbasins and minima would lie in the lowest twentieth of a linear scale.
function asksForLogarithm(nodes) {
  const energies = nodes.map((node) => node.energy);
  const [low, high] = d3.extent(energies);
  return energies.length > 2 && d3.median(energies) - low < (high - low) / 20;
}

// The scale of energies: {at(energy), ticks(y), title}, without its range.
function energyScale(nodes, kind) {
  const [low, high] = d3.extent(nodes, (node) => node.energy);
  const gaps = nodes.map((node) => node.energy - low).filter((gap) => gap > 0);
  if (kind === "log" && gaps.length > 0) {
    const decade = Math.floor(Math.log10(d3.min(gaps)));
    // The lowest minimum has no logarithm; it stands at the foot, a decade below the others.
    const foot = 10 ** (decade - 1);
    return {
      scale: d3.scaleLog([foot, 2 * d3.max(gaps)], [1, 0]),
      at: (energy) => Math.max(energy - low, foot),
      ticks: (y) => logarithmicTicks(y, foot),
      title: "energy above the lowest minimum" + perUnit,
    };
  }
  const margin = high > low ? (high - low) / 25 : Math.abs(low) / 10 || 1;
  return {
    scale: d3.scaleLinear([low - margin, high + margin], [1, 0]),
    at: (energy) => energy,
    ticks: (y) => ({
      values: y.ticks(8),
      format: y.tickFormat(8, Math.max(...y.domain().map(Math.abs)) < 1e-3 ? "~e" : undefined),
    }),
    title: data.network ? "energy / nats per example" : "energy",
  };
}

function logarithmicTicks(y, foot) {
  const [low, high] = y.domain();
  const decades = d3.range(Math.ceil(Math.log10(low) - 1e-9), Math.log10(high) + 1e-9);
  if (decades.length < 3) return {values: y.ticks(6), format: d3.format("~e")};
  const step = Math.ceil(decades.length / 10);
  const values = decades.map((k) => 10 ** k)
    .filter((value, k) => value > 5 * foot && (decades.length - 1 - k) % step === 0);
  const isFoot = (value) => value < 2 * foot;
  if (low <= foot * 1.001) values.unshift(foot);
  return {
    values,
    format: (value) => isFoot(value) ? "0" : powerOfTen(Math.round(Math.log10(value))),
  };
}
