// What leaves the page: files, and texts for the clipboard.

function saveFile(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], {type}));
  element("a", {href: address, download: fileStem() + "-" + name}).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function fileStem() {
  return data.source.replace(/\.db$/, "");
}

const SAVED_STYLES = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity",
  "stroke-linecap", "font-size", "font-family", "font-weight", "text-anchor"];

// A picture as a file of its own, in the colours that the page has now.
function savePicture(name, picture, canvas) {
  const copy = picture.cloneNode(true);
  const originals = [picture, ...picture.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((node, k) => {
    const style = getComputedStyle(originals[k]);
    const hidden = style.display === "none" || style.visibility === "hidden";
    node.setAttribute("style", hidden ? "display: none"
      : SAVED_STYLES.map((key) => `${key}: ${style.getPropertyValue(key)}`).join("; "));
    node.removeAttribute("tabindex");
  });
  const {width, height} = picture.viewBox.baseVal;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  const first = d3.select(copy).insert("rect", ":first-child").attr("width", width).attr("height", height)
    .attr("fill", getComputedStyle(document.body).backgroundColor).node();
  if (canvas) {
    const share = (key) => parseFloat(canvas.style[key]) / 100;
    const image = document.createElementNS("http://www.w3.org/2000/svg", "image");
    const attributes = {href: canvas.toDataURL(), x: share("left") * width, y: share("top") * height,
      width: share("width") * width, height: share("height") * height, preserveAspectRatio: "none"};
    for (const [key, value] of Object.entries(attributes)) image.setAttribute(key, value);
    first.after(image);
  }
  saveFile(name + ".svg", "image/svg+xml", new XMLSerializer().serializeToString(copy));
}

function saveButton(label, action) {
  const button = element("button", {type: "button", class: "small"}, label);
  button.addEventListener("click", () => action(button));
  return button;
}

// Without leave to use the clipboard the text is selected for the reader's own hand.
function copyText(button, text) {
  const say = (word) => {
    const label = button.dataset.label ?? button.textContent;
    button.dataset.label = label;
    button.textContent = word;
    setTimeout(() => { button.textContent = label; }, 2000);
  };
  navigator.clipboard?.writeText(text).then(() => say("Copied"), () => prompt("The text to copy:", text))
    ?? prompt("The text to copy:", text);
}

function csvCell(value) {
  const text = value === undefined ? "" : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csv(rows) {
  return rows.map((row) => row.map(csvCell).join(",") + "\n").join("");
}

// A layer's rows and biases by the names that "tarn show" and "tarn compare" read; units that are
// there once for several are repeated.
function weightArrays(point) {
  const arrays = {};
  point.layers.forEach(({weights, biases}, l) => {
    const times = (k) => l === 0 && point.kinds ? point.kinds.counts[k] : 1;
    const repeated = (values) => values.flatMap((value, k) => Array(times(k)).fill(value));
    const links = l === 1 && point.kinds
      ? weights.map((row) => row.flatMap((value, k) => Array(point.kinds.counts[k]).fill(value)))
      : repeated(weights);
    arrays[`fc${l + 1}.weight`] = links;
    arrays[`fc${l + 1}.bias`] = repeated(biases);
  });
  return arrays;
}
