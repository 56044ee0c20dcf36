function render({ model, el }) {
  const { window, rates, steps, surfaces, batches } = model.get("scene");
  const [across, up] = window;
  const figure = add(el, "div", { class: "course-figure descent" });
  const [x, y] = [scale(-across, across, 52, 532), scale(-up, up, 374, 14)];
  const svg = add(figure, "svg", { viewBox: "0 0 548 416", role: "group", class: "wide", "data-testid": "surface" });
  axes(svg, x, y, { xTicks: [-4, -2, 0, 2, 4], yTicks: [-3, -2, -1, 0, 1, 2, 3], xLabel: "θ₁", yLabel: "θ₂" });
  const inside = clip(svg, x, y);
  const ground = add(svg, "rect", { class: "ground", x: x.from, y: y.to, width: x.to - x.from, height: y.from - y.to });
  const map = add(svg, "g", { class: "through", "aria-hidden": "true" });
  const trail = add(svg, "g", { class: "curve through", style: "--c: var(--c0)", "aria-hidden": "true", "clip-path": inside });
  const later = add(trail, "path", { class: "later" });
  const taken = add(trail, "path", {});
  const dots = add(trail, "path", { class: "dots" });
  const arrow = add(trail, "path", { class: "arrow" });
  const here = add(trail, "circle", { class: "here", r: 6.5 });
  const start = add(svg, "g", { class: "handle", "data-testid": "start" });
  add(start, "circle", { r: 16, class: "ring" });
  add(start, "circle", { r: 20, class: "reach" });
  add(start, "path", { d: "M0-9 9 0 0 9-9 0Z", class: "knob" });
  add(start, "text", { y: -15, "text-anchor": "middle", class: "halo" }, "start");

  const panel = add(figure, "div", { class: "side" });
  const options = Object.entries(surfaces).map(([value, { text }]) => ({ value, text }));
  const showSurface = choice(panel, { name: "surface", label: "surface", options }, (surface) => talk.change({ surface }));
  const showBatch = choice(panel, { name: "batch", label: "examples in a step", options: batches }, (batch) => talk.change({ batch }));
  const notches = { name: "rate", label: "learning rate η", low: 0, high: rates.length - 1, step: 1, text: (notch) => rates[notch] };
  const showRate = slider(panel, notches, (notch) => talk.change({ notch }));
  const told = add(panel, "div", { "aria-live": "polite", class: "told" });
  const kind = add(told, "p", { class: "title", "data-testid": "kind" });
  const result = add(told, "p", { "data-testid": "result" });
  const work = add(panel, "p", { class: "formula", "data-testid": "work" });
  const silence = add(panel, "p", { class: "problem", role: "status", hidden: "" }, NO_KERNEL);

  const bottom = add(figure, "div", { class: "below" });
  const worked = add(bottom, "div", { class: "controls" });
  const plot = add(bottom, "svg", { viewBox: "0 0 400 236", class: "half", "aria-hidden": "true" });
  const at = () => Math.min(talk.state.step, model.get("picture").costs.length - 1); // a path that is lost is shorter
  const showStep = stepper(worked, { steps: steps + 1, stage: plot, at, moved: (step) => talk.change({ step }) });
  const showCount = slider(worked, { name: "step", label: "step", low: 0, high: steps, step: 1 }, (step) => talk.change({ step }));
  const formula = add(worked, "p", { class: "formula" });
  const table = add(worked, "table", { "data-testid": "table" });
  add(table, "caption", {}, "new θ = θ − η · gradient");
  const head = add(add(table, "thead"), "tr");
  const titles = ["", "θ", "gradient", "η · gradient", "new θ"].map((title) => add(head, title ? "th" : "td", title ? { scope: "col" } : {}, title));
  const body = add(table, "tbody");
  const cells = ["θ₁", "θ₂"].map((name) => {
    const row = add(body, "tr");
    add(row, "th", { scope: "row" }, name);
    return titles.slice(1).map(() => add(row, "td"));
  });
  const change = add(worked, "p", { "aria-live": "polite", "data-testid": "change" });

  const scales = { x: scale(0, steps, 50, 388), y: null };
  const grid = add(plot, "g");
  const clipped = clip(plot, scales.x, scale(0, 1, 190, 12));
  const curve = add(plot, "g", { class: "curve", style: "--c: var(--c0)", "clip-path": clipped });
  const line = add(curve, "path", {});
  const mark = add(plot, "g", {});
  add(mark, "line", { y1: 12, y2: 190, class: "cursor" });
  const level = add(mark, "circle", { class: "here", r: 6 });
  let drawn = "";

  /** The contours of a surface, the numbers on them, and its minima. */
  function contours({ contours, labels, minima }) {
    map.replaceChildren();
    const lines = contours.flat().map((points) => `M${points.map(([a, b]) => `${x(a).toFixed(1)} ${y(b).toFixed(1)}`).join("L")}Z`);
    add(map, "path", { class: "contour", d: lines.join(""), "clip-path": inside });
    for (const { at: [a, b], text } of labels)
      add(map, "text", { x: x(a), y: y(b) + 4, "text-anchor": "middle", class: "halo quiet where", style: "stroke-width: 9px" }, text); // no line shows between digits
    for (const { at: [a, b], name } of minima) {
      add(map, "path", { class: "minimum", d: `M${x(a) - 8} ${y(b)}h16M${x(a)} ${y(b) - 8}v16` });
      add(map, "text", { x: x(a), y: y(b) + 26, "text-anchor": "middle", class: "halo where" }, name);
    }
  }

  function descent({ path, step }) {
    const points = path.map(([a, b]) => [x(a), y(b)]);
    const text = (some) => (some.length > 1 ? `M${some.map(([a, b]) => `${a.toFixed(1)} ${b.toFixed(1)}`).join("L")}` : "");
    set(taken, { d: text(points.slice(0, step + 1)) });
    set(later, { d: text(points.slice(step)) });
    const dot = ([a, b], r) => `M${(a - r).toFixed(1)} ${b.toFixed(1)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0Z`;
    set(dots, { d: points.map((point, k) => (k ? dot(point, k < step ? 3.2 : 2) : "")).join("") });
    const [from, to] = [points[Math.max(0, step - 1)], points[step]];
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const tip = to.map((end, i) => end - ((end - from[i]) * 7) / length); // at the edge of the circle
    set(arrow, { d: length > 18 ? arrowHead(from, tip) : "" });
    set(here, { cx: to[0], cy: to[1], visibility: step ? "visible" : "hidden" });
  }

  function cost({ costs, ticks, step }) {
    scales.y = scale(0, ticks[ticks.length - 1], 190, 12);
    grid.replaceChildren();
    axes(grid, scales.x, scales.y, { xTicks: [0, 10, 20, 30, 40, 50], yTicks: ticks, xLabel: "step", yLabel: "J" });
    const places = costs.map((J, k) => [scales.x(k), scales.y(J)]);
    set(line, { d: `M${places.map(([a, b]) => `${a.toFixed(1)} ${b.toFixed(1)}`).join("L")}` });
    set(mark, { transform: `translate(${scales.x(step)} 0)` });
    set(level, { cy: Math.max(12, places[step][1]) });
  }

  function draw(picture) {
    const surface = surfaces[picture.surface];
    if (drawn !== picture.surface) contours(surface);
    drawn = picture.surface;
    descent(picture);
    cost(picture);
    set(start, {
      transform: `translate(${x(picture.theta1)} ${y(picture.theta2)})`,
      "aria-label": "Start, moved by arrow keys",
      "aria-valuemin": -across, "aria-valuemax": across, "aria-valuenow": picture.theta1,
      "aria-valuetext": `θ₁ = ${minus(picture.theta1)}, θ₂ = ${minus(picture.theta2)}`,
    });
    svg.setAttribute("aria-label", picture.label);
    showSurface(talk.state.surface);
    showBatch(talk.state.batch);
    showRate(talk.state.notch);
    showStep(picture.step);
    showCount(picture.step);
    say(formula, `${surface.formula}; η = ${picture.rate}`);
    say(titles[2], picture.head);
    picture.rows.forEach((row, r) => row.forEach((text, c) => say(cells[r][c], text)));
    for (const [element, name] of [[kind, "kind"], [result, "result"], [work, "work"], [change, "change"]]) say(element, picture[name]);
  }

  const talk = conversation(model, draw, (yes) => (silence.hidden = !yes));
  const moved = ([theta1, theta2]) => talk.change({ theta1, theta2 });
  draggable(start, { svg, ground, x, y, step: 0.1, at: () => [talk.state.theta1, talk.state.theta2], moved });
  draw(model.get("picture"));
  return talk.stop;
}

/** Return the name of what cuts a drawing off at the edges of a plot. */
function clip(svg, x, y) {
  const id = `clip-${Math.random().toString(36).slice(2)}`; // the same figure may stand on a page twice
  const box = { x: x.from, y: y.to, width: x.to - x.from, height: y.from - y.to };
  add(add(svg, "clipPath", { id }), "rect", box);
  return `url(#${id})`;
}

export default { render };
