// What the network answers around the training inputs, and where it is wrong.

// The network's answers on the grid: p(class 1) by rows of the second input, and the share of them
// that is right.
function sensitivity(point) {
  const {low, size, step, classes} = data.map;
  const p = new Float64Array(size * size);
  let right = 0;
  for (let row = 0; row < size; row++) {
    const second = low + step * row;
    for (let column = 0; column < size; column++) {
      const first = low + step * column;
      const one = probabilities(point, [first, second])[1];
      const cell = row * size + column;
      p[cell] = one;
      // At one half exactly the network gives no answer, which is wrong.
      if (classes[cell] === "1" ? one > 0.5 : one < 0.5) right++;
    }
  }
  return {size, p, right: right / (size * size)};
}

let mapsDrawn = 0;

function mapPicture(point, answers) {
  const {low: first, size, step, classes} = data.map;
  const {p} = answers;
  // Each input of the grid is a cell around its place.
  const low = first - step / 2;
  const high = low + step * size;
  const width = 360;
  const height = 298;
  const frame = {left: 54, top: 8, side: 252};
  const x = d3.scaleLinear([low, high], [frame.left, frame.left + frame.side]);
  const y = d3.scaleLinear([low, high], [frame.top + frame.side, frame.top]);

  const svg = d3.create("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("role", "img")
    .attr("aria-label", `Probability of class 1 for inputs from ${rounded(low)} to ${rounded(high)};`
      + ` ${percent(answers.right)} answered right`);
  const grid = (value) => low + (high - low) * value / size;
  // Contours are closed along the edges of the grid, where nothing changes.
  const clipName = "decided-" + mapsDrawn++;
  svg.append("clipPath").attr("id", clipName).append("rect")
    .attr("x", frame.left + 1.5).attr("y", frame.top + 1.5)
    .attr("width", frame.side - 3).attr("height", frame.side - 3);
  const borders = d3.contours().size([size, size]).thresholds([0.5]);
  const project = d3.geoTransform({
    point(column, row) { this.stream.point(x(grid(column)), y(grid(row))); }});
  for (const [kind, values] of [["border", p], ["wanted", Array.from(classes, Number)]]) {
    svg.append("path").attr("class", kind).attr("clip-path", `url(#${clipName})`)
      .attr("d", d3.geoPath(project)(borders(values)[0]));
  }
  svg.append("rect").attr("class", "frame").attr("x", frame.left).attr("y", frame.top)
    .attr("width", frame.side).attr("height", frame.side);
  svg.append("g").selectAll("path").data(data.training).join("path").attr("class", "example")
    .attr("transform", ({inputs}) => `translate(${x(inputs[0])},${y(inputs[1])})`)
    .attr("d", (example) => d3.symbol(example.class === 0 ? d3.symbolTriangle : d3.symbolSquare, 80)())
    .append("title").text((example) => `input ${example.inputs.join(", ")}: class ${example.class}`);
  svg.append("g").attr("class", "axis").attr("transform", `translate(0,${frame.top + frame.side})`)
    .call(d3.axisBottom(x).ticks(5));
  svg.append("g").attr("class", "axis").attr("transform", `translate(${frame.left},0)`)
    .call(d3.axisLeft(y).ticks(5));
  svg.append("text").attr("class", "name").attr("x", frame.left + frame.side / 2).attr("y", height - 4).text("x1");
  svg.append("text").attr("class", "name").attr("x", 12).attr("y", frame.top + frame.side / 2 + 4).text("x2");
  addBar(svg, frame);

  const place = (value, whole) => `${100 * value / whole}%`;
  const canvas = pixels(size, p);
  canvas.style.left = place(frame.left, width);
  canvas.style.top = place(frame.top, height);
  canvas.style.width = place(frame.side, width);
  canvas.style.height = place(frame.side, height);
  return element("div", {class: "map"}, canvas, svg.node());
}

function percent(share) {
  return (100 * share).toFixed(2) + " %";
}

// Blue where class 0 is certain, red where class 1 is.
function mapColour(probability) {
  return d3.interpolateRdBu(1 - probability);
}

function pixels(size, p) {
  const canvas = element("canvas", {width: size, height: size, "aria-hidden": "true"});
  const context = canvas.getContext("2d");
  const image = context.createImageData(size, size);
  const table = d3.range(256).map((k) => d3.rgb(mapColour(k / 255)));
  p.forEach((value, k) => {
    const colour = table[Math.round(255 * value)];
    // The second input grows upwards, rows of pixels downwards.
    const at = 4 * ((size - 1 - Math.floor(k / size)) * size + k % size);
    image.data.set([colour.r, colour.g, colour.b, 255], at);
  });
  context.putImageData(image, 0, 0);
  return canvas;
}

function addBar(svg, frame) {
  const left = frame.left + frame.side + 12;
  const steps = 32;
  const size = frame.side / steps;
  svg.append("g").selectAll("rect").data(d3.range(steps)).join("rect")
    .attr("x", left).attr("y", (k) => frame.top + k * size).attr("width", 12).attr("height", size + 0.5)
    .attr("fill", (k) => mapColour(1 - (k + 0.5) / steps));
  const scale = d3.scaleLinear([0, 1], [frame.top + frame.side, frame.top]);
  svg.append("g").attr("class", "axis").attr("transform", `translate(${left + 12},0)`)
    .call(d3.axisRight(scale).tickValues([0, 0.5, 1]).tickFormat(String));
}
