// The field at the top: "/" puts the cursor there, suggestions come while one types, arrow keys walk through them.
const PAUSE = 150; // milliseconds without a key before the server is asked

const isTyping = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

function entry(one) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `/${one.layer === "documents" ? "documents" : "things"}/${encodeURIComponent(one.id)}`;
  link.textContent = one.label;
  const kind = document.createElement("small");
  kind.textContent = ` ${one.said}`;
  link.append(kind);
  item.append(link);
  return item;
}

function step(field, list, by) {
  const links = [...list.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement) + by;
  (at < 0 ? field : (links[at] ?? document.activeElement)).focus();
}

export function watchSearch(field, list) {
  let waiting = 0;
  let asked = "";
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !isTyping(event.target)) {
      event.preventDefault();
      field.focus();
      field.select();
    }
    if (event.key === "Escape" && !list.hidden) {
      list.hidden = true;
      field.focus();
    }
    if (!list.hidden && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      step(field, list, event.key === "ArrowDown" ? 1 : -1);
    }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // a click leaves the focus where it is
  field.form.addEventListener("focusout", (event) => {
    if (!field.form.contains(event.relatedTarget)) list.hidden = true;
  });
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      asked = field.value.trim();
      const words = asked;
      const answer = words ? await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(words)}`) : null;
      if (words !== asked || (answer && !answer.ok)) return;
      list.replaceChildren(...(answer ? await answer.json() : []).map(entry));
      list.hidden = list.childElementCount === 0;
    }, PAUSE);
  });
}
