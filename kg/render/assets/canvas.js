// Drawing. While the view moves, a picture of it moves; the labels are placed anew when it rests.
let hovered = null, theme = {}, picture = null, resting = 0;

function readTheme() {
  const style = getComputedStyle(document.documentElement), value = (name) => style.getPropertyValue(name).trim();
  theme = {
    font: getComputedStyle(document.body).fontFamily, paper: value("--canvas"), ink: value("--ink"), muted: value("--muted"),
    edge: value("--edge"), accent: value("--accent"), rim: value("--rim"),
  };
}

function alongEdge(edge, part) {
  const [x0, y0, x1, y1] = [sx(edge.from), sy(edge.from), sx(edge.to), sy(edge.to)];
  const [cx, cy] = middle(x0, y0, x1, y1, edge.bend), rest = 1 - part;
  return [rest * rest * x0 + 2 * rest * part * cx + part * part * x1, rest * rest * y0 + 2 * rest * part * cy + part * part * y1];
}

function middle(x0, y0, x1, y1, bend) {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  return [(x0 + x1) / 2 - ((y1 - y0) / length) * bend, (y0 + y1) / 2 + ((x1 - x0) / length) * bend];
}

function lineTo(edge) {
  const [x0, y0, x1, y1] = [sx(edge.from), sy(edge.from), sx(edge.to), sy(edge.to)];
  pen.moveTo(x0, y0);
  if (edge.bend) pen.quadraticCurveTo(...middle(x0, y0, x1, y1, edge.bend), x1, y1);
  else pen.lineTo(x1, y1);
}

function outside(edge) {
  const [x0, y0, x1, y1] = [sx(edge.from), sy(edge.from), sx(edge.to), sy(edge.to)];
  return Math.max(x0, x1) < 0 || Math.max(y0, y1) < 0 || Math.min(x0, x1) > size.width || Math.min(y0, y1) > size.height;
}

function drawEdges() {
  const dim = focused();
  pen.lineWidth = drawn.edges.length > 4000 ? .5 : 1;
  pen.globalAlpha = (dim ? .16 : drawn.edges.length > 4000 ? .22 : drawn.edges.length > 600 ? .4 : .62);
  pen.strokeStyle = theme.edge;
  pen.beginPath();
  for (const edge of drawn.edges) if (!drawn.lit.has(edge) && !outside(edge)) lineTo(edge);
  pen.stroke();
  const many = drawn.lit.size > 120;
  pen.globalAlpha = many ? .3 : 1;
  pen.strokeStyle = pen.fillStyle = theme.accent;
  pen.lineWidth = many ? 1 : 1.5;
  pen.beginPath();
  for (const edge of drawn.lit) lineTo(edge);
  pen.stroke();
  pen.globalAlpha = 1;
  if (!many) for (const edge of drawn.lit) arrow(edge);
}

function arrow(edge) {
  const length = Math.hypot(sx(edge.to) - sx(edge.from), sy(edge.to) - sy(edge.from));
  if (length < 24) return;
  const part = 1 - (radius(edge.to) + 4) / length, [x, y] = alongEdge(edge, part), [bx, by] = alongEdge(edge, part - 9 / length);
  const angle = Math.atan2(y - by, x - bx);
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x - 9 * Math.cos(angle - .38), y - 9 * Math.sin(angle - .38));
  pen.lineTo(x - 9 * Math.cos(angle + .38), y - 9 * Math.sin(angle + .38));
  pen.fill();
}

function drawNodes() {
  const dim = focused(), small = drawn.nodes.length > 3000, colours = meta.classes.map((_, kind) => colourOf(kind));
  for (let place = drawn.nodes.length - 1; place >= 0; place--) {
    const node = drawn.nodes[place], x = sx(node), y = sy(node), r = radius(node);
    if (x < -r || y < -r || x > size.width + r || y > size.height + r) continue;
    const shape = meta.classes[node.kind][3];
    pen.globalAlpha = dim && !drawn.near.has(node) ? .2 : 1;
    pen.fillStyle = colours[node.kind];
    if (small && r < 4) {
      pen.fillRect(x - r, y - r, 2 * r, 2 * r);
      continue;
    }
    trace(pen, shape, x, y, r);
    pen.fill();
    pen.lineWidth = 1;
    pen.strokeStyle = theme.rim;
    pen.stroke();
    if (node === state.selected || node === hovered || node === pointer.focus) ringAround(node, x, y, r, shape);
  }
  pen.globalAlpha = 1;
}

