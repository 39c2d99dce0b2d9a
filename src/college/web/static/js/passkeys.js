// Says in words, in [data-passkey-refused], when the device or its owner said no to a passkey.
// The scripts of allauth report it as an event, and else only on the console.
document.addEventListener("allauth.error", (event) => {
  const place = document.querySelector("[data-passkey-refused]");
  if (!place) return;
  event.preventDefault();
  place.hidden = false;
  place.scrollIntoView({ block: "nearest" });
});
for (const button of document.querySelectorAll("[data-passkey]")) button.hidden = false;
