// Leads from the door of a quiz back to the attempt that this browser is in the middle of. It is kept here alone, until
// its result has been read; the College is told nothing of it.
const PREFIX = "quiz-";
const ADDRESS = /^\/[\w/-]+$/;

const kept = (door) => {
  try { return localStorage.getItem(PREFIX + door) ?? ""; } catch { return ""; }
};
const keep = (door, attempt) => {
  try { localStorage.setItem(PREFIX + door, attempt); } catch { /* The address in the history is left. */ }
};
const drop = (door) => {
  try { localStorage.removeItem(PREFIX + door); } catch { /* Nothing was kept. */ }
};

for (const { dataset } of document.querySelectorAll("[data-attempt]")) keep(dataset.door, dataset.attempt);
for (const { dataset } of document.querySelectorAll("[data-attempt-over]")) {
  if (kept(dataset.door) === dataset.attemptOver) drop(dataset.door);
}
for (const offer of document.querySelectorAll("[data-resume]")) {
  const attempt = kept(offer.dataset.resume);
  if (ADDRESS.test(attempt)) {
    offer.querySelector("a").href = attempt;
    offer.hidden = false;
  }
}
if (document.querySelector("[data-attempt-lost]")) {
  let names = [];
  try { names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX)); } catch { /* None. */ }
  for (const door of names.map((name) => name.slice(PREFIX.length))) {
    if (location.pathname.startsWith(kept(door))) drop(door);
  }
}
