// The view as the end of the page's address: what differs from the view that the page opens with.

const rangeOf = (id) => document.getElementById(id);
const VIEW_FIELDS = {
  point: {get: () => view.selected, set: (text) => {
    const id = /^d/.test(text) ? text : Number(text);
    if (byId.has(id)) select(id);
  }},
  kept: {get: () => view.kept, set: (text) => {
    const id = text === "" ? undefined : /^d/.test(text) ? text : Number(text);
    keep(byId.has(id) ? id : undefined);
  }},
  zero: {get: () => view.zero ? 1 : 0, set: (text) => tick(rangeOf("zero"), text !== "0")},
  scale: {get: () => view.scale, set: (text) => put(rangeOf("scale"), text)},
  colour: {get: () => view.colour, set: (text) => put(rangeOf("colour"), text)},
  zoom: {
    get: () => ["x", "y"].flatMap((name) => [frames[name].k, frames[name].t])
      .map((value) => Number(value.toPrecision(7))).join(","),
    set: (text) => {
      const [kx, tx, ky, ty] = text.split(",").map(Number);
      if (![kx, tx, ky, ty].every(Number.isFinite)) return;
      setFrame("x", kx, tx);
      setFrame("y", ky, ty);
      placeSoon();
    },
  },
  heat: {get: () => slider.value, set: (text) => put(slider, text)},
  from: {get: () => heat.b, set: (text) => chooseEnd("b", Number(text))},
  to: {get: () => heat.a, set: (text) => chooseEnd("a", Number(text))},
  show: {get: () => which.value, set: (text) => put(which, text)},
  find: {get: () => find.value, set: (text) => put(find, text)},
  columns: {get: () => chosenColumns ? [...chosenColumns].join(",") : "", set: (text) => chooseColumns(text.split(","))},
  sort: {get: () => (list.descending ? "-" : "") + list.column.name, set: (text) => {
    const column = columns.find(({name}) => name === text.replace("-", ""));
    if (!column) return;
    list.column = column;
    list.descending = !text.startsWith("-");
    sortBy(column);
  }},
};
const opening = {};
let applying = true;
let writing;

// As if the reader had chosen; a value that the page does not offer is left alone.
function put(control, text) {
  if (control.options && ![...control.options].some(({value}) => value === text)) return;
  control.value = text;
  control.dispatchEvent(new Event(control.type === "text" || control.type === "search" || control.type === "range" ? "input" : "change"));
}

function tick(control, checked) {
  if (control.checked !== checked) control.click();
}

function fragment() {
  const changed = Object.entries(VIEW_FIELDS).map(([key, {get}]) => [key, String(get() ?? "")])
    .filter(([key, text]) => text !== opening[key]);
  return new URLSearchParams(changed).toString();
}

// Browsers allow few changes of the address, so they wait for the reader's hand to rest.
function remember() {
  if (applying) return;
  clearTimeout(writing);
  writing = setTimeout(writeAddress, 300);
}

function writeAddress() {
  clearTimeout(writing);
  const text = fragment();
  if (location.hash.replace("#", "") !== text) history.replaceState(null, "", "#" + text);
}

function applyAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  applying = true;
  for (const [key, {get, set}] of Object.entries(VIEW_FIELDS)) {
    const wanted = asked.get(key) ?? opening[key];
    if (wanted !== String(get() ?? "")) set(wanted);
  }
  applying = false;
}

// After the page has drawn itself for the first time.
function startLinks() {
  for (const [key, {get}] of Object.entries(VIEW_FIELDS)) opening[key] = String(get() ?? "");
  applyAddress();
  addEventListener("hashchange", () => {
    // A jump to a part of the page, such as the table, asks for no other view.
    if (location.hash.includes("=") || location.hash.length < 2) applyAddress();
  });
  document.getElementById("copy-link").addEventListener("click", (event) => {
    writeAddress();
    copyText(event.target, location.href);
  });
}
news.on("select.link", remember);
