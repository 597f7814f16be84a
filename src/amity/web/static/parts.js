// Parts of a page that take longer are asked for once the page is there; without this, a link leads to them.
export async function loadParts() {
  for (const place of document.querySelectorAll("[data-load]")) {
    const answer = await fetch(place.dataset.load);
    if (!answer.ok) continue;
    const found = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...found.body.childNodes);
  }
}
