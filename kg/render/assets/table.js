// The list view: the facts shown now as a real table.
const ROWS = 200;

const shownFacts = () => drawn.edges.flatMap((edge) => edge.facts.filter(factPasses));

function showTable() {
  const about = state.selected && drawn.nodes.includes(state.selected) && !state.path ? shownFacts().filter((fact) => fact.subject === state.selected || fact.object === state.selected) : shownFacts();
  const head = make("thead", {}, make("tr", {}, ...["subject", "relation", "object", "status", "year", "quote"].map((name) => make("th", { scope: "col", text: t(name) }))));
  const body = make("tbody", {}, ...about.slice(0, ROWS).map(tableRow));
  const table = make("table", { class: "facts" }, make("caption", { text: t("listCaption", about.length) }), head, body);
  const more = (from) => (from < about.length ? button(t("rest", about.length - from), (event) => {
    body.append(...about.slice(from, from + ROWS).map(tableRow));
    event.target.replaceWith(more(from + ROWS));
  }, { class: "rest" }) : "");
  sheet.replaceChildren(make("div", { class: "bar" }, button(`← ${t("back")}`, () => go("graph")), button(t("csv"), saveCsv)), table, more(ROWS));
}

function tableRow(fact) {
  const place = sentences[fact.sentences[0]];
  return make("tr", {}, make("th", { scope: "row" }, link(fact.subject)),
    make("td", {}, make("button", { type: "button", class: "link", on: { click: () => selectEdge(fact.edge) }, text: predicateWord(fact.predicate) + (fact.title ? ` ${titleWord(fact.title)}` : "") })),
    make("td", {}, link(fact.object)), make("td", { text: [fact.status ? wordIn(meta.statuses, fact.status) : "", fact.action ? wordIn(meta.actions, fact.action) : ""].filter(Boolean).join(" · ") }),
    make("td", { class: "year", text: fact.when || "" }), make("td", { lang: "zh", class: "quote", text: place ? quoteOf(place) : "" }));
}
