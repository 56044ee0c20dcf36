// What the views share. The file is put in front of each figure's own module.

const SVG = "http://www.w3.org/2000/svg";

/** Add an element to `parent`: SVG inside SVG, HTML elsewhere. */
function add(parent, name, attributes = {}, text = "") {
  const space = name === "svg" ? SVG : parent.namespaceURI;
  const element = parent.appendChild(document.createElementNS(space, name));
  if (text) element.textContent = text;
  return set(element, attributes);
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Give an element new text only when it differs, so that screen readers speak only of changes. */
function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** As `say`, for an equation, which is broken in front of its equals signs if anywhere. */
function sayEquation(element, text) {
  if (element.textContent === text) return;
  element.replaceChildren();
  text.split(/(?<= )(?== )/).forEach((side) => add(element, "span", { class: "equals" }, side));
}

/** A linear scale from data to pixels. */
function scale(low, high, from, to) {
  const place = (value) => from + ((value - low) / (high - low)) * (to - from);
  return Object.assign(place, { low, high, from, to, inverse: (p) => low + ((p - from) / (to - from)) * (high - low) });
}

const minus = (value) => String(value).replace("-", "−");

/** Axes with ticks along the lower and left edge, and a faint grid. */
function axes(parent, x, y, { xTicks = [], yTicks = [], xLabel = "", yLabel = "" }) {
  const group = add(parent, "g", { class: "axes", "aria-hidden": "true" });
  for (const tick of xTicks) {
    add(group, "line", { x1: x(tick), x2: x(tick), y1: y.from, y2: y.to });
    add(group, "text", { x: x(tick), y: y.from + 18, "text-anchor": "middle" }, minus(tick));
  }
  for (const tick of yTicks) {
    add(group, "line", { x1: x.from, x2: x.to, y1: y(tick), y2: y(tick) });
    add(group, "text", { x: x.from - 8, y: y(tick) + 4, "text-anchor": "end" }, minus(tick));
  }
  const [across, up] = [(x.from + x.to) / 2, (y.from + y.to) / 2];
  add(group, "text", { x: across, y: y.from + 36, "text-anchor": "middle", class: "name" }, xLabel);
  add(group, "text", { transform: `translate(${x.from - 34} ${up}) rotate(-90)`, "text-anchor": "middle", class: "name" }, yLabel);
  return group;
}

/** The path of a curve through sampled numbers; the pen is lifted where there is no number, or where it leaves the plot. */
function curvePath(samples, numbers, x, y) {
  let drawing = false;
  const parts = numbers.map((value, i) => {
    const inside = value !== null && value >= y.low - 0.2 && value <= y.high + 0.2;
    const part = inside ? `${drawing ? "L" : "M"}${x(samples[i]).toFixed(1)} ${y(value).toFixed(1)}` : "";
    drawing = inside;
    return part;
  });
  return parts.join("");
}

/** The path of an arrow's head, at the end of a line from one point to another. */
function arrowHead([fx, fy], [tx, ty]) {
  const length = Math.hypot(tx - fx, ty - fy);
  const [ux, uy] = [(tx - fx) / length, (ty - fy) / length];
  const back = [[-9 * ux - 5 * uy, -9 * uy + 5 * ux], [-9 * ux + 5 * uy, -9 * uy - 5 * ux]];
  return `M${tx} ${ty}${back.map(([dx, dy]) => `L${tx + dx} ${ty + dy}`).join("")}Z`;
}

/** A labelled slider that shows its value, or what `text(value)` makes of it; `moved(value)` hears of every step. */
function slider(parent, { name, label, low, high, step, text }, moved) {
  const row = add(parent, "label", { class: "slider" });
  add(row, "span", {}, label);
  const input = add(row, "input", { type: "range", min: low, max: high, step, "data-testid": `slider-${name}` });
  const value = add(row, "output", {});
  const show = (number) => {
    say(value, text ? text(Number(number)) : minus(Number(number).toFixed(step % 1 ? 1 : 0)));
    input.setAttribute("aria-valuetext", value.textContent);
  };
  input.addEventListener("input", () => {
    show(input.value);
    moved(Number(input.value));
  });
  alone(input);
  return (number) => {
    input.value = number;
    show(number);
  };
}

/** A choice of one out of a few; `moved(value)` hears of it. */
function choice(parent, { name, label, options }, moved) {
  const group = add(parent, "fieldset", { class: "choice" });
  add(group, "legend", {}, label);
  const own = `${name} ${Math.random()}`; // the same figure may stand on a page twice
  const inputs = options.map(({ value, text }) => {
    const row = add(group, "label");
    const input = add(row, "input", { type: "radio", name: own, value, "data-testid": `choose-${name}-${value}` });
    add(row, "span", {}, text);
    input.addEventListener("change", () => moved(value));
    alone(input);
    return input;
  });
  return (value) => inputs.forEach((input) => (input.checked = input.value === String(value)));
}

/**
 * Buttons Back and Next; the left and right arrow keys do the same, there and on `stage`, the drawing. `at()` is the
 * step that is shown, from 0; `moved(step)` hears where it should be.
 */
function stepper(parent, { steps, stage, at, moved }) {
  const row = add(parent, "div", { class: "stepper", role: "group", "aria-label": "Steps" });
  const back = add(row, "button", { type: "button", class: "boxed", "data-testid": "back" }, "← Back");
  const count = add(row, "span", { "data-testid": "step" });
  const next = add(row, "button", { type: "button", class: "boxed", "data-testid": "next" }, "Next →");
  const go = (by) => {
    const step = Math.min(steps - 1, Math.max(0, at() + by));
    if (step !== at()) moved(step);
  };
  back.addEventListener("click", () => go(-1));
  next.addEventListener("click", () => go(1));
  for (const element of [row, stage]) {
    element.addEventListener("keydown", (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      go(by);
    });
  }
  for (const element of [back, next, stage]) alone(element);
  return (step) => {
    say(count, step ? `step ${step} of ${steps - 1}` : "start");
    back.setAttribute("aria-disabled", step === 0); // not `disabled`, which would lose the focus
    next.setAttribute("aria-disabled", step === steps - 1);
  };
}

/** Keep JupyterLab's one-key commands away from a control that uses the keys itself: the element that has the focus. */
function alone(element) {
  element.setAttribute("data-lm-suppress-shortcuts", "true");
}

const KEYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * Let a drawn element be dragged by mouse, pen or finger, moved by arrow keys (five times as far with Shift), and
 * called by a click on `ground`. `at()` is where it is; `moved([x, y])` hears where it should be, in data.
 */
function draggable(element, { svg, ground, x, y, step, at, moved }) {
  const snap = (value, { low, high }) => Math.min(high, Math.max(low, Math.round(value / step) * step)).toFixed(6) * 1;
  const move = ([across, up]) => moved([snap(across, x), snap(up, y)]);
  const follow = (event) => {
    const { x: across, y: up } = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    move([x.inverse(across), y.inverse(up)]);
  };
  element.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    element.focus();
    element.setPointerCapture(event.pointerId);
    element.addEventListener("pointermove", follow);
  });
  for (const end of ["pointerup", "pointercancel"])
    element.addEventListener(end, () => element.removeEventListener("pointermove", follow));
  ground.addEventListener("click", follow);
  element.addEventListener("keydown", (event) => {
    const [across, up] = KEYS[event.key] ?? [];
    if (across === undefined) return;
    event.preventDefault();
    const far = step * (event.shiftKey ? 5 : 1);
    move([at()[0] + across * far, at()[1] + up * far]);
  });
  alone(element);
  set(element, { tabindex: 0, role: "slider" });
}

