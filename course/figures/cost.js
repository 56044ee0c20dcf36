const MARKS = ["M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0Z", "M0-8.5 8.5 0 0 8.5-8.5 0Z"]; // a disc, a diamond

function render({ model, el }) {
  const { reach, z: zs, a: outputs, loss_window, gradient_window, curves } = model.get("scene");
  const figure = add(el, "div", { class: "course-figure pair" });

  const left = { x: scale(0, 1, 52, 424), y: scale(...loss_window, 284, 26), samples: outputs, lines: "losses", label: "loss_label", value: "at" };
  const right = { x: scale(-reach, reach, 52, 424), y: scale(...gradient_window, 284, 26), samples: zs, lines: "gradients", label: "gradient_label", value: "size" };
  const plots = [left, right];
  left.at = ({ a }) => left.x(a);
  right.at = ({ z }) => right.x(z);
  left.axes = { xTicks: [0, 0.25, 0.5, 0.75, 1], yTicks: [0, 1, 2, 3, 4, 5], xLabel: "output a", yLabel: "loss" };
  right.axes = { xTicks: [-4, -2, 0, 2, 4], yTicks: [0, 0.5, 1], xLabel: "z", yLabel: "size of the gradient at z" };
  for (const plot of plots) {
    const { x, y } = plot;
    const svg = (plot.svg = add(figure, "svg", { viewBox: "0 0 436 324", role: "group", class: "half" }));
    axes(svg, x, y, plot.axes);
    plot.ground = add(svg, "rect", { class: "ground", x: x.from, y: y.to, width: x.to - x.from, height: y.from - y.to });
    if (plot === left) plot.target = mark(svg, y);
    plot.handle = add(svg, "g", { class: "handle", "data-testid": plot === left ? "point-a" : "point-z" });
    add(plot.handle, "line", { y1: y.to - 8, y2: y.from, class: "cursor" });
    plot.drawn = curves.map((curve) => trace(svg, curve));
    svg.append(plot.handle);
    add(plot.handle, "rect", { x: -13, width: 26, y: 0, height: y.from, class: "reach" });
    add(plot.handle, "circle", { cy: 14, r: 12, class: "ring" });
    add(plot.handle, "path", { d: "M0 5 9 14 0 23-9 14Z", class: "knob" });
  }

  const panel = add(figure, "div", { class: "below" });
  const controls = add(panel, "div", { class: "controls" });
  const showY = choice(controls, { name: "y", label: "target", options: [0, 1].map((y) => ({ value: y, text: `y = ${y}` })) }, (y) => talk.change({ y }));
  const showZ = slider(controls, { name: "z", label: "z", low: -reach, high: reach, step: 0.1 }, (z) => talk.change({ z }));
  const output = add(controls, "p", { "data-testid": "output" });
  const table = add(controls, "table", { "data-testid": "table" });
  const head = add(add(table, "thead"), "tr");
  for (const title of ["", "loss", "gradient at z"]) add(head, title ? "th" : "td", title ? { scope: "col" } : {}, title);
  const body = add(table, "tbody");
  const cells = curves.map((curve) => entry(curve));
  const words = add(panel, "div", { class: "words" });
  const result = add(words, "p", { "aria-live": "polite", "data-testid": "result" });
  const sums = [0, 1].map(() => add(words, "p", { class: "formula" }));
  const silence = add(words, "p", { class: "problem", role: "status", hidden: "" }, NO_KERNEL);

  /** One curve in one plot: its line, its name beside it, and its mark. */
  function trace(svg, curve) {
    const group = add(svg, "g", { class: "curve through", style: `--c: var(--c${curve.style})`, "aria-hidden": "true" });
    const line = add(group, "path", { "stroke-dasharray": curve.dash || "none" });
    const name = add(group, "text", { "text-anchor": "middle", class: "halo" }, curve.name);
    return { line, name, mark: add(group, "path", { class: "mark", d: MARKS[curve.style] }) };
  }

  /** The target: a dotted line, where the output should be. */
  function mark(svg, y) {
    const group = add(svg, "g", { class: "through", "aria-hidden": "true" });
    add(group, "line", { y1: y.to, y2: y.from, class: "target" });
    return { group, text: add(group, "text", { y: y.to + 16, class: "halo" }) };
  }

  /** One row of the table, which is the legend too. */
  function entry(curve) {
    const row = add(body, "tr", { style: `--c: var(--c${curve.style})` });
    const name = add(add(row, "th", { scope: "row" }), "span", { class: "key" });
    const swatch = add(name, "svg", { width: 46, height: 18, viewBox: "0 0 46 18", "aria-hidden": "true", class: "swatch" });
    add(swatch, "path", { d: "M1 9H45", "stroke-dasharray": curve.dash || "none" });
    add(swatch, "path", { d: MARKS[curve.style], transform: "translate(23 9)", class: "mark" });
    add(name, "span", {}, curve.name);
    return { loss: add(row, "td"), gradient: add(row, "td") };
  }

  function draw(picture) {
    const { z, y, a } = picture;
    for (const { x, y: up, samples, lines, label, value, at, handle, drawn } of plots) {
      const px = at(picture);
      curves.forEach((curve, i) => {
        set(drawn[i].line, { d: curvePath(samples, curve[lines][y], x, up) });
        const [across, high] = curve[label][y];
        set(drawn[i].name, { x: x(across), y: up(high) + 4.5 });
        set(drawn[i].mark, { transform: `translate(${px} ${up(picture.rows[i][value])})` });
      });
      set(handle, {
        transform: `translate(${px} 0)`,
        "aria-label": "Point on the curves, moved by arrow keys",
        "aria-valuemin": -reach, "aria-valuemax": reach, "aria-valuenow": z,
        "aria-valuetext": `z = ${minus(z.toFixed(1))}, a = ${a.toFixed(4)}`,
      });
    }
    set(left.target.group, { transform: `translate(${left.x(y)} 0)` });
    set(left.target.text, { x: y ? -8 : 8, "text-anchor": y ? "end" : "start" });
    say(left.target.text, `target y = ${y}`);
    left.svg.setAttribute("aria-label", picture.label);
    right.svg.setAttribute("aria-label", picture.result);
    showZ(talk.state.z);
    showY(talk.state.y);
    say(output, picture.output);
    picture.rows.forEach((row, i) => (say(cells[i].loss, row.loss), say(cells[i].gradient, row.gradient)));
    say(result, picture.result);
    sums.forEach((sum, i) => say(sum, picture.sums[i]));
  }

  const silent = (yes) => (silence.hidden = !yes);
  const talk = conversation(model, draw, silent);
  const bounded = (a) => Math.min(0.9999, Math.max(0.0001, a));
  const byOutput = { low: -reach, high: reach, inverse: (p) => Math.log(bounded(left.x.inverse(p)) / (1 - bounded(left.x.inverse(p)))) };
  for (const { svg, x, y, ground, handle } of [{ ...left, x: byOutput }, right])
    draggable(handle, { svg, ground, x, y, step: 0.1, at: () => [talk.state.z, 0], moved: ([z]) => talk.change({ z }) });
  draw(model.get("picture"));
  return talk.stop;
}

export default { render };
