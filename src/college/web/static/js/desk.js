// The editor's desk: a sentence saves itself a moment after the last key, and nothing typed is ever lost.
// <form data-autosave="statement id"> with a textarea "words", a hidden "base" (the number of the wording it was
// written from) and a status [data-said] that holds the sentences to say. What is not saved yet stands in this
// tab's memory; a page that follows a plain save (data-sent) lets it go, any other puts it back.
const PREFIX = "college-desk:";
const PAUSE = 1500;
const AGAIN = 5000;

const read = (key) => {
  try { return JSON.parse(sessionStorage.getItem(PREFIX + key)); } catch { return null; }
};
const write = (key, kept) => {
  try { sessionStorage.setItem(PREFIX + key, JSON.stringify(kept)); } catch { /* it still stands in its field */ }
};
const drop = (key) => { try { sessionStorage.removeItem(PREFIX + key); } catch { /* nothing was kept */ } };
const plain = (words) => words.normalize("NFC").trim().replace(/\s+/g, " ");
const arrived = document.querySelector("[data-sent]") !== null;

function autosave(form) {
  const key = form.dataset.autosave;
  const field = form.elements.words;
  const base = form.elements.base;
  const note = form.querySelector("[data-said]");
  const say = (code) => { if (note.textContent !== note.dataset[code]) note.textContent = note.dataset[code] ?? code; };
  const both = form.querySelector("[data-both]");
  let saved = field.value;
  // The words of a save whose answer never came: they may have arrived, and are then one's own and nobody else's.
  let unheard = "";
  let waiting;
  let busy = false;
  let stopped = false;

  const later = (pause) => {
    clearTimeout(waiting);
    if (!stopped) waiting = setTimeout(save, pause);
  };
  const remember = () => write(key, { words: field.value, base: base.value, unheard });
  const take = (answer, sent) => {
    saved = answer.words;
    unheard = "";
    const merged = plain(answer.words) !== plain(sent);
    const typed = field.value !== sent;
    if (answer.beside) {
      both.hidden = false;
      say("beside");
    }
    // What was joined with another editor's words was not written by whoever typed on meanwhile.
    if (!(merged && typed)) base.value = answer.number;
    if (typed) {
      remember();
      later(PAUSE);
      return;
    }
    if (merged) field.value = answer.words;
    // Remembered until a page is at least as new: one that was asked for before the save is older.
    if (answer.beside) drop(key);
    else write(key, { words: field.value, base: base.value, saved: true });
    if (!answer.beside) say(merged ? "merged" : "saved");
  };
  async function save() {
    clearTimeout(waiting);
    const sent = field.value;
    if (busy || stopped || plain(sent) === plain(saved) || !sent.trim()) return;
    busy = true;
    say("saving");
    const body = new FormData(form);
    body.set("unheard", unheard);
    const before = unheard;
    unheard = sent;
    remember();
    try {
      const answer = await fetch(form.action, {
        method: "POST", body, headers: { Accept: "application/json" }, keepalive: sent.length < 20000,
      });
      const told = await answer.json();
      busy = false;
      if (answer.ok) take(told, sent);
      else {
        unheard = before;
        say(told.said);
      }
    } catch {
      busy = false;
      say("kept");
      later(AGAIN);
    }
  }

  const kept = read(key);
  if ((kept?.sending && arrived) || (kept?.saved && Number(kept.base) <= Number(base.value))) drop(key);
  else if (kept?.saved) {
    field.value = saved = kept.words;
    base.value = kept.base;
  }
  else if (kept && kept.words !== field.value) {
    field.value = kept.words;
    base.value = kept.base;
    unheard = kept.unheard ?? "";
    say("back");
    later(PAUSE);
  }
  field.addEventListener("input", () => {
    remember();
    if (!stopped) say("typing");
    later(PAUSE);
  });
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    stopped = true;
    write(key, { words: field.value, base: base.value, sending: true });
  });
  addEventListener("online", () => later(0));
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(); });
}

// What was picked is counted where the sentence is written, and stays picked while one searches on.
function picking(form) {
  const found = document.querySelector("[data-found]");
  const field = document.querySelector("[data-find]");
  const counts = document.querySelectorAll("[data-picked]");
  const picked = () => [...form.elements].filter((one) => one.name === "link" && one.checked);
  const count = () => {
    const n = new Set(picked().map((one) => one.value)).size;
    for (const place of counts) {
      place.textContent = n === 0 ? place.dataset.none : (n === 1 ? place.dataset.one : place.dataset.many.replace("{n}", n));
    }
  };
  document.addEventListener("change", (event) => {
    const box = event.target;
    if (box.form !== form || box.name !== "link") return;
    // One contribution may be listed twice: as laid out for the section, and as found.
    for (const twin of form.elements) if (twin.name === "link" && twin.value === box.value) twin.checked = box.checked;
    count();
  });
  count();
  if (!field || !found) return;
  let waiting;
  let asking;
  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const before = picked().map((one) => one.closest("li"));
    try {
      const address = new URL(field.dataset.find, location.href);
      address.searchParams.set("find", field.value.trim());
      const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "text/html" } });
      if (!answer.ok) return;
      const kept = before.filter((row) => found.contains(row));
      found.innerHTML = (await answer.text()).trim();
      const values = new Set(before.map((row) => row.querySelector("input").value));
      for (const box of found.querySelectorAll("input[name=link]")) {
        if (values.has(box.value)) box.checked = true;
      }
      const shown = new Set([...found.querySelectorAll("input[name=link]")].map((box) => box.value));
      const lost = kept.filter((row) => !shown.has(row.querySelector("input").value));
      if (lost.length) {
        const rows = found.querySelector("ul") ?? found.appendChild(Object.assign(document.createElement("ul"), { className: "picks" }));
        rows.prepend(...lost);
      }
      count();
    } catch { /* the button searches too */ }
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 500);
  });
}

// The page one is on already, from the College anew.
for (const link of document.querySelectorAll("a[data-reload]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    location.hash = link.hash;
    location.reload();
  });
}

document.querySelectorAll("form[data-autosave]").forEach(autosave);
const writing = document.getElementById("write");
if (writing) picking(writing);
