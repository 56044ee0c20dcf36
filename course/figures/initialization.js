function render({ model, el }) {
  const { schemes, activations, depths, gains } = model.get("scene");
  const figure = add(el, "div", { class: "course-figure layers" });
  const row = add(figure, "svg", { viewBox: "0 0 720 182", role: "img", class: "row", "data-testid": "histograms" });
  const [top, floor] = [36, 116];

  const svg = add(figure, "svg", { viewBox: "0 0 500 300", class: "half", "aria-hidden": "true" });
  const ground = add(svg, "g");

  const panel = add(figure, "div", { class: "side" });
  const showScheme = choice(panel, { name: "scheme", label: "weights", options: schemes }, (scheme) => talk.change({ scheme }));
  const showG = choice(panel, { name: "g", label: "activation", options: activations }, (g) => talk.change({ g }));
  const showDepth = slider(panel, { name: "depth", label: "depth", low: depths[0], high: depths[1], step: 1 }, (depth) => talk.change({ depth }));
  const showGain = slider(panel, { name: "gain", label: "gain", low: gains[0], high: gains[1], step: 0.1 }, (gain) => talk.change({ gain }));
  const told = add(panel, "div", { "aria-live": "polite", class: "told" });
  const lines = ["kind", "result", "numbers", "weights"].map((name) => {
    const kind = { kind: "title", weights: "formula", numbers: "formula" }[name] ?? "";
    return [name, add(told, "p", { class: kind, "data-testid": name })];
  });
  const silence = add(panel, "p", { class: "problem", role: "status", hidden: "" }, NO_KERNEL);

  /** One histogram, centred in its share of the row. */
  function histogram(part, k, count) {
    const wide = 96;
    const left = ((k + 0.5) * 720) / count - wide / 2;
    const group = add(row, "g", { transform: `translate(${left} 0)` });
    const step = wide / part.bars.length;
    const bar = (height, i) => (height ? `M${(i * step).toFixed(1)} ${floor}v${(-height * (floor - top)).toFixed(1)}h${(step - 0.8).toFixed(1)}V${floor}Z` : "");
    add(group, "path", { class: "bars", d: part.bars.map((height, i) => (part.zeros && i === 0 ? "" : bar(height, i))).join("") });
    if (part.zeros) add(group, "path", { class: "bars zeros", d: bar(1, 0) });
    add(group, "line", { class: "base", x1: 0, x2: wide, y1: floor, y2: floor });
    add(group, "text", { x: wide / 2, y: 14, "text-anchor": "middle" }, `layer ${part.layer}`);
    if (part.zeros) add(group, "text", { x: 0, y: top - 6, class: "where" }, part.zeros);
    add(group, "text", { x: 0, y: floor + 17, "text-anchor": part.ends[0] === "0" ? "start" : "middle", class: "where" }, part.ends[0]);
    add(group, "text", { x: wide, y: floor + 17, "text-anchor": part.ends[1].length > 2 ? "end" : "middle", class: "where" }, part.ends[1]);
    add(group, "text", { x: wide / 2, y: floor + 38, "text-anchor": "middle", class: "where quiet" }, "spread");
    add(group, "text", { x: wide / 2, y: floor + 56, "text-anchor": "middle", class: "spread" }, part.spread);
  }

  /** The spread against the layer, and what of it depends on the example; an equal factor a layer is a straight line. */
  function plot({ ticks, spreads, signals, depth, histograms }) {
    ground.replaceChildren();
    const x = scale(1, depth, 62, 484);
    const y = scale(ticks[0], ticks[ticks.length - 1], 250, 34);
    const marked = histograms.map(({ layer }) => layer);
    axes(ground, x, y, { xTicks: marked, xLabel: "layer", yTicks: ticks });
    add(ground, "text", { transform: "translate(16 142) rotate(-90)", "text-anchor": "middle", class: "quiet" }, "power of ten of the spread");
    const layers = spreads.map((_, i) => i + 1);
    for (const [values, style, dash] of [[spreads, 0, ""], [signals, 1, "9 5"]]) {
      const group = add(ground, "g", { class: "curve", style: `--c: var(--c${style})` });
      add(group, "path", { d: curvePath(layers, values, x, y), "stroke-dasharray": dash || "none" });
      if (style) continue;
      for (const layer of marked)
        if (values[layer - 1] !== null) add(group, "circle", { class: "dot", r: 4.5, cx: x(layer), cy: y(values[layer - 1]) });
    }
    if (spreads[0] === null) add(ground, "text", { x: 273, y: 146, "text-anchor": "middle", class: "halo" }, "0 in every layer: below every power of ten");
    key(62, 0, "", "all entries");
    key(194, 1, "9 5", "from example to example");
  }

  function key(left, style, dash, name) {
    const group = add(ground, "g", { class: "curve", style: `--c: var(--c${style})` });
    add(group, "path", { d: `M${left} 14h34`, "stroke-dasharray": dash || "none" });
    add(group, "text", { x: left + 42, y: 18 }, name);
  }

  function draw(picture) {
    row.replaceChildren();
    picture.histograms.forEach((part, k) => histogram(part, k, picture.histograms.length));
    row.setAttribute("aria-label", picture.label);
    plot(picture);
    showScheme(talk.state.scheme);
    showG(talk.state.g);
    showDepth(talk.state.depth);
    showGain(talk.state.gain);
    for (const [name, line] of lines) say(line, picture[name]);
  }

  const talk = conversation(model, draw, (yes) => (silence.hidden = !yes));
  draw(model.get("picture"));
  return talk.stop;
}

export default { render };
