// What the reader has chosen, and what is therefore drawn.
const state = {
  view: "graph", selected: null, edge: null, path: null, picking: null, from: 0, to: 0, depth: 0, doc: -1, confidence: 0,
  names: false, theme: "light", offKinds: new Set(), offPredicates: new Set(), offStatuses: new Set(), pool: new Set(), brought: new Set(), whole: false, reading: null, pair: null,
};
const drawn = { nodes: [], edges: [], near: new Set(), lit: new Set() };
let years = [];

const statusOf = (fact) => fact.status || "";
const factPasses = (fact) =>
  !state.offPredicates.has(fact.predicate) && restPasses(fact) && !state.offStatuses.has(statusOf(fact));
const restPasses = (fact) =>
  fact.passes !== false && inYears(fact.when) &&
  (state.doc < 0 || fact.sentences.some((number) => sentences[number].doc === state.doc)) &&
  (!state.confidence || Number(fact.confidence || 1) >= state.confidence);
const allYears = () => !years.length || (state.from === years[0] && state.to === years[years.length - 1]);
const inYears = (year) => allYears() || (year >= state.from && year <= state.to);
const narrowed = () => !allYears() || state.doc >= 0 || state.confidence > 0 || state.offPredicates.size > 0 || state.offStatuses.size > 0;

// A thing without facts is dated by the documents that name it.
function nodePasses(node) {
  if (!narrowed()) return true;
  if (node.degree) return node.edges.some((edge) => edge.facts.some(factPasses));
  if (state.confidence || state.offPredicates.size || state.offStatuses.size) return false;
  return [...node.docs.keys()].some(
    (doc) => (state.doc < 0 || doc === state.doc) && inYears(Number(docs[doc].issued.slice(0, 4)) || 0));
}

function openPool() {
  const size = state.whole || nodes.length <= 2 * meta.opening ? nodes.length : meta.opening;
  state.pool = new Set(nodes.slice(0, size));
  for (const node of nodes) place(node);
}

// On a large page the opening nodes have a layout of their own; "show all" moves everything to the layout of the whole.
function place(node) {
  const near = nodes.length > 2 * meta.opening && !state.whole ? node.near : null;
  if (near || state.whole || nodes.length <= 2 * meta.opening || !state.pool.has(node)) {
    node.px = near ? near[0] : node.x;
    node.py = near ? near[1] : node.y;
  }
}

// New nodes stand on a spiral around the first drawn neighbour, in the first free place.
function addToPool(added) {
  const taken = new Set(), cell = (x, y) => `${Math.round(x / 70)},${Math.round(y / 34)}`;
  for (const node of state.pool) taken.add(cell(node.px, node.py));
  for (const node of added) {
    if (state.pool.has(node)) continue;
    const anchor = around(node) || nodes[0];
    for (let step = 1; !state.whole && step < 4000; step++) {
      const angle = step * 2.399963, reach = 34 * Math.sqrt(step) + 40;
      node.px = anchor.px + Math.cos(angle) * reach * 1.3;
      node.py = anchor.py + Math.sin(angle) * reach;
      if (!taken.has(cell(node.px, node.py))) break;
    }
    taken.add(cell(node.px, node.py));
    state.pool.add(node);
  }
}

function around(node) {
  let best = null;
  for (const edge of node.edges) {
    const other = edge.from === node ? edge.to : edge.from;
    if (state.pool.has(other) && (!best || other.number < best.number)) best = other;
  }
  return best;
}

const neighboursOf = (node) => [...new Set(node.edges.map((edge) => (edge.from === node ? edge.to : edge.from)))];

// What may be shown: on the drawing what has been brought in, in the list everything.
const offered = () => (state.view === "list" ? nodes : state.pool);
const isOffered = (node) => state.view === "list" || state.pool.has(node);

// A document or some years show up to as many entities as a page opens on: those not brought in yet come for as long.
function bring() {
  for (const node of state.brought) if (node !== state.selected) state.pool.delete(node);
  state.brought = new Set();
  if (state.view !== "graph" || (state.doc < 0 && allYears())) return;
  const fits = (node) => !state.offKinds.has(node.kind) && nodePasses(node);
  const room = meta.opening - [...state.pool].filter(fits).length;
  const added = room > 0 ? nodes.filter((node) => !state.pool.has(node) && fits(node)).slice(0, room) : [];
  addToPool(added);
  state.brought = new Set(added);
}

function choose() {
  bring();
  const within = state.depth && state.selected ? reachOf(state.selected, state.depth) : null;
  const shown = new Set();
  for (const node of offered()) {
    if (!state.offKinds.has(node.kind) && (!within || within.has(node)) && nodePasses(node)) shown.add(node);
  }
  drawn.nodes = [...shown].sort((a, b) => a.number - b.number);
  drawn.edges = edges.filter((edge) => shown.has(edge.from) && shown.has(edge.to) && edge.facts.some(factPasses));
  light(shown);
}

function reachOf(start, depth) {
  const seen = new Set([start]);
  let rim = [start];
  for (let step = 0; step < depth; step++) {
    const next = [];
    for (const node of rim) for (const edge of node.edges) {
      const other = edge.from === node ? edge.to : edge.from;
      if (!seen.has(other) && isOffered(other) && edge.facts.some(factPasses)) next.push(other), seen.add(other);
    }
    rim = next;
  }
  return seen;
}

// What stands out: the selection with its neighbours, a line with its ends, or a path.
function light(shown) {
  drawn.near = new Set();
  drawn.lit = new Set();
  const lit = state.path ? state.path.edges : state.edge ? [state.edge] : state.selected ? state.selected.edges : [];
  for (const edge of lit) if (shown.has(edge.from) && shown.has(edge.to) && edge.facts.some(factPasses)) drawn.lit.add(edge);
  for (const edge of drawn.lit) drawn.near.add(edge.from).add(edge.to);
  if (state.selected && shown.has(state.selected)) drawn.near.add(state.selected);
  if (state.path) for (const node of state.path.nodes) drawn.near.add(node);
}
