function render({ model, el }) {
  const { width, height } = model.get("scene");
  const figure = add(el, "div", { class: "course-figure steps" });
  const svg = add(figure, "svg", { viewBox: `0 0 ${width} ${height}`, role: "group", class: "stage", "data-testid": "stage" });
  const around = sketch(svg);
  const parts = Object.fromEntries(["blame", "came", "products"].map((name) => [name, matrix(svg)]));
  parts.made = matrix(svg, { testid: "dW", picked: ([r, s]) => talk.change({ r, s }) });

  const panel = add(figure, "div", { class: "side" });
  const told = add(panel, "div", { "aria-live": "polite", class: "told" });
  const lines = ["title", "equation", "meaning"].map((name) => [name, add(told, "p", { class: name, "data-testid": name })]);
  const verdict = add(panel, "p", { role: "status", "data-testid": "verdict" });
  const problem = add(panel, "p", { class: "problem", role: "status", "data-testid": "problem" });
  const silence = add(panel, "p", { class: "problem", role: "status", hidden: "" }, NO_KERNEL);
  add(panel, "p", { class: "legend" }, "Choose an entry of dW1 by mouse, or by Tab and the arrow keys. Numbers are rounded.");

  function draw(picture) {
    around(picture);
    for (const [name, show] of Object.entries(parts)) show(picture.matrices[name]);
    for (const [name, line] of lines) (name === "equation" ? sayEquation : say)(line, picture[name]);
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
