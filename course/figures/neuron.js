const SIZE = 470;
const RADIUS = { 1: 4.8, 0: 3.1, "?": 1.4 };
const WORDS = { 1: "fires", 0: "silent", "?": "unknown" };

function render({ model, el }) {
  const { low, high, grid, corners, sliders } = model.get("scene");
  const x = scale(low, high, 52, SIZE - 16);
  const y = scale(low, high, SIZE - 48, 14);
  const figure = add(el, "div", { class: "course-figure" });

  const svg = add(figure, "svg", { viewBox: `0 0 ${SIZE} ${SIZE}`, role: "group", "data-testid": "plane" });
  const ground = add(svg, "rect", { class: "ground", x: x(low) - 8, y: y(high) - 8, width: x(high) - x(low) + 16, height: y(low) - y(high) + 16 });
  axes(svg, x, y, { xTicks: [-1, 0, 1, 2], yTicks: [-1, 0, 1, 2], xLabel: "input x₁", yLabel: "input x₂" });
  const plane = add(svg, "g", { "aria-hidden": "true", class: "through" });
  const marks = grid.map(([x1, x2]) => add(plane, "circle", { cx: x(x1), cy: y(x2) }));
  const guides = ["across", "up"].map(() => add(plane, "line", { class: "guide" }));
  const line = add(plane, "line", { class: "line" });
  const arrow = add(plane, "path", { class: "arrow" });
  const name = add(plane, "text", { class: "halo vector", "text-anchor": "middle" }, "w");
  const gates = corners.map(([x1, x2]) => {
    const group = add(plane, "g", { transform: `translate(${x(x1)} ${y(x2)})` });
    const circle = add(group, "circle", { r: 15 });
    const output = add(group, "text", { y: 5, "text-anchor": "middle", class: "output" });
    add(group, "text", { y: x2 ? -20.5 : 29.5, "text-anchor": "middle", class: "halo where" }, `(${x1}, ${x2})`);
    return { circle, output };
  });
  const zero = add(plane, "text", { class: "halo zero", "text-anchor": "middle" }, "z = 0");
  const probe = add(svg, "g", { "data-testid": "probe", class: "handle" });
  add(probe, "circle", { r: 19, class: "ring" });
  add(probe, "circle", { r: 22, class: "reach" });
  add(probe, "path", { d: "M0-13 13 0 0 13-13 0Z", class: "halo" });
  const diamond = add(probe, "path", { d: "M0-10 10 0 0 10-10 0Z" });

  const panel = add(figure, "div", { class: "side" });
  const moved = sliders.map((one) => [one.name, slider(panel, one, (value) => talk.change({ [one.name]: value }))]);
  const sum = add(panel, "div", { "aria-live": "polite", class: "result" });
  add(sum, "p", { class: "formula" }, "z = w₁ · x₁ + w₂ · x₂ + b");
  const result = add(sum, "p", { "data-testid": "result" });
  const terms = add(result, "span", { class: "terms" });
  const total = add(result, "span", { class: "total" });
  const output = add(sum, "p", { "data-testid": "output" });
  const table = add(panel, "table", { class: "truth", "data-testid": "table" });
  const outputs = ["x₁", "x₂", "a"].map((name, k) => {
    const row = add(table, "tr");
    add(row, "th", { scope: "row" }, name);
    return corners.map((corner) => add(row, "td", {}, k < 2 ? String(corner[k]) : ""));
  })[2];
  const gate = add(panel, "p", { class: "gate", "data-testid": "gate" });
  const problem = add(panel, "p", { class: "problem", role: "status", "data-testid": "problem" });
  const silence = add(panel, "p", { class: "problem", role: "status", hidden: "" }, NO_KERNEL);
  const legend = add(panel, "p", { class: "legend" });
  add(legend, "span", { class: "fires" }, "●");
  add(legend, "span", {}, " fires  ");
  add(legend, "span", { class: "silent" }, "○");
  add(legend, "span", {}, " is quiet  ◆ probe: drag it, or use the arrow keys");

  function draw(picture) {
    marks.forEach((mark, i) => {
      const kind = picture.marks[i];
      if (mark.kind !== kind) set(mark, { class: WORDS[kind], r: RADIUS[kind] }).kind = kind;
    });
    gates.forEach(({ circle, output }, i) => {
      set(circle, { class: `corner ${WORDS[picture.corners[i].mark]}` });
      say(output, picture.corners[i].text);
      say(outputs[i], picture.corners[i].text);
      output.setAttribute("class", `output on-${WORDS[picture.corners[i].mark]}`);
    });
    drawLine(picture);
    const [px, py] = [x(picture.x1), y(picture.x2)];
    set(guides[0], { x1: px, x2: px, y1: py, y2: y(low) });
    set(guides[1], { x1: px, x2: x(low), y1: py, y2: py });
    set(diamond, { class: `diamond ${WORDS[picture.probe]}` });
    set(probe, {
      transform: `translate(${px} ${py})`,
      "aria-label": "Probe: the input x, moved by arrow keys",
      "aria-valuemin": low, "aria-valuemax": high, "aria-valuenow": picture.x1,
      "aria-valuetext": `x₁ = ${minus(picture.x1)}, x₂ = ${minus(picture.x2)}`,
    });
    svg.setAttribute("aria-label", picture.label);
    say(terms, `${picture.terms} `);
    say(total, picture.total);
    say(output, picture.output);
    say(gate, picture.gate);
    say(problem, picture.problem);
    for (const [key, show] of moved) show(talk.state[key]);
  }

  function drawLine({ line: ends, arrow: vector }) {
    for (const part of [line, zero, arrow, name]) part.style.display = ends.length ? "" : "none";
    if (!ends.length) return;
    const [[ax, ay], [bx, by]] = ends.map(([x1, x2]) => [x(x1), y(x2)]);
    set(line, { x1: ax, y1: ay, x2: bx, y2: by });
    const [[fx, fy], [tx, ty]] = vector.map(([x1, x2]) => [x(x1), y(x2)]);
    const length = Math.hypot(tx - fx, ty - fy);
    const [ux, uy] = [(tx - fx) / length, (ty - fy) / length];
    set(arrow, { d: `M${fx} ${fy}L${tx} ${ty}${arrowHead([fx, fy], [tx, ty])}` });
    set(name, { x: tx + 12 * ux, y: ty + 12 * uy + 5 });
    const angle = (Math.atan2(by - ay, bx - ax) * 180) / Math.PI;
    const below = uy < 0 || (uy === 0 && ux > 0);
    set(zero, { transform: `translate(${fx} ${fy}) rotate(${angle}) translate(0 ${below ? 19 : -10})` });
  }

  const silent = (yes) => (silence.hidden = !yes);
  const talk = conversation(model, draw, silent);
  draggable(probe, { svg, ground, x, y, step: 0.1, at: () => [talk.state.x1, talk.state.x2], moved: ([x1, x2]) => talk.change({ x1, x2 }) });
  draw(model.get("picture"));
  return talk.stop;
}

export default { render };
