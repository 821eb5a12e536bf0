// The shortest path between two entities over the facts that pass the filters, along the best-attested lines.
function pathBetween(start, goal) {
  const before = new Map([[start, null]]);
  let rim = [start];
  while (rim.length && !before.has(goal)) {
    const next = [];
    for (const node of rim) {
      for (const edge of [...node.edges].sort((a, b) => b.facts.length - a.facts.length || a.number - b.number)) {
        const other = edge.from === node ? edge.to : edge.from;
        if (before.has(other) || state.offKinds.has(other.kind) || !edge.facts.some(factPasses)) continue;
        before.set(other, edge);
        next.push(other);
      }
    }
    rim = next;
  }
  return before.has(goal) ? walkBack(start, goal, before) : null;
}

function walkBack(start, goal, before) {
  const path = { start, goal, nodes: [goal], edges: [] };
  for (let node = goal; node !== start;) {
    const edge = before.get(node);
    node = edge.from === node ? edge.to : edge.from;
    path.edges.unshift(edge);
    path.nodes.unshift(node);
  }
  return path;
}

function showPath(start, goal) {
  const path = pathBetween(start, goal) || { start, goal, nodes: [start, goal], edges: [] };
  addToPool(path.nodes);
  Object.assign(state, { path, picking: null, edge: null, selected: goal, depth: 0 });
  refresh();
  show(path.nodes);
}

function pathPanel() {
  const { start, goal, edges: steps } = state.path;
  return [make("h2", { class: "edge" }, link(start), make("span", { class: "verb", text: "⋯" }), link(goal)),
    make("p", { class: "sum", text: steps.length ? t("pathOf", steps.length) : t("pathNone") }), make("p", { class: "acts" }, button(t("clear"), clearSelection)),
    ...steps.map((edge) => factCard(edge.facts.filter(factPasses)))];
}
