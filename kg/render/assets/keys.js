// Pointer, touch and keyboard on the drawing.
const at = (event) => [event.offsetX, event.offsetY];

canvas.addEventListener("pointerdown", (event) => {
  canvas.setPointerCapture(event.pointerId);
  pointer.touches.set(event.pointerId, at(event));
  pointer.down = at(event);
  pointer.moved = false;
  pointer.focus = null;
  cancelAnimationFrame(flight);
});

canvas.addEventListener("pointermove", (event) => {
  const [x, y] = at(event), old = pointer.touches.get(event.pointerId);
  if (!old) return hoverAt(x, y);
  pointer.touches.set(event.pointerId, [x, y]);
  if (pointer.touches.size === 2) return pinch(old, [x, y]);
  if (!pointer.moved && Math.hypot(x - pointer.down[0], y - pointer.down[1]) < 5) return;
  pointer.moved = true;
  camera.x += x - old[0];
  camera.y += y - old[1];
  nextFrame();
});

function pinch(old, now) {
  const [a, b] = [...pointer.touches.values()], other = a[0] === now[0] && a[1] === now[1] ? b : a;
  const before = Math.hypot(old[0] - other[0], old[1] - other[1]) || 1, after = Math.hypot(now[0] - other[0], now[1] - other[1]);
  pointer.moved = true;
  zoom(after / before, (now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
  nextFrame();
}

function release(event) {
  const [x, y] = at(event), clicked = pointer.touches.delete(event.pointerId) && !pointer.moved && event.type === "pointerup";
  if (!pointer.touches.size && pointer.moved) draw();
  if (!clicked) return;
  const node = nodeAt(x, y), edge = node ? null : edgeAt(x, y);
  if (node) selectNode(node, { move: false });
  else if (edge) selectEdge(edge);
  else clearSelection();
}
canvas.addEventListener("pointerup", release);
canvas.addEventListener("pointercancel", release);
canvas.addEventListener("pointerleave", () => hovered && ((hovered = null), draw()));
canvas.addEventListener("dblclick", (event) => { zoom(1.6, ...at(event)); draw(); });
canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  zoom(Math.exp(-event.deltaY * (event.ctrlKey ? .01 : .0016)), ...at(event));
  nextFrame();
}, { passive: false });

let waiting = 0;
function nextFrame() {
  waiting ||= requestAnimationFrame(() => { waiting = 0; draw(true); });
}

function hoverAt(x, y) {
  const node = nodeAt(x, y);
  canvas.style.cursor = node || edgeAt(x, y) ? "pointer" : "grab";
  if (node === hovered) return;
  hovered = node;
  if (drawn.nodes.length < 2500) draw();
}

// The nearest node in the direction of the arrow key.
function stepTo(dx, dy) {
  const from = pointer.focus || state.selected || drawn.nodes[0];
  let best = null, least = Infinity;
  for (const node of drawn.nodes) {
    const [x, y] = [sx(node) - sx(from), sy(node) - sy(from)], along = x * dx + y * dy, across = Math.abs(x * dy - y * dx);
    if (node !== from && along > 0 && across <= along * 1.2 && along + across * 2 < least) best = node, least = along + across * 2;
  }
  if (!best) return;
  pointer.focus = hovered = best;
  say(`${nameOf(best)}, ${kindWord(best.kind)}, ${t("facts", best.degree)}`);
  show([best]);
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
canvas.addEventListener("keydown", (event) => {
  if (event.key in ARROWS) stepTo(...ARROWS[event.key]);
  else if (event.key === "Enter" && pointer.focus) selectNode(pointer.focus, { move: false });
  else if (event.key === "+" || event.key === "=") zoom(1.3), draw();
  else if (event.key === "-") zoom(1 / 1.3), draw();
  else if (event.key === "0") fly(aim(drawn.nodes));
  else return;
  event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.key === "/" && !typing) event.preventDefault(), field.focus(), field.select();
  else if (event.key === "Escape") escape();
});

function escape() {
  const menu = document.querySelector("details.menu[open]");
  if (menu) menu.open = false;
  else if (document.body.classList.contains("filtering")) toggleFilters();
  else if (state.picking) state.picking = null, showPanel();
  else if (state.view !== "graph") go("graph");
  else clearSelection();
}
