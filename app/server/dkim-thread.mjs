import { createPrivateKey } from "node:crypto";
import { parentPort } from "node:worker_threads";
import { signatureHeader } from "../domain/campaigns/dkim-signature.mjs";

/** Keys by name; each is sent once. */
const keys = new Map();

parentPort.on("message", (message) => {
  if (message.key?.pem) {
    const { name, pem, domain, selector } = message.key;
    keys.set(name, { private: createPrivateKey(pem), domain, selector });
    return;
  }
  const { id, raw, headers } = message;
  try {
    parentPort.postMessage({ id, header: signatureHeader(raw, keys.get(message.key), headers) });
  } catch (error) {
    parentPort.postMessage({ id, error: error.message });
  }
});
