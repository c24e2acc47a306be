// Makes a passkey or shows one, with what the service asks for; the browser asks the person.
const form = document.querySelector("[data-passkey]");

async function send(address, body) {
  const token = form.querySelector("[name=_csrf]").value;
  const answer = await fetch(address, {
    method: "POST",
    credentials: "same-origin",
    headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": token },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(address + " answered " + answer.status);
  }
  return answer.json();
}

async function make() {
  const options = PublicKeyCredential.parseCreationOptionsFromJSON(await send("/webauthn/register/options"));
  const credential = await navigator.credentials.create({ publicKey: options });
  await send("/webauthn/register", { publicKey: { credential: credential.toJSON(), label: form.label.value } });
  location.assign("/login?passkey");
}

async function show() {
  const options = PublicKeyCredential.parseRequestOptionsFromJSON(await send("/webauthn/authenticate/options"));
  const credential = await navigator.credentials.get({ publicKey: options });
  await send("/login/webauthn", credential.toJSON());
  location.assign("/console");
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const failed = document.querySelector("[data-passkey-failed]");
  failed.hidden = true;
  (form.dataset.passkey === "make" ? make() : show()).catch(() => {
    failed.hidden = false;
  });
});
