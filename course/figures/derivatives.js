function render({ model, el }) {
  const { width, height, steps, nodes, wires, sliders } = model.get("scene");
  const figure = add(el, "div", { class: "course-figure steps" });

  const svg = add(figure, "svg", { viewBox: `0 0 ${width} ${height}`, role: "group", class: "stage", tabindex: 0, "data-testid": "graph" });
  const graph = add(svg, "g", { "aria-hidden": "true", class: "through" });
  const drawnWires = wires.map(({ points }) => wire(points));
  const drawnNodes = nodes.map(({ name, x, y }) => {
    const group = add(graph, "g", { transform: `translate(${x} ${y})` });
    add(group, "circle", { r: "+×".includes(name) ? 22 : 19 });
    add(group, "text", { y: 6, "text-anchor": "middle", class: "+×".includes(name) ? "sign" : "vector" }, name);
    return { name, group };
  });

  const panel = add(figure, "div", { class: "side" });
  const showStep = stepper(panel, { steps, stage: svg, at: () => talk.state.step, moved: (step) => talk.change({ step }) });
  const told = add(panel, "div", { "aria-live": "polite", class: "told" });
  const title = add(told, "p", { class: "title", "data-testid": "title" });
  const rule = add(told, "p", { "data-testid": "result" });
  const sums = [0, 1].map(() => add(told, "p", { class: "sum" }));
  const moved = sliders.map((one) => [one.name, slider(panel, one, (value) => talk.change({ [one.name]: value }))]);
  add(panel, "p", { class: "legend" }, "above a wire: its value, on its way forward\ndashed tag below: its gradient, on its way back");
  const table = add(panel, "table", { "data-testid": "table" });
  const verdict = add(panel, "p", { role: "status", "data-testid": "verdict" });
  const problem = add(panel, "p", { class: "problem", role: "status", "data-testid": "problem" });
  const silence = add(panel, "p", { class: "problem", role: "status", hidden: "" }, NO_KERNEL);

  /** One wire: an arrow forward, its value above, and below a tag that points back. */
  function wire(points) {
    const group = add(graph, "g", {});
    add(group, "path", { d: `M${points.map((point) => point.join(" ")).join("L")}` });
    add(group, "path", { d: arrowHead(...points.slice(-2)), class: "head" });
    const [[left, y], [right]] = points;
    const middle = (left + Math.min(right, left + 140)) / 2;
    const value = add(group, "text", { x: middle, y: y - 9, "text-anchor": "middle", class: "halo value" });
    const tag = add(group, "g", { class: "tag", transform: `translate(${middle} ${y + 24})` });
    add(tag, "path", { d: "M-58 0-48-13H50V13H-48Z" });
    return { group, value, tag, gradient: add(tag, "text", { x: 1, y: 5, "text-anchor": "middle" }) };
  }

  function draw(picture) {
    picture.wires.forEach((one, i) => {
      const { group, value, tag, gradient } = drawnWires[i];
      group.setAttribute("class", `wire${one.new ? " new" : ""}${one.known ? "" : " unknown"}`);
      say(value, one.value);
      say(gradient, one.gradient);
      tag.style.display = one.gradient ? "" : "none";
    });
    for (const { name, group } of drawnNodes) group.setAttribute("class", name === picture.working ? "node working" : "node");
    svg.setAttribute("aria-label", `${picture.label} Left and right arrow keys step.`);
    showStep(picture.step);
    say(title, picture.title);
    say(rule, picture.rule);
    sums.forEach((sum, i) => say(sum, picture.sums[i] ?? ""));
    fill(picture);
    say(verdict, picture.verdict);
    say(problem, picture.problem);
    for (const [key, show] of moved) show(talk.state[key]);
  }

  /** The table of the last step: what a nudge of each input does to f. */
  function fill({ rows, yours }) {
    table.replaceChildren();
    if (!rows.length) return;
    const head = add(add(table, "thead"), "tr");
    for (const text of ["nudge", "f changes by", "÷ 0.01", ...(yours ? ["yours"] : [])]) add(head, "th", { scope: "col" }, text);
    const body = add(table, "tbody");
    for (const row of rows) {
      const line = add(body, "tr");
      add(line, "th", { scope: "row" }, `${row.name} + 0.01`);
      for (const text of [row.change, row.measured, ...(yours ? [row.yours] : [])]) add(line, "td", {}, text);
    }
  }

  const silent = (yes) => (silence.hidden = !yes);
  const talk = conversation(model, draw, silent);
  draw(model.get("picture"));
  return talk.stop;
}

export default { render };
