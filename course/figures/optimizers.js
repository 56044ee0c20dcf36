function render({ model, el }) {
  const { steps, plot, factors, surfaces, runners } = model.get("scene");
  const [left, right, top, bottom] = plot;
  const figure = add(el, "div", { class: "course-figure race" });
  const svg = add(figure, "svg", { viewBox: "0 0 620 292", role: "group", class: "wide" });
  const inside = `race-${Math.random().toString(36).slice(2)}`; // the same figure may stand on a page twice
  const box = { x: left, y: top, width: right - left, height: bottom - top };
  add(add(add(svg, "defs"), "clipPath", { id: inside }), "rect", box);
  const land = add(svg, "g", { class: "through", "aria-hidden": "true" });
  const ground = add(svg, "rect", { class: "ground", ...box });
  const trails = runners.map((runner) => trail(runner));
  const handle = add(svg, "g", { class: "handle", "data-testid": "start" });
  add(handle, "circle", { r: 16, class: "ring" });
  add(handle, "circle", { r: 18, class: "reach" });
  add(handle, "path", { d: "M0-9 9 0 0 9-9 0Z", class: "knob" });
  const letters = runners.map((runner) => letter(runner));
  let [known, x, y] = [""]; // the surface that is shown, and its scales
  const [across, up] = [{}, {}]; // the same scales in steps of the start

  const panel = add(figure, "div", { class: "side" });
  const options = Object.entries(surfaces).map(([value, { text }]) => ({ value, text }));
  const showSurface = choice(panel, { name: "surface", label: "surface", options }, (surface) => (play(false), talk.change({ surface, start: surfaces[surface].start })));
  const showStep = slider(panel, { name: "step", label: "step", low: 0, high: steps, step: 1 }, (step) => (play(false), talk.change({ step })));
  const row = add(panel, "div", { class: "stepper", role: "group", "aria-label": "Steps" });
  const back = button(row, "back", "← Back", () => (play(false), go(-1)));
  const player = button(row, "play", "Play", () => play(!timer));
  const next = button(row, "next", "Next →", () => (play(false), go(1)));
  const dial = add(panel, "label", { class: "select" });
  add(dial, "span", {}, "learning rate of");
  const whose = add(dial, "select", { "data-testid": "whose" });
  for (const [value, text] of [["all", "all runners"], ...runners.map(({ key, name }) => [key, name])]) add(whose, "option", { value }, text);
  whose.addEventListener("change", () => showTimes(talk.state.times[whose.value] ?? 1));
  alone(whose);
  const showTimes = slider(panel, { name: "times", label: "times", low: factors[0], high: factors[1], step: 0.1 }, (times) => talk.change({ times: { ...talk.state.times, [whose.value]: times } }));
  const result = add(panel, "p", { "aria-live": "polite", "data-testid": "result", class: "told" });

  const table = add(add(figure, "div", { class: "wide-table" }), "table", { "data-testid": "table" });
  const head = add(add(table, "thead"), "tr");
  for (const title of ["runner", "η", "(θ₁, θ₂)", "J", "what it does"]) add(head, "th", { scope: "col" }, title);
  const body = add(table, "tbody");
  const rows = runners.map((runner) => entry(runner));
  const words = add(figure, "div", { class: "below" });
  const about = add(words, "p", { class: "formula", "data-testid": "about" });
  const problem = add(words, "p", { class: "problem", role: "status", "data-testid": "problem" });
  const silence = add(words, "p", { class: "problem", role: "status", hidden: "" }, NO_KERNEL);

  /** The path of one runner, with a dot for every step. */
  function trail({ style, dash }) {
    const group = add(svg, "g", { class: "curve through", style: `--c: var(--c${style})`, "clip-path": `url(#${inside})`, "aria-hidden": "true" });
    return { group, line: add(group, "path", { "stroke-dasharray": dash || "none" }), dots: add(group, "path", { class: "beads" }) };
  }

  /** The letter of one runner, beside it. */
  function letter({ letter, style }) {
    const group = add(svg, "g", { class: "letter through", style: `--c: var(--c${style})`, "aria-hidden": "true" });
    const [line, spot] = [add(group, "line"), add(group, "circle", { r: 4, class: "spot" })];
    const disc = add(group, "g");
    add(disc, "circle", { r: 9 });
    add(disc, "text", { y: 4, "text-anchor": "middle" }, letter);
    return { group, line, spot, disc };
  }

  /** One row of the table, which is the legend too, and says who runs. */
  function entry({ key, letter, style, dash }) {
    const line = add(body, "tr", { style: `--c: var(--c${style})` });
    const all = add(add(line, "th", { scope: "row" }), "label", { class: "key" });
    const box = add(all, "input", { type: "checkbox", "data-testid": `run-${key}` });
    box.addEventListener("change", () => {
      const runs = runners.filter((one) => (one.key === key ? box.checked : talk.state.runs.includes(one.key)));
      talk.change({ runs: runs.map((one) => one.key) });
    });
    alone(box);
    const swatch = add(all, "svg", { width: 46, height: 20, viewBox: "0 0 46 20", "aria-hidden": "true", class: "swatch letter" });
    add(swatch, "path", { d: "M0 10H46", "stroke-dasharray": dash || "none" });
    add(swatch, "circle", { r: 9, cx: 23, cy: 10 });
    add(swatch, "text", { x: 23, y: 14, "text-anchor": "middle" }, letter);
    const name = add(all, "span");
    return { name, line, box, cells: ["rate", "at", "loss", "does"].map((part) => [part, add(line, "td")]) };
  }

  function button(parent, name, text, pressed) {
    const made = add(parent, "button", { type: "button", class: "boxed", "data-testid": name }, text);
    made.addEventListener("click", pressed);
    alone(made);
    return made;
  }

  let timer = 0;

  /** Show step after step, or stop; at the end it starts again. */
  function play(on) {
    clearInterval(timer);
    timer = on ? setInterval(() => (talk.state.step < steps ? go(1) : play(false)), 80) : 0;
    if (on && talk.state.step === steps) talk.change({ step: 0 });
    say(player, on ? "Pause" : "Play");
    result.setAttribute("aria-live", on ? "off" : "polite"); // not every step is read out
  }

  function go(by) {
    const step = Math.min(steps, Math.max(0, talk.state.step + by));
    if (step !== talk.state.step) talk.change({ step });
  }

  /** The surface: lines of equal loss, axes, and a cross at each minimum. */
  function survey(name) {
    if (known === name) return;
    known = name;
    const { window, contours, minima, grid } = surfaces[name];
    [x, y] = [scale(window[0], window[1], left, right), scale(window[2], window[3], bottom, top)];
    Object.assign(across, scale(window[0] / grid, window[1] / grid, left, right));
    Object.assign(up, scale(window[2] / grid, window[3] / grid, bottom, top));
    land.replaceChildren();
    const ticks = ({ low, high }, by) => Array.from({ length: Math.floor(high / by) - Math.ceil(low / by) + 1 }, (_, i) => (Math.ceil(low / by) + i) * by);
    axes(land, x, y, { xTicks: ticks(x, window[1] - window[0] > 10 ? 2 : 1), yTicks: ticks(y, 1), xLabel: "θ₁", yLabel: "θ₂" });
    for (const line of contours) add(land, "path", { class: "contour", d: onPlot(line) });
    for (const [a, b] of minima) add(land, "path", { class: "minimum", d: "M-7 0H7M0-7V7", transform: `translate(${x(a)} ${y(b)})` });
  }

  function onPlot(points) {
    return `M${points.map(([a, b]) => `${x(a).toFixed(1)} ${y(b).toFixed(1)}`).join("L")}`;
  }

  function draw(picture) {
    survey(picture.surface);
    picture.rows.forEach((one, i) => {
      const { line, name, box, cells } = rows[i];
      say(name, one.name);
      box.checked = one.runs;
      line.classList.toggle("rests", !one.runs);
      for (const [part, cell] of cells) say(cell, one[part] ?? "");
      for (const { group } of [trails[i], letters[i]]) group.style.display = one.runs ? "" : "none";
      if (!one.runs) return;
      set(trails[i].line, { d: onPlot(one.trail) });
      set(trails[i].dots, { d: one.trail.map((point) => `${onPlot([point])}h0`).join("") });
      const [[sx, sy], [lx, ly]] = [one.spot, one.letter];
      set(letters[i].line, { x1: sx, y1: sy, x2: lx, y2: ly });
      set(letters[i].spot, { cx: sx, cy: sy });
      letters[i].spot.style.display = one.inside ? "" : "none";
      set(letters[i].disc, { transform: `translate(${lx} ${ly})` });
    });
    const [a, b] = picture.start;
    set(handle, {
      transform: `translate(${x(a)} ${y(b)})`,
      "aria-label": "The start, moved by arrow keys",
      "aria-valuemin": x.low, "aria-valuemax": x.high, "aria-valuenow": a,
      "aria-valuetext": `θ₁ = ${minus(a)}, θ₂ = ${minus(b)}`,
    });
    svg.setAttribute("aria-label", picture.label);
    showSurface(talk.state.surface);
    showStep(talk.state.step);
    showTimes(talk.state.times[whose.value] ?? 1);
    back.setAttribute("aria-disabled", talk.state.step === 0);
    next.setAttribute("aria-disabled", talk.state.step === steps);
    say(result, picture.result);
    say(about, picture.about);
    say(problem, picture.problem);
  }

  const talk = conversation(model, draw, (yes) => (silence.hidden = !yes));
  draw(model.get("picture"));
  const grid = () => surfaces[talk.state.surface].grid;
  const moved = (to) => talk.change({ start: to.map((value) => Number((value * grid()).toFixed(6))) });
  draggable(handle, { svg, ground, x: across, y: up, step: 1, at: () => talk.state.start.map((value) => value / grid()), moved });
  return () => (play(false), talk.stop());
}

export default { render };
