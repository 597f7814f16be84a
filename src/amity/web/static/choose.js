// Rows of a list: the box in the heading ticks or unticks all of them; shift ticks those between.
export function watchChoice(all) {
  const boxes = [...document.querySelectorAll(`input[type=checkbox][name=id][form=${all.dataset.all}]`)];
  let last = -1;
  all.hidden = false;
  all.addEventListener("change", () => {
    for (const one of boxes) one.checked = all.checked;
  });
  boxes.forEach((box, at) =>
    box.addEventListener("click", (event) => {
      if (event.shiftKey && last >= 0) for (const one of boxes.slice(Math.min(at, last), Math.max(at, last))) one.checked = box.checked;
      last = at;
      all.checked = boxes.every((one) => one.checked);
    }),
  );
}
