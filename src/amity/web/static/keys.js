// Keys for those who do many: an element says which key presses it.
export function watchKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, textarea, select, dialog[open]") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " " && event.target.closest("button, a, summary")) return; // space presses what has the focus
    const pressed = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
    if (pressed) {
      event.preventDefault();
      pressed.click();
    }
  });
}

// A link that opens a dialog of this page; without this, it leads to the page that holds the same. What had the focus gets it back.
export function watchDialog(link) {
  const dialog = document.getElementById(link.dataset.opens);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    dialog.showModal();
  });
}