function ringAround(node, x, y, r, shape) {
  trace(pen, shape, x, y, r + 4);
  pen.lineWidth = node === state.selected ? 3 : 1.6;
  pen.strokeStyle = node === state.selected ? theme.ink : theme.accent;
  pen.stroke();
}

function drawLabels({ found, names }) {
  pen.textBaseline = "top";
  pen.textAlign = "center";
  pen.lineJoin = "round";
  for (const { lines, font, px, box, dim } of found) {
    pen.font = font;
    pen.globalAlpha = dim ? .38 : 1;
    lines.forEach((line, place) => {
      const x = (box[0] + box[2]) / 2, y = box[1] + 1.5 + place * (px + 3.5);
      halo(line, x, y, theme.ink);
    });
  }
  pen.globalAlpha = 1;
  pen.textBaseline = "middle";
  for (const { text, font, x, y } of names) {
    pen.font = font;
    halo(text, x, y, theme.accent);
  }
  boxes = [...found, ...names].map(({ box }) => box);
}

function halo(text, x, y, colour) {
  pen.strokeStyle = theme.paper;
  pen.lineWidth = 3.5;
  pen.strokeText(text, x, y);
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}

function clear() {
  pen.setTransform(size.ratio, 0, 0, size.ratio, 0, 0);
  pen.globalAlpha = 1;
  pen.fillStyle = theme.paper;
  pen.fillRect(0, 0, size.width, size.height);
}

let cost = 0, labelled = [];
function drawAll() {
  const begun = performance.now();
  clear();
  drawEdges();
  drawNodes();
  const labels = placeLabels(theme);
  labelled = labels.found;
  drawLabels(labels);
  picture = null;
  cost = performance.now() - begun;
}

// `moving`: where a full drawing is too slow for every frame, show the last picture where it would now be,
// and draw in full once nothing has moved for a while.
function draw(moving = false) {
  clearTimeout(resting);
  if (!size.width || state.view !== "graph") return;
  if (!moving || (cost < 11 && !picture)) return drawAll();
  picture ||= takePicture();
  clear();
  const k = camera.k / picture.k;
  pen.drawImage(picture.image, camera.x - picture.x * k, camera.y - picture.y * k, size.width * k, size.height * k);
  resting = setTimeout(drawAll, 110);
}

function takePicture() {
  const image = document.createElement("canvas");
  image.width = canvas.width;
  image.height = canvas.height;
  image.getContext("2d").drawImage(canvas, 0, 0);
  return { image, ...camera };
}

const pointer = { down: null, moved: false, focus: null, touches: new Map(), spread: 0 };

function nodeAt(x, y) {
  let best = null, least = Infinity;
  for (const node of drawn.nodes) {
    const away = Math.hypot(sx(node) - x, sy(node) - y);
    if (away < Math.max(radius(node) + 4, 10) && away < least) best = node, least = away;
  }
  return best || labelAt(x, y);
}

const labelAt = (x, y) => (labelled.find(({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]) || {}).node || null;

function edgeAt(x, y) {
  let best = null, least = 6;
  for (const edge of drawn.lit.size ? drawn.lit : drawn.edges) {
    const [x0, y0, x1, y1] = [sx(edge.from), sy(edge.from), sx(edge.to), sy(edge.to)];
    const reach = 8 + Math.abs(edge.bend);
    if (x < Math.min(x0, x1) - reach || x > Math.max(x0, x1) + reach || y < Math.min(y0, y1) - reach || y > Math.max(y0, y1) + reach) continue;
    for (let part = 0; part <= 1; part += edge.bend ? .05 : 1) {
      const away = edge.bend ? Math.hypot(alongEdge(edge, part)[0] - x, alongEdge(edge, part)[1] - y) : toLine(x, y, x0, y0, x1, y1);
      if (away < least) best = edge, least = away;
    }
  }
  return best;
}

function toLine(x, y, x0, y0, x1, y1) {
  const long = (x1 - x0) ** 2 + (y1 - y0) ** 2 || 1;
  const part = Math.max(0, Math.min(1, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / long));
  return Math.hypot(x - x0 - part * (x1 - x0), y - y0 - part * (y1 - y0));
}
