// Shapes of the classes: one list of corners serves the canvas, the SVG export and the small signs in the text.
const ring = (count, turn, inner) => Array.from({ length: count }, (_, place) => {
  const angle = turn + (place * 2 * Math.PI) / count, reach = inner && place % 2 ? inner : 1;
  return [Math.cos(angle) * reach, Math.sin(angle) * reach];
});
const UP = -Math.PI / 2;
const CORNERS = {
  square: [[-.84, -.84], [.84, -.84], [.84, .84], [-.84, .84]], diamond: [[0, -1.18], [1.18, 0], [0, 1.18], [-1.18, 0]],
  triangle: [[0, -1.1], [1.05, .8], [-1.05, .8]], triangleDown: [[0, 1.1], [1.05, -.8], [-1.05, -.8]],
  star: ring(10, UP, .5).map(([x, y]) => [x * 1.22, y * 1.22]), hexagon: ring(6, 0), pentagon: ring(5, UP).map(([x, y]) => [x * 1.06, y * 1.06]),
  cross: [[-.36, -1], [.36, -1], [.36, -.36], [1, -.36], [1, .36], [.36, .36], [.36, 1], [-.36, 1], [-.36, .36], [-1, .36], [-1, -.36], [-.36, -.36]],
  bar: [[-1.1, -.55], [1.1, -.55], [1.1, .55], [-1.1, .55]],
};

function trace(pen, shape, x, y, r) {
  const corners = CORNERS[shape];
  pen.beginPath();
  if (!corners) pen.arc(x, y, r, 0, 2 * Math.PI);
  else {
    corners.forEach(([dx, dy], place) => (place ? pen.lineTo(x + dx * r, y + dy * r) : pen.moveTo(x + dx * r, y + dy * r)));
    pen.closePath();
  }
}

const svgMark = (shape, x, y, r) => {
  const corners = CORNERS[shape];
  const at = (value) => Math.round(value * 10) / 10;
  return corners ? ["polygon", { points: corners.map(([dx, dy]) => `${at(x + dx * r)},${at(y + dy * r)}`).join(" ") }]
    : ["circle", { cx: at(x), cy: at(y), r: at(r) }];
};

function svgElement(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

const colourOf = (kind) => meta.classes[kind][state.theme === "dark" ? 5 : 4];

// A small sign of the class, for legends and headings.
function sign(kind) {
  const shape = meta.classes[kind][3];
  const svg = svgElement("svg", { viewBox: "0 0 16 16", width: 14, height: 14, class: "sign", "aria-hidden": "true" });
  const [name, attributes] = svgMark(shape, 8, 8, 6.2);
  svg.append(svgElement(name, { ...attributes, fill: colourOf(kind), "data-kind": kind }));
  return svg;
}

// An element with a class, text or children, and listeners; text never becomes markup.
function make(tag, options = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(options)) {
    if (key === "on") for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
    else if (key === "data") Object.assign(element.dataset, value);
    else if (key === "text") element.textContent = value;
    else if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}
const button = (text, act, options = {}) => make("button", { type: "button", text, on: { click: act }, ...options });
