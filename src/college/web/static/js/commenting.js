// Words selected in the sentence above become the words that are meant, with what stands around them.
// The offset counts UTF-16 units, as browsers do; the server turns it into code points.
const AROUND = 32;
const sentence = document.querySelector("[data-selectable]");
const field = (name) => document.querySelector(`form.sheet [name="${name}"]`);

const offset = (node, place) => {
  const before = document.createRange();
  before.selectNodeContents(sentence);
  before.setEnd(node, place);
  return before.toString().length;
};

const forget = () => {
  for (const name of ["prefix", "suffix", "unit"]) field(name).value = "";
};

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  if (!sentence.contains(range.commonAncestorContainer)) return;
  const words = sentence.textContent;
  const start = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  if (!words.slice(start, end).trim()) return;
  field("exact").value = words.slice(start, end);
  field("prefix").value = words.slice(Math.max(0, start - AROUND), start);
  field("suffix").value = words.slice(end, end + AROUND);
  field("unit").value = start;
});

// Typed words are looked for anew: what was around the selected ones is no longer true of them.
field("exact")?.addEventListener("input", forget);
