// Labels in one pass: most connected first, never over another label or a large node, never cut by the edge of the
// view; only the most important may lie over a small node.
const CELL = 48, IMPORTANT = 28;
const widths = new Map();
let boxes = [];

function widthOf(text, font) {
  const key = font + text;
  if (!widths.has(key)) pen.font = font, widths.set(key, pen.measureText(text).width);
  return widths.get(key);
}

class Room {
  constructor() { this.cells = new Map(); }
  each(box, act) {
    for (let x = Math.floor(box[0] / CELL); x <= Math.floor(box[2] / CELL); x++) {
      for (let y = Math.floor(box[1] / CELL); y <= Math.floor(box[3] / CELL); y++) if (act(x * 100003 + y)) return true;
    }
    return false;
  }
  add(box) {
    this.each(box, (key) => void (this.cells.get(key) || this.cells.set(key, []).get(key)).push(box));
  }
  free(box) {
    return !this.each(box, (key) => (this.cells.get(key) || []).some(
      (other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]));
  }
}

// The places where a name may break: between words, where the browser can tell them; never inside a number, and no
// closing sign begins a line.
const segmenter = window.Intl && Intl.Segmenter ? new Intl.Segmenter("zh", { granularity: "word" }) : null;
const INNER = /[\w’'-]/, OPENS = /[“《（(·]/, CLOSES = /[”》）)·、，%年]/, ENDS = /[、，》”年]/;
function breaks(name) {
  const cuts = segmenter ? [...segmenter.segment(name)].map(({ index }) => index) : [];
  return cuts.filter((at) => at > 0 && !(INNER.test(name[at - 1]) && INNER.test(name[at])) && !OPENS.test(name[at - 1]) && !CLOSES.test(name[at]));
}

// A name in two lines of about the same width, or null where they would be too wide.
function evenLines(name, font, limit) {
  let best = null, least = Infinity;
  for (const at of breaks(name)) {
    const lines = [name.slice(0, at).trim(), name.slice(at).trim()], [first, second] = lines.map((line) => widthOf(line, font));
    const uneven = Math.abs(first - second) - (ENDS.test(name[at - 1]) ? 20 : 0);
    if (Math.max(first, second) <= limit && uneven < least) best = lines, least = uneven;
  }
  return best;
}

// A long name takes two lines and is cut after that; the panel has it whole.
function linesOf(name, font, limit) {
  if (widthOf(name, font) <= limit) return [name];
  const even = evenLines(name, font, limit);
  if (even) return even;
  const signs = Array.from(name), cut = (from) => {
    let text = "", place = from;
    while (place < signs.length && widthOf(text + signs[place], font) <= limit) text += signs[place++];
    const gap = text.lastIndexOf(" ");
    if (place < signs.length && CLOSES.test(signs[place])) text += signs[place++];
    else if (place < signs.length && OPENS.test(signs[place - 1])) text = text.slice(0, -1), place--;
    if (place < signs.length && gap > text.length * .3) place -= Array.from(text.slice(gap + 1)).length, text = text.slice(0, gap);
    return [text, place];
  };
  const [first, place] = cut(0), [second, end] = cut(place);
  return end < signs.length ? [first, Array.from(second).slice(0, -1).join("") + "…"] : [first, second];
}
const lineCache = new Map();
function cachedLines(name, font, limit) {
  const key = `${font}|${limit}|${name}`;
  if (!lineCache.has(key)) lineCache.set(key, linesOf(name, font, limit));
  return lineCache.get(key);
}

// What lies over the drawing: the count, the zoom buttons, the timeline.
function covered() {
  const frame = canvas.getBoundingClientRect();
  return [...document.querySelectorAll("#count, .zoom, #timeline")].map((element) => element.getBoundingClientRect()).filter((box) => box.width)
    .map((box) => [box.left - frame.left - 3, box.top - frame.top - 3, box.right - frame.left + 3, box.bottom - frame.top + 3]);
}

const inView = (box) => box[0] >= 4 && box[1] >= 4 && box[2] <= size.width - 4 && box[3] <= size.height - 4;

function* places(x, y, r, wide, high) {
  const gap = r + 3;
  yield [x - wide / 2, y + gap];
  yield [x + gap, y - high / 2];
  yield [x - gap - wide, y - high / 2];
  yield [x - wide / 2, y - gap - high];
  yield [x + r * .8, y + r * .7];
  yield [x - r * .8 - wide, y + r * .7];
}

// The labels to draw now: those of nodes with lines, font, place and box; and the names of lines. What is selected
// comes first, then its lines, then the rest.
function placeLabels(theme) {
  const { room, signs } = rooms(), order = ranked(), limit = focused() ? 120 : camera.k < .4 ? 60 : 220;
  const first = focused() ? order.findIndex((node) => !drawn.near.has(node) && node !== hovered) : -1, near = first < 0 ? order.length : first;
  const found = [], place = (begin, end) => {
    for (let rank = begin; rank < end && found.length < limit; rank++) {
      const label = placeLabel(order[rank], theme, room, signs, rank);
      if (label) found.push(label);
    }
  };
  place(0, near);
  const names = placeEdgeLabels(room, theme);
  place(near, order.length);
  return { found, names };
}

// Taken room: what covers the drawing and large nodes; and, apart, small nodes.
function rooms() {
  const room = new Room(), signs = new Room();
  for (const box of covered()) room.add(box);
  for (const node of drawn.nodes) {
    const x = sx(node), y = sy(node), r = radius(node) * .8;
    if (x > -60 && y > -60 && x < size.width + 60 && y < size.height + 60) (r > 9 ? room : signs).add([x - r, y - r, x + r, y + r]);
  }
  return { room, signs };
}

function placeLabel(node, theme, room, signs, rank) {
  const x = sx(node), y = sy(node);
  if (x < 0 || y < 0 || x > size.width || y > size.height) return null;
  const chosen = node === state.selected || node === hovered, big = chosen || node.degree > 24, px = chosen ? 15 : big ? 14 : 12.5;
  const font = `${big ? 600 : 400} ${px}px ${theme.font}`;
  const lines = cachedLines(nameOf(node), font, chosen ? 220 : language ? 128 : 112);
  const wide = Math.max(...lines.map((line) => widthOf(line, font))) + 4, high = lines.length * (px + 3.5) + 1;
  const spots = [...places(x, y, radius(node), wide, high)].map(([left, top]) => [left, top, left + wide, top + high]);
  const open = spots.filter((box) => inView(box) && room.free(box));
  const box = open.find((box) => signs.free(box)) || ((chosen || rank < IMPORTANT) && open[0]);
  if (!box) return null;
  room.add(box);
  return { node, lines, font, px, box, dim: focused() && !drawn.near.has(node) };
}

const focused = () => drawn.lit.size > 0 || Boolean(state.selected && drawn.near.has(state.selected));
function ranked() {
  const near = drawn.nodes.filter((node) => drawn.near.has(node) && node !== state.selected);
  const top = [hovered, state.selected].filter((node) => node && drawn.nodes.includes(node));
  const rest = focused() ? (drawn.nodes.length < 400 ? drawn.nodes : []) : drawn.nodes;
  return [...new Set([...top, ...near, ...rest])];
}

// Names of lines: for the selection always, for all on request.
function placeEdgeLabels(room, theme) {
  const wanted = state.names && !focused() ? drawn.edges : drawn.lit.size > 30 && !state.names ? [] : [...drawn.lit], found = [], font = `400 11.5px ${theme.font}`;
  for (const edge of wanted.slice(0, 400)) {
    const text = edgeName(edge), wide = widthOf(text, font) + 6;
    for (const part of [.5, .38, .62, .28, .72]) {
      const [x, y] = alongEdge(edge, part), box = [x - wide / 2, y - 8, x + wide / 2, y + 8];
      if (!inView(box) || !room.free(box)) continue;
      room.add(box);
      found.push({ edge, text, font, x, y, box });
      break;
    }
    if (found.length >= 60) break;
  }
  return found;
}

function edgeName(edge) {
  const titles = [...new Set(edge.facts.filter(factPasses).map((fact) => fact.title && titleWord(fact.title)).filter(Boolean))];
  return titles.length ? titles.slice(0, 2).join(language ? ", " : "、") : predicateWord(edge.predicate);
}
