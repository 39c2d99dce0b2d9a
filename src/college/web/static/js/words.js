// Counts words while one writes, as the server counts them: runs of characters between spaces.
for (const note of document.querySelectorAll("[data-count-for]")) {
  const field = document.getElementById(note.dataset.countFor);
  if (!field) continue;
  const most = Number(note.dataset.most);
  const count = () => {
    const n = field.value.split(/\s+/u).filter(Boolean).length;
    note.textContent = note.dataset.words.replace("{n}", n).replace("{most}", most);
    note.classList.toggle("over", n > most);
  };
  field.addEventListener("input", count);
  if (field.value) count();
}
