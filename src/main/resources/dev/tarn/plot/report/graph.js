// The disconnectivity graph: a vertical line for each minimum and superbasin, from its energy up to
// where it merges, and a horizontal bar where superbasins merge.

const drawing = document.getElementById("drawing");
const svg = d3.select(drawing).append("svg").attr("id", "tree");
const axis = svg.append("g").attr("class", "axis");
const axisTitle = svg.append("text").attr("class", "title").attr("x", 4).attr("y", 13);
const clip = svg.append("clipPath").attr("id", "inside").append("rect");
const inside = svg.append("g").attr("clip-path", "url(#inside)");
const dividers = inside.append("g");
const level = inside.append("line").attr("class", "level");
const ring = inside.append("path").attr("class", "ring");
const nodesGroup = inside.append("g").attr("id", "nodes").attr("role", "tree").attr("tabindex", 0)
  .attr("aria-label", "Disconnectivity graph: superbasins and minima");

// What is drawn; screen positions are those of the last drawing.
let graph;
let energies;
let xBase;
let size;
let markRadius;
const at = {x: [], y: [], top: [], left: [], right: []};

function treeShown() {
  return view.zero || data.zero === undefined ? data.tree : data.treeWithoutZero;
}

function build() {
  graph = layout(treeShown());
  const levels = [];
  for (let n = graph.nodes.length - 1; n >= 0; n--) {
    const parent = graph.nodes[n].parent;
    levels[n] = parent < 0 ? 1 : levels[parent] + 1;
  }
  const groups = nodesGroup.selectAll("g").data(d3.range(graph.nodes.length), (n) => n).join("g")
    .attr("id", (n) => "node-" + n)
    .attr("data-id", (n) => graph.nodes[n].id)
    .attr("role", "treeitem")
    .attr("aria-level", (n) => levels[n])
    .attr("aria-label", (n) => sentence(n))
    .attr("class", (n) => isLeaf(n) ? "leaf" : "superbasin");
  groups.selectAll("*").remove();
  groups.append("path").attr("class", "line");
  groups.filter(isLeaf).append("path").attr("class", "mark");
  groups.filter(isLeaf).append("text").text((n) => graph.nodes[n].id);
  dividers.selectAll("line").data(graph.gaps).join("line").attr("class", "divider");
  dividers.selectAll("text").data(graph.parts.length > 1 ? graph.parts : []).join("text")
    .text((part, k) => "part " + (k + 1));
  tellParts();
  resize();
  paint();
}

function isLeaf(n) {
  return graph.nodes[n].children.length === 0;
}

// A minimum by itself, a superbasin by the transition state that joins its parts.
function pointOf(n) {
  return byId.get(graph.nodes[n].id);
}

function tellParts() {
  const parts = graph.parts.length;
  document.getElementById("graph").classList.toggle("nothing", parts === 0);
  const note = document.getElementById("parts");
  note.hidden = parts === 1;
  note.textContent = parts === 0
    ? (data.points.length === 0
      ? "The database holds no stationary points yet." : "There is no minimum to draw.")
    : `${parts} unconnected parts, drawn apart: no path over the known transition states`
      + (view.zero ? "" : " that avoid the zero minimum") + " joins them.";
}

function resize() {
  const width = Math.max(260, drawing.clientWidth);
  const height = Math.round(Math.min(Math.max(340, 0.62 * width), 620));
  const narrow = width < 500;
  size = {width, height, left: narrow ? 58 : 76, right: width - 8, top: 30, bottom: height - 24};
  svg.attr("viewBox", `0 0 ${width} ${height}`).attr("height", height);
  clip.attr("x", size.left).attr("y", size.top - 8)
    .attr("width", size.right - size.left).attr("height", height - size.top + 8);
  xBase = d3.scaleLinear([0, graph.width], [size.left, size.right]);
  energies = energyScale(graph.nodes, view.scale);
  energies.scale.range([size.bottom, size.top]);
  place();
}

// Puts everything where the zoom says.
function place() {
  const x = framed(xBase, "x");
  const y = framed(energies.scale, "y");
  const spacing = x(1) - x(0);
  graph.nodes.forEach((node, n) => {
    at.x[n] = x(graph.x[n]);
    at.y[n] = y(energies.at(node.energy));
    at.left[n] = x(graph.left[n]);
    at.right[n] = x(graph.right[n]);
  });
  graph.nodes.forEach((node, n) => {
    at.top[n] = node.parent < 0 ? at.y[n] - 14 : at.y[node.parent];
  });
  nodesGroup.selectAll(".line").attr("d", outline);
  const scale = Math.min(1, Math.max(0.3, spacing / 14));
  markRadius = spacing < 4 ? 0 : 7 * scale;
  nodesGroup.selectAll(".mark").attr("transform", (n) => `translate(${at.x[n]},${at.y[n]}) scale(${scale})`);
  nodesGroup.selectAll("text").attr("x", (n) => at.x[n]).attr("y", (n) => at.y[n] + 18);
  nodesGroup.classed("crowded", spacing < 4).classed("unnamed", spacing < 20);
  dividers.selectAll("line").attr("y1", size.top - 8).attr("y2", size.height)
    .attr("x1", x).attr("x2", x);
  dividers.selectAll("text").attr("y", size.top + 1)
    .attr("x", ([from]) => x(from) + 6)
    .attr("visibility", ([from, to]) => x(to) - x(from) < 50 ? "hidden" : null);
  drawAxis(y);
  mark();
}

function outline(n) {
  const stem = `M${at.x[n]},${at.y[n]}V${at.top[n]}`;
  return isLeaf(n) ? stem : `M${at.left[n]},${at.y[n]}H${at.right[n]}${stem}`;
}

// Colours, marks and legend.
function paint() {
  const quantity = data.quantities.find(({key}) => key === view.colour);
  const leaves = graph.leaves.map(pointOf);
  const colours = colouring(quantity, leaves);
  const groups = nodesGroup.selectAll(".leaf");
  groups.select(".line").style("stroke", (n) => colours.of(pointOf(n)));
  groups.select(".mark").style("fill", (n) => colours.of(pointOf(n)))
    .attr("d", (n) => d3.symbol(colours.shape(pointOf(n)), 64)());
  document.getElementById("legend").replaceChildren(...leaves.length > 0 ? colours.legend() : []);
}

// Shows which point is selected and which node the keys are at.
function mark() {
  const chosen = graph.numbers.get(view.selected);
  nodesGroup.selectAll("g").classed("selected", (n) => n === chosen)
    .attr("aria-selected", (n) => n === chosen ? "true" : null);
  const point = byId.get(view.selected);
  const height = point && graph.nodes.length > 0
    ? framed(energies.scale, "y")(energies.at(point.energy)) : -99;
  level.attr("x1", size.left).attr("x2", size.right).attr("y1", height).attr("y2", height);
  const active = document.activeElement === nodesGroup.node() ? keys.active : undefined;
  ring.attr("d", active === undefined ? null : outline(active));
}
