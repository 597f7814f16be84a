// Keys, suggestions and highlighting; every page works without them.
import { watchChoice } from "./choose.js";
import { watchDialog, watchKeys } from "./keys.js";
import { watchMap } from "./maps.js";
import { loadParts } from "./parts.js";
import { watchProgress } from "./poll.js";
import { watchReader } from "./reader.js";
import { watchSelection } from "./select.js";
import { watchSearch } from "./search.js";

watchSearch(document.querySelector("[data-suggest]"), document.getElementById("suggestions"));
for (const text of document.querySelectorAll("[data-reader]")) {
  watchReader(text);
  watchSelection(text, document.querySelector("[data-selected]"));
}
watchKeys();
for (const link of document.querySelectorAll("[data-opens]")) watchDialog(link);
document.querySelector(".said")?.focus({ preventScroll: true }); // what was done is told first; the next Tab leads to its undo
if (matchMedia("(max-width: 48rem)").matches) for (const one of document.querySelectorAll("[data-fold]")) one.open = false;
for (const all of document.querySelectorAll("[data-all]")) watchChoice(all);
loadParts();
for (const place of document.querySelectorAll("[data-poll]")) watchProgress(place);
for (const map of document.querySelectorAll("[data-map]")) watchMap(map);
