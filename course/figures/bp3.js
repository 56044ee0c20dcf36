function render({ model, el }) {
  const scene = model.get("scene");
  const { width, height, edges } = scene;
  const figure = add(el, "div", { class: "course-figure steps fields" });
  const svg = add(figure, "svg", { viewBox: `0 0 ${width} ${height}`, role: "group", class: "stage", "data-testid": "stage" });
  const plane = add(svg, "g", { "aria-hidden": "true", class: "through" });
  const lines = edges.map(({ from, to }) => {
    const [dx, dy] = [from[0] - to[0], from[1] - to[1]];
    const short = 38 / Math.hypot(dx, dy); // the arrow ends at the circle
    const tip = [to[0] + dx * short, to[1] + dy * short];
    const group = add(plane, "g");
    add(group, "line", { x1: from[0], y1: from[1], x2: tip[0] + dx * 0.015, y2: tip[1] + dy * 0.015, class: "edge" });
    add(group, "path", { d: arrowHead(from, tip), class: "tip" });
    return group;
  });
  const nodes = { next: scene.next.map((place) => node(plane, place)), hidden: scene.hidden.map((place) => node(svg, place)) };
  nodes.hidden.forEach(({ group }, s) => {
    set(group, { tabindex: 0, role: "button", "data-testid": `hidden-${s}` });
    group.addEventListener("click", () => choose(s));
    group.addEventListener("focus", () => choose(s));
    group.addEventListener("keydown", (event) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by) (event.preventDefault(), nodes.hidden[s + by]?.group.focus());
    });
    alone(group);
  });
  const around = sketch(svg);
  const parts = Object.fromEntries(["weights", "turned", "blame"].map((name) => [name, matrix(svg)]));
  parts.made = matrix(svg, { testid: "dA", picked: ([s, i]) => talk.change({ s, i }) });

  const panel = add(figure, "div", { class: "side" });
  const examples = Array.from({ length: scene.examples }, (_, i) => ({ value: i, text: String(i + 1) }));
  const showExample = choice(panel, { name: "example", label: "example", options: examples }, (i) => talk.change({ i }));
  const told = add(panel, "div", { "aria-live": "polite", class: "told" });
  const said = ["title", "equation", "meaning", "turning"].map((name) => [name, add(told, "p", { class: name, "data-testid": name })]);
  const verdict = add(panel, "p", { role: "status", "data-testid": "verdict" });
  const problem = add(panel, "p", { class: "problem", role: "status", "data-testid": "problem" });
  const silence = add(panel, "p", { class: "problem", role: "status", hidden: "" }, NO_KERNEL);
  add(panel, "p", { class: "legend" }, "Choose a hidden neuron, or an entry of dA_prev, by mouse, or by Tab and the arrow keys.");

  /** A neuron: a circle with a name and a number. */
  function node(parent, [x, y]) {
    const group = add(parent, "g", { class: "node", transform: `translate(${x} ${y})` });
    add(group, "circle", { r: 38, class: "ring" });
    add(group, "circle", { r: 32, class: "body" });
    const name = add(group, "text", { y: -5, "text-anchor": "middle", class: "where" });
    return { group, name, value: add(group, "text", { y: 14, "text-anchor": "middle", class: "number" }) };
  }

  function choose(s) {
    if (s !== talk.state.s) talk.change({ s });
  }

  function draw(picture) {
    for (const [kind, drawn] of Object.entries(nodes))
      drawn.forEach(({ name, value }, k) => (say(name, picture[kind][k].name), say(value, picture[kind][k].value)));
    nodes.hidden.forEach(({ group }, s) => {
      const { name, value } = picture.hidden[s];
      const chosen = s === picture.s;
      set(group, { class: `node neuron${chosen ? " chosen" : ""}`, "aria-pressed": chosen, "aria-label": `hidden neuron ${s + 1}: ${name} = ${value}` });
    });
    edges.forEach(({ s }, k) => lines[k].setAttribute("class", s === picture.s ? "returning" : ""));
    around(picture);
    for (const [name, show] of Object.entries(parts)) show(picture.matrices[name]);
    for (const [name, line] of said) (name === "equation" ? sayEquation : say)(line, picture[name]);
    showExample(talk.state.i);
    svg.setAttribute("aria-label", picture.label);
    say(verdict, picture.verdict);
    say(problem, picture.problem);
  }

  const silent = (yes) => (silence.hidden = !yes);
  const talk = conversation(model, draw, silent);
  draw(model.get("picture"));
  return talk.stop;
}

export default { render };
