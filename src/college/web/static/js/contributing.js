// The contributor's browser: makes a key once, a secret for each epoch, and does what each epoch wants.
// <ul data-contribute="/address/">: see committees/contribute.html. Formats: spec/draw.md, section 1.
import { proven } from "./receipts.js";
import { box, digest, fromHex, hex, pointOf, sha256, split, unbox } from "./shares.js";

const region = document.querySelector("[data-contribute]");
const root = region.dataset.contribute;
const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
const shown = (name, visible) => { document.querySelector(`[data-${name}]`).hidden = !visible; };

class Refused extends Error {}
class TooEarly extends Error {}

const database = () => new Promise((resolve, reject) => {
  const asked = indexedDB.open("college-contributing", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("kept");
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error);
});
const inStore = async (mode, act) => {
  const opened = await database();
  try {
    return await new Promise((resolve, reject) => {
      const going = opened.transaction("kept", mode);
      const asked = act(going.objectStore("kept"));
      going.oncomplete = () => resolve(asked.result);
      going.onerror = () => reject(going.error);
    });
  } finally { opened.close(); }
};
const kept = (name) => inStore("readonly", (store) => store.get(name));
const keep = (name, value) => inStore("readwrite", (store) => store.put(value, name));
const names = () => inStore("readonly", (store) => store.getAllKeys());
const forget = (name) => inStore("readwrite", (store) => store.delete(name));

async function ask(path, sent) {
  const answer = await fetch(root + path, sent === undefined ? { headers: { Accept: "application/json" } } : {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify(sent),
  });
  const told = await answer.json();
  if (!answer.ok) throw new Refused(told.sentence);
  return told;
}

// One member may contribute from one device for several people: everything is kept by contributor.
async function ownKey(contributor) {
  const name = `key ${contributor}`;
  const found = await kept(name);
  if (found) return found;
  const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]);
  const made = { private: pair.privateKey, point: await pointOf(pair.publicKey) };
  await keep(name, made);
  return made;
}

// Kept before its hash is published: a secret that was lost could never be revealed.
async function ownSecret(contributor, epoch) {
  const name = `secret ${contributor} ${epoch}`;
  const found = await kept(name);
  if (found) return found;
  const made = crypto.getRandomValues(new Uint8Array(32));
  await keep(name, made);
  return made;
}

async function lodge(own, errand, secret) {
  const chance = crypto.getRandomValues(new Uint8Array(32 * (errand.threshold - 1)));
  const dealt = split(secret, errand.holders.length, chance);
  const digests = [];
  const boxes = [];
  for (const [at, [holder, key]] of errand.holders.entries()) {
    const about = { dealer: own, epoch: errand.epoch, holder };
    digests.push(await digest(dealt[at], about));
    boxes.push(await box(dealt[at], key, about));
  }
  await ask(`${errand.epoch}/lodge/`, { digests, boxes });
}

// The share, if the box opens and holds what the dealer published the digest of; else nothing.
async function opened(own, key, errand, lodged) {
  const about = { dealer: lodged.dealer, epoch: errand.epoch, holder: own };
  try {
    const share = await unbox(fromHex(lodged.box), key.private, about);
    return (await digest(share, about)) === lodged.digest ? share : null;
  } catch { return null; }
}

async function answerFor(own, key, errand) {
  const dealers = [];
  const refused = [];
  for (const lodged of errand.answers) {
    ((await opened(own, key, errand, lodged)) ? dealers : refused).push(lodged.dealer);
  }
  await ask(`${errand.epoch}/acknowledge/`, { dealers, refused });
}

async function openMissing(own, key, errand) {
  const shares = {};
  for (const lodged of errand.opens) {
    const share = await opened(own, key, errand, lodged);
    if (share) shares[lodged.dealer] = hex(share);
  }
  if (Object.keys(shares).length) await ask(`${errand.epoch}/open/`, { shares });
}

// The log's key as this browser saw it first: another one later would be another log's.
async function pinned(vkey) {
  const name = "the log's key";
  const found = (await kept(name)) ?? vkey;
  await keep(name, found);
  return found;
}

// Nothing is revealed on the server's word: the sealed epoch must lie in a tree that the log's key signed.
async function checkSealed(own, errand, vkey) {
  const entry = await proven(errand.sealed, vkey).catch(() => null);
  const holds = entry?.kind === "committees.epoch.sealed" && entry.data.epoch === errand.epoch;
  if (!holds || !(entry.data.counted.includes(own) || !errand.reveals)) throw new TooEarly();
}

async function run(own, key, errand, vkey) {
  // An epoch that opened when the key was in another browser is that browser's.
  if (errand.key !== key.point) return;
  const begins = errand.phase === "taking" && !errand.commitment;
  const secret = begins ? await ownSecret(own, errand.epoch) : await kept(`secret ${own} ${errand.epoch}`);
  if (begins) await ask(`${errand.epoch}/commit/`, { secret: await sha256(secret) });
  if (secret && errand.lodges && errand.holders.length > 1) await lodge(own, errand, secret);
  if (errand.answers.length) await answerFor(own, key, errand);
  if (errand.reveals || errand.opens.length) await checkSealed(own, errand, vkey);
  if (secret && errand.reveals) await ask(`${errand.epoch}/reveal/`, { secret: hex(secret) });
  if (errand.opens.length) await openMissing(own, key, errand);
}

async function tidy(own, errands) {
  const needed = new Set(errands.map((errand) => `secret ${own} ${errand.epoch}`));
  for (const name of await names()) {
    if (name.startsWith(`secret ${own} `) && !needed.has(name)) await forget(name);
  }
}

function complain(error) {
  const refused = error instanceof Refused;
  shown(error instanceof TooEarly ? "untrue" : refused ? "said" : "lost", true);
  if (refused) document.querySelector("[data-said] p").textContent = error.message;
}

let takesOver = false;
let waiting;

async function look() {
  clearTimeout(waiting);
  let again = 60;
  shown("lost", false);
  shown("said", false);
  shown("untrue", false);
  try {
    const state = await ask("state/");
    again = state.look_again;
    const key = await ownKey(state.contributor).catch(() => null);
    shown("unable", !key);
    if (key) {
      if (!state.key || takesOver) await ask("key/", { key: key.point });
      shown("elsewhere", state.key && state.key !== key.point && !takesOver);
      const vkey = await pinned(state.vkey);
      // What goes wrong in one epoch keeps no other from its due.
      for (const errand of state.errands) await run(state.contributor, key, errand, vkey).catch(complain);
      await tidy(state.contributor, state.errands);
    }
    const now = await (await fetch(`${root}now/`)).text();
    if (now !== region.innerHTML) region.innerHTML = now;
  } catch (error) { complain(error); }
  waiting = setTimeout(look, again * 1000);
}

shown("without", false);
document.querySelector("[data-take-over]").addEventListener("click", () => { takesOver = true; look(); });
look();
