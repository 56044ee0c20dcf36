const DOTS = 60; // up to so many epochs, each is a dot

function render({ model, el }) {
  const figure = add(el, "div", { class: "course-figure learning" });
  const top = add(figure, "div", { class: "growth" });
  const numbers = add(top, "p", { class: "numbers", "data-testid": "numbers" });
  const bar = add(top, "svg", { class: "bar", viewBox: "0 0 900 16", preserveAspectRatio: "none", role: "progressbar", "aria-label": "epochs", "data-testid": "progress" });
  const full = add(bar, "rect", { class: "full", x: 1, y: 1, height: 14 });
  add(bar, "rect", { class: "frame", x: 1, y: 1, width: 898, height: 14, rx: 3 });
  const plots = ["cost", "accuracy"].map((name, i) => {
    const svg = add(figure, "svg", { viewBox: "0 0 440 292", class: "half", role: "img", "data-testid": name });
    const grid = add(svg, "g");
    const group = add(svg, "g", { class: "curve", style: `--c: var(--c${i})`, "aria-hidden": "true" });
    return { name, svg, grid, line: add(group, "path"), dots: add(group, "path", { class: "dots" }), crosses: add(group, "path", { class: "cross" }), key: add(group, "text", { x: 424, y: 40, "text-anchor": "end", class: "halo" }) };
  });
  const result = add(top, "p", { role: "status", "data-testid": "result" });

  function curve({ name, svg, grid, line, dots, crosses, key }, picture) {
    const values = { cost: picture.costs, accuracy: picture.accuracies }[name];
    const yTicks = picture[`${name}_ticks`];
    const xTicks = picture.epoch_ticks;
    svg.style.display = name === "cost" || values.length ? "" : "none";
    const x = scale(0, picture.end, 76, 424);
    const y = scale(yTicks[0], yTicks[yTicks.length - 1], 242, 18);
    grid.replaceChildren();
    const frame = axes(grid, x, y, { xTicks, yTicks, xLabel: "epoch" });
    add(frame, "text", { transform: "translate(16 130) rotate(-90)", "text-anchor": "middle", class: "name" }, name); // clear of ticks like 0.9985
    set(line, { d: curvePath(picture.at, values, x, y) });
    const marked = values.length <= DOTS ? values : values.slice(-1); // the last one is always marked
    const from = values.length - marked.length;
    set(dots, { d: marked.map((value, i) => (value === null ? "" : dot(x(picture.at[from + i]), y(value), name))).join("") });
    set(crosses, { d: name === "cost" ? picture.bad.map((epoch) => `M${x(epoch) - 5} 13l10 10m0-10l-10 10`).join("") : "" });
    say(key, name === "cost" && picture.bad.length ? "×: not a finite number" : "");
    svg.setAttribute("aria-label", name === "cost" ? picture.label : "The accuracy after each epoch.");
  }

  /** A disc for the cost, a diamond for the accuracy. */
  function dot(x, y, name) {
    const [a, b] = [x.toFixed(1), y.toFixed(1)];
    return name === "cost" ? `M${a} ${b}m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0Z` : `M${a} ${b}m0-5l5 5-5 5-5-5Z`;
  }

  function draw() {
    const picture = model.get("picture");
    const { done, epochs } = picture;
    set(full, { width: (898 * Math.min(done, epochs)) / epochs });
    set(bar, { "aria-valuemin": 0, "aria-valuemax": Math.max(done, epochs), "aria-valuenow": done, "aria-valuetext": `epoch ${done} of ${epochs}` });
    for (const plot of plots) curve(plot, picture);
    say(numbers, picture.numbers);
    say(result, picture.result);
  }

  model.on("change:picture", draw);
  draw();
  return () => model.off("change:picture", draw);
}

export default { render };
