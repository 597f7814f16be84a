// Progress: a part of the page is asked for again until it says that it is done.
const EVERY = 700; // milliseconds

export function watchProgress(place) {
  const again = async () => {
    const answer = await fetch(place.dataset.poll);
    if (!answer.ok) return;
    const found = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...found.body.childNodes);
    const state = place.querySelector("[data-state]").dataset.state;
    if (state === "waiting" || state === "reading") setTimeout(again, EVERY);
  };
  setTimeout(again, EVERY);
}
