// A draw made again from its seed and its announcement: spec/draw.md, sections 1 to 4.
// The page holds the data as JSON; every row of the table is marked with what comes out here.
const text = new TextEncoder();
const fromHex = (digits) => Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

// Canonical JSON: names in their order, nothing between them. Ids and numbers need no more.
export const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
};

async function hmac(key, message) {
  const way = { name: "HMAC", hash: "SHA-256" };
  const made = await crypto.subtle.importKey("raw", key, way, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", made, message));
}

// Each pseudonym's ticket, in hex, in which order is the order of the draw.
export async function tickets(seed, announcement) {
  const key = await hmac(await sha256(text.encode(canonical(announcement))), fromHex(seed));
  const drawn = new Map();
  for (const [place] of announcement.pool) drawn.set(place, hex(await hmac(key, joined(text.encode(place), [1]))));
  return drawn;
}

// Own side and others, each dealt to the panels in turn.
export function deal(order, strata, ownSide, panels) {
  const isOwn = (place) => ownSide !== "" && strata.get(place) === ownSide;
  const [own, others] = [order.filter(isOwn), order.filter((place) => !isOwn(place))];
  const hand = (people, panel) => people.filter((_, at) => at % panels === panel);
  return Array.from({ length: panels }, (_, panel) => ({ own: hand(own, panel), others: hand(others, panel) }));
}

// The seats of one panel: its own side first, filled from those without a viewpoint; then others within their cap.
export function seat(hand, strata, { seats, own, cap }) {
  const filled = hand.own.slice(0, own);
  const standIns = hand.others.filter((place) => strata.get(place) === "").slice(0, own - filled.length);
  filled.push(...standIns);
  if (filled.length < own) return filled;
  const count = new Map();
  for (const place of hand.others) {
    if (filled.length >= seats) break;
    const stratum = strata.get(place);
    const held = count.get(stratum) ?? 0;
    if (standIns.includes(place) || (stratum !== "" && held >= cap)) continue;
    count.set(stratum, held + 1);
    filled.push(place);
  }
  return filled;
}

// Where every viewpoint has a seat: the holders of each, and those of none, each dealt to the panels in turn.
export function dealSides(order, strata, sides, panels) {
  const held = (side, panel) => order.filter((place) => strata.get(place) === side).filter((_, at) => at % panels === panel);
  return Array.from({ length: panels }, (_, panel) => ({ of: sides.map((side) => held(side, panel)), none: held("", panel) }));
}

// The seats of one panel: each viewpoint's first holder in the order of the viewpoints, or the next of none.
export function seatSides({ of, none }) {
  const standIns = [...none];
  const filled = of.map((holders) => holders[0] ?? standIns.shift());
  return filled.includes(undefined) ? filled.slice(0, filled.indexOf(undefined)) : filled;
}

const seatsOf = (announcement, order, strata, shape) =>
  announcement.procedure === "key"
    ? dealSides(order, strata, announcement.viewpoints, shape.panels).map(seatSides)
    : deal(order, strata, announcement.own_side, shape.panels).map((hand) => seat(hand, strata, shape));

async function seedOf({ epoch, pool, cases, secrets, round, chain, signature }) {
  const beacon = round ? { chain, randomness: hex(await sha256(fromHex(signature))), round } : null;
  const made = { beacon, cases, epoch, pool, secrets, v: "college-seed-v1" };
  return hex(await sha256(text.encode(canonical(made))));
}

async function drawAgain(data, region) {
  const { announcement, seed } = data;
  const strata = new Map(announcement.pool);
  const drawn = await tickets(seed, announcement);
  const order = [...drawn.keys()].sort((a, b) => (drawn.get(a) < drawn.get(b) ? -1 : 1));
  const shape = announcement.sizes.find(({ name }) => name === data.size);
  const seats = seatsOf(announcement, order, strata, shape);
  const sealed = hex(await sha256(joined(fromHex(data.salt), text.encode(canonical(announcement)))));
  const rows = [...document.querySelectorAll("[data-place]")];
  const words = document.querySelector("[data-words]").content;
  let same = rows.length === order.length;
  const shown = (row) => ({ ticket: row.dataset.ticket, seat: row.cells[3].textContent.trim() });
  rows.forEach((row, at) => {
    const place = row.dataset.place;
    const number = seats.flatMap((panel) => panel.indexOf(place) + 1).find((one) => one > 0) ?? "";
    const agrees = order[at] === place && shown(row).ticket === drawn.get(place) && shown(row).seat === String(number);
    const mark = row.querySelector("[data-mark]");
    mark.dataset.mark = agrees ? "same" : "differs";
    mark.textContent = words.querySelector(`[data-word=${mark.dataset.mark}]`).textContent;
    same &&= agrees;
  });
  const held = {
    announcement: sealed === data.digest,
    seed: await seedOf(data.made) === seed,
    tickets: same,
    seats: canonical(seats) === canonical(data.seats),
  };
  for (const [name, holds] of Object.entries(held)) region.querySelector(`[data-check=${name}]`).hidden = !holds;
  region.querySelector("[data-check=fails]").hidden = Object.values(held).every(Boolean);
}

const region = document.querySelector("[data-draw]");
if (region && crypto.subtle) {
  const data = JSON.parse(document.getElementById("draw").textContent);
  region.hidden = false;
  document.querySelector("[data-unscripted]").hidden = true;
  region.querySelector("[data-again]").addEventListener("click", () => drawAgain(data, region));
}
