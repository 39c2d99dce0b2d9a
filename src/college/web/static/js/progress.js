// Looks again at a page that shows long work, every three seconds, and exchanges its progress part in place.
// When the server's answer holds no progress any more, the whole page is fetched anew.
const look = async () => {
  const here = document.querySelector("[data-progress]");
  if (!here) return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const there = page.querySelector("[data-progress]");
    if (!there || answer.redirected) { location.assign(answer.url); return; }
    for (const name of ["max", "value"]) {
      const figure = there.querySelector("progress").getAttribute(name);
      if (figure !== null) here.querySelector("progress").setAttribute(name, figure);
    }
    here.querySelector("[data-progress-words]").textContent = there.querySelector("[data-progress-words]").textContent;
  } catch { /* the line is down: look again later */ }
  setTimeout(look, 3000);
};
setTimeout(look, 3000);
