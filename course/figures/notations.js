function render({ model, el }) {
  const { width, height, edges, nodes, options, on_edges } = model.get("scene");
  const figure = add(el, "div", { class: "course-figure steps names-of" });
  const svg = add(figure, "svg", { viewBox: `0 0 ${width} ${height}`, role: "group", class: "stage", "data-testid": "stage" });
  const plane = add(svg, "g", { "aria-hidden": "true", class: "through" });
  const lines = edges.map(({ from: [x1, y1], to: [x2, y2] }) => add(plane, "line", { x1, y1, x2, y2 }));
  const place = ({ layer, row, column = 0 }) => ({ layer, row, column });
  const own = add(svg, "g", { class: "matrix made" });
  const labels = edges.map((edge, i) => {
    const [[x1, y1], [x2, y2]] = [edge.from, edge.to];
    const group = add(own, "g", { transform: `translate(${x1 + edge.at * (x2 - x1)} ${y1 + edge.at * (y2 - y1)})` });
    add(group, "rect", { x: -33, y: -13, width: 66, height: 26, rx: 4 });
    const text = add(group, "text", { y: 5, "text-anchor": "middle", class: "halo weight" });
    const id = `${edge.layer}-${edge.row}-${edge.column}`;
    return pickable(group, text, `weight-${id}`, i, () => labels, () => choose(edge, on_edges, "weight"));
  });
  const circles = nodes.map((node, i) => {
    const group = add(svg, "g", { transform: `translate(${node.x} ${node.y})` });
    add(group, "circle", { r: 40, class: "ring" });
    add(group, "circle", { r: 34, class: "body" });
    const name = add(group, "text", { "text-anchor": "middle", class: "where" });
    const value = add(group, "text", { y: 15, "text-anchor": "middle", class: "number" });
    const one = pickable(group, value, `neuron-${node.layer}-${node.row}`, i, () => circles, () =>
      choose(node, node.layer ? ["bias", "sum", "output", "blame"] : ["output"], "output"),
    );
    return { ...one, name };
  });
  const below = Array.from({ length: 3 }, () => add(svg, "g"));
  const parts = below.map((group) => matrix(group));

  const panel = add(figure, "div", { class: "side" });
  const showQuantity = choice(panel, { name: "quantity", label: "show", options }, (quantity) => {
    talk.change({ ...place(shown), quantity });
  });
  const told = add(panel, "div", { "aria-live": "polite" });
  const title = add(told, "p", { class: "title", "data-testid": "title" });
  const table = add(panel, "table", { class: "names" });
  const head = add(add(table, "thead"), "tr");
  ["notation", "name", "where it stands"].forEach((text) => add(head, "th", { scope: "col" }, text));
  const body = add(table, "tbody");
  const rows = model.get("picture").names.map(({ whose }) => {
    const row = add(body, "tr");
    add(row, "th", { scope: "row" }, whose);
    return [add(row, "td", { class: "name", "data-testid": `name-${whose.replace(" ", "-")}` }), add(row, "td", { class: "note" })];
  });
  const silence = add(panel, "p", { class: "problem", role: "status", hidden: "" }, NO_KERNEL);
  add(panel, "p", { class: "legend" }, "Choose a weight or a neuron by mouse, or by Tab and the arrow keys. Numbers are rounded; z, a and δ are those of example 1.");
  let shown = model.get("picture");

  /** A part of the drawing that is a button; arrow keys go to the next one of its kind. */
  function pickable(group, text, testid, i, all, picked) {
    set(group, { role: "button", "data-testid": testid });
    const go = (k) => {
      const one = all()[(k + all().length) % all().length];
      one.group.focus();
      one.picked();
    };
    group.addEventListener("click", () => go(i));
    group.addEventListener("keydown", (event) => {
      const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Enter: 0, " ": 0 }[event.key];
      if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      go(i + by);
    });
    alone(group);
    return { group, text, picked };
  }

  /** Choose a place; the quantity stays if the place has it. */
  function choose(one, quantities, otherwise) {
    const quantity = quantities.includes(talk.state.quantity) ? talk.state.quantity : otherwise;
    talk.change({ ...place(one), quantity });
  }

  /** Write W^{[1]}_{12} with a superscript and a subscript. */
  function write(parent, text) {
    if (parent.dataset.text === text) return;
    parent.dataset.text = text;
    parent.replaceChildren();
    for (const [, mark, marked, plain] of text.matchAll(/([\^_])\{([^}]*)\}|([^\^_]+)/g))
      add(parent, { "^": "sup", _: "sub" }[mark] ?? "span", {}, marked ?? plain);
  }

  function draw(picture) {
    shown = picture;
    const onEdge = on_edges.includes(picture.quantity);
    const here = (one) => one.layer === picture.layer && one.row === picture.row;
    const edge = Math.max(0, edges.findIndex((one) => here(one) && one.column === picture.column));
    const node = Math.max(0, nodes.findIndex(here));
    labels.forEach(({ group, text }, i) => {
      const chosen = onEdge && i === edge;
      say(text, picture.edges[i]);
      lines[i].setAttribute("class", `edge${chosen ? " lit" : ""}`);
      set(group, {
        class: `cell${chosen ? " chosen" : ""}`,
        tabindex: i === edge ? 0 : -1,
        "aria-pressed": chosen,
        "aria-label": `weight of layer ${edges[i].layer}, from ${edges[i].column + 1} to ${edges[i].row + 1}: ${picture.edges[i]}`,
      });
    });
    circles.forEach(({ group, text, name }, i) => {
      const { name: who, value, words } = picture.nodes[i];
      const chosen = !onEdge && i === node;
      say(set(name, { y: value ? -3 : 5 }), who);
      say(set(text, { style: value.length > 6 ? "font-size: 12.5px" : "" }), value); // a sign and four decimals
      set(group, { class: `node neuron${chosen ? " chosen" : ""}`, tabindex: i === node ? 0 : -1, "aria-pressed": chosen, "aria-label": `${words} ${value}` });
    });
    parts.forEach((show, i) => {
      const part = picture.matrices[i];
      below[i].setAttribute("visibility", part ? "visible" : "hidden");
      if (part) show(part);
    });
    picture.names.forEach(({ written, note }, i) => {
      write(rows[i][0], written);
      write(rows[i][1], note);
    });
    showQuantity(picture.quantity);
    say(title, picture.title.replace(/: (?=[^:]*$)/, ":\u00a0")); // the number stays with the word before it
    svg.setAttribute("aria-label", picture.label);
  }

  const silent = (yes) => (silence.hidden = !yes);
  const talk = conversation(model, draw, silent);
  draw(model.get("picture"));
  return talk.stop;
}

export default { render };
