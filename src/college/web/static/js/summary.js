// A reader's own helps: what changed since she last read, kept in this browser alone; addresses to copy.
const HALF_AN_HOUR = 30 * 60 * 1000;

// Small and stable: it only tells whether a sentence is the one that was read.
const hash = (words) => {
  let h = 0x811c9dc5;
  for (const letter of words) h = Math.imul(h ^ letter.codePointAt(0), 0x01000193);
  return (h >>> 0).toString(36);
};

const sentences = () => {
  const found = {};
  for (const one of document.querySelectorAll(".st .st-text")) {
    found[one.closest(".st").id.slice(2)] = hash(one.textContent.trim());
  }
  return found;
};

const remembered = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key)) || {};
  } catch {
    return {};
  }
};

const since = document.querySelector("[data-since]");
if (since) {
  const key = `read-${since.dataset.summary}`;
  const kept = remembered(key);
  const now = { at: Date.now(), read: sentences() };
  // The same words read again a moment later: it still tells what is new since the time before.
  const again =
    kept.last &&
    now.at - kept.last.at < HALF_AN_HOUR &&
    JSON.stringify(kept.last.read) === JSON.stringify(now.read);
  const before = again ? kept.before : kept.last;
  try {
    localStorage.setItem(key, JSON.stringify({ last: now, before }));
  } catch {
    // Without room to remember, nothing is told next time.
  }
  if (before) tell(since, before, now);
}

function tell(place, before, now) {
  const fresh = Object.keys(now.read).filter((id) => now.read[id] !== before.read[id]);
  const gone = Object.keys(before.read).filter((id) => !(id in now.read)).length;
  const on = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" });
  const line = place.querySelector("p:last-child");
  const words = place.dataset;
  const parts = [];
  if (fresh.length) parts.push(`${fresh.length} ${words.changed}`);
  if (gone) parts.push(`${gone} ${words.gone}`);
  const lead = parts.length ? words.first : words.same;
  line.textContent = `${lead} ${on.format(before.at)}${parts.length ? `: ${parts.join(", ")}` : ""}.`;
  for (const id of fresh) {
    const one = document.getElementById(`s-${id}`);
    one.classList.add("fresh");
    const link = document.createElement("a");
    link.href = `#s-${id}`;
    link.textContent = one.querySelector(".st-text").textContent.trim().split(/\s+/u).slice(0, 7).join(" ") + " …";
    line.append(document.createElement("br"), link);
  }
  place.hidden = false;
}

// The address of a sentence goes along on a click, and the page stays where it is.
document.addEventListener("click", async (event) => {
  const pin = event.target.closest?.(".pin[href*='#']");
  if (!pin || event.metaKey || event.ctrlKey || event.shiftKey || !navigator.clipboard) return;
  event.preventDefault();
  history.replaceState(null, "", pin.hash);
  try {
    await navigator.clipboard.writeText(pin.href);
    pin.dataset.copied = "✓";
    setTimeout(() => delete pin.dataset.copied, 1500);
  } catch {
    location.href = pin.href;
  }
});

// In a long summary the notes of a section have a page of their own: they are fetched and opened here.
document.addEventListener("click", async (event) => {
  const mark = event.target.closest?.("a.mark");
  if (!mark || event.metaKey || event.ctrlKey || event.shiftKey || !HTMLElement.prototype.showPopover) return;
  event.preventDefault();
  const open = await notes(mark).catch(() => null);
  if (open) open.showPopover();
  else location.href = mark.href;
});

const pages = new Map();

async function notes(mark) {
  const [address] = mark.href.split("#");
  if (!pages.has(address)) {
    const answer = await fetch(address);
    pages.set(address, new DOMParser().parseFromString(await answer.text(), "text/html"));
  }
  const there = pages.get(address).getElementById(mark.closest(".st").id);
  const note = document.createElement("div");
  note.className = "note";
  note.popover = "auto";
  for (const button of there.querySelectorAll("button.mark")) {
    const one = pages.get(address).getElementById(button.getAttribute("popovertarget")).cloneNode(true);
    one.querySelector(".note-close")?.remove();
    note.append(...one.childNodes);
  }
  mark.after(note);
  note.addEventListener("toggle", (change) => change.newState === "closed" && note.remove());
  return note;
}
