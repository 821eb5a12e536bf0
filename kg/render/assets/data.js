// The data island: columns in chunks, unpacked one after the other so that the tab never freezes.
const island = JSON.parse(document.getElementById("data").textContent);
const meta = island.meta;
const nodes = [], facts = [], sentences = [], docs = [], edges = [];
const tables = { nodes, facts, sentences, docs };
const byIri = new Map();

const pause = () => new Promise((done) => setTimeout(done));

async function unpack(chunk) {
  if (!meta.packed) return chunk;
  const raw = atob(chunk), bytes = new Uint8Array(raw.length);
  for (let place = 0; place < raw.length; place++) bytes[place] = raw.charCodeAt(place);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).json();
}

async function load() {
  for (const [place, packed] of island.chunks.entries()) {
    const { table, columns } = await unpack(packed);
    island.chunks[place] = null;
    const names = Object.keys(columns), rows = tables[table];
    for (let row = 0; row < (columns[names[0]] || []).length; row++) {
      const value = { number: rows.length };
      for (const name of names) value[name] = columns[name][row];
      rows.push(value);
    }
    if (meta.packed) await pause();
  }
  await join();
}

// Each row in turn, with a pause now and then.
async function each(rows, act) {
  for (let place = 0; place < rows.length; place++) {
    act(rows[place]);
    if (place % 4000 === 3999) await pause();
  }
}

async function join() {
  await each(nodes, (node) => {
    byIri.set(node.iri, node);
    Object.assign(node, { edges: [], degree: 0, docs: new Map() });
  });
  const lines = new Map();
  await each(facts, (fact) => joinFact(fact, lines));
  bend();
  await pause();
  await each(docs, joinDoc);
  await each(sentences, (sentence) => (docs[sentence.doc].sentences ||= []).push(sentence));
  await each(facts, (fact) => fact.sentences.forEach((number) => (sentences[number].facts ||= []).push(fact)));
}

// Facts with the same ends and the same predicate are one line on the page.
function joinFact(fact, lines) {
  const subject = (fact.subject = nodes[fact.from]), object = (fact.object = nodes[fact.to]);
  fact.when = yearOf(fact);
  subject.degree++;
  object.degree++;
  const key = (fact.from * nodes.length + fact.to) * 64 + fact.predicate;
  if (!lines.has(key)) {
    const edge = { number: edges.length, from: subject, to: object, predicate: fact.predicate, facts: [], bend: 0 };
    lines.set(key, edge);
    edges.push(edge);
    subject.edges.push(edge);
    if (subject !== object) object.edges.push(edge);
  }
  fact.edge = lines.get(key);
  fact.edge.facts.push(fact);
}

function joinDoc(doc) {
  doc.astral = doc.text && /[\ud800-\udfff]/.test(doc.text) ? Array.from(doc.text) : null;
  for (let place = 0; place < doc.mentions.length; place += 3) {
    const node = nodes[doc.mentions[place]];
    if (!node.docs.has(doc.number)) node.docs.set(doc.number, []);
    node.docs.get(doc.number).push(doc.mentions.slice(place + 1, place + 3));
  }
}

function yearOf(fact) {
  if (fact.year) return Number(String(fact.year).slice(0, 4)) || 0;
  const sentence = sentences[fact.sentences[0]];
  return (sentence ? Number(docs[sentence.doc].issued.slice(0, 4)) || 0 : 0);
}

// Lines between the same two nodes are bent apart.
function bend() {
  const pairs = new Map();
  for (const edge of edges) {
    const key = Math.min(edge.from.number, edge.to.number) * nodes.length + Math.max(edge.from.number, edge.to.number);
    if (!pairs.has(key)) pairs.set(key, []);
    pairs.get(key).push(edge);
  }
  for (const pair of pairs.values()) {
    pair.forEach((edge, place) => {
      const side = edge.from.number < edge.to.number ? 1 : -1;
      edge.bend = pair.length < 2 ? 0 : side * (place - (pair.length - 1) / 2) * 22;
    });
  }
}

const slice = (doc, begin, end) => (doc.astral ? doc.astral.slice(begin, end).join("") : doc.text.slice(begin, end));
const quoteOf = (sentence) => sentence.quote || (docs[sentence.doc].text ? slice(docs[sentence.doc], sentence.begin, sentence.end) : "");
const nameOf = (node) => (language && node.en) || node.zh;
const otherName = (node) => (language ? (node.en ? node.zh : "") : node.en || "");
const kindWord = (kind) => meta.classes[kind][1 + language];
const predicateWord = (place) => meta.predicates[place][1 + language];
const titleWord = (title) => (language && meta.titles[title]) || title;
const wordIn = (table, name) => (table.find((row) => row[0] === name) || [name, name, name])[1 + language];
