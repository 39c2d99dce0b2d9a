// Keeps what is typed into a form on this device until it has arrived.
// <form data-draft="key"> with parts/draft_note.html inside. On sending, the draft is marked "sending". The next
// page settles it: one with a success notice (data-sent) lets it go, any other makes it a draft again.
const PREFIX = "college-draft:";
const FIELDS = "textarea, select, input[type=text], input[type=url], input[type=search], input[type=radio]";

const read = (key) => {
  try { return JSON.parse(localStorage.getItem(PREFIX + key)); } catch { return null; }
};
const write = (key, draft) => {
  try { localStorage.setItem(PREFIX + key, JSON.stringify(draft)); return true; } catch { return false; }
};
const drop = (key) => { try { localStorage.removeItem(PREFIX + key); } catch { /* nothing was kept */ } };

function settle(arrived) {
  let names = [];
  try { names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX)); } catch { return; }
  for (const key of names.map((name) => name.slice(PREFIX.length))) {
    const draft = read(key);
    if (!draft?.sending) continue;
    if (arrived) drop(key);
    else write(key, { values: draft.values });
  }
}

const typed = (form) => {
  const values = {};
  for (const field of form.querySelectorAll(FIELDS)) {
    if (!field.name || (field.type === "radio" && !field.checked)) continue;
    if (field.value !== "") values[field.name] = field.value;
  }
  return values;
};

function putBack(form, values) {
  let changed = false;
  for (const field of form.querySelectorAll(FIELDS)) {
    const value = values[field.name];
    if (value === undefined) continue;
    if (field.type === "radio") {
      const chosen = form.querySelector(`input[name="${CSS.escape(field.name)}"]:checked`);
      if (!chosen && field.value === value) { field.checked = true; changed = true; }
    } else if (field.tagName === "SELECT" ? field.value !== value && !field.matches("[aria-invalid]") : field.value === "") {
      field.value = value;
      changed = true;
    }
  }
  if (changed) form.dispatchEvent(new Event("input", { bubbles: true }));
  return changed;
}

function keep(form) {
  const key = form.dataset.draft;
  const note = form.querySelector("[data-draft-note]");
  const say = (words) => {
    if (!note) return;
    note.querySelector("span").textContent = words;
    note.hidden = false;
  };
  const kept = read(key);
  if (kept && putBack(form, kept.values)) say(note?.dataset.back ?? "");

  let waiting;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const values = typed(form);
      if (Object.values(values).some((value) => value.trim().length > 2) && write(key, { values })) {
        if (note?.hidden) say(note.dataset.kept);
      }
    }, 400);
  });
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    write(key, { values: typed(form), sending: true });
  });
  note?.querySelector("[data-draft-drop]").addEventListener("click", () => {
    clearTimeout(waiting);
    drop(key);
    form.reset();
    note.hidden = true;
  });
}

settle(document.querySelector("[data-sent]") !== null);
document.querySelectorAll("form[data-draft]").forEach(keep);
