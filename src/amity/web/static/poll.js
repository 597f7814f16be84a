// Progress: a part of the page is asked for again until it says that it is done.
import { put } from "./parts.js";

const EVERY = 700; // milliseconds

export function watchProgress(place) {
  const again = async () => {
    const answer = await fetch(place.dataset.poll);
    if (!answer.ok) return;
    put(place, await answer.text());
    const state = place.querySelector("[data-state]").dataset.state;
    if (state === "waiting" || state === "reading") setTimeout(again, EVERY);
  };
  setTimeout(again, EVERY);
}
