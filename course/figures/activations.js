const WIDTH = 560;

function render({ model, el }) {
  const { z: samples, reach, values, slopes, curves, missing } = model.get("scene");
  const x = scale(-reach, reach, 54, WIDTH - 14);
  const top = { y: scale(...values, 262, 12), key: "values", label: "label", at: "at", suffix: "" };
  const bottom = { y: scale(...slopes, 452, 312), key: "slopes", label: "slope_label", at: "rise", suffix: "′" };
  const plots = [top, bottom];
  const figure = add(el, "div", { class: "course-figure" });

  const svg = add(figure, "svg", { viewBox: `0 0 ${WIDTH} 496`, role: "group", class: "wide", "data-testid": "curves" });
  const ground = add(svg, "rect", { class: "ground", x: x.from, y: 0, width: x.to - x.from, height: 460 });
  axes(svg, x, top.y, { xTicks: [-6, -4, -2, 0, 2, 4, 6], yTicks: [-1, 0, 1, 2], yLabel: "a = g(z)" });
  axes(svg, x, bottom.y, { xTicks: [-6, -4, -2, 0, 2, 4, 6], yTicks: [0, 0.5, 1], xLabel: "z", yLabel: "slope of a" });
  const point = add(svg, "g", { "data-testid": "point-z", class: "handle" });
  const through = add(svg, "g", { class: "through", "aria-hidden": "true" });
  const lines = curves.map((curve) => plots.map((plot) => trace(curve, plot)));
  add(point, "line", { y1: 8, y2: 456, class: "cursor" });
  add(point, "rect", { x: -10, width: 20, y1: 0, y: 0, height: 460, class: "reach" });
  add(point, "circle", { cy: 286, r: 16, class: "ring" });
  add(point, "path", { d: "M0 276 10 286 0 296-10 286Z", class: "knob" });

  const panel = add(figure, "div", { class: "side" });
  const showZ = slider(panel, { name: "z", label: "z, weighted sum", low: -reach, high: reach, step: 0.1 }, (z) => talk.change({ z }));
  const table = add(panel, "table", { "data-testid": "table" });
  add(table, "caption", {}, "Choose a name to bring out its curve.");
  const head = add(add(table, "thead"), "tr");
  for (const title of ["function", "a", "slope"]) add(head, "th", { scope: "col" }, title);
  const body = add(table, "tbody");
  const rows = curves.map((curve) => entry(curve));
  const note = add(panel, "p", {});
  const result = add(panel, "p", { "aria-live": "polite", class: "unseen", "data-testid": "result" });
  const problems = add(panel, "div", { role: "status", "data-testid": "problem" });
  for (const text of missing) add(problems, "p", { class: "problem" }, text);
  const silence = add(panel, "p", { class: "problem", role: "status", hidden: "" }, NO_KERNEL);

  /** One curve in one plot: its path, its name beside it, and the mark that moves along it. */
  function trace(curve, { y, key, label, suffix }) {
    const group = add(through, "g", { class: "curve", style: `--c: var(--c${curve.style})` });
    add(group, "path", { d: curvePath(samples, curve[key], x, y), "stroke-dasharray": curve.dash || "none" });
    const [z, value] = curve[label];
    const name = curve.name.split(" ")[0] + suffix;
    add(group, "text", { x: x(z), y: y(value) + 4.5, "text-anchor": "middle", class: "halo" }, name);
    return { group, mark: add(group, "path") };
  }

  /** One row of the table, which is the legend too. */
  function entry(curve) {
    const line = add(body, "tr", { style: `--c: var(--c${curve.style})` });
    const button = add(add(line, "th", { scope: "row" }), "button", { type: "button", "data-testid": `choose-${curve.name}` });
    const swatch = add(button, "svg", { width: 46, height: 10, viewBox: "0 0 46 10", "aria-hidden": "true", class: "swatch" });
    add(swatch, "path", { d: "M1 5H45", "stroke-dasharray": curve.dash || "none" });
    add(button, "span", {}, curve.name);
    button.addEventListener("click", () => talk.change({ chosen: talk.state.chosen === curve.name ? "" : curve.name }));
    return { line, button, a: add(line, "td"), slope: add(line, "td") };
  }

  function draw(picture) {
    const { z, chosen } = picture;
    picture.rows.forEach((row, i) => {
      const faded = chosen && chosen !== row.name;
      plots.forEach(({ y, at }, k) => {
        const { group, mark } = lines[i][k];
        group.setAttribute("class", `curve${faded ? " faded" : ""}${chosen === row.name ? " chosen" : ""}`);
        if (chosen === row.name) through.append(group);
        set(mark, { class: "mark", d: shape(row[at], y), transform: `translate(${x(z)} 0)` });
      });
      say(rows[i].a, row.a);
      say(rows[i].slope, row.slope);
      rows[i].button.setAttribute("aria-pressed", chosen === row.name);
    });
    set(point, {
      transform: `translate(${x(z)} 0)`,
      "aria-label": "z, moved by arrow keys", "aria-valuemin": -reach, "aria-valuemax": reach, "aria-valuenow": z,
      "aria-valuetext": `z = ${minus(z)}`,
    });
    svg.setAttribute("aria-label", picture.label);
    say(note, picture.note);
    say(result, picture.result);
    showZ(talk.state.z);
  }

  /** A disc on the curve; a triangle at the edge where the curve has left the plot. */
  function shape(value, y) {
    if (value === null) return "";
    if (value > y.high) return `M-7 ${y.to + 10}L0 ${y.to - 1} 7 ${y.to + 10}Z`;
    if (value < y.low) return `M-7 ${y.from - 10}L0 ${y.from + 1} 7 ${y.from - 10}Z`;
    return `M-6 ${y(value)}a6 6 0 1 0 12 0a6 6 0 1 0-12 0Z`;
  }

  const silent = (yes) => (silence.hidden = !yes);
  const talk = conversation(model, draw, silent);
  draggable(point, { svg, ground, x, y: top.y, step: 0.1, at: () => [talk.state.z, 0], moved: ([z]) => talk.change({ z }) });
  draw(model.get("picture"));
  return talk.stop;
}

export default { render };
