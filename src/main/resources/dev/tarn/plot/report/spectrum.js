// The Hessian's eigenvalues: magnitude on a logarithmic scale, sign by colour and shape.

function spectrum(point) {
  const values = point.eigenvalues;
  const width = 360;
  const height = 190;
  const magnitudes = values.map(Math.abs).filter((value) => value > 0);
  const lowest = magnitudes.length > 0 ? Math.floor(Math.log10(d3.min(magnitudes))) : -1;
  const highest = magnitudes.length > 0 ? Math.ceil(Math.log10(d3.max(magnitudes))) : 0;
  const x = d3.scaleLinear([0.5, values.length + 0.5], [46, width - 8]);
  const y = d3.scaleLog([10 ** lowest, 10 ** Math.max(highest, lowest + 1)], [height - 44, 10]).clamp(true);
  const negatives = values.filter((value) => value < 0).length;

  const svg = d3.create("svg").attr("class", "spectrum").attr("viewBox", `0 0 ${width} ${height}`)
    .attr("role", "img")
    .attr("aria-label", `${count(values.length, "eigenvalue", "eigenvalues")}, ${negatives} negative,`
      + ` from ${rounded(values[0])} to ${rounded(values[values.length - 1])}`);
  const decades = d3.range(lowest, Math.max(highest, lowest + 1) + 1);
  const step = Math.ceil(decades.length / 7);
  svg.append("g").attr("class", "axis").attr("transform", "translate(40,0)").call(
    d3.axisLeft(y).tickValues(decades.filter((_, k) => k % step === 0).map((k) => 10 ** k))
      .tickFormat((value) => powerOfTen(Math.round(Math.log10(value)))));
  svg.append("g").attr("class", "axis").attr("transform", `translate(0,${height - 40})`).call(
    d3.axisBottom(x).tickValues(x.ticks(Math.min(values.length, 8)).filter(Number.isInteger))
      .tickFormat(d3.format("d")));
  svg.append("g").selectAll("path").data(values).join("path")
    .attr("class", (value) => value < 0 ? "negative" : "positive")
    .attr("transform", (value, k) => `translate(${x(k + 1)},${y(Math.abs(value) || 10 ** lowest)})`
      + (value < 0 ? " rotate(180)" : ""))
    .attr("d", (value) => d3.symbol(value < 0 ? d3.symbolTriangle : d3.symbolCircle, 30)())
    .append("title").text((value, k) => `${k + 1}: ${exact(value)}`);
  const key = svg.append("g").attr("class", "key").attr("transform", `translate(46,${height - 4})`);
  key.append("path").attr("class", "positive")
    .attr("transform", "translate(6,-4)").attr("d", d3.symbol(d3.symbolCircle, 30)());
  key.append("text").attr("x", 16).text(`${values.length - negatives} positive`);
  key.append("path").attr("class", "negative")
    .attr("transform", "translate(106,-4) rotate(180)").attr("d", d3.symbol(d3.symbolTriangle, 30)());
  key.append("text").attr("x", 116).text(`${negatives} negative`);
  key.append("text").attr("x", 206).text("number, ascending");
  return svg.node();
}
