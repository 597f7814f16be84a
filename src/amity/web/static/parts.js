// Parts of a page that take longer are asked for once the page is there; without this, a link leads to them.
export async function loadParts() {
  for (const place of document.querySelectorAll("[data-load]")) {
    const answer = await fetch(place.dataset.load);
    if (answer.ok) put(place, await answer.text());
  }
}

// Puts what the server made into a place, unless it is there already; a link that had the focus keeps it.
export function put(place, told) {
  const found = new DOMParser().parseFromString(told, "text/html").body;
  if (found.innerHTML === place.innerHTML) return;
  const kept = place.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  place.replaceChildren(...found.childNodes);
  if (kept) [...place.querySelectorAll("a")].find((one) => one.getAttribute("href") === kept)?.focus();
}
