// The filters, each with the number of what is drawn (or would be, were it on).
const kindList = document.getElementById("kinds"), predicateList = document.getElementById("predicates"), statusList = document.getElementById("statuses");

function check(off, key, data, mark, text) {
  const input = make("input", { type: "checkbox", data });
  input.checked = !off.has(key);
  input.addEventListener("change", () => {
    input.checked ? off.delete(key) : off.add(key);
    refresh();
  });
  const number = make("span", { class: "number", data: { count: "" } });
  const only = button(t("only"), () => {
    const others = [...input.closest("ul").querySelectorAll("input")].filter((other) => other !== input);
    const alone = input.checked && others.every((other) => !other.checked);
    for (const other of [input, ...others]) if (other.checked !== (alone || other === input)) other.click();
  }, { class: "only", "aria-label": `${t("only")} ${text}` });
  return make("li", {}, make("label", { class: "check" }, input, mark, make("span", { class: "name", text }), number), only);
}

function buildFilters() {
  kindList.replaceChildren(...meta.classes.map(([name], kind) => check(state.offKinds, kind, { class: name }, sign(kind), kindWord(kind))));
  predicateList.replaceChildren(...meta.predicates.map(([name], place) => check(state.offPredicates, place, { predicate: name }, null, predicateWord(place))));
  statusList.replaceChildren(...[...meta.statuses.map(([name]) => name), ""].map((name) =>
    check(state.offStatuses, name, { status: name || "none" }, null, name ? wordIn(meta.statuses, name) : t("nostatus"))));
  for (const side of ["from", "to"]) {
    const select = document.querySelector(`select[data-year="${side}"]`);
    select.replaceChildren(...years.map((year) => make("option", { value: year, text: year || t("undated") })));
    select.value = state[side];
  }
  fillSelect("depth", [[0, t("everything")], ...[1, 2, 3].map((step) => [step, t("step", step)])], state.depth);
  const busy = [...docs].filter((doc) => (doc.sentences || []).length || doc.mentions.length).slice(0, 2000);
  fillSelect("document", [[-1, t("alldocs")], ...busy.map((doc) => [doc.number, `${doc.issued} ${doc.title}`.trim()])], state.doc);
  document.getElementById("names").checked = state.names;
  document.getElementById("confidence").value = document.getElementById("sure").value = state.confidence;
}

function fillSelect(id, rows, value) {
  const select = document.getElementById(id);
  select.replaceChildren(...rows.map(([key, text]) => make("option", { value: key, text })));
  select.value = value;
}

function countFilters() {
  const kinds = new Map(), within = state.depth && state.selected ? reachOf(state.selected, state.depth) : null;
  for (const node of offered()) if ((!within || within.has(node)) && nodePasses(node)) kinds.set(node.kind, (kinds.get(node.kind) || 0) + 1);
  number(kindList, (place) => kinds.get(place) || 0);
  const shown = new Set(drawn.nodes), predicates = new Map(), statuses = new Map(), places = ["Done", "Ongoing", "Planned", ""];
  for (const edge of edges) {
    if (!shown.has(edge.from) || !shown.has(edge.to)) continue;
    const open = edge.facts.filter(restPasses);
    if (open.some((fact) => !state.offStatuses.has(statusOf(fact)))) predicates.set(edge.predicate, (predicates.get(edge.predicate) || 0) + 1);
    if (!state.offPredicates.has(edge.predicate)) for (const status of new Set(open.map(statusOf))) statuses.set(status, (statuses.get(status) || 0) + 1);
  }
  number(predicateList, (place) => predicates.get(place) || 0);
  number(statusList, (place) => statuses.get(places[place]) || 0);
}

function number(list, count) {
  [...list.children].forEach((row, place) => {
    row.querySelector("[data-count]").textContent = count(place);
    row.classList.toggle("empty", !count(place));
  });
}

function onChoice(selector, act) {
  document.querySelector(selector).addEventListener("change", (event) => {
    act(event.target.value, event.target);
    refresh();
  });
}
onChoice('select[data-year="from"]', (value) => { state.from = Number(value); if (state.to < state.from) state.to = state.from; });
onChoice('select[data-year="to"]', (value) => { state.to = Number(value); if (state.to < state.from) state.from = state.to; });
onChoice("#depth", (value) => { setDepth(Number(value)); });
onChoice("#document", (value) => { state.doc = Number(value); choose(); fly(aim(drawn.nodes)); });
onChoice("#names", (_, box) => { state.names = box.checked; });
document.getElementById("confidence").addEventListener("input", (event) => { document.getElementById("sure").value = event.target.value; });
onChoice("#confidence", (value) => { state.confidence = Number(value); });

function setDepth(depth) {
  state.depth = depth;
  if (depth && state.selected) {
    let rim = [state.selected];
    for (let step = 0; step < depth && state.pool.size < 600; step++) {
      const next = rim.flatMap(neighboursOf).filter((node) => !state.pool.has(node));
      addToPool([...new Set(next)].sort((a, b) => a.number - b.number).slice(0, 300));
      rim = rim.flatMap(neighboursOf);
    }
  }
  choose();
  if (drawn.nodes.length) fly(aim(drawn.nodes));
}

function reset() {
  for (const off of [state.offKinds, state.offPredicates, state.offStatuses]) off.clear();
  Object.assign(state, { from: years[0] || 0, to: years[years.length - 1] || 0, doc: -1, confidence: 0, depth: 0, names: false, whole: false, path: null, picking: null, edge: null, selected: null });
  openPool();
  buildFilters();
  refresh();
  fly(aim(drawn.nodes));
}
