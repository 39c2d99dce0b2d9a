// Signs a ballot: exactly the text that the page shows, with a passkey or with a key that this browser keeps.
// A device's key is made here (WebCrypto Ed25519), cannot be given out, and lies in IndexedDB under its public half.
const STORE = "keys";

const open = () => new Promise((resolve, reject) => {
  const asked = indexedDB.open("college-ballot-keys", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error);
});

const inStore = async (mode, act) => {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const asked = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
};

const encode64 = (buffer) => {
  let text = "";
  for (const byte of new Uint8Array(buffer)) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};
const decode64 = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

// A key for this device

const makeKey = async (form) => {
  const pair = await crypto.subtle.generateKey({ name: "Ed25519" }, false, ["sign", "verify"]);
  const name = encode64(await crypto.subtle.exportKey("spki", pair.publicKey));
  await inStore("readwrite", (store) => store.put(pair.privateKey, name));
  form.elements.public.value = name;
  form.submit();
};

for (const form of document.querySelectorAll("[data-make-key]")) {
  const button = form.querySelector("button");
  const refused = form.querySelector("[data-refused]");
  form.querySelector("[data-without-script]").hidden = true;
  button.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    button.disabled = true;
    makeKey(form).catch(() => { refused.hidden = false; button.hidden = true; });
  });
}

// Signing

const withDevice = async (signer, bytes) => {
  const key = await inStore("readonly", (store) => store.get(signer.public));
  const signature = await crypto.subtle.sign({ name: "Ed25519" }, key, bytes);
  return { kind: "device", key: signer.key, signature: encode64(signature) };
};

const withPasskey = async (signer, bytes) => {
  const challenge = await crypto.subtle.digest("SHA-256", bytes);
  const allowCredentials = signer.credential ? [{ type: "public-key", id: decode64(signer.credential) }] : [];
  const publicKey = { challenge, rpId: signer.rp, allowCredentials, userVerification: "required" };
  const { response } = await navigator.credentials.get({ publicKey });
  return {
    kind: "passkey",
    key: signer.key,
    signature: encode64(response.signature),
    authenticator: encode64(response.authenticatorData),
    client: encode64(response.clientDataJSON),
  };
};

const SIGN = { device: withDevice, passkey: withPasskey };

const isHere = async (signer) => {
  if (signer.kind === "passkey") return signer.rp === location.hostname && "credentials" in navigator;
  try {
    return (await inStore("readonly", (store) => store.get(signer.public))) !== undefined;
  } catch { return false; }
};

const offer = async (form) => {
  const signers = JSON.parse(document.getElementById("signers").textContent);
  const refused = document.querySelector("[data-refused]");
  const say = (why) => {
    refused.querySelector("p:last-child").textContent = refused.dataset[why];
    refused.hidden = false;
    refused.scrollIntoView({ block: "nearest" });
  };
  const sign = async (signer, button) => {
    refused.hidden = true;
    button.disabled = true;
    try {
      const bytes = new TextEncoder().encode(document.getElementById("ballot").textContent);
      form.elements.signature.value = JSON.stringify(await SIGN[signer.kind](signer, bytes));
      form.requestSubmit();
    } catch (error) {
      button.disabled = false;
      say(error.name === "NotAllowedError" ? "no" : "failed");
    }
  };
  const note = document.querySelector("[data-without-script]");
  if (note) note.hidden = true;
  let offered = 0;
  for (const signer of signers) {
    if (!(await isHere(signer))) continue;
    const button = document.querySelector(`template[data-signer="${signer.kind}"]`).content.cloneNode(true).firstElementChild;
    button.addEventListener("click", () => sign(signer, button));
    form.querySelector("[data-signers]").append(button);
    offered += 1;
  }
  if (signers.length && !offered && !form.querySelector("[name=software]")) say("missing");
};

const form = document.getElementById("cast");
if (form) offer(form);
