// The panel: the overview, an entity, a line, or a path.
const panel = document.getElementById("panel");
const FEW = 6;

function showPanel() {
  const content = state.path ? pathPanel() : state.edge ? edgePanel(state.edge) : state.selected ? nodePanel(state.selected) : overview();
  panel.replaceChildren(...content.filter(Boolean));
  panel.scrollTop = 0;
}

function overview() {
  const busiest = nodes.filter((node) => node.degree && nodePasses(node) && !state.offKinds.has(node.kind)).slice(0, 12);
  const row = (node) => make("li", {}, link(node), make("span", { class: "number", text: node.degree }));
  const page = (doc) => make("li", {}, make("button", { type: "button", class: "link", on: { click: () => openReading(doc) } }, make("span", { text: doc.title })),
    make("span", { class: "number", text: doc.issued }));
  const shown = state.doc < 0 ? [...docs].reverse() : [docs[state.doc]];
  return [make("h2", { text: t("overview") }), make("p", { class: "hint", text: t("hint") }),
    make("h3", { text: t("busiest") }), make("ul", { class: "rows" }, ...busiest.map(row)),
    docs.length ? make("h3", { text: `${t("documents")} ${shown.length}` }) : null, ...longList(shown, page)];
}

// A list that shows its first rows, and the others by and by.
function longList(all, row) {
  const list = make("ul", { class: "rows" }, ...all.slice(0, 30).map(row));
  const more = (from) => (from < all.length ? button(t("rest", all.length - from), (event) => {
    list.append(...all.slice(from, from + 200).map(row));
    event.target.replaceWith(more(from + 200));
  }, { class: "rest" }) : "");
  return [list, more(30)];
}

function heading(kind, title, other) {
  return [make("p", { class: "chip" }, sign(kind), make("span", { text: kindWord(kind) })),
    make("h2", { text: title }), other ? make("p", { class: "other", text: other }) : null];
}

function nodePanel(node) {
  const shown = node.edges.flatMap((edge) => edge.facts).filter(factPasses);
  const passages = new Set(shown.flatMap((fact) => fact.sentences)).size;
  const lines = [[t("alias"), (node.names || []).filter((name) => name !== otherName(node)).slice(0, 12).join("、")], [t("when"), (node.when || "").replace("/", " – ")], [t("where"), node.where || ""]];
  return [...heading(node.kind, nameOf(node), otherName(node)),
    make("dl", {}, ...lines.filter(([, value]) => value).flatMap(([name, value]) => [make("dt", { text: name }), make("dd", { text: value })])),
    make("p", { class: "sum", text: t("factsAnd", shown.length, passages) }), actions(node),
    state.picking ? make("p", { class: "notice", role: "status", text: t("pathPick") }) : null,
    ...byPredicate(node, shown), ...mentionsOf(node, shown)];
}

function actions(node) {
  const hidden = neighboursOf(node).filter((other) => !state.pool.has(other));
  const grow = () => { addToPool(hidden.sort((a, b) => a.number - b.number).slice(0, 60)); refresh(); show([node, ...neighboursOf(node).filter((other) => state.pool.has(other))]); };
  return make("p", { class: "acts" },
    button(t("neighbours"), () => { setDepth(state.depth ? 0 : 1); document.getElementById("depth").value = state.depth; refresh(); }, { "aria-pressed": String(state.depth > 0) }),
    hidden.length ? button(t("expand", Math.min(hidden.length, 60)), grow) : "",
    button(t("path"), () => { state.picking = node; showPanel(); }), button(t("clear"), clearSelection));
}

// The facts of a busy entity are folded by relation, with counts.
function byPredicate(node, shown) {
  const groups = new Map();
  for (const fact of shown) {
    const key = `${fact.predicate} ${fact.subject === node ? 0 : 1}`;
    groups.has(key) ? groups.get(key).push(fact) : groups.set(key, [fact]);
  }
  return [...groups.entries()].sort(([a], [b]) => parseInt(a) - parseInt(b) || a.localeCompare(b)).map(([key, group]) => {
    const title = make("summary", {}, make("h3", { text: (key.endsWith("1") ? "← " : "") + predicateWord(parseInt(key)) }), make("span", { class: "number", text: group.length }));
    const cards = alikeFacts(group), body = make("div", {}, ...cards.slice(0, FEW).map((fact) => factCard(fact, node)));
    if (cards.length > FEW) body.append(rest(cards.slice(FEW), (fact) => factCard(fact, node)));
    return make("details", { open: true, class: "group" }, title, body);
  });
}

function rest(group, card, word = "rest") {
  const more = button(t(word, group.length), () => {
    more.replaceWith(...group.slice(0, 50).map((each) => card(each)), ...(group.length > 50 ? [rest(group.slice(50), card, word)] : []));
  }, { class: "rest" });
  return more;
}

// Where the entity is named; sentences already shown above are not shown again.
function mentionsOf(node, shown) {
  const seen = new Set(shown.flatMap((fact) => fact.sentences).map((number) => `${sentences[number].doc} ${sentences[number].begin}`));
  const places = [];
  for (const [doc, spans] of node.docs) for (const [begin, end] of spans) {
    const sentence = sentenceAt(docs[doc], begin, end), key = sentence && `${doc} ${sentence.begin}`;
    if (sentence && !seen.has(key) && inYears(Number(docs[doc].issued.slice(0, 4)) || 0)) seen.add(key), places.push(sentence);
    if (places.length > 120) break;
  }
  if (!places.length) return [];
  const card = (place) => make("article", { class: "fact" }, passage(place, [node]));
  const body = make("div", {}, ...places.slice(0, 4).map(card));
  if (places.length > 4) body.append(rest(places.slice(4), card));
  return [make("details", { open: true, class: "group" }, make("summary", {}, make("h3", { text: t("mentioned") }), make("span", { class: "number", text: places.length })), body)];
}

function edgePanel(edge) {
  const shown = edge.facts.filter(factPasses);
  return [make("h2", { class: "edge" }, link(edge.from), make("span", { class: "verb", text: edgeName(edge) }), link(edge.to)),
    make("p", { class: "sum", text: t("facts", shown.length) }), make("p", { class: "acts" }, button(t("clear"), clearSelection)),
    ...alikeFacts(shown).slice(0, 40).map((group) => factCard(group)), alikeFacts(shown).length > 40 ? rest(alikeFacts(shown).slice(40), factCard) : null];
}