/**
 * Talk with Python: `draw(picture)` is called with every answer, and the next state is sent only when the answer to the
 * last one is here, so that a slow neuron is never asked faster than it can answer. `silent(true)` says that none comes.
 */
function conversation(model, draw, silent) {
  const talk = { state: { ...model.get("state") }, change, stop };
  let asked = null;
  let pending = false;
  let timer = 0;

  function change(part) {
    talk.state = { ...talk.state, ...part };
    pending = true;
    if (asked === null) send();
  }

  function send() {
    pending = false;
    asked = `${Date.now()} ${Math.random()}`;
    model.set("state", { ...talk.state, asked });
    model.save_changes();
    timer = setTimeout(() => silent(true), 4000);
  }

  function answered() {
    const picture = model.get("picture");
    if (picture.asked === asked) {
      clearTimeout(timer);
      silent(false);
      asked = null;
    }
    if (asked === null && !pending) talk.state = { ...model.get("state") };
    draw(picture);
    if (asked === null && pending) send();
  }

  function stop() {
    clearTimeout(timer);
    model.off("change:picture", answered);
  }

  model.on("change:picture", answered);
  return talk;
}

const NO_KERNEL = "Python does not answer. Is another cell running? If the kernel has stopped, run this cell again.";

/**
 * A matrix in an SVG: brackets, cells, its name above and its shape below. The returned function shows a part
 * {x, y, tone, wide, name, shape, flat, rows, marks, signs}; with `picked`, an entry is chosen by click or arrow keys, and
 * `picked([row, column])` hears of it.
 */
