// The reading view: the whole text with its names and facts marked, the facts of a sentence beside it.
const sheet = document.getElementById("sheet");

function openReading(doc, place = null) {
  state.reading = { doc, place };
  go("read");
}

function firstReading() {
  const fact = state.edge ? state.edge.facts[0] : state.selected && state.selected.edges.length ? state.selected.edges[0].facts[0] : null;
  const place = fact && fact.sentences.length ? sentences[fact.sentences[0]] : null;
  const named = state.selected && [...state.selected.docs.keys()][0];
  return place ? { doc: docs[place.doc], place } : { doc: docs[named ?? (state.doc >= 0 ? state.doc : docs.length - 1)], place: null };
}

function showReading() {
  state.reading ||= firstReading();
  const { doc, place } = state.reading;
  if (!doc) return sheet.replaceChildren(make("p", { text: t("nothing") }));
  const choice = make("select", { "aria-label": t("document") }, ...docs.slice(Math.max(0, doc.number - 1000), doc.number + 1000).map((other) => make("option", { value: other.number, text: `${other.issued} ${other.title}`.trim() })));
  choice.value = doc.number;
  choice.addEventListener("change", () => openReading(docs[Number(choice.value)]));
  const origin = make("p", { class: "origin" }, make("span", { text: [doc.publisher, doc.issued, doc.identifier].filter(Boolean).join(" · ") }), " ",
    safeLink(doc.source) ? make("a", { href: doc.source, rel: "noreferrer noopener", target: "_blank", text: `${t("source")} ↗` }) : "");
  const text = make("div", { class: "text", lang: "zh" }, ...(doc.text ? paragraphs(doc) : quoted(doc)));
  sheet.replaceChildren(make("div", { class: "bar" }, button(`← ${t("back")}`, () => go("graph")), choice),
    make("h2", { text: doc.title }), origin, make("p", { class: "hint", text: doc.text ? t("readHint") : t("noText") }), text);
  sheet.scrollTop = 0;
  showSentence(place);
  if (place) markSentence(place, true);
}

// Paragraphs of sentences; a numbered item's number stands before the first sentence that speaks of it.
function paragraphs(doc) {
  const signs = doc.astral || doc.text, length = signs.length, cuts = new Set([0, length]);
  for (const sentence of doc.sentences || []) cuts.add(sentence.begin).add(sentence.end);
  for (let place = 0; place < length; place++) if (signs[place] === "\n") cuts.add(place).add(place + 1);
  const edges = [...cuts].sort((a, b) => a - b), found = [], items = new Set(), marks = longestMentions(doc);
  let paragraph = make("p");
  for (let place = 0; place + 1 < edges.length; place++) {
    const [begin, end] = [edges[place], edges[place + 1]];
    if (signs[begin] === "\n") {
      if (paragraph.childNodes.length) found.push(paragraph);
      paragraph = make("p");
    } else {
      if (!paragraph.childNodes.length) paragraph.dataset.at = begin;
      paragraph.append(...stretch(doc, begin, end, marks, items));
    }
  }
  if (paragraph.childNodes.length) found.push(paragraph);
  return found;
}

function longestMentions(doc) {
  const all = [];
  for (let place = 0; place < doc.mentions.length; place += 3) all.push(doc.mentions.slice(place, place + 3));
  const named = ([number, begin, end]) => { const text = slice(doc, begin, end); return nodes[number].zh === text || (nodes[number].names || []).includes(text); };
  all.sort((a, b) => a[1] - b[1] || b[2] - a[2] || named(b) - named(a));
  let last = 0;
  return all.filter(([, begin, end]) => begin >= last && ((last = end), true));
}

function stretch(doc, begin, end, marks, items) {
  const about = (doc.sentences || []).filter((sentence) => sentence.begin <= begin && sentence.end >= end);
  const saying = about.flatMap((sentence) => sentence.facts || []);
  const parts = [];
  let last = begin;
  for (const [number, from, to] of marks) {
    if (from < last || to > end) continue;
    parts.push(slice(doc, last, from), mention(nodes[number], slice(doc, from, to)));
    last = to;
  }
  parts.push(slice(doc, last, end));
  const item = saying.map((fact) => fact.item).find((item) => item >= 0 && !items.has(item));
  const sign = item === undefined ? "" : (items.add(item), make("span", { class: "item", title: meta.items[item][1], text: t("item", meta.items[item][0]) }));
  if (!saying.length) return [sign, ...parts].filter((part) => part !== "");
  const place = about[0], open = () => { showSentence(place); markSentence(place); };
  return [sign, make("span", { class: "sentence", tabindex: "0", role: "button", data: { sentence: place.number }, "aria-label": slice(doc, begin, end),
    on: { mouseenter: () => state.view === "read" && hover(open), mouseleave: () => clearTimeout(hovering), click: open, keydown: (event) => event.key === "Enter" && open() } },
    ...parts)].filter((part) => part !== "");
}

let hovering = 0;
function hover(act) {
  clearTimeout(hovering);
  hovering = setTimeout(act, 120);
}

const mention = (node, text) => make("span", { class: "mention", data: { kind: meta.classes[node.kind][0] }, title: `${kindWord(node.kind)} · ${nameOf(node)}`,
  on: { click: (event) => { event.stopPropagation(); selectNode(node); } }, text });

// Without the text of a document, the sentences that facts quote.
const quoted = (doc) => (doc.sentences || []).map((sentence) => make("p", {}, make("span", { class: "sentence", tabindex: "0", role: "button",
  data: { sentence: sentence.number }, on: { click: () => { showSentence(sentence); markSentence(sentence); } }, text: quoteOf(sentence) })));

function markSentence(place, scroll = false) {
  for (const span of sheet.querySelectorAll(".on")) span.classList.remove("on");
  const spans = sheet.querySelectorAll(`[data-sentence="${place.number}"]`);
  const found = spans.length ? spans : [...sheet.querySelectorAll("[data-at]")].filter((part) => Number(part.dataset.at) <= place.begin).slice(-1);
  for (const span of found) span.classList.add("on");
  if (scroll && found.length) found[0].scrollIntoView({ block: "center" });
}

function showSentence(place) {
  const saying = place ? (docs[place.doc].sentences || []).filter((other) => other.begin < place.end && place.begin < other.end).flatMap((other) => other.facts || []) : [];
  const doc = state.reading.doc, all = (doc.sentences || []).flatMap((sentence) => sentence.facts || []);
  const shown = place ? [...new Set(saying)] : [...new Set(all)];
  panel.replaceChildren(make("h2", { text: place ? t("factsHere") : t("facts", shown.length) }),
    shown.length ? "" : make("p", { class: "hint", text: t("noFacts") }), ...shown.slice(0, 40).map((fact) => readingCard(fact)), shown.length > 40 ? rest(shown.slice(40), readingCard) : "");
}

function readingCard(fact) {
  const card = factCard([fact]);
  card.addEventListener("click", (event) => {
    const place = sentences[fact.sentences.find((number) => sentences[number].doc === state.reading.doc.number)];
    if (place && !event.target.closest("button, a")) markSentence(place, true);
  });
  return card;
}
