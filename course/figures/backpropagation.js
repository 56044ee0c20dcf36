function render({ model, el }) {
  const scene = model.get("scene");
  const figure = add(el, "div", { class: "course-figure steps backward" });

  const controls = add(figure, "div", { class: "plan" });
  const choices = { preset: choice(controls, { name: "preset", label: "network", options: scene.presets }, (preset) => renew({ preset })) };
  const examples = add(controls, "div", {});
  const own = add(controls, "div", { class: "own" });
  choices.hidden = select("hidden", "hidden layers", scene.hidden);
  const layers = ["1", "2"].map((layer) => {
    const row = add(own, "span", { class: "pair" });
    choices[`n${layer}`] = select(`n${layer}`, `layer ${layer}`, scene.sizes, row);
    choices[`g${layer}`] = select(`g${layer}`, `activation of layer ${layer}`, scene.activations, row, true);
    return row;
  });
  const outputs = add(own, "span", { class: "pair" });
  choices.n_out = select("n_out", "outputs", scene.sizes, outputs);
  choices.output = select("output", "activation and cost of the outputs", scene.outputs, outputs, true);
  const hint = add(own, "p", { class: "legend", role: "status" });

  const problem = add(figure, "p", { class: "problem whole", role: "status", "data-testid": "problem" });

  const head = add(figure, "div", { class: "head" });
  const steps = add(head, "div", {});
  const title = add(head, "p", { class: "title", "aria-live": "polite", "data-testid": "title" });
  const live = add(figure, "div", { "aria-live": "polite", class: "told at-step" });
  const said = [["title", title], ["rule", add(live, "p", { "data-testid": "rule" })]];
  const equation = add(live, "p", { class: "equation", "data-testid": "equation" });
  said.push(...["sum", "note"].map((name) => [name, add(live, "p", { class: name, "data-testid": name })]));

  const scroll = add(figure, "div", { class: "scroll" });
  const side = add(figure, "div", { class: "below list" });
  const list = add(side, "div", { class: "equations", role: "group", "aria-label": "All equations, in their order", "data-testid": "equations" });
  const status = add(side, "div", {});
  const verdict = add(status, "p", { role: "status", "data-testid": "verdict" });
  const silence = add(status, "p", { class: "problem", role: "status", hidden: "" }, NO_KERNEL);
  add(status, "p", { class: "legend" }, "← → step; ↑ ↓, or a click, choose the neuron or weight whose calculation is written out. Numbers are rounded.");

  let key = ""; // which network is drawn
  let drawn = {};
  let written = ""; // the equation that is shown
  let seen = ""; // the step and what was followed, when the drawing was last moved into view

  /** A labelled choice of many. */
  function select(name, label, options, parent = own, quiet = false) {
    const row = add(parent, "label", { class: "select" });
    add(row, "span", quiet ? { class: "unseen" } : {}, label);
    const input = add(row, "select", { "data-testid": `choose-${name}` });
    for (const { value, text } of options) add(input, "option", { value }, text);
    const number = typeof options[0].value === "number";
    input.addEventListener("change", () => renew({ [name]: number ? Number(input.value) : input.value }));
    alone(input);
    return (value) => (input.value = value);
  }

  /** Another network starts at its start. */
  function renew(part) {
    talk.change({ ...part, step: 0, example: 0, chosen: "" });
  }

  function go(step) {
    talk.change({ step });
  }

  function follow(chosen) {
    talk.change({ chosen });
  }

  /** A rectangle around a number or a symbol, whose line and colour tell its part in the equation. */
  function frame(parent, part, used, attributes) {
    return add(parent, "rect", { ...attributes, rx: part === "rest" ? 9 : 3, class: `mark ${part}${used ? " used" : ""}` });
  }

  /** What stays while the same network is shown. */
  function build(picture) {
    const { width, height } = picture;
    const svg = add(scroll, "svg", { viewBox: `0 0 ${width} ${height}`, role: "group", class: "stage", tabindex: -1, "data-testid": "network" });
    scroll.style.flexBasis = `${width + 8}px`;
    svg.style.flexBasis = svg.style.maxWidth = `${width}px`;
    svg.style.minWidth = `${Math.min(width, Math.max(480, 0.715 * width))}px`;
    add(svg, "rect", { width, height, class: "ground plain" });
    const heads = add(svg, "g", { "aria-hidden": "true" });
    for (const { x, text } of picture.heads) add(heads, "text", { x, y: 14, "text-anchor": "middle", class: "where" }, text);
    const edges = picture.edges.map(({ id, from: [x1, y1], to: [x2, y2] }) => {
      const group = pickable(svg, id);
      const ends = { x1, y1, x2, y2 };
      add(group, "line", { ...ends, class: "reach" });
      add(group, "line", { ...ends, class: "ring" });
      return { group, line: add(group, "line", { ...ends, class: "edge" }) };
    });
    const weights = add(svg, "g", { "aria-hidden": "true" });
    const boxes = picture.boxes.map((box) => {
      const { id, x, y, wide, high, kind, name } = box;
      const group = id ? pickable(svg, id) : add(svg, "g", { "aria-hidden": "true" });
      set(group, { transform: `translate(${x} ${y})` });
      const place = (more) => ({ x: -wide / 2 - more, y: -high / 2 - more, width: wide + 2 * more, height: high + 2 * more, rx: 7 });
      add(group, "rect", { ...place(5), class: "ring" });
      add(group, "rect", { ...place(0), class: `body ${kind}` });
      if (kind === "neuron") {
        add(group, "line", { x1: 10 - wide / 2, x2: wide / 2 - 10, y1: 0, y2: 0, class: "fold" });
        add(group, "text", { x: -wide / 2, y: -46, class: "neuron-name" }, name);
      }
      if (kind === "input") add(group, "text", { y: -6, "text-anchor": "middle", class: "where" }, name);
      return group;
    });
    const numbers = add(svg, "g", { "aria-hidden": "true" });
    const show = stepper(steps, { steps: picture.steps, stage: svg, at: () => talk.state.step, moved: go });
    const mark = choice(
      examples,
      { name: "example", label: "example", options: Array.from({ length: picture.examples }, (_, i) => ({ value: i, text: String(i + 1) })) },
      (example) => talk.change({ example }),
    );
    examples.hidden = picture.examples < 2;
    const items = columns(picture.lines);
    return { svg, edges, weights, boxes, numbers, show, mark, items };
  }

  /** All equations in two columns, forward and backward; each a button that goes to its step. */
  function columns(lines) {
    return [false, true].flatMap((back) => {
      const column = add(list, "div", {});
      add(column, "p", { class: "legend" }, back ? "backward" : "forward");
      return lines.filter((line) => line.back === back).map(({ step, text, reference }) => {
        const button = add(column, "button", { type: "button", "data-testid": `equation-${step}` });
        add(button, "span", { class: "formula" }, text);
        add(button, "span", { class: "reference" }, reference);
        button.addEventListener("click", () => go(step));
        alone(button);
        return { step, button };
      });
    });
  }

  /** Something in the drawing that is followed when it is clicked; ↑ and ↓ go on to the next one of the step. */
  function pickable(parent, id) {
    const group = add(parent, "g", { role: "button", tabindex: -1, class: "pick", "data-id": id, "data-testid": `at-${id.replaceAll(" ", "-")}` });
    group.addEventListener("click", () => (follow(id), group.focus({ preventScroll: true })));
    group.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") (event.preventDefault(), follow(id));
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!by) return;
      event.preventDefault();
      const { candidates, focus } = model.get("picture");
      if (candidates.length) follow(candidates[(candidates.indexOf(focus) + by + candidates.length) % candidates.length]);
    });
    alone(group);
    return group;
  }

  /** The numbers that are there, each with its name and the mark of its part. */
  function write(parent, cells) {
    parent.replaceChildren();
    for (const { x, y, wide, name, text, part, used, of } of cells) {
      const group = add(parent, "g", { transform: `translate(${x} ${y})`, class: `number${of ? " of" : ""}` });
      frame(group, part || (of.split(" ").length === 3 ? "none" : "clear"), used, { x: -wide / 2, y: -9, width: wide, height: 18 });
      if (name) add(group, "text", { x: 4 - wide / 2, y: 4.5, class: "name" }, name);
      add(group, "text", name ? { x: wide / 2 - 4, y: 4.5, "text-anchor": "end" } : { y: 4.5, "text-anchor": "middle" }, text);
      if (of) group.addEventListener("click", () => follow(of));
    }
  }

  function draw(picture) {
    if (picture.key !== key) {
      key = picture.key;
      for (const part of [scroll, steps, examples, list]) part.replaceChildren();
      drawn = build(picture);
    }
    const { svg, edges, weights, boxes, numbers, show, mark, items } = drawn;
    const inside = svg.contains(document.activeElement);
    for (const [name, value] of Object.entries(choices)) value(talk.state[name]);
    live.classList.toggle("long", picture.preset !== "2-3-1");
    own.hidden = picture.preset !== "own";
    layers.forEach((row, k) => (row.hidden = talk.state.hidden <= k));
    mark(picture.example);
    say(hint, picture.hint);
    show(picture.step);

    formula(picture);
    for (const [name, line] of said) say(line, picture[name]);

    svg.setAttribute("aria-label", picture.label);
    picture.edges.forEach(({ id, part, used, label }, k) => {
      const { group, line } = edges[k];
      line.setAttribute("class", `edge ${part}${used ? " used" : ""}`);
      pick(group, id, label, picture);
    });
    picture.boxes.forEach(({ id, label }, k) => id && pick(boxes[k], id, label, picture));
    const onEdge = ({ of }) => of.split(" ").length === 3;
    write(weights, picture.cells.filter(onEdge));
    write(numbers, picture.cells.filter((cell) => !onEdge(cell)));
    if (!picture.focus) svg.setAttribute("tabindex", 0);
    else svg.setAttribute("tabindex", -1);
    if (inside) (svg.querySelector('[tabindex="0"]') ?? svg).focus({ preventScroll: true });

    reveal(picture);

    for (const { step, button } of items) {
      const { when } = picture.lines[step - 1];
      button.className = when;
      if (when === "now") button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    }
    say(verdict, picture.verdict);
    say(problem, picture.problem);
  }

  /** The equation of the step, each symbol in its frame; written anew only when it is another one. */
  function formula({ tokens, shapes }) {
    const now = JSON.stringify([tokens, shapes]);
    if (now === written) return;
    written = now;
    equation.replaceChildren();
    for (const { text, part } of tokens) {
      const token = add(equation, "span", part ? { class: "token" } : {});
      if (part) frame(add(token, "svg", { class: "frame", "aria-hidden": "true" }), part, true, { width: "100%", height: "100%" });
      add(token, "span", {}, text);
    }
    add(equation, "span", { class: "shapes" }, shapes);
  }

  /** Where the drawing is wider than its place, bring what is followed into view. */
  function reveal({ width, step, focus, boxes, edges }) {
    const now = `${key} ${step} ${focus}`;
    if (now === seen) return;
    seen = now;
    const box = boxes.find(({ id }) => id && id === focus);
    const edge = edges.find(({ id }) => id === focus);
    const x = box ? box.x : edge ? (edge.from[0] + edge.to[0]) / 2 : 0;
    scroll.scrollLeft = (x / width) * scroll.scrollWidth - scroll.clientWidth / 2;
  }

  function pick(group, id, label, { focus }) {
    group.classList.toggle("chosen", id === focus);
    set(group, { tabindex: id === focus ? 0 : -1, "aria-pressed": id === focus, "aria-label": label });
  }

  const silent = (yes) => (silence.hidden = !yes);
  const talk = conversation(model, draw, silent);
  draw(model.get("picture"));
  return talk.stop;
}

export default { render };