function matrix(parent, { picked, testid } = {}) {
  const group = add(parent, "g", testid ? { "data-testid": testid } : {});
  if (!picked) set(group, { "aria-hidden": "true" });
  const name = add(group, "text", { "text-anchor": "middle", class: "title", "aria-hidden": "true" });
  const shape = add(group, "text", { "text-anchor": "middle", class: "where", "aria-hidden": "true" });
  const brackets = add(group, "path", { class: "bracket" });
  const high = 30;
  let cells = [];

  /** One entry; where entries are picked, a button. */
  function cell(r, c, wide) {
    const own = add(group, "g", { transform: `translate(${c * wide} ${r * high})` });
    add(own, "rect", { x: 1.5, y: 1.5, width: wide - 3, height: high - 3, rx: 4 });
    const text = add(own, "text", { y: high / 2 + 5, "text-anchor": "middle" });
    const sign = add(own, "text", { x: wide - 4, y: high / 2 + 5, "text-anchor": "end", class: "sign" });
    if (picked) {
      set(own, { role: "button", "data-testid": `${testid}-${r}-${c}` });
      own.addEventListener("click", () => pick(r, c));
      own.addEventListener("keydown", (event) => {
        const [across, up] = KEYS[event.key] ?? [];
        if (event.key === "Enter" || event.key === " ") pick(r, c);
        else if (across === undefined) return;
        else pick(r - up, c + across);
        event.preventDefault();
      });
      alone(own);
    }
    return { own, text, sign };
  }

  function pick(r, c) {
    if (!cells[r]?.[c]) return;
    cells[r][c].own.focus();
    picked([r, c]);
  }

  return (part) => {
    const [rows, columns] = [part.rows.length, part.rows[0].length];
    if (cells.length !== rows || cells[0].length !== columns) {
      cells.flat().forEach(({ own }) => own.remove());
      cells = part.rows.map((row, r) => row.map((_, c) => cell(r, c, part.wide)));
    }
    const [width, height] = [columns * part.wide, rows * high];
    set(group, { transform: `translate(${part.x} ${part.y})`, class: `matrix ${part.tone}` });
    set(brackets, { d: `M5-1H-2V${height + 1}H5M${width - 5}-1H${width + 2}V${height + 1}H${width - 5}` });
    brackets.classList.toggle("flat", part.flat);
    set(name, { x: width / 2, y: -10 });
    set(shape, { x: width / 2, y: height + 18 });
    say(name, part.name);
    say(shape, part.shape);
    part.rows.forEach((row, r) =>
      row.forEach((text, c) => {
        const [mark, judged] = [part.marks[r][c], part.signs[r][c]];
        set(cells[r][c].own, { class: `cell ${mark}${judged ? " judged" : ""}` });
        say(set(cells[r][c].text, { x: part.wide / 2 - (judged ? 5 : 0) }), text);
        say(cells[r][c].sign, judged);
        if (!picked) return;
        const chosen = mark.includes("chosen");
        set(cells[r][c].own, {
          tabindex: chosen ? 0 : -1,
          "aria-pressed": chosen,
          "aria-label": `${part.name}, row ${r + 1}, column ${c + 1}: ${text} ${judged}`,
        });
      }),
    );
  };
}

/** Words and arrows in an SVG that come and go; the returned function shows lists of {x, y, text, anchor, kind} and {from, to}. */
function sketch(parent) {
  const group = add(parent, "g", { "aria-hidden": "true", class: "sketch through" });
  return ({ texts = [], arrows = [] }) => {
    group.replaceChildren();
    for (const { from, to } of arrows) {
      add(group, "path", { d: `M${from.join(" ")}L${to.join(" ")}`, class: "arrow" });
      add(group, "path", { d: arrowHead(from, to), class: "arrow" });
    }
    for (const { x, y, text } of texts.filter(({ kind }) => kind === "tag")) {
      const wide = 8.2 * text.length + 8; // the drawing may not be on the page yet, and cannot be measured
      add(group, "rect", { x: x - wide / 2, y: y - 15, width: wide, height: 21, rx: 4 });
    }
    for (const { x, y, text, anchor, kind } of texts) add(group, "text", { x, y, "text-anchor": anchor, class: `halo ${kind}` }, text);
  };
}
