// The scales of energy and their ticks, which keep one notation however far the reader goes in.

// Whether most superbasins and minima would lie in the lowest twentieth of a linear scale.
function asksForLogarithm(nodes) {
  const energies = nodes.map((node) => node.energy);
  const [low, high] = d3.extent(energies);
  return energies.length > 2 && d3.median(energies) - low < (high - low) / 20;
}

// The scale of energies: {scale, at(energy), ticks(y), title, gap}, the scale without its range.
function energyScale(nodes, kind) {
  const [low, high] = d3.extent(nodes, (node) => node.energy);
  const gaps = nodes.map((node) => node.energy - low).filter((gap) => gap > 0);
  if (kind === "log" && gaps.length > 0) {
    const first = 10 ** Math.floor(Math.log10(d3.min(gaps)) + 1e-9);
    // The lowest minimum has no logarithm; it stands at the foot, below a gap in the axis.
    const foot = first / 5;
    return {
      scale: d3.scaleLog([foot, 2 * d3.max(gaps)], [1, 0]),
      at: (energy) => Math.max(energy - low, foot),
      ticks: (y) => logarithmicTicks(y, foot, first),
      gap: [1.5 * foot, 2.2 * foot],
      title: "energy above the lowest minimum" + perUnit,
    };
  }
  const margin = high > low ? (high - low) / 25 : Math.abs(low) / 10 || 1;
  const most = Math.max(Math.abs(low), Math.abs(high)) + margin;
  const exponent = most < 1e-3 || most >= 1e6 ? Math.floor(Math.log10(most)) : 0;
  return {
    scale: d3.scaleLinear([low - margin, high + margin], [1, 0]),
    at: (energy) => energy,
    ticks: (y) => {
      const values = y.ticks(8);
      return {values, format: (value) => timesPower(value, exponent, stepOf(values))};
    },
    title: data.network ? "energy / nats per example" : "energy",
  };
}

function stepOf(values) {
  return values.length > 1 ? values[1] - values[0] : Math.abs(values[0] ?? 1);
}

// A number as a multiple of a power of ten, with the digits that tell a step.
function timesPower(value, exponent, step) {
  const unit = 10 ** exponent;
  const decimals = limit(-Math.floor(Math.log10(step / unit) + 1e-9), 0, 12);
  const factor = (value / unit).toFixed(decimals).replace("-", "−");
  return exponent === 0 || Number(value) === 0 ? factor : factor + "·" + powerOfTen(exponent);
}

// Decades, or a few numbers between two of them, each as a multiple of its power of ten.
function logarithmicTicks(y, foot, first) {
  const [low, high] = y.domain();
  const lowest = Math.max(low, first);
  const decades = d3.range(Math.ceil(Math.log10(lowest) - 1e-9), Math.log10(high) + 1e-9);
  let values = [];
  if (decades.length > 2) {
    const step = Math.ceil(decades.length / 10);
    values = decades.filter((_, k) => (decades.length - 1 - k) % step === 0).map((k) => 10 ** k);
  } else if (high > lowest) {
    values = high > 4 * lowest ? multiples(lowest, high) : d3.ticks(lowest, high, 6);
  }
  const step = high > 4 * lowest ? Infinity : stepOf(values);
  const format = (value) => value === foot ? "0" : multiple(value, step);
  return {values: low <= foot * 1.001 ? [foot, ...values] : values, format};
}

function multiples(low, high) {
  return d3.range(Math.floor(Math.log10(low)), Math.log10(high))
    .flatMap((k) => [1, 2, 5].map((factor) => factor * 10 ** k))
    .filter((value) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9));
}

function multiple(value, step) {
  const exponent = Math.floor(Math.log10(value) + 1e-9);
  const factor = Number((value / 10 ** exponent).toPrecision(9));
  return factor === 1 && step === Infinity ? powerOfTen(exponent)
    : timesPower(value, exponent === 1 ? 0 : exponent, step === Infinity ? value : step);
}

// The axis, with a gap between zero and the lowest decade, where there are no energies.
function drawAxis(y) {
  axis.attr("visibility", graph.nodes.length === 0 ? "hidden" : null);
  axisTitle.text(graph.nodes.length === 0 ? "" : energies.title);
  axis.selectAll(".gap").remove();
  if (graph.nodes.length === 0) return;
  const {values, format} = energies.ticks(y);
  axis.attr("transform", `translate(${size.left},0)`)
    .call(d3.axisLeft(y).tickValues(values).tickFormat(format));
  if (!energies.gap) return;
  const [below, above] = energies.gap.map((value) => limit(y(value), size.top, size.bottom));
  axis.select(".domain").attr("d", `M0,${size.bottom}V${below}M0,${above}V${size.top}`);
  for (const place of above < below ? [below, above] : []) {
    axis.append("path").attr("class", "gap").attr("d", `M-6,${place + 4}L6,${place - 4}`);
  }
}
