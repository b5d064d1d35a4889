// Where the nodes of a tree of superbasins stand, from left to right.

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
