// The graph by keyboard: one stop for Tab, arrows from node to node.

const keys = {active: undefined};

// The node that an arrow leads to: up to the superbasin that holds this one, down to its lowest
// part, left and right along minima or along superbasins.
function neighbour(n, key) {
  const row = isLeaf(n) ? graph.leaves : graph.superbasins;
  const place = row.indexOf(n);
  switch (key) {
    case "ArrowLeft": return row[place - 1] ?? n;
    case "ArrowRight": return row[place + 1] ?? n;
    case "ArrowUp": return graph.nodes[n].parent < 0 ? n : graph.nodes[n].parent;
    case "ArrowDown": return graph.nodes[n].children[0] ?? n;
    case "Home": return row[0];
    case "End": return row[row.length - 1];
    default: return undefined;
  }
}

function goTo(n) {
  keys.active = n;
  bringIntoView(n);
  mark();
  nodesGroup.attr("aria-activedescendant", "node-" + n);
  document.getElementById("told").textContent = sentence(n);
  const box = svg.node().getBoundingClientRect();
  showTip(n, box.left + at.x[n], box.top + at.y[n]);
}

function bringIntoView(n) {
  const outside = (value, low, high) => Math.min(0, high - value) + Math.max(0, low - value);
  const dx = outside(at.x[n], size.left + 4, size.right - 4);
  const dy = outside(at.y[n], size.top, size.bottom);
  if (dx !== 0 || dy !== 0) {
    pan(dx, dy);
    place();
  }
}

const PAN = {ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60]};
const COMMANDS = {
  "+": () => zoomBy(1.6),
  "=": () => zoomBy(1.6),
  "-": () => zoomBy(1 / 1.6),
  "0": zoomAll,
};

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || graph.nodes.length === 0) return;
  if (event.shiftKey && PAN[event.key]) {
    pan(...PAN[event.key]);
  } else if (COMMANDS[event.key]) {
    COMMANDS[event.key]();
  } else if (event.key === "Enter" || event.key === " ") {
    select(graph.nodes[keys.active].id);
  } else {
    const next = neighbour(keys.active, event.key);
    if (next === undefined) return;
    goTo(next);
  }
  event.preventDefault();
}

nodesGroup.on("keydown", pressed)
  .on("focus", () => {
    if (graph.nodes.length === 0) return;
    goTo(graph.nodes[keys.active] ? keys.active : graph.numbers.get(view.selected) ?? graph.leaves[0]);
  })
  .on("blur", () => {
    hideTip();
    mark();
  });
