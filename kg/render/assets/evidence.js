// A fact as a card: what it says, how it is qualified, and every sentence that shows it.
const safeLink = (address) => (/^https?:\/\//i.test(address || "") ? address : null);

function link(node, act = () => selectNode(node)) {
  return make("button", { type: "button", class: "link", on: { click: act } }, sign(node.kind), make("span", { text: nameOf(node) }));
}

// Facts that say the same, in one document or several, make one card.
function alikeFacts(group) {
  const found = new Map(), same = ["title", "status", "year", "action", "times", "amount", "invited", "item"];
  for (const fact of group) {
    const key = [fact.edge.number, ...same.map((name) => fact[name])].join("|");
    found.has(key) ? found.get(key).push(fact) : found.set(key, [fact]);
  }
  return [...found.values()];
}

function factCard(group, from = null) {
  const [fact] = group, places = [...new Set(group.flatMap((each) => each.sentences))].map((number) => sentences[number]);
  const card = make("article", { class: "fact", data: { fact: fact.number } }), show = (place) => passage(place, [fact.subject, fact.object]);
  const word = make("span", { class: "verb", text: predicateWord(fact.predicate) + (fact.title ? ` ${titleWord(fact.title)}` : "") });
  const ends = from === fact.subject ? [word, link(fact.object)] : from === fact.object ? [link(fact.subject), word] : [link(fact.subject), word, link(fact.object)];
  card.append(make("p", { class: "says" }, ...ends), badges(fact), ...places.slice(0, 2).map(show));
  if (places.length > 2) card.append(rest(places.slice(2), show, "passages"));
  return card;
}

function badges(fact) {
  const words = [];
  if (fact.status) words.push([wordIn(meta.statuses, fact.status), fact.status.toLowerCase()]);
  if (fact.action) words.push([wordIn(meta.actions, fact.action), "action"]);
  if (fact.year) words.push([String(fact.year).slice(0, 4), ""]);
  if (fact.times) words.push([t("times", fact.times), ""]);
  for (const name of ["amount", "manner"]) if (fact[name]) words.push([fact[name], ""]);
  if (fact.invited === "true") words.push([t("invited"), ""]);
  if (fact.item >= 0 && meta.items[fact.item]) words.push([`${t("item", meta.items[fact.item][0])} ${meta.items[fact.item][1]}`, "wide"]);
  if (fact.confidence && Number(fact.confidence) < 1) words.push([t("sure", fact.confidence), "faint"]);
  if (fact.rule) words.push([t("rule", fact.rule), "faint"]);
  return words.length ? make("p", { class: "badges" }, ...words.map(([text, kind]) => make("span", { class: `badge ${kind}`, text }))) : "";
}

// One sentence with the ends of the fact marked, and where it stands.
function passage(place, ends) {
  const doc = docs[place.doc];
  return make("div", { class: "evidence", data: { evidence: "", document: doc.identifier, begin: place.begin, end: place.end } },
    make("blockquote", { lang: "zh" }, ...marked(place, ends)),
    make("p", { class: "origin" }, make("span", { text: [doc.publisher, doc.issued].filter(Boolean).join(" ") }), ` 《${doc.title}》 `,
      button(t("open"), () => openReading(doc, place), { class: "text" }),
      safeLink(doc.source) ? make("a", { href: doc.source, rel: "noreferrer noopener", target: "_blank", class: "text", text: `${t("source")} ↗` }) : ""));
}

function marked(place, ends) {
  const text = quoteOf(place), signs = Array.from(text), spans = spansIn(place, ends, text), parts = [];
  let last = 0;
  for (const [begin, end, node] of spans) {
    if (begin < last) continue;
    parts.push(signs.slice(last, begin).join(""), make("mark", { class: `end${ends.indexOf(node)}`, text: signs.slice(begin, end).join("") }));
    last = end;
  }
  return [...parts, signs.slice(last).join("")];
}

// Where the ends are named in the sentence: by their mentions, or else by the longest of their names that stands there.
function spansIn(place, ends, text) {
  const found = [];
  for (const node of new Set(ends)) {
    const spans = (node.docs.get(place.doc) || []).filter(([begin, end]) => begin >= place.begin && end <= place.end);
    found.push(...spans.map(([begin, end]) => [begin - place.begin, end - place.begin, node]));
    if (spans.length) continue;
    const name = [node.zh, ...(node.names || [])].filter((name) => text.includes(name)).sort((a, b) => b.length - a.length)[0];
    if (name) found.push([Array.from(text.slice(0, text.indexOf(name))).length, 0, node]), found[found.length - 1][1] = found[found.length - 1][0] + Array.from(name).length;
  }
  return found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}

// The sentence around a place in a text.
function sentenceAt(doc, begin, end) {
  const known = (doc.sentences || []).find((sentence) => sentence.begin <= begin && sentence.end >= end);
  if (known || !doc.text) return known || null;
  const signs = doc.astral || doc.text;
  let from = begin, to = end;
  while (from > 0 && !/[。！？\n]/.test(signs[from - 1])) from--;
  while (to < signs.length && !/[\n]/.test(signs[to]) && !/[。！？]/.test(signs[to - 1])) to++;
  while (from < begin && /\s/.test(signs[from])) from++;
  return { doc: doc.number, begin: from, end: to };
}
