// Search by name, alias, English and pinyin (with or without tones, or by initials), results by class.
const field = document.getElementById("find"), list = document.getElementById("found");
let results = [], active = -1;
const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[\s'’·\-.]/g, "");

function keysOf(node) {
  node.keys ||= { zh: fold(node.zh), en: fold(node.en || ""), names: (node.names || []).map(fold), pinyin: (node.pinyin || "").split(" ") };
  return node.keys;
}

// 0 is an exact name; larger is a worse match; Infinity is none. Words apart from each other may stand anywhere.
function rank(node, query, words) {
  const score = rankOf(node, query);
  return score < Infinity || words.length < 2 ? score : 7 + Math.max(...words.map((word) => rankOf(node, word)));
}

function rankOf(node, query) {
  const { zh, en, names, pinyin } = keysOf(node);
  if (zh === query || en === query) return 0;
  if (names.includes(query)) return 1;
  if (pinyin.includes(query)) return 2;
  if (zh.startsWith(query) || (en && en.startsWith(query))) return 3;
  if (names.some((name) => name.startsWith(query)) || pinyin.some((said) => said.startsWith(query))) return 4;
  if (zh.includes(query) || en.includes(query) || names.some((name) => name.includes(query))) return 5;
  return query.length > 3 && pinyin.some((said) => said.includes(query)) ? 6 : Infinity;
}

function search(text) {
  const query = fold(text), words = text.split(/\s+/).map(fold).filter(Boolean);
  if (!query) return [];
  const hits = [];
  for (const node of nodes) {
    const score = rank(node, query, words);
    if (score < Infinity) hits.push({ node, score });
  }
  hits.sort((a, b) => a.score - b.score || b.node.degree - a.node.degree || a.node.number - b.node.number);
  return hits.slice(0, 24);
}

function offer() {
  const hits = search(field.value), groups = new Map();
  for (const { node } of hits) groups.has(node.kind) ? groups.get(node.kind).push(node) : groups.set(node.kind, [node]);
  results = [...groups.values()].flat();
  list.replaceChildren(...[...groups].map(([kind, group]) => {
    const title = make("div", { class: "kind", "aria-hidden": "true", text: kindWord(kind) });
    return make("div", { role: "group", "aria-label": kindWord(kind) }, title, ...group.map(option));
  }));
  if (!results.length && field.value.trim()) list.replaceChildren(make("div", { class: "none", role: "option", "aria-disabled": "true", text: t("none") }));
  open(Boolean(field.value.trim()));
  activate(results.length ? results.indexOf(hits[0].node) : -1);
  if (hits.length && hits[0].score === 0 && !(hits[1] && hits[1].score === 0)) selectNode(hits[0].node, { focus: false });
}

function option(node) {
  const also = node.zh.includes(field.value.trim()) ? "" : aliasFor(node, fold(field.value));
  return make("div", { role: "option", id: `found-${node.number}`, "aria-selected": "false", on: { mousedown: (event) => { event.preventDefault(); take(node); } } },
    sign(node.kind), make("span", { class: "name", text: nameOf(node) }),
    make("small", { text: also || otherName(node) }), make("span", { class: "number", text: node.degree || "" }));
}

// The other name that was typed: the one that is it, else that begins with it, else that has it.
function aliasFor(node, query) {
  const names = (node.names || []).filter((name) => fold(name).includes(query));
  return names.find((name) => fold(name) === query) || names.find((name) => fold(name).startsWith(query)) || names[0];
}

function open(shown) {
  list.hidden = !shown;
  field.setAttribute("aria-expanded", String(shown));
  if (!shown) field.removeAttribute("aria-activedescendant");
}

function activate(place) {
  active = place;
  results.forEach((node, other) => {
    const row = document.getElementById(`found-${node.number}`);
    if (!row) return;
    row.setAttribute("aria-selected", String(other === place));
    if (other === place) row.scrollIntoView({ block: "nearest" }), field.setAttribute("aria-activedescendant", row.id);
  });
}

function take(node) {
  open(false);
  if (!(state.path && state.path.goal === node)) selectNode(node, { focus: true });
}

field.addEventListener("input", offer);
field.addEventListener("focus", () => field.value.trim() && results.length && open(true));
field.addEventListener("blur", () => open(false));
field.addEventListener("keydown", (event) => {
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in steps && results.length) {
    event.preventDefault();
    open(true);
    activate((active + steps[event.key] + results.length) % results.length);
  } else if (event.key === "Enter" && results[active]) {
    event.preventDefault();
    take(results[active]);
  } else if (event.key === "Escape") {
    event.stopPropagation();
    if (list.hidden) field.value = "", field.blur();
    open(false);
  }
});
