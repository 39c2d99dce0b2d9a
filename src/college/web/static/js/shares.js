// Secrets in shares, and shares in boxes: spec/draw.md, section 1. Bytes are Uint8Array, hex is lower case.
const VERSION = "college-share-v1";
const POINT = 65;
const NONCE = 12;
const text = new TextEncoder();

export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
export const fromHex = (digits) => Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
export const sha256 = async (bytes) => hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));

// In GF(256) modulo x^8 + x^4 + x^3 + x + 1.
function times(a, b) {
  let product = 0;
  for (let rest = b; rest; rest >>= 1) {
    if (rest & 1) product ^= a;
    a = (a << 1) ^ (a & 0x80 ? 0x11b : 0);
  }
  return product;
}

// The shares for places 1, 2, …; `chance` holds the other coefficients, 32 bytes for each degree.
export function split(secret, holders, chance) {
  const degrees = [secret];
  for (let at = 0; at < chance.length; at += 32) degrees.push(chance.subarray(at, at + 32));
  return Array.from({ length: holders }, (_, index) => {
    let values = new Uint8Array(32);
    for (const coefficients of degrees.toReversed()) {
      values = values.map((value, at) => times(value, index + 1) ^ coefficients[at]);
    }
    return values;
  });
}

// Canonical JSON: the names stand in their order, and ids need no escapes.
const about = ({ dealer, epoch, holder }, share) => text.encode(JSON.stringify({
  dealer, epoch, holder, ...(share === undefined ? {} : { share }), v: VERSION,
}));

export const digest = (share, of) => sha256(about(of, hex(share)));
export const pointOf = async (key) => hex(new Uint8Array(await crypto.subtle.exportKey("raw", key)));
const publicKey = (point) => crypto.subtle.importKey("raw", point, { name: "ECDH", namedCurve: "P-256" }, true, []);

async function sealing(own, other, info) {
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: other }, own, 256);
  const material = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const way = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info };
  return crypto.subtle.deriveKey(way, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

// A share that only the holder of the key (hex point) can open; hex.
export async function box(share, holderKey, of) {
  const info = about(of);
  const once = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]);
  const key = await sealing(once.privateKey, await publicKey(fromHex(holderKey)), info);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const way = { name: "AES-GCM", iv: nonce, additionalData: info };
  const locked = new Uint8Array(await crypto.subtle.encrypt(way, key, share));
  return (await pointOf(once.publicKey)) + hex(nonce) + hex(locked);
}

// The share in a box for the owner of a private key; throws if it does not open.
export async function unbox(bytes, own, of) {
  const info = about(of);
  const key = await sealing(own, await publicKey(bytes.slice(0, POINT)), info);
  const way = { name: "AES-GCM", iv: bytes.slice(POINT, POINT + NONCE), additionalData: info };
  return new Uint8Array(await crypto.subtle.decrypt(way, key, bytes.slice(POINT + NONCE)));
}
