// A receipt of the record (spec/record.md, section 4), checked here: the entry lies in a tree that the log signed.
const text = new TextEncoder();
const decode64 = (letters) => Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
const same = (a, b) => a.length === b.length && a.every((byte, at) => byte === b[at]);
const hash = async (...parts) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from(parts.flatMap((part) => [...part]))));

// The root that a proof leads to (RFC 9162, section 2.1.3.2).
async function rootOf(leaf, index, size, proof) {
  let [at, last, root] = [index, size - 1, leaf];
  const up = () => { at = Math.floor(at / 2); last = Math.floor(last / 2); };
  for (const beside of proof) {
    if (last === 0) throw new Error("the proof is too long");
    if (at % 2 || at === last) {
      root = await hash([1], beside, root);
      while (at % 2 === 0 && at !== 0) up();
    } else root = await hash([1], root, beside);
    up();
  }
  if (last !== 0) throw new Error("the proof is too short");
  return root;
}

// The lines of a checkpoint, whose signature by the key (a vkey line) holds.
async function signed(note, vkey) {
  const end = note.indexOf("\n\n");
  const [told, signatures] = [note.slice(0, end + 1), note.slice(end + 2).split("\n")];
  const [name, id, packed] = vkey.trim().split(/\+(?=[0-9a-f]{8}\+)|(?<=\+[0-9a-f]{8})\+/);
  const bytes = decode64(packed);
  const key = await crypto.subtle.importKey("raw", bytes.slice(1), { name: "Ed25519" }, false, ["verify"]);
  for (const line of signatures) {
    const [mark, by, signature] = line.split(" ");
    if (mark !== "—" || by !== name || bytes[0] !== 1) continue;
    const given = decode64(signature);
    const itsId = Array.from(given.slice(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join("");
    if (itsId === id && await crypto.subtle.verify("Ed25519", key, given.slice(4), text.encode(told))) {
      return told.split("\n");
    }
  }
  throw new Error("the checkpoint is not signed by the log's key");
}

// The entry that a receipt proves; throws if it proves none.
export async function proven(receipt, vkey) {
  const end = receipt.indexOf("\n\n");
  const [title, extra, place, ...hashes] = receipt.slice(0, end).split("\n");
  if (title !== "c2sp.org/tlog-proof@v1") throw new Error("not a receipt");
  const [, size, root] = await signed(receipt.slice(end + 2), vkey);
  const entry = decode64(extra.replace(/^extra /, ""));
  const leaf = await hash([0], entry);
  const found = await rootOf(leaf, Number(place.replace(/^index /, "")), Number(size), hashes.map(decode64));
  if (!same(found, decode64(root))) throw new Error("the entry is not in the tree that was signed");
  return JSON.parse(new TextDecoder().decode(entry));
}
