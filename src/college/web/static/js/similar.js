// While one writes: what has been said already and is like it. Asks the server for a ready fragment.
// <div data-similar="/address/" data-field="id_words">: see parts/similar.html.
const LEAST = 12;

for (const region of document.querySelectorAll("[data-similar]")) {
  const field = document.getElementById(region.dataset.field);
  if (!field) continue;
  let waiting;
  let asking;
  let last = "";
  const ask = async () => {
    const words = field.value.trim().slice(0, 1000);
    if (words === last) return;
    last = words;
    asking?.abort();
    if (words.length < LEAST) { region.replaceChildren(); return; }
    asking = new AbortController();
    try {
      const address = new URL(region.dataset.similar, location.href);
      address.searchParams.set("words", words);
      const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "text/html" } });
      if (!answer.ok) return;
      const html = (await answer.text()).trim();
      if (html !== region.innerHTML.trim()) region.innerHTML = html;
    } catch { /* the offer is a kindness: without it one simply goes on writing */ }
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 600);
  });
}
