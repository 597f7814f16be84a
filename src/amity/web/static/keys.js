// Keys for those who do many: an element says which key presses it.
export function watchKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " " && event.target.closest("button, a, summary")) return; // space presses what has the focus
    const pressed = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
    if (pressed) {
      event.preventDefault();
      pressed.click();
    }
  });
}
