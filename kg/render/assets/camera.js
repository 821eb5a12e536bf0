// From the layout's units to the screen's pixels and back.
const canvas = document.getElementById("canvas"), pen = canvas.getContext("2d");
const camera = { k: 1, x: 0, y: 0 };
const size = { width: 0, height: 0, ratio: 1 };
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

const sx = (node) => node.px * camera.k + camera.x;
const sy = (node) => node.py * camera.k + camera.y;
const radius = (node) => (5.2 + 1.5 * Math.sqrt(Math.min(node.degree, 90))) * Math.min(1.5, Math.max(.42, Math.pow(camera.k, .55)));

function resize() {
  const box = canvas.parentElement.getBoundingClientRect();
  if (!box.width || !box.height) return false;
  size.ratio = Math.min(window.devicePixelRatio || 1, 2);
  size.width = Math.round(box.width);
  size.height = Math.round(box.height);
  canvas.width = size.width * size.ratio;
  canvas.height = size.height * size.ratio;
  canvas.style.width = `${size.width}px`;
  canvas.style.height = `${size.height}px`;
  return true;
}

function aim(group) {
  if (!group.length) return { ...camera };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { px, py } of group) {
    left = Math.min(left, px), right = Math.max(right, px), top = Math.min(top, py), bottom = Math.max(bottom, py);
  }
  const room = { width: size.width - Math.min(110, size.width * .2), height: size.height - 132 };
  const k = Math.min(room.width / Math.max(right - left, 1), room.height / Math.max(bottom - top, 1), 1.7);
  return { k, x: size.width / 2 - ((left + right) / 2) * k, y: (size.height - 52) / 2 - ((top + bottom) / 2) * k };
}

let flight = 0;
function fly(goal) {
  cancelAnimationFrame(flight);
  const start = { ...camera }, begun = performance.now();
  if (calm() || document.hidden) return Object.assign(camera, goal), draw();
  const step = (now) => {
    const part = Math.min(1, (now - begun) / 320), ease = 1 - (1 - part) ** 3;
    for (const key of ["k", "x", "y"]) camera[key] = start[key] + (goal[key] - start[key]) * ease;
    part < 1 ? draw(true) : draw();
    if (part < 1) flight = requestAnimationFrame(step);
  };
  flight = requestAnimationFrame(step);
}

function zoom(factor, x = size.width / 2, y = size.height / 2) {
  const k = Math.min(6, Math.max(.015, camera.k * factor)), change = k / camera.k;
  Object.assign(camera, { k, x: x - (x - camera.x) * change, y: y - (y - camera.y) * change });
}

function middled(group, k) {
  const goal = aim(group), part = k / goal.k, [x, y] = [size.width / 2, (size.height - 52) / 2];
  return { k, x: x - (x - goal.x) * part, y: y - (y - goal.y) * part };
}

// Bring the selection into view without moving more than needed.
function show(group) {
  const goal = aim(group), k = Math.max(camera.k, .8), [node] = group;
  if (group.length > 1 && goal.k > .42) return fly({ ...goal, ...(goal.k > 1.25 ? middled(group, 1.25) : {}) });
  const inside = group.every((node) => sx(node) > 50 && sx(node) < size.width - 50 && sy(node) > 40 && sy(node) < size.height - 90);
  if (group.length < 2 && inside && camera.k > .55) return draw();
  fly({ k, x: size.width / 2 - node.px * k, y: size.height / 2 - node.py * k });
}
