// Facts by year, a slider up to a year, and a button that plays the years one by one.
const bars = document.getElementById("bars"), moment = document.getElementById("moment"), timeline = document.getElementById("timeline");
let playing = 0;

function buildTimeline() {
  const counts = new Map(years.map((year) => [year, 0]));
  for (const fact of facts) if (counts.has(fact.when)) counts.set(fact.when, counts.get(fact.when) + 1);
  const most = Math.max(1, ...counts.values());
  timeline.hidden = years.length < 2;
  moment.max = years.length - 1;
  bars.replaceChildren(...years.map((year, place) => {
    const bar = make("span", { class: "bar", "aria-hidden": "true" });
    bar.style.height = `${Math.max(6, Math.sqrt(counts.get(year) / most) * 100)}%`;
    const shown = years.length < 14 || place % Math.ceil(years.length / 10) === 0;
    return make("button", { type: "button", tabindex: "-1", title: `${year} · ${counts.get(year)}`, "aria-label": `${year}: ${t("facts", counts.get(year))}`,
      on: { click: () => (state.from === year && state.to === year ? setYears(years[0], years[years.length - 1]) : setYears(year, year)) } }, bar, make("small", { text: shown ? year : "" }));
  }));
}

function markTimeline() {
  [...bars.children].forEach((bar, place) => bar.classList.toggle("out", years[place] < state.from || years[place] > state.to));
  moment.value = years.indexOf(state.to);
  moment.setAttribute("aria-valuetext", state.to);
}

function setYears(from, to) {
  Object.assign(state, { from, to });
  for (const side of ["from", "to"]) document.querySelector(`select[data-year="${side}"]`).value = state[side];
  refresh();
}

moment.addEventListener("input", () => {
  stop();
  const to = years[Number(moment.value)];
  setYears(Math.min(state.from, to), to);
});

function stop() {
  clearInterval(playing);
  playing = 0;
  const play = document.querySelector('[data-action="play"]');
  play.textContent = "▶";
  play.setAttribute("aria-label", t("play"));
}

function playYears() {
  if (playing) return stop();
  let place = 0;
  const play = document.querySelector('[data-action="play"]'), step = () => {
    setYears(years[0], years[place]);
    if (++place >= years.length) stop();
  };
  playing = setInterval(step, 1100);
  play.textContent = "❚❚";
  play.setAttribute("aria-label", t("pause"));
  step();
}
