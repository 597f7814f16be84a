// Maps and networks: "+" and "−" (buttons or keys on the drawing), dragging, the wheel with Ctrl; arrows move, "0" shows all again.
const STEP = 1.5;
const DEEPEST = 1 / 12; // share of the whole that is shown at most deep in
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function show(svg, box) {
  const { width, height } = svg.whole;
  box.width = Math.min(width, Math.max(width * DEEPEST, box.width));
  box.height = (box.width * height) / width;
  box.x = Math.min(width - box.width, Math.max(0, box.x));
  box.y = Math.min(height - box.height, Math.max(0, box.y));
  svg.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
  svg.classList.toggle("near", box.width < width);
}

const now = (svg) => {
  const [x, y, width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  return { x, y, width, height };
};

// Zooms by a factor; the point (shares of what is shown) stays where it is.
function zoom(svg, by, [across, down] = [0.5, 0.5]) {
  const box = now(svg);
  const width = Math.min(svg.whole.width, Math.max(svg.whole.width * DEEPEST, box.width / by));
  const height = (width * svg.whole.height) / svg.whole.width;
  show(svg, { x: box.x + (box.width - width) * across, y: box.y + (box.height - height) * down, width, height });
}

function move(svg, across, down) {
  const box = now(svg);
  show(svg, { ...box, x: box.x + across * box.width, y: box.y + down * box.height });
}

function key(svg, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "+" || event.key === "=") zoom(svg, STEP);
  else if (event.key === "-") zoom(svg, 1 / STEP);
  else if (event.key === "0") show(svg, { ...svg.whole });
  else if (event.key in ARROWS) move(svg, ARROWS[event.key][0] / 5, ARROWS[event.key][1] / 5);
  else return;
  event.preventDefault();
}

function drag(svg) {
  let from = null;
  let moved = false;
  svg.addEventListener("pointerdown", (event) => {
    from = event.button === 0 ? [event.clientX, event.clientY] : null;
    moved = false;
  });
  svg.addEventListener("pointermove", (event) => {
    if (!from || !(event.buttons & 1)) return;
    const size = svg.getBoundingClientRect();
    if (!moved && Math.hypot(event.clientX - from[0], event.clientY - from[1]) < 4) return;
    moved = true;
    move(svg, (from[0] - event.clientX) / size.width, (from[1] - event.clientY) / size.height);
    from = [event.clientX, event.clientY];
  });
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("click", (event) => moved && event.preventDefault(), true);
}

function button(svg, sign, name, by) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "quiet";
  made.textContent = sign;
  made.setAttribute("aria-label", name);
  made.addEventListener("click", () => (by ? zoom(svg, by) : show(svg, { ...svg.whole })));
  return made;
}

export function watchMap(svg) {
  svg.whole = now(svg);
  const bar = document.createElement("div");
  bar.className = "zoom";
  const { near, far, all } = svg.dataset;
  bar.append(button(svg, "+", near || "Nearer", STEP), button(svg, "−", far || "Further", 1 / STEP), button(svg, "0", all || "Show all", 0));
  svg.before(bar);
  svg.parentElement.addEventListener("keydown", (event) => key(svg, event));
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return; // the wheel alone scrolls the page
    event.preventDefault();
    const size = svg.getBoundingClientRect();
    zoom(svg, event.deltaY < 0 ? STEP : 1 / STEP, [(event.clientX - size.left) / size.width, (event.clientY - size.top) / size.height]);
  }, { passive: false });
  drag(svg);
}
