// Choices change the state; refresh() draws what follows from it.
function refresh() {
  choose();
  countFilters();
  markTimeline();
  const all = drawn.nodes.length < nodes.length ? t("ofall", nodes.length.toLocaleString("en")) : "";
  document.getElementById("count").textContent = t("counts", drawn.nodes.length.toLocaleString("en"), drawn.edges.length.toLocaleString("en")) + all;
  for (const action of ["more", "all"]) document.querySelector(`[data-action="${action}"]`).hidden = nodes.length <= 2 * meta.opening;
  document.querySelector('[data-action="all"]').textContent = state.whole ? t("core") : `${t("all")} ${nodes.length.toLocaleString("en")}`;
  document.querySelector('[data-action="more"]').disabled = state.pool.size >= nodes.length;
  if (state.view !== "read") showPanel();
  if (state.view === "list") showTable();
  if (state.view === "compare") showCompare();
  draw();
  keepLink();
}

function selectNode(node, { focus = false, move = true } = {}) {
  if (state.picking && state.picking !== node) return showPath(state.picking, node);
  const added = !state.pool.has(node);
  state.brought.delete(node);
  addToPool([node]);
  state.offKinds.delete(node.kind);
  kindList.querySelectorAll("input")[node.kind].checked = true;
  Object.assign(state, { selected: node, edge: null, path: null });
  if (added || !node.edges.some((edge) => state.pool.has(edge.from) && state.pool.has(edge.to))) addToPool(neighboursOf(node).slice(0, 30));
  if (state.view === "read") go("graph");
  else refresh();
  if (move && state.view === "graph") show([node, ...neighboursOf(node).filter((other) => drawn.near.has(other))]);
  if (focus) panel.focus({ preventScroll: true }), matchMedia("(max-width: 820px)").matches && panel.scrollIntoView();
  say(t("selected", nameOf(node), node.degree));
}

function selectEdge(edge) {
  Object.assign(state, { edge, selected: null, path: null, picking: null });
  refresh();
}

function clearSelection() {
  Object.assign(state, { edge: null, selected: null, path: null, picking: null, depth: 0 });
  document.getElementById("depth").value = 0;
  refresh();
}

function say(text) { document.getElementById("say").textContent = text; }

function go(view) {
  const turned = state.view !== view || following, group = state.path ? state.path.nodes : state.selected && [state.selected, ...neighboursOf(state.selected)];
  state.view = view;
  document.documentElement.dataset.view = view;
  document.getElementById("graph").hidden = view !== "graph";
  sheet.hidden = view === "graph";
  for (const name of ["graph", "list", "read", "compare"]) document.querySelector(`nav [data-action="${name}"]`).setAttribute("aria-pressed", String(name === view));
  if (view === "read") {
    showReading();
    keepLink();
    return;
  }
  state.reading = null;
  refresh();
  if (view === "graph" && resize()) turned && group ? show(group.filter((node) => drawn.near.has(node))) : draw();
  else sheet.scrollTop = 0;
}

function translate() {
  document.documentElement.lang = language ? "en" : "zh-CN";
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-t-label]")) element.setAttribute("aria-label", t(element.dataset.tLabel));
  for (const element of document.querySelectorAll("[data-t-placeholder]")) element.placeholder = t(element.dataset.tPlaceholder);
  const other = document.querySelector('[data-action="language"]');
  other.textContent = language ? "中文" : "EN";
  other.setAttribute("lang", language ? "zh" : "en");
  document.querySelector('[data-action="theme"]').textContent = t(state.theme === "dark" ? "light" : "dark");
  document.getElementById("heading").textContent = meta.title || t("docs", docs.length);
  buildFilters();
  buildTimeline();
}

function setTheme(name) {
  state.theme = name;
  document.documentElement.dataset.theme = name;
  document.querySelector('[data-action="theme"]').textContent = t(name === "dark" ? "light" : "dark");
  readTheme();
  draw();
  for (const mark of document.querySelectorAll("svg.sign > *")) mark.setAttribute("fill", colourOf(Number(mark.dataset.kind)));
}

function toggleFilters() {
  const open = document.body.classList.toggle("filtering");
  document.querySelector('[data-action="filters"]').setAttribute("aria-expanded", String(open));
}

async function copyLink() {
  keepLink();
  try { await navigator.clipboard.writeText(location.href); } catch { prompt(t("link"), location.href); }
  say(t("copied"));
}

const toggleView = (view) => () => go(state.view === view ? "graph" : view);
const actions_ = {
  graph: () => go("graph"), list: toggleView("list"), read: toggleView("read"), compare: toggleView("compare"), filters: toggleFilters,
  png: savePng, svg: saveSvg, csv: saveCsv, link: copyLink, print: () => window.print(), reset, play: playYears,
  in: () => { zoom(1.4); draw(); }, out: () => { zoom(1 / 1.4); draw(); }, fit: () => fly(aim(drawn.nodes)),
  language: () => { language = 1 - language; translate(); state.view === "read" ? showReading() : refresh(); keepLink(); },
  theme: () => setTheme(state.theme === "dark" ? "light" : "dark"),
  more: () => { addToPool(nodes.filter((node) => !state.pool.has(node)).slice(0, 50)); refresh(); fly(aim(drawn.nodes)); },
  all: () => { state.whole = !state.whole; openPool(); refresh(); fly(aim(drawn.nodes)); },
};
document.addEventListener("click", (event) => {
  const target = event.target.closest("[data-action]"), menu = document.getElementById("take");
  if (target && actions_[target.dataset.action]) actions_[target.dataset.action]();
  if (menu.open && !event.target.closest("summary")) menu.open = false;
});

window.kg = {
  counts: () => ({ nodes: drawn.nodes.length, edges: drawn.edges.length }),
  select: (iri) => { const node = byIri.get(iri); if (node) selectNode(node); return Boolean(node); },
  selected: () => (state.selected ? state.selected.iri : null),
  labels: () => boxes.map((box) => [...box]),
};

async function start() {
  document.getElementById("count").textContent = t("loading");
  await load();
  years = [...new Set(facts.map((fact) => fact.when))].filter(Boolean).sort((a, b) => a - b);
  followLink(location.hash);
  translate();
  resize();
  setTheme(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  choose();
  Object.assign(camera, aim(state.path ? state.path.nodes : drawn.nodes));
  go(state.view);
  if (state.selected && state.view === "graph") show(state.path ? state.path.nodes : [state.selected]);
  window.addEventListener("resize", () => resize() && (Object.assign(camera, aim(drawn.nodes)), draw()));
  window.addEventListener("hashchange", () => {
    if (location.hash.slice(1) === kept) return;
    following = true;
    followLink(location.hash);
    translate();
    go(state.view);
    following = false;
  });
  window.addEventListener("beforeprint", () => { document.documentElement.dataset.theme = "light"; readTheme(); drawAll(); });
  window.addEventListener("afterprint", () => setTheme(state.theme));
  requestAnimationFrame(() => requestAnimationFrame(() => (document.documentElement.dataset.ready = "")));
}
start();
