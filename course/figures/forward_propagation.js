function render({ model, el }) {
  const { width, height, steps, inputs, neurons, edges, sliders } = model.get("scene");
  const figure = add(el, "div", { class: "course-figure steps" });

  const svg = add(figure, "svg", { viewBox: `0 0 ${width} ${height}`, role: "group", class: "stage", "data-testid": "network" });
  const ground = add(svg, "rect", { width, height, class: "ground plain" });
  const plane = add(svg, "g", { "aria-hidden": "true", class: "through" });
  ["X", "layer 1", "layer 2"].forEach((text, i) => {
    const x = [inputs[0][0], neurons[0].x, neurons[3].x][i];
    add(plane, "text", { x, y: 20, "text-anchor": "middle", class: "where" }, text);
  });
  const lines = edges.map(({ from: [x1, y1], to: [x2, y2] }) => add(plane, "line", { x1, y1, x2, y2 }));
  const weights = edges.map(({ from: [x1, y1], to: [x2, y2], at, weight }) => {
    const place = { x: x1 + at * (x2 - x1), y: y1 + at * (y2 - y1) + 5, "text-anchor": "middle" };
    return add(plane, "text", place, weight);
  });
  const examples = inputs.map(([x, y], i) => {
    const group = add(plane, "g", { class: "node", transform: `translate(${x} ${y})` });
    add(group, "circle", { r: 27 });
    add(group, "text", { y: -5, "text-anchor": "middle", class: "where" }, ["x₁", "x₂"][i]);
    return add(group, "text", { y: 13, "text-anchor": "middle", class: "number" });
  });
  const drawn = neurons.map(({ id, x, y, b }, i) => {
    const group = add(svg, "g", { transform: `translate(${x} ${y})`, tabindex: 0, role: "button", "data-testid": `neuron-${id.replace(" ", "-")}` });
    add(group, "circle", { r: 43, class: "ring" });
    add(group, "circle", { r: 37, class: "body" });
    const z = add(group, "text", { y: -5, "text-anchor": "middle", class: "number" });
    const a = add(group, "text", { y: 15, "text-anchor": "middle", class: "number" });
    add(group, "text", { y: 56, "text-anchor": "middle", class: "halo where" }, b);
    group.addEventListener("focus", () => choose(id));
    group.addEventListener("click", () => (group.focus(), choose(id)));
    group.addEventListener("keydown", (event) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by) (event.preventDefault(), drawn[(i + by + drawn.length) % drawn.length].group.focus());
      if (event.key === "Enter" || event.key === " ") (event.preventDefault(), choose(id));
      if (event.key === "Escape") choose("");
    });
    alone(group);
    return { group, z, a };
  });
  ground.addEventListener("click", () => choose(""));

  const panel = add(figure, "div", { class: "side" });
  const showStep = stepper(panel, { steps, stage: svg, at: () => talk.state.step, moved: (step) => talk.change({ step }) });
  const told = add(panel, "div", { "aria-live": "polite", class: "told short" });
  const title = add(told, "p", { class: "title", "data-testid": "title" });
  const rule = add(told, "p", {});
  const matrices = add(panel, "div", { class: "matrices", role: "img", "data-testid": "matrices" });
  const equation = add(panel, "p", { class: "formula", "data-testid": "shapes" });
  const sum = add(panel, "p", { class: "total-sum", "aria-live": "polite", "data-testid": "result" });
  const moved = sliders.map((one) => [one.name, slider(panel, one, (value) => talk.change({ [one.name]: value }))]);
  const problem = add(panel, "p", { class: "problem", role: "status", "data-testid": "problem" });
  const silence = add(panel, "p", { class: "problem", role: "status", hidden: "" }, NO_KERNEL);
  add(panel, "p", { class: "legend" }, "Choose a neuron by mouse or Tab; ← → step, ↑ ↓ go to another neuron, Esc lets go. Numbers are rounded.");

  function choose(chosen) {
    if (chosen !== talk.state.chosen) talk.change({ chosen });
  }

  function draw(picture) {
    picture.inputs.forEach((text, i) => say(examples[i], text));
    picture.neurons.forEach((one, i) => {
      const { group, z, a } = drawn[i];
      say(z, one.z);
      say(a, one.a);
      set(group, {
        class: `node neuron${one.new ? " working" : ""}${one.chosen ? " chosen" : ""}`,
        "aria-pressed": one.chosen,
        "aria-label": `${one.words}, ${neurons[i].b}`,
      });
    });
    edges.forEach(({ layer, row }, i) => {
      const now = layer === picture.layer;
      const lit = picture.chosen === `${layer} ${row}` && (picture.summing || !now); // σ uses no weight
      const busy = picture.summing && now;
      lines[i].setAttribute("class", `edge${busy ? " busy" : ""}${lit ? " lit" : ""}`);
      weights[i].setAttribute("class", `halo weight${lit ? " lit" : ""}`);
    });
    svg.setAttribute("aria-label", picture.label);
    showStep(picture.step);
    say(title, picture.title);
    say(rule, picture.rule);
    fill(picture);
    say(equation, picture.shapes);
    say(sum, picture.sum);
    say(problem, picture.problem);
    for (const [key, show] of moved) show(talk.state[key]);
  }

  /** The matrices of the step: names above, shapes below, the row and the column of the chosen neuron lit. */
  function fill(picture) {
    matrices.setAttribute("aria-label", `${picture.equation}, shapes ${picture.shapes}. ${picture.sum}`);
    matrices.replaceChildren();
    for (const part of picture.matrices) {
      add(matrices, "span", { class: "name" }, part.name ?? "");
      if (part.sign) {
        add(matrices, "span", { class: "sign" }, part.sign);
        continue;
      }
      const cells = add(matrices, "span", { class: "cells", style: `grid-template-columns: repeat(${part.rows[0].length}, auto)` });
      part.rows.forEach((row, r) => row.forEach((text) => add(cells, "span", { class: part.lit[r] ? "lit" : "" }, text)));
    }
  }

  const silent = (yes) => (silence.hidden = !yes);
  const talk = conversation(model, draw, silent);
  draw(model.get("picture"));
  return talk.stop;
}

export default { render };
