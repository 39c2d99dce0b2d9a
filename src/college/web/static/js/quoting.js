// Puts the words selected in a passage or comment into the links below it: characters from 0, the end exclusive.
// Positions count code points, as the server does; the text stands in its element letter for letter.
const position = (element, node, offset) => {
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(node, offset);
  return Array.from(before.toString()).length;
};
const update = () => {
  const selection = document.getSelection();
  if (!selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const inside = range.commonAncestorContainer;
  const element = (inside.nodeType === Node.ELEMENT_NODE ? inside : inside.parentElement)?.closest("[data-quotable]");
  for (const ways of document.querySelectorAll("[data-quote]")) {
    const mine = element?.dataset.quotable === ways.dataset.quote && !range.collapsed;
    for (const link of ways.querySelectorAll("[data-quoting]")) {
      link.dataset.whole ??= link.getAttribute("href");
      const url = new URL(link.dataset.whole, location.href);
      if (mine) {
        const start = position(element, range.startContainer, range.startOffset);
        const end = position(element, range.endContainer, range.endOffset);
        url.searchParams.set("quote", `${ways.dataset.quote},${start},${end}`);
      } else if (element === undefined || element === null) {
        continue;
      }
      link.setAttribute("href", url.pathname + url.search + url.hash);
    }
  }
};
document.addEventListener("selectionchange", update);
