import { createPrivateKey } from "node:crypto";
import { parentPort } from "node:worker_threads";
import { signatureHeader } from "../domain/campaigns/dkim-signature.mjs";
import { buildMail } from "../domain/mail/build-mail.mjs";

/** Keys by name; each is sent once. */
const keys = new Map();

async function make({ mail, key, headers }) {
  const raw = await buildMail(mail);
  if (!key) return raw;
  return Buffer.concat([Buffer.from(signatureHeader(raw, keys.get(key), headers), "latin1"), raw]);
}

parentPort.on("message", (message) => {
  if (message.newKey) {
    const { name, pem, domain, selector } = message.newKey;
    keys.set(name, { private: createPrivateKey(pem), domain, selector });
    return;
  }
  const { id } = message;
  make(message).then(
    (raw) => parentPort.postMessage({ id, raw }),
    (error) => parentPort.postMessage({ id, error: error.message }),
  );
});
