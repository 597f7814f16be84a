// The report's text: the words of a fact light up with it; "n" and "p" walk from fact to fact.
const lit = (text, id) => {
  for (const mark of text.querySelectorAll("mark")) mark.classList.toggle("lit", mark.dataset.facts.split(" ").includes(id));
};

function walk(text, by) {
  const flags = [...text.querySelectorAll(".flag")];
  const at = flags.findIndex((one) => `#${one.id}` === location.hash);
  const next = flags[(at + by + flags.length) % flags.length];
  if (next) location.hash = next.id;
}

export function watchReader(text) {
  const follow = () => lit(text, location.hash.replace(/^#[fl]-/, ""));
  addEventListener("hashchange", follow);
  follow();
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") walk(text, 1);
    if (event.key === "p") walk(text, -1);
  });
}
