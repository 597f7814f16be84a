// Words selected in a report lead to the form for what the reader missed there. Offsets are code points of the cleaned text.
const points = (text) => [...text].length;

function before(text, node, offset) {
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(node, offset);
  const part = range.cloneContents();
  for (const flag of part.querySelectorAll(".flag, .removed")) flag.remove();
  return points(part.textContent);
}

export function watchSelection(text, bar) {
  if (!bar) return; // who may not enter anything
  document.addEventListener("selectionchange", () => {
    const chosen = document.getSelection();
    const inside = chosen.rangeCount && !chosen.isCollapsed && text.contains(chosen.getRangeAt(0).commonAncestorContainer);
    bar.hidden = !inside;
    if (!inside) return;
    const range = chosen.getRangeAt(0);
    const start = before(text, range.startContainer, range.startOffset);
    const end = before(text, range.endContainer, range.endOffset);
    for (const link of bar.querySelectorAll("a")) {
      const address = new URL(link.href);
      address.searchParams.set("start", start);
      address.searchParams.set("end", end);
      link.href = address;
    }
  });
}
