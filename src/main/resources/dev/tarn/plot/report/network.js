// The network as a function. Layers feed one another; the last one's outputs go through softmax.

const ACTIVATIONS = {
  tanh: Math.tanh,
  logistic: (x) => 1 / (1 + Math.exp(-x)),
  elu: (x) => x > 0 ? x : Math.expm1(x),
  softplus: (x) => Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x))),
  relu: (x) => Math.max(0, x),
  linear: (x) => x,
};

// The probability of each class for an input.
function probabilities(point, inputs) {
  let values = inputs;
  data.network.layers.forEach((kind, l) => {
    const {weights, biases} = point.layers[l];
    const sums = biases.map((bias, i) =>
      weights[i].reduce((sum, weight, j) => sum + weight * values[j], bias));
    values = kind.activation === "softmax" ? softmax(sums) : sums.map(ACTIVATIONS[kind.activation]);
  });
  // One logistic output is the probability of class 1.
  return data.network.layers.at(-1).activation === "logistic" ? [1 - values[0], values[0]] : values;
}

function softmax(sums) {
  const largest = Math.max(...sums);
  const terms = sums.map((sum) => Math.exp(sum - largest));
  const total = d3.sum(terms);
  return terms.map((term) => term / total);
}

// Every weight and bias by name, as "show" lists them.
function parameters(point) {
  const list = [];
  data.network.layers.forEach((kind, l) => {
    const {weights, biases} = point.layers[l];
    weights.forEach((row, i) => row.forEach(
      (value, j) => list.push([`${kind.name}[${i}][${j}]`, value])));
    biases.forEach((value, i) => list.push([`${kind.name}Bias[${i}]`, value]));
  });
  return list;
}
