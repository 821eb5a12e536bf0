// Two years side by side: what came, went, stayed, was reworded, and was done as promised; each with its sentences.
const COMPARED = ["PolicyTool", "PolicyGoal", "PolicyStance", "Official", "PolicyDocument", "Sector"];
const SIDE_LIMIT = 60;

function compareYears([early, late]) {
  const said = new Map();
  for (const fact of facts) {
    if (!fact.when || state.offPredicates.has(fact.predicate)) continue;
    const node = COMPARED.includes(meta.classes[fact.object.kind][0]) ? fact.object : fact.subject;
    if (!COMPARED.includes(meta.classes[node.kind][0]) || state.offKinds.has(node.kind)) continue;
    if (!said.has(node)) said.set(node, []);
    said.get(node).push(fact);
  }
  const groups = { reworded: [], promised: [], added: [], dropped: [], kept: [] };
  for (const [node, all] of said) {
    const before = all.filter((fact) => fact.when === early), after = all.filter((fact) => fact.when === late);
    const promise = all.find((fact) => fact.status === "Planned" && (fact.when === early || fact.when === late));
    const kept = promise && all.find((fact) => fact.status === "Done" && fact.when >= promise.when && fact.when <= late && reportedAfter(fact, promise));
    if (kept) groups.promised.push({ node, before: promise, after: kept });
    if (before.length && after.length) groups.kept.push({ node, before: before[0], after: after[0] });
    else if (after.length) groups.added.push({ node, after: after[0] });
    else if (before.length) groups.dropped.push({ node, before: before[0] });
  }
  return reworded(groups);
}

const issuedOf = (fact) => (fact.sentences.length ? docs[sentences[fact.sentences[0]].doc].issued : "");
const reportedAfter = (done, promise) => issuedOf(done) > issuedOf(promise);

// Names that share most of their pairs of signs, one only in the early year and one only in the late.
function reworded(groups) {
  const pairs = likePairs(groups.dropped, groups.added), used = new Set();
  for (const { gone, come } of pairs) {
    if (used.has(gone) || used.has(come)) continue;
    used.add(gone).add(come);
    groups.reworded.push({ node: come.node, former: gone.node, before: gone.before, after: come.after });
  }
  for (const name of ["added", "dropped"]) groups[name] = groups[name].filter((row) => !used.has(row));
  for (const rows of Object.values(groups)) rows.sort((a, b) => a.node.kind - b.node.kind || a.node.number - b.node.number);
  return groups;
}

const pairsOf = (text) => new Set(Array.from({ length: Math.max(text.length - 1, 1) }, (_, place) => text.slice(place, place + 2)));
const COMMON = 60;

// Only names that share a pair of signs which is not common are compared, so that many names take no longer each.
function likePairs(dropped, added) {
  const index = new Map(), sizes = new Map(), pairs = [];
  for (const come of added) {
    const signs = pairsOf(come.node.zh);
    sizes.set(come, signs.size);
    for (const pair of signs) index.has(pair) ? index.get(pair).push(come) : index.set(pair, [come]);
  }
  for (const gone of dropped) {
    if (meta.classes[gone.node.kind][0] === "Official") continue;
    const signs = pairsOf(gone.node.zh), shared = new Map();
    for (const pair of signs) if ((index.get(pair) || []).length <= COMMON) for (const come of index.get(pair) || []) shared.set(come, 0);
    for (const come of shared.keys()) {
      if (come.node.kind !== gone.node.kind) continue;
      const likeness = (2 * [...pairsOf(come.node.zh)].filter((pair) => signs.has(pair)).length) / (signs.size + sizes.get(come));
      if (likeness >= .5) pairs.push({ gone, come, likeness });
    }
  }
  return pairs.sort((a, b) => b.likeness - a.likeness || a.gone.node.number - b.gone.node.number || a.come.node.number - b.come.node.number);
}

function showCompare() {
  const dated = years.filter((year) => year);
  if (dated.length < 2) return sheet.replaceChildren(compareBar(null), make("h2", { text: t("compareTitle") }), make("p", { class: "hint", text: t("oneYear") }));
  state.pair ||= busiestPair(dated);
  const groups = compareYears(state.pair), [early, late] = state.pair;
  const sections = Object.entries(groups).map(([name, rows]) => section(name, rows, early, late));
  sheet.replaceChildren(compareBar(dated), make("h2", { text: t("compareTitle") }), tally(groups), ...sections);
  showPanel();
}

// The two latest years that have at least a tenth of the facts of the busiest year.
function busiestPair(dated) {
  const counts = new Map(dated.map((year) => [year, 0]));
  for (const fact of facts) if (counts.has(fact.when)) counts.set(fact.when, counts.get(fact.when) + 1);
  const busy = dated.filter((year) => counts.get(year) * 10 >= Math.max(...counts.values()));
  return (busy.length > 1 ? busy : dated).slice(-2);
}

function compareBar(dated) {
  const pick = (side) => {
    const select = make("select", { "aria-label": side ? t("to") : t("from"), data: { compare: side } }, ...dated.map((year) => make("option", { value: year, text: year })));
    select.value = state.pair[side];
    select.addEventListener("change", () => {
      state.pair[side] = Number(select.value);
      state.pair.sort((a, b) => a - b);
      showCompare();
      keepLink();
    });
    return select;
  };
  return make("div", { class: "bar" }, button(`← ${t("back")}`, () => go("graph")), ...(dated ? [pick(0), make("span", { text: "→" }), pick(1)] : []));
}

const tally = (groups) => make("p", { class: "tally" }, ...Object.entries(groups).map(([name, rows]) =>
  make("a", { href: `#compare-${name}`, class: name, on: { click: (event) => { event.preventDefault(); document.getElementById(`compare-${name}`).scrollIntoView(); } } },
    make("b", { text: rows.length }), ` ${t(name)}`)));

function section(name, rows, early, late) {
  const head = make("thead", {}, make("tr", {}, ...["", early, late].map((text) => make("th", { scope: "col", text: text || t("object") }))));
  const body = make("tbody", {}, ...rows.slice(0, SIDE_LIMIT).map((row) => compareRow(row)));
  const table = make("table", { class: "sides" }, make("caption", { text: t(`${name}Note`, early, late) }), head, body);
  const part = make("section", { id: `compare-${name}`, class: `compare ${name}` }, make("h3", {}, t(name), make("span", { class: "number", text: rows.length })), rows.length ? table : make("p", { class: "hint", text: t("nothing") }));
  if (rows.length > SIDE_LIMIT) part.append(rest(rows.slice(SIDE_LIMIT), (row) => make("table", { class: "sides" }, make("tbody", {}, compareRow(row)))));
  return part;
}

function compareRow({ node, former, before, after }) {
  const cell = (fact, shown) => make("td", {}, fact ? make("p", { class: "verb" }, predicateWord(fact.predicate) + (fact.title ? ` ${titleWord(fact.title)}` : "")) : "", fact ? badges({ ...fact, rule: "", confidence: "" }) : "",
    fact && fact.sentences.length ? passage(sentences[fact.sentences[0]], [shown, fact.subject]) : make("span", { class: "none", text: "—" }));
  return make("tr", {}, make("th", { scope: "row" }, former ? link(former) : "", former ? make("span", { class: "verb", text: " → " }) : "", link(node)), cell(before, former || node), cell(after, node));
}
