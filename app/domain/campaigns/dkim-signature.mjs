// Plain JavaScript because a worker thread loads it from the source tree as well as the bundle.
import { createHash, createSign } from "node:crypto";

/** RFC 6376 3.4.2 */
const relaxedLine = (line) =>
  line
    .slice(line.indexOf(":") + 1)
    .replace(/\r\n/g, "")
    .replace(/[ \t]+/g, " ")
    .trim();

/** RFC 6376 3.4.4: the body as bytes in latin1. */
function relaxedBody(body) {
  const relaxed = body
    .replace(/[ \t]+\r\n/g, "\r\n")
    .replace(/[ \t]+/g, " ")
    .replace(/(?:\r\n)+$/, "");
  return relaxed === "" ? "" : `${relaxed.replace(/ $/, "")}\r\n`;
}

const fold = (value) => value.replace(/.{1,72}/g, "$&\r\n ").trimEnd();

/** The DKIM-Signature header of a finished message, for the wanted ones of its headers. */
export function signatureHeader(raw, key, wanted) {
  const message = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString("latin1");
  const end = message.indexOf("\r\n\r\n");
  const lines = message.slice(0, end).split(/\r\n(?![ \t])/);
  const byName = new Map();
  for (const line of lines) byName.set(line.slice(0, line.indexOf(":")).trim().toLowerCase(), line);
  const names = wanted.split(":").filter((name) => byName.has(name));
  const bodyHash = createHash("sha256")
    .update(relaxedBody(message.slice(end + 4)), "latin1")
    .digest("base64");
  const header =
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=${key.domain}; s=${key.selector};\r\n` +
    ` h=${names.join(":").replace(/(.{1,64}):/g, "$1:\r\n  ")};\r\n bh=${bodyHash};\r\n b=`;
  const signed = `${names.map((name) => `${name}:${relaxedLine(byName.get(name))}\r\n`).join("")}dkim-signature:${relaxedLine(header)}`;
  const signature = createSign("RSA-SHA256").update(signed, "latin1").sign(key.private, "base64");
  return `${header}${fold(signature)}\r\n`;
}
