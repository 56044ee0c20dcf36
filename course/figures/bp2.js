function render({ model, el }) {
  const { width, height } = model.get("scene");
  const figure = add(el, "div", { class: "course-figure steps fields" });
  const svg = add(figure, "svg", { viewBox: `0 0 ${width} ${height}`, role: "group", class: "stage", "data-testid": "stage" });
  const around = sketch(svg);
  const parts = Object.fromEntries(["blame", "made", "bias"].map((name) => [name, matrix(svg)]));
  parts.after = matrix(svg, { testid: "after", picked: ([r, c]) => talk.change({ r, c }) });

  const panel = add(figure, "div", { class: "side" });
  const over = ["examples", "neurons"].map((value) => ({ value, text: value }));
  const showAlong = choice(panel, { name: "along", label: "sum over", options: over }, (along) => talk.change({ along }));
  const flags = [true, false].map((value) => ({ value, text: value ? "True" : "False" }));
  const showKeep = choice(panel, { name: "keepdims", label: "keepdims", options: flags }, (keepdims) => talk.change({ keepdims }));
  const told = add(panel, "div", { "aria-live": "polite", class: "told" });
  const lines = ["title", "rule", "whose", "equation"].map((name) => [name, add(told, "p", { class: name, "data-testid": name })]);
  const verdict = add(panel, "p", { role: "status", "data-testid": "verdict" });
  const problem = add(panel, "p", { class: "problem", role: "status", "data-testid": "problem" });
  const silence = add(panel, "p", { class: "problem", role: "status", hidden: "" }, NO_KERNEL);
  add(panel, "p", { class: "legend" }, "Choose an entry of b1 − db by mouse, or by Tab and the arrow keys. ✓: this bias met its own gradient. Numbers are rounded.");

  function draw(picture) {
    around(picture);
    for (const [name, show] of Object.entries(parts)) show(picture.matrices[name]);
    for (const [name, line] of lines) (name === "equation" ? sayEquation : say)(line, picture[name]);
    showAlong(talk.state.along);
    showKeep(talk.state.keepdims);
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
