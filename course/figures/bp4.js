const SHAPES = ["M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0Z", "M0-8.5 8.5 0 0 8.5-8.5 0Z"]; // a disc, a diamond

function render({ model, el }) {
  const { width, height, reach, window: [low, high], z: samples, circle: [cx, cy, radius], choices, sliders } = model.get("scene");
  const figure = add(el, "div", { class: "course-figure steps" });
  const svg = add(figure, "svg", { viewBox: `0 0 ${width} ${height}`, role: "group", class: "stage", "data-testid": "stage" });
  const x = scale(-reach, reach, 40, 584);
  const y = scale(low, high, 258, 14);
  axes(svg, x, y, { xTicks: [-6, -4, -2, 0, 2, 4, 6], yTicks: [-1, 0, 1, 2], xLabel: "z" });
  const ground = add(svg, "rect", { class: "ground", x: x.from, y: y.to, width: x.to - x.from, height: y.from - y.to });
  const handle = add(svg, "g", { class: "handle", "data-testid": "point-z" });
  add(handle, "line", { y1: y.to - 6, y2: y.from, class: "cursor" });
  const curves = ["g, the output", "g′, the slope"].map((name, k) => {
    const group = add(svg, "g", { class: "curve through", style: `--c: var(--c${k})`, "aria-hidden": "true" });
    const dashes = { "stroke-dasharray": k ? "9 5" : "none" };
    const line = add(group, "path", dashes);
    add(group, "path", { d: `M54 ${32 + 22 * k}H94`, ...dashes });
    add(group, "text", { x: 102, y: 36 + 22 * k, class: "halo" }, name);
    return { line, mark: add(group, "path", { class: "mark", d: SHAPES[k] }) };
  });
  svg.append(handle);
  add(handle, "rect", { x: -13, width: 26, y: 0, height: y.from, class: "reach" });
  add(handle, "circle", { cy: 14, r: 12, class: "ring" });
  add(handle, "path", { d: "M0 5 9 14 0 23-9 14Z", class: "knob" });

  const flow = add(svg, "g", { "aria-hidden": "true", class: "through" });
  const bands = ["band arriving", "band left"].map((kind) => add(flow, "path", { class: kind }));
  add(add(flow, "g", { class: "node" }), "circle", { cx, cy, r: radius });
  const around = sketch(svg);

  const panel = add(figure, "div", { class: "side" });
  const options = choices.map((value) => ({ value, text: value }));
  const showChoice = choice(panel, { name: "g", label: "g", options }, (g) => talk.change({ g }));
  const moved = sliders.map((one) => [one.name, slider(panel, one, (value) => talk.change({ [one.name]: value }))]);
  const told = add(panel, "div", { "aria-live": "polite", class: "told" });
  const lines = ["title", "equation", "meaning", "row"].map((name) => [name, add(told, "p", { class: name, "data-testid": name })]);
  const verdict = add(panel, "p", { role: "status", "data-testid": "verdict" });
  const problem = add(panel, "p", { class: "problem", role: "status", "data-testid": "problem" });
  const silence = add(panel, "p", { class: "problem", role: "status", hidden: "" }, NO_KERNEL);

  function draw(picture) {
    const px = x(picture.z);
    curves.forEach(({ line, mark }, k) => {
      const value = picture.marks[k];
      set(line, { d: curvePath(samples, picture.curves[k], x, y) });
      const seen = value !== null && value >= low && value <= high;
      set(mark, { transform: `translate(${px} ${seen ? y(value) : 0})`, visibility: seen ? "visible" : "hidden" });
    });
    set(handle, {
      transform: `translate(${px} 0)`,
      "aria-label": "Point on the curves, moved by arrow keys",
      "aria-valuemin": -reach, "aria-valuemax": reach, "aria-valuenow": picture.z,
      "aria-valuetext": `z = ${minus(picture.z.toFixed(1))}, ${picture.title}`,
    });
    picture.bands.forEach((corners, k) => set(bands[k], { d: corners.length ? `M${corners.map((one) => one.join(" ")).join("L")}Z` : "" }));
    around(picture);
    for (const [name, line] of lines) say(line, picture[name]);
    svg.setAttribute("aria-label", picture.label);
    showChoice(talk.state.g);
    for (const [key, show] of moved) show(talk.state[key]);
    say(verdict, picture.verdict);
    say(problem, picture.problem);
  }

  const silent = (yes) => (silence.hidden = !yes);
  const talk = conversation(model, draw, silent);
  draggable(handle, { svg, ground, x, y, step: 0.1, at: () => [talk.state.z, 0], moved: ([z]) => talk.change({ z }) });
  draw(model.get("picture"));
  return talk.stop;
}

export default { render };
