function render({ model, el }) {
  const { powers, window, curves, problem } = model.get("scene");
  const [left, right, low, high] = window;
  const figure = add(el, "div", { class: "course-figure" });
  const [x, y] = [scale(left, right, 58, 640), scale(low, high, 330, 20)];
  const svg = add(figure, "svg", { viewBox: "0 0 660 376", role: "group" });
  axes(svg, x, y, { xTicks: [-12, -10, -8, -6, -4, -2], yTicks: [-12, -9, -6, -3, 0], xLabel: "power of ten of the step ε", yLabel: "power of ten of the relative error" });
  const ground = add(svg, "rect", { class: "ground", x: x.from, y: y.to, width: x.to - x.from, height: y.from - y.to });
  const good = add(svg, "g", { class: "through", "aria-hidden": "true" });
  add(good, "line", { x1: x.from, x2: x.to, y1: y(-7), y2: y(-7), class: "target" });
  add(good, "text", { x: x(-12.9), y: y(-7) + 16, class: "halo" }, "small enough below this line");
  const places = [[-3, -9.3], [-4.3, -3.4]]; // where the names of the curves stand, away from the first step, 10⁻²
  curves.forEach((curve, i) => {
    const group = add(svg, "g", { class: "curve through", style: `--c: var(--c${curve.style})`, "aria-hidden": "true" });
    add(group, "path", { d: curvePath(powers, curve.errors, x, y), "stroke-dasharray": curve.dash || "none" });
    add(group, "text", { x: x(places[i][0]), y: y(places[i][1]), "text-anchor": "middle", class: "halo" }, curve.name);
  });
  const handle = add(svg, "g", { class: "handle", "data-testid": "point" });
  add(handle, "line", { y1: y.to, y2: y.from, class: "cursor" });
  add(handle, "rect", { x: -13, width: 26, y: y.to, height: y.from - y.to, class: "reach" });
  const knob = add(handle, "g", {});
  add(knob, "circle", { r: 12, class: "ring" });
  add(knob, "path", { d: "M0-9 9 0 0 9-9 0Z", class: "knob" });

  const panel = add(figure, "div", { class: "below" });
  const controls = add(panel, "div", { class: "controls" });
  const options = curves.map(({ name }) => ({ value: name, text: name }));
  const showKind = choice(controls, { name: "kind", label: "kind", options }, (kind) => talk.change({ kind }));
  const showPower = slider(controls, { name: "power", label: "power of ten of ε", low: left, high: right, step: 0.1 }, (power) => talk.change({ power }));
  const words = add(panel, "div", { class: "words" });
  const numbers = add(words, "p", { class: "formula", "data-testid": "numbers" });
  const result = add(words, "p", { "aria-live": "polite", "data-testid": "result" });
  if (problem) add(words, "p", { class: "problem", role: "status" }, problem);
  const silence = add(words, "p", { class: "problem", role: "status", hidden: "" }, NO_KERNEL);

  function draw(picture) {
    set(handle, {
      transform: `translate(${x(picture.power)} 0)`,
      "aria-label": "The step, moved by arrow keys",
      "aria-valuemin": left, "aria-valuemax": right, "aria-valuenow": picture.power,
      "aria-valuetext": picture.numbers,
    });
    set(knob, { transform: `translate(0 ${y(picture.error)})` });
    svg.setAttribute("aria-label", picture.label);
    showPower(talk.state.power);
    showKind(talk.state.kind);
    say(numbers, picture.numbers);
    say(result, picture.result);
  }

  const talk = conversation(model, draw, (yes) => (silence.hidden = !yes));
  draggable(handle, { svg, ground, x, y, step: 0.1, at: () => [talk.state.power, 0], moved: ([power]) => talk.change({ power }) });
  draw(model.get("picture"));
  return talk.stop;
}

export default { render };
