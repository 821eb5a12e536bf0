// What a reader takes away: a picture, a drawing, the facts as CSV, a link, a print.
function save(name, blob) {
  const address = URL.createObjectURL(blob), anchor = make("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

// The pictures are of the drawing, whatever view is open.
function drawing(act) {
  const view = state.view;
  state.view = "graph";
  choose();
  act();
  state.view = view;
  choose();
}
const savePng = () => drawing(() => { drawAll(); canvas.toBlob((blob) => save("policykg.png", blob), "image/png"); });
const saveSvg = () => drawing(() => save("policykg.svg", new Blob([svgText()], { type: "image/svg+xml" })));

function svgText() {
  const root = svgElement("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${size.width} ${size.height}`, width: size.width, height: size.height, "font-family": theme.font });
  root.append(svgElement("rect", { width: size.width, height: size.height, fill: theme.paper }));
  const at = (value) => Math.round(value * 10) / 10;
  for (const edge of drawn.edges) {
    const [x0, y0, x1, y1] = [sx(edge.from), sy(edge.from), sx(edge.to), sy(edge.to)], [cx, cy] = middle(x0, y0, x1, y1, edge.bend), lit = drawn.lit.has(edge);
    root.append(svgElement("path", { d: `M${at(x0)} ${at(y0)}Q${at(cx)} ${at(cy)} ${at(x1)} ${at(y1)}`, fill: "none", stroke: lit ? theme.accent : theme.edge, "stroke-width": lit ? 1.5 : .8, opacity: lit || !focused() ? .8 : .2 }));
  }
  for (const node of drawn.nodes) {
    const shape = meta.classes[node.kind][3], [name, attributes] = svgMark(shape, sx(node), sy(node), radius(node));
    root.append(svgElement(name, { ...attributes, fill: colourOf(node.kind), opacity: focused() && !drawn.near.has(node) ? .2 : 1 }));
  }
  const { found, names } = placeLabels(theme);
  const word = (text, x, y, px, fill, opacity) => {
    const element = svgElement("text", { x: at(x), y: at(y), "font-size": px, "text-anchor": "middle", fill, opacity, stroke: theme.paper, "stroke-width": 3, "paint-order": "stroke" });
    element.textContent = text;
    root.append(element);
  };
  for (const { lines, px, box, dim } of found) lines.forEach((line, place) => word(line, (box[0] + box[2]) / 2, box[1] + px + place * (px + 3.5), px, theme.ink, dim ? .4 : 1));
  for (const { text, x, y } of names) word(text, x, y + 4, 11.5, theme.accent, 1);
  return new XMLSerializer().serializeToString(root);
}

// A cell that a spreadsheet would take for a formula gets an apostrophe.
function csvCell(value) {
  const text = String(value ?? "");
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
}

function csvText() {
  const head = ["subject", "subject_en", "predicate", "object", "object_en", "title", "status", "year", "action", "times", "amount", "manner", "confidence", "rule", "document", "document_title", "issued", "begin", "end", "sentence"];
  const rows = shownFacts().flatMap((fact) => fact.sentences.map((number) => {
    const place = sentences[number], doc = docs[place.doc], plain = (value) => value || "";
    return [fact.subject.zh, fact.subject.en || "", meta.predicates[fact.predicate][0], fact.object.zh, fact.object.en || "",
      ...["title", "status", "year", "action", "times", "amount", "manner", "confidence", "rule"].map((name) => plain(fact[name])), doc.identifier, doc.title, doc.issued, place.begin, place.end, quoteOf(place)];
  }));
  return "\ufeff" + [head, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
}
const saveCsv = () => save("policykg.csv", new Blob([csvText()], { type: "text/csv;charset=utf-8" }));

// The view as the part of the address after "#".
function viewLink() {
  const parts = new URLSearchParams(), names = (off, table) => [...off].map((place) => table[place][0]).join(",");
  if (state.path) parts.set("path", `${state.path.start.iri} ${state.path.goal.iri}`);
  else if (state.edge) parts.set("edge", `${state.edge.from.iri} ${meta.predicates[state.edge.predicate][0]} ${state.edge.to.iri}`);
  else if (state.selected) parts.set("e", state.selected.iri);
  if (!allYears()) parts.set("year", state.from === state.to ? state.from : `${state.from}-${state.to}`);
  if (state.offKinds.size) parts.set("hide", names(state.offKinds, meta.classes));
  if (state.offPredicates.size) parts.set("without", names(state.offPredicates, meta.predicates));
  if (state.offStatuses.size) parts.set("status", [...state.offStatuses].map((name) => name || "none").join(","));
  if (state.doc >= 0) parts.set("document", docs[state.doc].identifier);
  for (const name of ["depth", "confidence"]) if (state[name]) parts.set(name, state[name]);
  if (state.whole) parts.set("all", 1);
  if (state.view !== "graph") parts.set("view", state.view);
  if (state.view === "read" && state.reading) parts.set("text", state.reading.doc.identifier);
  if (state.view === "compare" && state.pair) parts.set("pair", state.pair.join("-"));
  if (language) parts.set("lang", "en");
  return parts.toString().replace(/%2F/g, "/").replace(/%3A/g, ":");
}

// Each selection and each view is a page of its own for the browser's back button; filters only change its address.
let kept = "", page = null;
function keepLink() {
  const before = page, { path, edge, selected, view, reading } = state;
  kept = viewLink();
  page = [path && path.start.number, path && path.goal.number, edge && edge.number, selected && selected.number, view, view === "read" && reading && reading.doc.number].join();
  const address = kept ? `#${kept}` : location.pathname + location.search;
  try {
    before === null || before === page || following ? history.replaceState(null, "", address) : history.pushState(null, "", address);
  } catch { /* a browser that limits how often, or a sandbox that forbids it: the view stands, only its link is late */ }
}

let following = false;
function followLink(hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, "")), get = (name) => parts.get(name) || "";
  const placesOf = (name, table) => new Set(get(name).split(",").map((word) => table.findIndex((row) => row[0] === word)).filter((place) => place >= 0));
  language = get("lang") === "en" ? 1 : 0;
  const [from, to] = get("year").split("-").map(Number), known = (year) => years.includes(year);
  Object.assign(state, { from: known(from) ? from : years[0] || 0, to: known(to) ? to : known(from) ? from : years[years.length - 1] || 0 });
  for (const [target, source] of [[state.offKinds, placesOf("hide", meta.classes)], [state.offPredicates, placesOf("without", meta.predicates)], [state.offStatuses, new Set(get("status").split(",").filter(Boolean).map((name) => (name === "none" ? "" : name)))]]) {
    target.clear();
    for (const place of source) target.add(place);
  }
  const docNamed = (name) => docs.find((doc) => doc.identifier === name);
  Object.assign(state, { doc: (docNamed(get("document")) || { number: -1 }).number, depth: Math.min(3, Number(get("depth")) || 0), confidence: Number(get("confidence")) || 0, whole: parts.has("all") });
  state.selected = state.edge = state.path = null;
  openPool();
  followSelection(get);
  const pair = get("pair").split("-").map(Number);
  if (pair.length === 2 && pair.every(known)) state.pair = pair;
  state.reading = docNamed(get("text")) ? { doc: docNamed(get("text")), place: null } : null;
  state.view = ["list", "read", "compare"].includes(get("view")) ? get("view") : "graph";
}

function followSelection(get) {
  const node = byIri.get(get("e")), [from, name, to] = get("edge").split(" ");
  const edge = from && (byIri.get(from) || { edges: [] }).edges.find((edge) => edge.from.iri === from && edge.to.iri === to && meta.predicates[edge.predicate][0] === name);
  const [start, goal] = get("path").split(" ").map((iri) => byIri.get(iri));
  if (start && goal) {
    state.path = pathBetween(start, goal);
    state.selected = goal;
    addToPool(state.path ? state.path.nodes : [start, goal]);
  } else if (edge) {
    state.edge = edge;
    addToPool([edge.from, edge.to]);
  } else if (node) {
    state.selected = node;
    addToPool([node]);
  }
}
