// Sends an answer without leaving the page, and sends it again while the line is bad: what was chosen stays where it
// is. The server keeps the first answer, so that sending one twice does nothing. Without this script the form is sent
// as any other.
const LONGEST = 30_000;
const PATIENCE = 15_000;

const pause = (length) => new Promise((go) => {
  const timer = setTimeout(done, length);
  function done() {
    clearTimeout(timer);
    window.removeEventListener("online", done);
    go();
  }
  window.addEventListener("online", done);
});

async function send(form, body) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(form.action, { method: "POST", body, signal: stop.signal, credentials: "same-origin" });
    return answer.status < 500 ? await answer.text() : null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const main = page.querySelector("main");
  if (!main) return false;
  document.querySelector("main").replaceWith(main);
  document.title = page.title;
  main.querySelectorAll("form[data-quiz]").forEach(enhance);
  const place = main.querySelector("#feedback, #wrong") ?? main;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "nearest" });
  return true;
}

function enhance(form) {
  const said = form.querySelector("[data-said]");
  let under = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (under) return;
    under = true;
    const body = new URLSearchParams(new FormData(form, event.submitter));
    form.setAttribute("aria-busy", "true");
    said.textContent = said.dataset.sending;
    for (let wait = 1_000; ; wait = Math.min(2 * wait, LONGEST)) {
      const html = await send(form, body);
      if (html !== null) {
        if (!show(html)) location.reload();
        return;
      }
      said.textContent = said.dataset.waiting;
      await pause(wait);
    }
  });
}

const asked = document.querySelectorAll("form[data-quiz]");
asked.forEach(enhance);
// Who goes on to the next question is past what every page begins with; never in a frame, whose page has a focus of
// its own.
const goesOn = document.referrer.startsWith(`${location.origin}/quizzes/`);
if (asked.length && goesOn && window.top === window && !document.querySelector("#wrong")) {
  document.querySelector("#stem").focus({ preventScroll: true });
  if (matchMedia("(max-width: 43rem)").matches) document.querySelector(".kicker").scrollIntoView();
}
